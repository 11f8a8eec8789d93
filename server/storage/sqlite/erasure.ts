import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import type { BoardId, SessionId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { formatRoomName, ownLayersOf, parseRoomName } from '../../../shared/protocol/room-name.ts';
import { writeTransaction } from './transaction.ts';

export interface NamedWorkshop {
  readonly id: WorkshopId;
  readonly title: string;
  readonly createdAtMs: number;
}

/** How much there is of a workshop. */
export interface WorkshopSize {
  /** In the bin or not. */
  readonly boards: number;
  readonly people: number;
  readonly pictures: number;
  readonly versions: number;
  readonly comments: number;
}

/** @returns the workshop of this id, or all of this title, in whatever case it is written. */
export function findWorkshops(db: DatabaseSyncInstance, name: string): readonly NamedWorkshop[] {
  const all = db
    .prepare('SELECT id, title, created_at_ms AS createdAtMs FROM workshops ORDER BY created_at_ms')
    .all() as NamedWorkshop[];
  const known = all.filter(({ id }) => id === name);
  return known.length > 0 ? known : all.filter(({ title }) => title.toLowerCase() === name.toLowerCase());
}

/** Tables that name boards without referring to them: what is in them is stored before its board. */
const namingBoards = ['images', 'agendas'] as const;

const onBoards = 'board_id IN (SELECT id FROM boards WHERE workshop_id = :id)';

export function measureWorkshop(db: DatabaseSyncInstance, id: WorkshopId): WorkshopSize {
  const count = (from: string) => (db.prepare(`SELECT count(*) AS n FROM ${from}`).get({ id }) as { n: number }).n;
  return {
    boards: count('boards WHERE workshop_id = :id'),
    people: count("participants WHERE workshop_id = :id AND kind = 'person'"),
    pictures: count(`images WHERE ${onBoards}`),
    versions: count(`versions WHERE ${onBoards}`),
    comments: count(`comments WHERE ${onBoards}`),
  };
}

/**
 * Erases a workshop with everything that belongs to it, and the sessions of browsers that were nowhere else. When it
 * returns no byte of it is left in the files of the database: what was deleted is overwritten, and the file written anew,
 * because earlier deletions have left parts of it in free places.
 * @throws ResidueError once the workshop is gone; what SQLite throws when nothing was erased.
 */
export function eraseWorkshop(db: DatabaseSyncInstance, id: WorkshopId): void {
  db.exec('PRAGMA secure_delete = ON');
  writeTransaction(db, () => deleteRows(db, id));
  try {
    db.exec('VACUUM');
    truncateLog(db);
  } catch (error) {
    throw new ResidueError(error);
  }
}

/** The workshop is gone, but bytes of it may be left in free places of the file. */
export class ResidueError extends Error {
  override readonly name = 'ResidueError';
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function deleteRows(db: DatabaseSyncInstance, id: WorkshopId): void {
  const boards = db.prepare('SELECT id FROM boards WHERE workshop_id = ?').all(id) as { id: BoardId }[];
  const sessions = db.prepare('SELECT session_id AS id FROM grants WHERE workshop_id = ?').all(id) as {
    id: SessionId;
  }[];
  const deleteDocument = db.prepare('DELETE FROM documents WHERE name = ?');
  // Documents name boards without referring to them: they are stored before their board.
  const deleteLayers = db.prepare("DELETE FROM documents WHERE name >= ? AND name < ? || '~'");
  for (const board of boards) {
    deleteDocument.run(formatRoomName({ layer: 'shared', boardId: board.id }));
    deleteLayers.run(ownLayersOf(board.id), ownLayersOf(board.id));
  }
  for (const table of namingBoards) db.prepare(`DELETE FROM ${table} WHERE ${onBoards}`).run({ id });
  db.prepare('DELETE FROM workshops WHERE id = ?').run(id);
  const forget = db.prepare('DELETE FROM sessions WHERE id = ? AND id NOT IN (SELECT session_id FROM grants)');
  for (const session of sessions) forget.run(session.id);
  deleteUnfinished(db);
}

/** What was stored of boards that never came, of whichever workshop: while no server runs, none is on its way. */
function deleteUnfinished(db: DatabaseSyncInstance): void {
  const boards = db.prepare('SELECT id FROM boards').all() as { id: BoardId }[];
  const known = new Set<string>(boards.map(({ id }) => id));
  const documents = db.prepare('SELECT name FROM documents').all() as { name: string }[];
  const deleteDocument = db.prepare('DELETE FROM documents WHERE name = ?');
  for (const { name } of documents) {
    const boardId = parseRoomName(name)?.boardId;
    if (boardId !== undefined && !known.has(boardId)) deleteDocument.run(name);
  }
  for (const table of namingBoards) db.exec(`DELETE FROM ${table} WHERE board_id NOT IN (SELECT id FROM boards)`);
}

/** The write-ahead log holds pages as they were. */
function truncateLog(db: DatabaseSyncInstance): void {
  const { busy } = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
  if (busy !== 0) throw new Error('another program is reading the database');
}
