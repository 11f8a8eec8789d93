import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import type { Visitor } from '../../../server/access/visitor.ts';
import type { ConnectionLimits, RoomLimits } from '../../../server/rooms/limits.ts';
import { createRegistry } from '../../../server/rooms/registry.ts';
import type { Room } from '../../../server/rooms/room.ts';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { eventually } from '../../support/wait.ts';
import { FixedSessions } from './fixed-sessions.ts';
import { GatedLog } from './gated-log.ts';
import { LocalMerger } from './local-merger.ts';
import { ManualClock, settle } from './manual-clock.ts';
import { Peer, visitor } from './peer.ts';

export const boardId = BoardId.parse('board'.padEnd(21, '-'));
export const roomName = formatRoomName({ layer: 'shared', boardId });

export interface StageLimits {
  readonly connection?: Partial<ConnectionLimits>;
  readonly room?: Partial<RoomLimits>;
}

/** Rooms on a real log in memory, with time and storage in the hands of the test. */
export function createStage({
  limits = {},
  storage = createMemoryStorage(),
}: {
  limits?: StageLimits;
  storage?: ReturnType<typeof createMemoryStorage>;
} = {}) {
  const clock = new ManualClock();
  const log = new GatedLog(storage.log);
  const events: string[] = [];
  const listeners = new Set<() => void>();
  const write = (line: string) => {
    events.push(JSON.parse(line).msg);
    for (const listener of listeners) listener();
  };
  const merger = new LocalMerger();
  const sessions = new FixedSessions();
  const registry = createRegistry({
    guests: () => [],
    updateLog: log,
    history: storage.history,
    people: storage.workshops,
    sessions,
    merger,
    log: pino({ level: 'trace' }, { write }),
    clock,
    limits,
  });
  onTestFinished(async () => {
    log.failure = null;
    log.open();
    merger.open();
    const closing = registry.closeAll(CloseCode.restart);
    await clock.pass(60_000);
    await closing;
  });
  return {
    ...{ clock, log, merger, events, registry, sessions, storage },
    /** Waits until something is logged, for what takes real time. */
    logged: (msg: string) =>
      eventually(
        msg,
        () => events.includes(msg),
        (changed) => {
          listeners.add(changed);
          return () => listeners.delete(changed);
        },
      ),
    open: async (): Promise<Room> => {
      const opened = await registry.open(roomName);
      if (opened.status !== 'open') throw new Error(opened.status);
      return opened.room;
    },
    /** Joins and has the document, like a client that just connected. */
    join: async (who: Visitor | number, options: { isLive?: boolean } = {}): Promise<Peer> => {
      const opened = await registry.open(roomName);
      if (opened.status !== 'open') throw new Error(opened.status);
      const peer = new Peer(opened.room, typeof who === 'number' ? visitor(who) : who, options);
      peer.ask();
      await settle();
      return peer;
    },
    /** Ids of the records as they are stored. */
    storedIds: async (): Promise<readonly string[]> => {
      const loaded = await storage.log.load(roomName);
      if (loaded.status === 'damaged') throw new Error('damaged');
      const doc = new Y.Doc();
      for (const update of [loaded.snapshot, ...loaded.updates]) if (update) Y.applyUpdate(doc, update);
      return [...recordsOf(doc).keys()].sort();
    },
  };
}
