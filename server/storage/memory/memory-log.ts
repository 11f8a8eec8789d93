import type { ParticipantId, Sequence } from '../../../shared/protocol/ids.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { blobChecksum, isIntact, type LogPlace } from '../checksum.ts';
import { emptyDocument } from '../empty-document.ts';
import { type LoadedDocument, nobody, type UpdateLog } from '../update-log.ts';

interface Blob {
  readonly sequence: Sequence;
  readonly bytes: Uint8Array;
  readonly checksum: Uint8Array;
}

interface Log {
  /** Both in the order of their sequence numbers. */
  updates: readonly Blob[];
  snapshots: readonly Blob[];
  readonly owners: Map<number, ParticipantId>;
  last: Sequence;
}

export interface MemoryLog extends UpdateLog {
  /** Flips one byte of what is stored there. @throws when nothing is. */
  damage(place: LogPlace): void;
}

/** The update log as plainly as it can be said; it forgets everything with the process. */
export function createMemoryLog(): MemoryLog {
  const logs = new Map<RoomName, Log>();
  const logOf = (document: RoomName): Log => {
    const log = logs.get(document) ?? { updates: [], snapshots: [], owners: new Map(), last: 0 as Sequence };
    logs.set(document, log);
    return log;
  };
  return {
    append: async (document, updates, writers = [], retired = []) => {
      const log = logOf(document);
      for (const update of updates) {
        log.last = (log.last + 1) as Sequence;
        log.updates = [...log.updates, toBlob({ document, kind: 'update', sequence: log.last }, update)];
      }
      if (updates.length === 0) return log.last;
      for (const { clientId, participantId } of writers) {
        if (!log.owners.has(clientId)) log.owners.set(clientId, participantId);
      }
      for (const name of retired) retire(name, logOf(name));
      return log.last;
    },
    list: async (prefix) =>
      [...logs].flatMap(([name, { last }]) => (last > 0 && name.startsWith(prefix) ? [name] : [])),
    load: async (document) => load(document, logOf(document)),
    compact: async (document, through, state) => compact(document, logOf(document), through, state),
    damage: ({ document, kind, sequence }) => {
      const { updates, snapshots } = logOf(document);
      const blob = (kind === 'update' ? updates : snapshots).find((stored) => stored.sequence === sequence);
      if (blob?.bytes[0] === undefined) throw new Error(`no ${kind} ${sequence}`);
      blob.bytes[0] ^= 1;
    },
  };
}

function retire(document: RoomName, log: Log): void {
  if (log.last === 0) return;
  log.updates = [];
  log.snapshots = [toBlob({ document, kind: 'snapshot', sequence: log.last }, emptyDocument)];
  for (const clientId of log.owners.keys()) log.owners.set(clientId, nobody);
}

const toBlob = (place: LogPlace, bytes: Uint8Array): Blob => ({
  sequence: place.sequence,
  bytes: Uint8Array.from(bytes),
  checksum: blobChecksum(place, bytes),
});

const isSound = (document: RoomName, kind: LogPlace['kind'], { sequence, bytes, checksum }: Blob): boolean =>
  isIntact({ document, kind, sequence }, bytes, checksum);

const newestIntact = (document: RoomName, { snapshots }: Log): Blob | null =>
  snapshots.findLast((snapshot) => isSound(document, 'snapshot', snapshot)) ?? null;

function load(document: RoomName, log: Log): LoadedDocument {
  const snapshot = newestIntact(document, log);
  const updates: Uint8Array[] = [];
  for (let next = (snapshot?.sequence ?? 0) + 1; next <= log.last; next += 1) {
    const update = log.updates.find(({ sequence }) => sequence === next);
    if (!update || !isSound(document, 'update', update)) return { status: 'damaged', at: next as Sequence };
    updates.push(Uint8Array.from(update.bytes));
  }
  return {
    status: snapshot === (log.snapshots.at(-1) ?? null) ? 'intact' : 'rebuilt',
    snapshot: snapshot && Uint8Array.from(snapshot.bytes),
    updates,
    tailBytes: updates.reduce((sum, { length }) => sum + length, 0),
    last: log.last,
    writers: [...log.owners].map(([clientId, participantId]) => ({ clientId, participantId })),
  };
}

function compact(document: RoomName, log: Log, through: Sequence, state: Uint8Array): void {
  if (through > log.last) throw new RangeError(`${document} ends at ${log.last}, before ${through}`);
  const previous = newestIntact(document, log);
  const start = previous?.sequence ?? 0;
  if (through <= start) return;
  const snapshot = toBlob({ document, kind: 'snapshot', sequence: through }, state);
  log.snapshots = previous ? [previous, snapshot] : [snapshot];
  log.updates = log.updates.filter(({ sequence }) => sequence > start);
}
