import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { nanoid } from 'nanoid';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { hashToken, newToken } from '../../../server/access/tokens.ts';
import { type Clock, systemClock } from '../../../server/rooms/clock.ts';
import { ThreadMerger } from '../../../server/rooms/compaction/merger.ts';
import type { ConnectionLimits, RoomLimits } from '../../../server/rooms/limits.ts';
import { createRegistry, type Registry } from '../../../server/rooms/registry.ts';
import { createReveal } from '../../../server/session/reveal.ts';
import { Sessions } from '../../../server/session/sessions.ts';
import { SteadyClock } from '../../../server/session/steady-clock.ts';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import type { Storage } from '../../../server/storage/storage.ts';
import type { UpdateLog } from '../../../server/storage/update-log.ts';
import { limitHandshake } from '../../../server/transport/handshake.ts';
import { createTransport } from '../../../server/transport/upgrade.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import {
  BoardId,
  InviteId,
  OrganisationId,
  ParticipantId,
  SessionId,
  WorkshopId,
} from '../../../shared/protocol/ids.ts';
import { formatRoomName, type RoomName } from '../../../shared/protocol/room-name.ts';
import { eventually } from '../../support/wait.ts';

export interface SyncServerOptions {
  readonly storage?: Storage;
  /** What the rooms see of the storage's log. */
  readonly wrapLog?: (log: UpdateLog) => UpdateLog;
  readonly clock?: Clock;
  readonly limits?: { readonly connection?: Partial<ConnectionLimits>; readonly room?: Partial<RoomLimits> };
  readonly handshakeMaxMs?: number;
  /** Called for each connection that asks for a room. */
  readonly onSocket?: (raw: Duplex) => void;
}

export interface LoggedEvent {
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** Rooms and sockets on a real port, with a workshop in the storage: everything but the HTTP interface. */
export async function startSyncServer(options: SyncServerOptions = {}) {
  const { storage = createMemoryStorage(), clock = systemClock, limits = {}, wrapLog = (log) => log } = options;
  const events: LoggedEvent[] = [];
  const listeners = new Set<() => void>();
  const write = (line: string) => {
    events.push(JSON.parse(line));
    for (const listener of [...listeners]) listener();
  };
  const log = pino({ level: 'trace' }, { write });
  const merger = new ThreadMerger(log);
  const sessions: Sessions = new Sessions({
    ...{ store: storage.workshops, clock: new SteadyClock(clock), log },
    onChange: (workshopId, session) => registry.tellSession(workshopId, session),
    onFrozen: (workshopId) => void registry.keepSessionEnd(workshopId),
    reveal: async (_, { boardId }) => {
      await reveal({ boardId });
    },
    bring: async () => ({ isThere: true, unread: [] }),
  });
  const registry: Registry = createRegistry({
    guests: () => [],
    ...{ updateLog: wrapLog(storage.log), history: storage.history, merger, log, clock, limits },
    ...{ people: storage.workshops, sessions },
  });
  const reveal = createReveal({ registry, workshops: storage.workshops, log });
  const http = createServer((_request, response) => response.end('a page'));
  const transport = createTransport({
    ...{ registry, sessions, workshops: storage.workshops, log, clock, limits: limits.connection ?? {} },
    isOwnOrigin: (origin) => origin === address,
  });
  limitHandshake(http, options.handshakeMaxMs);
  http.on('upgrade', (request, socket, head) => {
    options.onSocket?.(socket);
    if (!transport.handleUpgrade(request, socket, head)) socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const people = await workshopIn(storage);

  const close = async () => {
    const closed = new Promise((resolve) => http.close(resolve));
    await transport.close();
    sessions.stop();
    http.closeAllConnections();
    await closed;
    await merger.close();
    await storage.close();
  };
  onTestFinished(close);
  return {
    ...{ address, events, registry, sessions, storage, transport, close },
    ...people,
    /** Waits until something was logged that is so. */
    logged: (what: string, is: (event: LoggedEvent) => boolean) =>
      eventually(
        what,
        () => events.some(is),
        (changed) => {
          listeners.add(changed);
          return () => listeners.delete(changed);
        },
      ),
  };
}

export type SyncServer = Awaited<ReturnType<typeof startSyncServer>>;

/** A workshop with one board, and ways into it. */
async function workshopIn(storage: Storage) {
  const workshopId = WorkshopId.parse(nanoid());
  const workshop = { id: workshopId, title: 'Clean water', language: 'en', createdAtMs: 1 } as const;
  const invites = (['facilitator', 'participant', 'viewer'] as const).map((role) => ({
    ...{ id: InviteId.parse(nanoid()), role, tokenHash: hashToken(newToken()), expiresAtMs: null, passcodeHash: null },
  }));
  await storage.workshops.createWorkshop(workshop, invites, []);
  const createBoard = async (seed?: Uint8Array): Promise<RoomName> => {
    const id = BoardId.parse(nanoid());
    const room = formatRoomName({ layer: 'shared', boardId: id });
    if (seed) await storage.log.append(room, [seed]);
    await storage.workshops.createBoard({
      ...{ id, workshopId, title: 'A board', template: 'blank', language: 'en', createdAtMs: 1 },
      ...{ binnedAtMs: null, example: false },
    });
    return room;
  };
  /** A program's session in the workshop. */
  const join = async (role: Role = 'participant', name = 'Ada') => {
    const token = newToken();
    const sessionId = SessionId.parse(nanoid());
    const invite = invites.find((candidate) => candidate.role === role);
    if (!invite) throw new Error(role);
    const joined = await storage.workshops.join({
      session: { id: sessionId, tokenHash: hashToken(token) },
      invite: { id: invite.id, role, workshopId },
      ...{ participantId: ParticipantId.parse(nanoid()), organisationId: OrganisationId.parse(nanoid()) },
      ...{ name, organisation: 'Wells', kind: 'program', atMs: 1 },
    });
    if (!joined) throw new Error('the link is gone');
    return { token, sessionId, participantId: joined.participant.id };
  };
  /** The document as it is stored. */
  const stored = async (room: RoomName): Promise<Y.Doc> => {
    const loaded = await storage.log.load(room);
    if (loaded.status === 'damaged') throw new Error('damaged');
    const doc = new Y.Doc();
    for (const update of [loaded.snapshot, ...loaded.updates]) if (update) Y.applyUpdate(doc, update);
    return doc;
  };
  const storedIds = async (room: RoomName): Promise<readonly string[]> =>
    [...recordsOf(await stored(room)).keys()].sort();
  return { workshopId, createBoard, join, stored, storedIds };
}
