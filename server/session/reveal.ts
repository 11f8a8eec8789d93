import { randomInt } from 'node:crypto';
import { nanoid } from 'nanoid';
import { endsOf } from '../../shared/board/ends.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import type { OwnMeta } from '../../shared/board/promise.ts';
import { loadTemplate } from '../../shared/method/templates.ts';
import type { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import type { Log } from '../observe/log.ts';
import type { OwnAddress, OwnContent } from '../rooms/own-layers/empty-own-layers.ts';
import { countShapes } from '../rooms/own-layers/own-layers.ts';
import type { Registry } from '../rooms/registry.ts';
import { Turns } from '../rooms/turns.ts';
import { StorageError } from '../storage/update-log.ts';
import type { WorkshopStore } from '../storage/workshop-store.ts';
import { type Arriving, land, renamed, roomOn } from './arrivals.ts';

type Records = ReadonlyMap<string, AnyRecord>;

export interface RevealOptions {
  readonly registry: Pick<Registry, 'withRoom' | 'ownLayers' | 'emptyOwnLayers'>;
  readonly workshops: Pick<WorkshopStore, 'getBoard' | 'listParticipants'>;
  readonly log: Log;
}

export interface Revealing {
  readonly boardId: BoardId;
  /** One person's alone; by default everybody's who was not removed: of what those wrote nothing comes to the board any more. */
  readonly participantId?: ParticipantId;
  /** Whether it was announced that what is revealed says nobody's name; what was written so says none anyway. */
  readonly isAnonymous?: boolean;
  /** Asked when its turn has come and nobody writes there any more; where it is not so any more, nothing is done. */
  readonly isWanted?: (shared: Records, layers: readonly OwnContent[]) => boolean;
}

/**
 * Moves what people wrote privately to the board that everybody sees: each layer is on it in the commit that empties it, so
 * that nothing is ever lost or there twice. Under names ids stay, and with them whatever is under way; records of an
 * anonymous round get new ids in random order, no author and no entry in the journal.
 * @returns what came of it; null where it was not wanted any more.
 * @throws StorageError when storage is out of reach. Done again it moves what is left.
 */
export type Reveal = (what: Revealing) => Promise<Revealed | null>;

export interface Revealed {
  /** How many shapes came to the board. */
  readonly shapes: number;
  /** How many people's layers the board had no room for: they stay private. */
  readonly layersLeft: number;
  /** How many cannot be read: they stay as they are. */
  readonly layersUnread: number;
}

/** One reveal of a board at a time: two would put everything on it twice. */
export function createReveal(options: RevealOptions): Reveal {
  const turns = new Turns<BoardId>();
  return (what) => turns.take(what.boardId, () => revealNow(options, what));
}

async function revealNow({ registry, workshops, log }: RevealOptions, what: Revealing): Promise<Revealed | null> {
  const { boardId, participantId, isAnonymous = false, isWanted = () => true } = what;
  const all = await registry.ownLayers(boardId);
  const board = await workshops.getBoard(boardId);
  const people = board === null ? [] : await workshops.listParticipants(board.workshopId);
  const removed = new Set(people.filter(({ removedAtMs }) => removedAtMs !== null).map(({ id }) => id));
  const wanted = all.filter((address) =>
    participantId === undefined ? !removed.has(address.participantId) : address.participantId === participantId,
  );
  if (wanted.length === 0) return { shapes: 0, layersLeft: 0, layersUnread: 0 };
  const template = board === null ? null : loadTemplate(board.template);
  const moved = await registry.withRoom(formatRoomName({ layer: 'shared', boardId }), (room) =>
    registry.emptyOwnLayers<Revealed | null>(wanted, async (layers) => {
      if (!isWanted(room.records, layers)) return { result: null, emptied: [] };
      const fit = fitting(room.records, layers);
      // One person's cards come alone: beside those with a name, those without would have one too.
      const isWithout = isAnonymous || (participantId !== undefined && fit.some(hasWithoutName));
      const parts = partsOf(fit, room.records, isWithout);
      const layersLeft = layers.length - fit.length - layers.filter(({ records }) => records.size === 0).length;
      if (layersLeft > 0) log.warn({ boardId, layers: layersLeft }, 'private-writing.board-full');
      // What somebody laid on something else of theirs is to lie there.
      await land(room, parts, { template, log, isLoose: () => false });
      const shapes = parts.reduce((sum, { records }) => sum + countShapes(records), 0);
      const layersUnread = wanted.length - layers.length;
      return { result: { shapes, layersLeft, layersUnread }, emptied: parts.flatMap(({ emptied }) => emptied) };
    }),
  );
  if (moved === 'damaged') throw new StorageError('io', 'the board cannot be read');
  if (moved !== null) log.info({ boardId, layers: wanted.length, shapes: moved.shapes }, 'private-writing.revealed');
  return moved;
}

/** As many whole layers as the board has room for; the others stay private, and their writers can try again. */
function fitting(board: Records, layers: readonly OwnContent[]): readonly OwnContent[] {
  let left = roomOn(board);
  return layers.filter(({ records }) => {
    const fits = records.size > 0 && records.size <= left;
    if (fits) left -= records.size;
    return fits;
  });
}

interface Part extends Arriving {
  readonly emptied: readonly OwnAddress[];
}

/** Whether a record was written where names were promised to be left out. */
const isWithoutName = ({ meta }: AnyRecord): boolean => (meta as unknown as Partial<OwnMeta>).anonymous !== false;

const hasWithoutName = ({ records }: OwnContent): boolean => [...records.values()].some(isWithoutName);

/**
 * What each person wrote under their name, and what nobody is to know of whom it is, all in one, in random order, under ids
 * that were never told to anybody. A layer with both is retired with the latter, which comes last.
 */
function partsOf(layers: readonly OwnContent[], board: Records, isAnonymous: boolean): readonly Part[] {
  const ids = new Map(layers.map((layer) => [layer, newIds(layer, (record) => isAnonymous || isWithoutName(record))]));
  const goesWithout = (layer: OwnContent, { id }: AnyRecord): boolean => ids.get(layer)?.has(id) === true;
  const named = layers.flatMap((layer): Part[] => {
    const { records, ...address } = layer;
    const all = [...records.values()];
    const own = all.filter((record) => !goesWithout(layer, record) && !isThere(board, record));
    // An edit that changes nothing would empty no layer.
    if (own.length === 0) return [];
    const emptied = all.some((record) => goesWithout(layer, record)) ? [] : [address];
    return [partOf(inOrder(own).map(withoutRound), address.participantId, emptied)];
  });
  const anonymous = layers.flatMap((layer) => {
    const without = [...layer.records.values()].filter((record) => goesWithout(layer, record));
    return without.map((record) => withoutWriter(renamed(record, ids.get(layer) ?? new Map())));
  });
  if (anonymous.length === 0) return named;
  const emptied = layers
    .filter((layer) => [...layer.records.values()].some((record) => goesWithout(layer, record)))
    .map(({ records: _, ...address }) => address);
  return [...named, partOf(shuffled(anonymous), null, emptied)];
}

const partOf = (records: readonly AnyRecord[], author: ParticipantId | null, emptied: readonly OwnAddress[]): Part => ({
  ...{ records, author, emptied },
  retired: emptied.map(formatRoomName),
});

/**
 * New ids of what says no name in one person's layer: another may have chosen the same. What hangs on such a record says none
 * either, nor does the picture that it shows, the group that it is in and the arrow that points at it: nobody else can have
 * made them, and they come to the board with it.
 */
function newIds({ records }: OwnContent, isWithout: (record: AnyRecord) => boolean): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const give = ({ id, typeName }: AnyRecord) => ids.set(id, `${typeName}:${nanoid()}`);
  for (let before = -1; before < ids.size; ) {
    before = ids.size;
    for (const record of records.values()) {
      const picture = pictureOf(record);
      const hangsOn = [String(record.parentId), ...endsOf(record), picture];
      if (!ids.has(record.id) && (isWithout(record) || hangsOn.some((id) => ids.has(id)))) give(record);
      if (!ids.has(record.id)) continue;
      for (const id of [picture, String(record.parentId), String(record.fromId)]) {
        const bound = records.get(id);
        if (bound !== undefined && !ids.has(id)) give(bound);
      }
    }
  }
  return ids;
}

