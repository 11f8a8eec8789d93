import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { Sequence } from '../../../shared/protocol/ids.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { blobChecksum, isIntact } from '../checksum.ts';
import { emptyDocument } from '../empty-document.ts';
import { type LoadedDocument, nobody, type Writer } from '../update-log.ts';
import type { OnStep } from './steps.ts';
import { writeTransaction } from './transaction.ts';

export interface Append {
  readonly document: RoomName;
  readonly updates: readonly Uint8Array[];
  readonly writers?: readonly Writer[] | undefined;
  readonly retired?: readonly RoomName[] | undefined;
}

/** The update log in SQLite, synchronous: it lives in the storage thread. Throws what SQLite throws. */
export interface SqliteLog {
  /** Stores all appends in one transaction, or none. @returns the last sequence number of each. */
  append(batch: readonly Append[]): readonly Sequence[];
  list(prefix: string): readonly RoomName[];
  load(document: RoomName): LoadedDocument;
  compact(document: RoomName, through: Sequence, state: Uint8Array): void;
}

interface Row {
  readonly sequence: Sequence;
  readonly bytes: Uint8Array;
  readonly checksum: Uint8Array;
}

export function createSqliteLog(db: DatabaseSyncInstance, onStep: OnStep): SqliteLog {
  const statements = prepare(db);
  return {
    append: (batch) => {
      const lasts = writeTransaction(db, () => {
        const stored = batch.map((append) => appendOne(statements, append));
        onStep({ name: 'append.written', appends: batch.length });
        return stored;
      });
      onStep({ name: 'append.committed', appends: batch.length });
      return lasts;
    },
    list: (prefix) => (statements.named.all(prefix, prefix) as { name: RoomName }[]).map(({ name }) => name),
    load: (document) => load(statements, document),
    compact: (document, through, state) => {
      writeTransaction(db, () => {
        compact(statements, document, through, state);
        onStep({ name: 'compact.written' });
      });
      onStep({ name: 'compact.committed' });
    },
  };
}

type Statements = ReturnType<typeof prepare>;

