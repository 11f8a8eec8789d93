import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import * as Y from 'yjs';
import type { Visitor } from '../../../server/access/visitor.ts';
import { frame } from '../../../server/rooms/frames.ts';
import type { Membership } from '../../../server/rooms/room.ts';
import type { Socket } from '../../../server/rooms/socket.ts';
import type { Sequence } from '../../../shared/protocol/ids.ts';
import { MessageType, SyncType } from '../../../shared/protocol/messages.ts';
import { syncFrame } from '../rooms/peer.ts';
import { messagesIn } from './line.ts';
import type { Fault } from './server.ts';

/** Bugs that a server could have, each put in from outside. The model is worth what it finds of them. */

/** A sync frame taken apart; null for every other one. */
function readSync(frame: Uint8Array): { readonly type: number; readonly body: Uint8Array } | null {
  const decoder = createDecoder(frame);
  if (readVarUint(decoder) !== MessageType.sync) return null;
  return { type: readVarUint(decoder), body: readVarUint8Array(decoder) };
}

/** The same socket, except that some messages never leave, or leave as others. */
const filtered = (socket: Socket, change: (message: Uint8Array) => Uint8Array | null): Socket => ({
  send: (frames) => {
    for (const message of messagesIn(frames)) {
      const changed = change(message);
      if (changed !== null) socket.send(frame(changed));
    }
  },
  close: (code, reason) => socket.close(code, reason),
  get bufferedBytes() {
    return socket.bufferedBytes;
  },
  whenDrained: (call) => socket.whenDrained(call),
});

/** What the log is told is called durable at once. */
const acknowledgesBeforeCommit = (): Fault => {
  let last = 0;
  return {
    log: (log) => ({
      load: async (document) => {
        const loaded = await log.load(document);
        if (loaded.status !== 'damaged') last = loaded.last;
        return loaded;
      },
      list: (prefix) => log.list(prefix),
      append: async (document, updates, writers) => {
        last += updates.length;
        void log.append(document, updates, writers).catch(() => {});
        return last as Sequence;
      },
      compact: (document, through, state) => log.compact(document, through, state),
    }),
  };
};

/** Notices who was here before. */
const createComebacks = () => {
  const known = new Set<string>();
  return ({ participantId }: Visitor): boolean => {
    const isBack = known.has(participantId);
    known.add(participantId);
    return isBack;
  };
};

/** Whoever comes back is not asked what they have made meanwhile. */
const neverAsksAgain = (): Fault => {
  const comesBack = createComebacks();
  return {
    join: (room, socket, visitor) => {
      if (!comesBack(visitor)) return room.join(socket, visitor, { isLive: true });
      const leaveOut = (message: Uint8Array) => (readSync(message)?.type === SyncType.step1 ? null : message);
      return room.join(filtered(socket, leaveOut), visitor, { isLive: true });
    },
  };
};

/** Whoever comes back is told that nothing has happened. */
const answersWithNothing = (): Fault => {
  const comesBack = createComebacks();
  return {
    join: (room, socket, visitor) => {
      if (!comesBack(visitor)) return room.join(socket, visitor, { isLive: true });
      const nothing = syncFrame(SyncType.step2, Y.encodeStateAsUpdate(new Y.Doc()));
      const empty = (message: Uint8Array) => (readSync(message)?.type === SyncType.step2 ? nothing : message);
      return room.join(filtered(socket, empty), visitor, { isLive: true });
    },
  };
};

/** What somebody brings along when they connect is stored and not passed on. */
const keepsAnswersToItself = (): Fault => {
  const brought = new Set<string>();
  const structsOf = (update: Uint8Array) => Y.decodeUpdate(update).structs.map(({ id }) => `${id.client} ${id.clock}`);
  return {
    join: (room, socket, visitor): Membership => {
      const leaveOut = (message: Uint8Array) => {
        const sync = readSync(message);
        return sync?.type === SyncType.update && structsOf(sync.body).some((id) => brought.has(id)) ? null : message;
      };
      const membership = room.join(filtered(socket, leaveOut), visitor, { isLive: true });
      return {
        receive: (frame) => {
          const sync = readSync(frame);
          if (sync?.type === SyncType.step2) for (const id of structsOf(sync.body)) brought.add(id);
          membership.receive(frame);
        },
        leave: () => membership.leave(),
      };
    },
  };
};

/** The last update before a snapshot is in neither. */
const compactsTooFar = (): Fault => {
  let updates: Uint8Array[] = [];
  let last = 0;
  return {
    log: (log) => ({
      load: async (document) => {
        const loaded = await log.load(document);
        if (loaded.status !== 'damaged') {
          updates = [loaded.snapshot, ...loaded.updates].filter((update) => update !== null);
          last = loaded.last;
        }
        return loaded;
      },
      list: (prefix) => log.list(prefix),
      append: async (document, added, writers) => {
        last = await log.append(document, added, writers);
        updates.push(...added);
        return last as Sequence;
      },
      compact: (document, through, _state) => {
        const state = Y.mergeUpdates(updates.slice(0, updates.length - (last - through) - 1));
        return log.compact(document, through, state);
      },
    }),
  };
};

/** What somebody has deleted is passed on to nobody. */
const keepsDeletionsToItself = (): Fault => ({
  join: (room, socket, visitor) => {
    const leaveOut = (message: Uint8Array) => {
      const sync = readSync(message);
      return sync?.type === SyncType.update && Y.decodeUpdate(sync.body).structs.length === 0 ? null : message;
    };
    return room.join(filtered(socket, leaveOut), visitor, { isLive: true });
  },
});

/** Nobody is told apart: everybody may write under everybody's client id. */
const knowsNobody = (): Fault => {
  let known: Visitor['participantId'] | undefined;
  return {
    join: (room, socket, visitor) => {
      known ??= visitor.participantId;
      return room.join(socket, { ...visitor, participantId: known }, { isLive: true });
    },
  };
};

export const faults: Readonly<Record<string, () => Fault>> = {
  'acknowledged before it is durable': acknowledgesBeforeCommit,
  'no question after a reconnect': neverAsksAgain,
  'an empty answer after a reconnect': answersWithNothing,
  'sync step 2 is not passed on': keepsAnswersToItself,
  'deletions are not passed on': keepsDeletionsToItself,
  'a snapshot lacks the last update': compactsTooFar,
};

/** Bugs that only an attacker brings to light. */
export const attackFaults: Readonly<Record<string, () => Fault>> = {
  'one writes under the client id of another': knowsNobody,
};