/** Id of the picture that a shape shows. */
const pictureOf = ({ props }: AnyRecord): string =>
  String((props as { readonly assetId?: unknown } | undefined)?.assetId ?? '');

/** It came to the board before the server stopped. */
const isThere = (board: Records, { id, meta }: AnyRecord): boolean =>
  board.has(id) && authorOf(board.get(id)?.meta) === authorOf(meta);

const authorOf = (meta: unknown): unknown => (meta as { readonly author?: unknown } | undefined)?.author;

const inOrder = (records: readonly AnyRecord[]): readonly AnyRecord[] =>
  [...records].sort((a, b) => (String(a.index) < String(b.index) ? -1 : 1));

function withoutRound(record: AnyRecord): AnyRecord {
  const { anonymous: _, ...meta } = (record.meta ?? {}) as Record<string, unknown>;
  return { ...record, meta } as AnyRecord;
}

/** Nor does a picture say what its file was called. */
function withoutWriter(record: AnyRecord): AnyRecord {
  const props = record.typeName === 'asset' ? { ...(record.props as object), name: '' } : record.props;
  return { ...record, meta: {}, ...(props !== undefined && { props }) } as AnyRecord;
}

function shuffled(records: readonly AnyRecord[]): readonly AnyRecord[] {
  const mixed = [...records];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as AnyRecord, mixed[last] as AnyRecord];
  }
  return mixed;
}