const prepare = (db: DatabaseSyncInstance) => ({
  extend: db.prepare(
    `INSERT INTO documents (name, last_sequence) VALUES (:document, :count)
     ON CONFLICT (name) DO UPDATE SET last_sequence = last_sequence + :count
     RETURNING last_sequence AS last`,
  ),
  last: db.prepare('SELECT last_sequence AS last FROM documents WHERE name = ?'),
  insertUpdate: db.prepare('INSERT INTO updates (document, sequence, checksum, bytes) VALUES (?, ?, ?, ?)'),
  updatesBehind: db.prepare(
    'SELECT sequence, checksum, bytes FROM updates WHERE document = ? AND sequence > ? ORDER BY sequence',
  ),
  deleteUpdatesThrough: db.prepare('DELETE FROM updates WHERE document = ? AND sequence <= ?'),
  insertSnapshot: db.prepare('INSERT INTO snapshots (document, through, checksum, state) VALUES (?, ?, ?, ?)'),
  snapshotPlaces: db.prepare('SELECT through FROM snapshots WHERE document = ? ORDER BY through DESC'),
  snapshot: db.prepare(
    'SELECT through AS sequence, checksum, state AS bytes FROM snapshots WHERE document = ? AND through = ?',
  ),
  insertWriter: db.prepare(
    'INSERT INTO writers (document, client_id, participant_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ),
  writers: db.prepare('SELECT client_id AS clientId, participant_id AS participantId FROM writers WHERE document = ?'),
  // Names are ASCII: nothing that begins like this comes behind the last character that one can hold.
  named: db.prepare("SELECT name FROM documents WHERE name >= ? AND name < ? || '~' ORDER BY name"),
  overwriteDeleted: db.prepare('PRAGMA secure_delete = ON'),
  leaveDeleted: db.prepare('PRAGMA secure_delete = OFF'),
  deleteUpdates: db.prepare('DELETE FROM updates WHERE document = ?'),
  deleteSnapshots: db.prepare('DELETE FROM snapshots WHERE document = ?'),
  disown: db.prepare('UPDATE writers SET participant_id = ? WHERE document = ?'),
  deleteOtherSnapshots: db.prepare('DELETE FROM snapshots WHERE document = ? AND through <> ?'),
});

function appendOne(statements: Statements, { document, updates, writers = [], retired = [] }: Append): Sequence {
  if (updates.length === 0) return lastOf(statements, document) ?? (0 as Sequence);
  const { last } = statements.extend.get({ document, count: updates.length }) as { last: Sequence };
  for (const [index, bytes] of updates.entries()) {
    const sequence = (last - updates.length + 1 + index) as Sequence;
    statements.insertUpdate.run(document, sequence, blobChecksum({ document, kind: 'update', sequence }, bytes), bytes);
  }
  for (const { clientId, participantId } of writers) statements.insertWriter.run(document, clientId, participantId);
  for (const name of retired) retire(statements, name);
  return last;
}

function retire(statements: Statements, document: RoomName): void {
  const last = lastOf(statements, document);
  if (last === null) return;
  // Nor are its bytes left in free places of the file.
  statements.overwriteDeleted.get();
  statements.deleteUpdates.run(document);
  statements.deleteSnapshots.run(document);
  statements.leaveDeleted.get();
  const checksum = blobChecksum({ document, kind: 'snapshot', sequence: last }, emptyDocument);
  statements.insertSnapshot.run(document, last, checksum, emptyDocument);
  statements.disown.run(nobody, document);
}

const lastOf = (statements: Statements, document: RoomName): Sequence | null =>
  (statements.last.get(document) as { last: Sequence } | undefined)?.last ?? null;

function load(statements: Statements, document: RoomName): LoadedDocument {
  const { snapshot, isNewest } = newestIntactSnapshot(statements, document);
  const start = snapshot?.sequence ?? 0;
  const last = lastOf(statements, document) ?? 0;
  const rows = statements.updatesBehind.all(document, start) as Row[];
  const unsound = rows.findIndex((row, index) => row.sequence !== start + 1 + index || !isSound(document, row));
  const end = start + (unsound === -1 ? rows.length : unsound);
  // Entries that the document does not know of are as wrong as those that it misses.
  if (unsound !== -1 || end !== last) return { status: 'damaged', at: (Math.min(end, last) + 1) as Sequence };
  const updates = rows.map(({ bytes }) => bytes);
  return {
    status: isNewest ? 'intact' : 'rebuilt',
    snapshot: snapshot?.bytes ?? null,
    updates,
    tailBytes: updates.reduce((sum, { length }) => sum + length, 0),
    last: last as Sequence,
    writers: statements.writers.all(document) as Writer[],
  };
}

const isSound = (document: RoomName, { sequence, bytes, checksum }: Row): boolean =>
  isIntact({ document, kind: 'update', sequence }, bytes, checksum);

/** Snapshots are large: reads one at a time, the newest first. */
function newestIntactSnapshot(
  { snapshotPlaces, snapshot }: Statements,
  document: RoomName,
): { readonly snapshot: Row | null; readonly isNewest: boolean } {
  const places = snapshotPlaces.all(document) as { through: Sequence }[];
  for (const [index, { through }] of places.entries()) {
    const row = snapshot.get(document, through) as Row;
    if (isIntact({ document, kind: 'snapshot', sequence: through }, row.bytes, row.checksum)) {
      return { snapshot: row, isNewest: index === 0 };
    }
  }
  return { snapshot: null, isNewest: places.length === 0 };
}

function compact(statements: Statements, document: RoomName, through: Sequence, state: Uint8Array): void {
  const last = lastOf(statements, document) ?? 0;
  if (through > last) throw new RangeError(`${document} ends at ${last}, before ${through}`);
  const previous = newestIntactSnapshot(statements, document).snapshot?.sequence ?? 0;
  if (through <= previous) return;
  statements.deleteOtherSnapshots.run(document, previous);
  const checksum = blobChecksum({ document, kind: 'snapshot', sequence: through }, state);
  statements.insertSnapshot.run(document, through, checksum, state);
  statements.deleteUpdatesThrough.run(document, previous);
}
