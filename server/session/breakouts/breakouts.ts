import { nanoid } from 'nanoid';
import type { Language } from '../../../shared/api/text.ts';
import { emptyDiff } from '../../../shared/board/diff.ts';
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
import type { Storage } from '../../storage/storage.ts';
import { StorageError } from '../../storage/update-log.ts';
import type { StoredBoard } from '../../storage/workshop-store.ts';
import { type Arriving, land, roomOn } from '../arrivals.ts';
import { isPaper } from '../free-places.ts';
import { type Brought, broughtFrom, type GroupContent, type LastChange } from './bring.ts';
import { copyFrame } from './copy-frame.ts';

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

export interface BroughtTogether {
  readonly unread: readonly BoardId[];
}

/**
 * Brings to the main board what groups wrote since it was last brought, by its authors and to the zones that it was written
 * in; the board as it was is kept as a version. Done again it brings what came since: also when the server stopped in the
 * middle, nothing comes twice. A group's board that is damaged stays as it is.
 * @param by whoever has it brought
 * @returns which groups' boards are damaged, that there is no room for what is on the others, or that the main board is damaged.
 * @throws StorageError when storage is out of reach; done again it goes on.
 */
export async function bringTogether(
  options: BreakoutOptions,
  breakout: Breakout,
  by: ParticipantId,
): Promise<BroughtTogether | 'too-large' | 'damaged'> {
  const { registry, log, storage } = options;
  const board = await storage.workshops.getBoard(breakout.boardId);
  const { contents, unread } = await readGroups(options, breakout);
  const done = await registry.withRoom(roomOf(breakout.boardId), async (room) => {
    const before = lookFor(breakout, contents, room.records);
    if (!hasRoom(room.records, before)) return 'too-large';
    if (before.missing.length > 0) await room.history.keep('before-restore', { name: null, by });
    // From here to the storing nothing is waited for, so that it is of one moment.
    const { found, missing: come } = lookFor(breakout, contents, room.records);
    const template = board === null ? null : loadTemplate(board.template);
    await land(room, byAuthor(come), { template, log, isLoose: isPaper });
    return { come: come.length, found };
  });
  if (done === 'damaged' || done === 'too-large') return done;
  for (const { content, come } of done.found) await note(options, content.boardId, come);
  log.info({ boardId: breakout.boardId, records: done.come }, 'breakouts.brought');
  return { unread };
}

function byAuthor(come: readonly Brought[]): readonly Arriving[] {
  const authors = [...new Set(come.map(({ author }) => author))];
  return authors.map((by) => ({
    author: by,
    records: come.filter(({ author }) => author === by).map(({ record }) => record),
  }));
}

/**
 * Whether the board carries what groups have written by now, where it can be read.
 * @throws StorageError when storage is out of reach, or the main board is damaged.
 */
export async function hasRoomFor(options: BreakoutOptions, breakout: Breakout): Promise<boolean> {
  const { contents } = await readGroups(options, breakout);
  const found = await options.registry.withRoom(roomOf(breakout.boardId), async ({ records }) =>
    hasRoom(records, lookFor(breakout, contents, records)),
  );
  if (found === 'damaged') throw unreadable();
  return found;
}

/** What each group has to bring, and what of all that is not on the board yet. */
interface Look {
  readonly found: readonly { readonly content: GroupContent; readonly come: readonly Brought[] }[];
  readonly missing: readonly Brought[];
}

function lookFor({ frameId }: Breakout, contents: readonly GroupContent[], main: ReadonlyMap<string, AnyRecord>): Look {
  const pageId = String(main.get(frameId)?.parentId ?? pageOf(main));
  const found = contents.map((content) => ({ content, come: broughtFrom(content, main, pageId) }));
  return { found, missing: found.flatMap(({ come }) => come.filter(({ record }) => !main.has(record.id))) };
}

const hasRoom = (main: ReadonlyMap<string, AnyRecord>, { missing }: Look): boolean => missing.length <= roomOn(main);

async function readGroups(
  options: BreakoutOptions,
  breakout: Breakout,
): Promise<BroughtTogether & { readonly contents: readonly GroupContent[] }> {
  const read = await Promise.all(breakout.groups.map(({ boardId }) => readGroup(options, breakout, boardId)));
  return {
    contents: read.filter((content) => content !== 'damaged'),
    unread: breakout.groups.flatMap(({ boardId }, at) => (read[at] === 'damaged' ? [boardId] : [])),
  };
}

const pageOf = (records: ReadonlyMap<string, AnyRecord>): string =>
  [...records.values()].find(({ typeName }) => typeName === 'page')?.id ?? 'page:page';

/** What stands on a group's board, once all of it is stored; nothing of one that is in the bin. */
async function readGroup(
  { storage, registry }: BreakoutOptions,
  { startedAtMs }: Breakout,
  boardId: BoardId,
): Promise<GroupContent | 'damaged'> {
  const board = await storage.workshops.getBoard(boardId);
  if (board === null || board.binnedAtMs !== null) return { boardId, records: new Map(), lastChanges: new Map() };
  const records = await registry.withRoom(roomOf(boardId), async (room) => {
    await room.read(() => undefined);
    await room.history.flush();
    return new Map(room.records);
  });
  if (records === 'damaged') return records;
  const journal = await storage.history.readJournal(boardId, { sinceMs: startedAtMs });
  const lastChanges = new Map<string, LastChange>();
  for (const { recordId, participantId, lastAtMs } of journal)
    lastChanges.set(recordId, { participantId, atMs: lastAtMs });
  return { boardId, records, lastChanges };
}

/**
 * Notes on a group's board what was brought. What somebody changed since then is news the next time; what is not noted comes
 * under the same names, and so not twice.
 */
async function note({ registry }: BreakoutOptions, boardId: BoardId, come: readonly Brought[]): Promise<void> {
  if (come.length === 0) return;
  await registry.withRoom(roomOf(boardId), (room) => {
    const updated = come.flatMap(({ noted: [before, after] }): readonly [string, [AnyRecord, AnyRecord]][] => {
      const now = room.records.get(before.id);
      return now === undefined ? [] : [[now.id, [now, { ...now, meta: after.meta } as AnyRecord]]];
    });
    return room.edit(null, (doc) => writeRestored(doc, { ...emptyDiff(), updated: Object.fromEntries(updated) }));
  });
}
