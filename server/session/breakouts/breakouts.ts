import { nanoid } from 'nanoid';
import type { Language } from '../../../shared/api/text.ts';
import { type Diff, emptyDiff, isEmptyDiff } from '../../../shared/board/diff.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { BoardId, type ParticipantId } from '../../../shared/protocol/ids.ts';
import { textLimits } from '../../../shared/protocol/limits.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { Breakout } from '../../../shared/session/breakouts.ts';
import { letterOf } from '../../../shared/session/groups.ts';
import type { Log } from '../../observe/log.ts';
import { writeRestored } from '../../rooms/history-restore.ts';
import type { Registry } from '../../rooms/registry.ts';
import { recordLimits } from '../../rooms/review/limits.ts';
import type { Room } from '../../rooms/room.ts';
import type { Storage } from '../../storage/storage.ts';
import { StorageError } from '../../storage/update-log.ts';
import type { StoredBoard } from '../../storage/workshop-store.ts';
import { arrive } from '../reveal.ts';
import { type Brought, broughtFrom, type GroupContent, type LastChange } from './bring.ts';
import { copyFrame } from './copy-frame.ts';
import { atFreePlaces, isPaper } from './free-places.ts';

export interface BreakoutOptions {
  readonly storage: Pick<Storage, 'log' | 'history' | 'workshops'>;
  readonly registry: Pick<Registry, 'withRoom'>;
  readonly log: Log;
}

const roomOf = (boardId: BoardId) => formatRoomName({ layer: 'shared', boardId });
const unreadable = () => new StorageError('io', 'the board cannot be read');
const group: Record<Language, string> = { en: 'Group', nl: 'Groep', fr: 'Groupe', de: 'Gruppe' };

interface GroupBoards {
  readonly groups: number;
  readonly atMs: number;
  /** As the first entry of the log of a board. */
  readonly encode: (records: readonly AnyRecord[]) => Promise<Uint8Array>;
}

/**
 * A board for each group, with the frame and what stands in it. Their logs are stored; a log that no board names is harmless.
 * @returns null where the board has no such frame.
 * @throws StorageError when storage is out of reach.
 */
export async function makeGroupBoards(
  { storage, registry }: BreakoutOptions,
  parent: StoredBoard,
  frameId: string,
  { groups, atMs, encode }: GroupBoards,
): Promise<readonly StoredBoard[] | null> {
  const read = await registry.withRoom(roomOf(parent.id), async ({ records }) => new Map(records));
  if (read === 'damaged') throw unreadable();
  const boards: StoredBoard[] = [];
  for (let at = 0; at < groups; at++) {
    const records = copyFrame(read, frameId, letterOf(at));
    if (records === null) return null;
    const id = BoardId.parse(nanoid());
    await storage.log.append(roomOf(id), [await encode(records)]);
    const { name } = (read.get(frameId)?.props ?? {}) as { readonly name?: string };
    boards.push({ ...parent, id, title: titleOf(name ?? '', at, parent), createdAtMs: atMs });
  }
  return boards;
}

function titleOf(frame: string, at: number, { title, language }: StoredBoard): string {
  const end = ` – ${group[language]} ${letterOf(at)}`;
  const letters = Array.from(frame.trim() === '' ? title : frame.trim());
  while (letters.join('').length + end.length > textLimits.boardTitle) letters.pop();
  return `${letters.join('').trimEnd()}${end}`;
}

/** Room that is left for what arranging adds. */
const spareRecords = 200;

/**
 * Brings to the main board what groups wrote since it was last brought, by its authors and to the zones that it was written
 * in; the board as it was is kept as a version. Done again it brings what came since: also when the server stopped in the
 * middle, nothing comes twice.
 * @param by whoever has it brought
 * @returns how much came, or that there is no room for it.
 * @throws StorageError when storage is out of reach; done again it goes on.
 */
export async function bringTogether(
  options: BreakoutOptions,
  breakout: Breakout,
  by: ParticipantId,
): Promise<number | 'too-large'> {
  const { registry, log, storage } = options;
  const board = await storage.workshops.getBoard(breakout.boardId);
  const contents = await Promise.all(breakout.groups.map(({ boardId }) => readGroup(options, breakout, boardId)));
  const done = await registry.withRoom(roomOf(breakout.boardId), async (room) => {
    const pageId = String(room.records.get(breakout.frameId)?.parentId ?? pageOf(room.records));
    const look = () => contents.map((content) => ({ content, come: broughtFrom(content, room.records, pageId) }));
    const isThere = ({ record }: Brought) => room.records.has(record.id);
    const missing = () => look().flatMap(({ come }) => come.filter((one) => !isThere(one)));
    if (missing().length > recordLimits.recordsMax - spareRecords - room.records.size) return 'too-large';
    if (missing().length > 0) await room.history.keep('before-restore', { name: null, by });
    // From here to the storing nothing is waited for, so that it is of one moment.
    const found = look();
    const come = missing();
    await land(room, come, board === null ? null : loadTemplate(board.template), log);
    return { come: come.length, found };
  });
  if (done === 'damaged') throw unreadable();
  if (done === 'too-large') return done;
  for (const { content, come } of done.found) await note(options, content.boardId, come);
  log.info({ boardId: breakout.boardId, records: done.come }, 'breakouts.brought');
  return done.come;
}

const pageOf = (records: ReadonlyMap<string, AnyRecord>): string =>
  [...records.values()].find(({ typeName }) => typeName === 'page')?.id ?? 'page:page';

/** One edit for each author, all in one turn: the journal tells whose they are. */
async function land(room: Room, come: readonly Brought[], template: ReturnType<typeof loadTemplate> | null, log: Log) {
  if (come.length === 0) return;
  const authors = [...new Set(come.map(({ author }) => author))];
  const parts = authors.map((by) => ({
    records: come.filter(({ author }) => author === by).map(({ record }) => record),
  }));
  const { arrivals, around } = arrive(room.records, parts, { template, log });
  const placed = withFreePlaces(room.records, arrivals, around);
  const edits = authors.map((author, at) => {
    const actor = author === null ? null : ({ participantId: author, role: 'participant' } as const);
    return room.edit(actor, (doc) => writeRestored(doc, { ...emptyDiff(), added: placed[at] ?? {} }));
  });
  if (!isEmptyDiff(around)) edits.push(room.edit(null, (doc) => writeRestored(doc, around)));
  await Promise.all(edits);
}

type Added = Diff['added'];

/** Cards have their places by their layouts; what lies loose comes where neither they nor anything else is. */
function withFreePlaces(
  before: ReadonlyMap<string, AnyRecord>,
  arrivals: readonly Added[],
  around: Diff,
): readonly Added[] {
  const all = arrivals.flatMap((part) => Object.values(part));
  const now = new Map(before);
  for (const id in around.removed) now.delete(id);
  for (const record of [...Object.values(around.added), ...Object.values(around.updated).map(([, after]) => after)])
    now.set(record.id, record);
  for (const record of all) if (!isPaper(record)) now.set(record.id, record);
  const free = new Map(atFreePlaces(now, all.filter(isPaper)).map((record) => [record.id as string, record]));
  return arrivals.map((part) =>
    Object.fromEntries(Object.entries(part).map(([id, record]) => [id, free.get(id) ?? record])),
  );
}

/** What stands on a group's board, once all of it is stored; nothing of one that is in the bin. */
async function readGroup(
  { storage, registry }: BreakoutOptions,
  { startedAtMs }: Breakout,
  boardId: BoardId,
): Promise<GroupContent> {
  const board = await storage.workshops.getBoard(boardId);
  if (board === null || board.binnedAtMs !== null) return { boardId, records: new Map(), lastChanges: new Map() };
  const records = await registry.withRoom(roomOf(boardId), async (room) => {
    await room.read(() => undefined);
    await room.history.flush();
    return new Map(room.records);
  });
  if (records === 'damaged') throw unreadable();
  const journal = await storage.history.readJournal(boardId, { sinceMs: startedAtMs });
  const lastChanges = new Map<string, LastChange>();
  for (const { recordId, participantId, lastAtMs } of journal)
    lastChanges.set(recordId, { participantId, atMs: lastAtMs });
  return { boardId, records, lastChanges };
}

/** Notes on a group's board what was brought. What somebody changed since then is news the next time. */
async function note({ registry }: BreakoutOptions, boardId: BoardId, come: readonly Brought[]): Promise<void> {
  if (come.length === 0) return;
  const done = await registry.withRoom(roomOf(boardId), (room) => {
    const updated = come.flatMap(({ noted: [before, after] }): readonly [string, [AnyRecord, AnyRecord]][] => {
      const now = room.records.get(before.id);
      return now === undefined ? [] : [[now.id, [now, { ...now, meta: after.meta } as AnyRecord]]];
    });
    return room.edit(null, (doc) => writeRestored(doc, { ...emptyDiff(), updated: Object.fromEntries(updated) }));
  });
  if (done === 'damaged') throw unreadable();
}
