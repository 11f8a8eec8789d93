import { cardsOf } from '../../../shared/board/ends.ts';
import { isWritten } from '../../../shared/board/export/words.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { placeOnPage } from '../../../shared/board/place.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { isTemplateShapeType } from '../../../shared/board/template-shapes.ts';
import { type BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { copyMetaOf, nameOnBoard, saidBy } from './content.ts';

type Board = ReadonlyMap<string, AnyRecord>;

/** Who changed a record last in a group, and when. */
export interface LastChange {
  readonly participantId: ParticipantId;
  readonly atMs: number;
}

export interface GroupContent {
  readonly boardId: BoardId;
  readonly records: Board;
  readonly lastChanges: ReadonlyMap<string, LastChange>;
}

export interface Brought {
  /** As it comes to the main board. */
  readonly record: AnyRecord;
  readonly author: ParticipantId | null;
  /** As the group's board notes that it was brought. */
  readonly noted: readonly [AnyRecord, AnyRecord];
}

/**
 * What a group wrote or changed since it was last brought, under names that are the same each time. Something that was
 * copied and says something else now comes as one of its own, by whoever changed it; what was copied stays as it is.
 * @param main the board that it comes to; what is there under its name already is not brought again
 */
export function broughtFrom(group: GroupContent, main: Board, pageId: string): readonly Brought[] {
  const fresh = [...group.records.values()].filter((record) => isBrought(record) && isNews(record));
  const names = new Map(
    fresh.map((record) => [record.id as string, nameOnBoard(group.boardId, record, saidBy(record))]),
  );
  const nameOf = (id: unknown): string | undefined => {
    const known = names.get(id as string);
    if (known !== undefined) return known;
    const record = group.records.get(id as string);
    const there = record && (copyMetaOf(record).as ?? record.id);
    return there !== undefined && main.has(there) ? there : undefined;
  };
  return fresh.flatMap((record): Brought[] => {
    const name = names.get(record.id) ?? record.id;
    const author = authorOf(record, group);
    const moved = asOnMain(record, group, { name, pageId, nameOf });
    if (moved === null) return [];
    const meta = author === null ? {} : { author: author.participantId, created: author.atMs };
    const noted = { ...record, meta: { ...(record.meta as object), copied: saidBy(record), as: name } };
    return [
      {
        record: { ...moved, meta } as unknown as AnyRecord,
        author: author?.participantId ?? null,
        noted: [record, noted as unknown as AnyRecord],
      },
    ];
  });
}

/** Groups of shapes are taken apart: what is in them comes. */
function isBrought(record: AnyRecord): boolean {
  if (record.typeName === 'binding' || record.typeName === 'asset') return true;
  if (record.typeName !== 'shape' || record.type === 'frame' || record.type === 'group') return false;
  if (record.type === 'view' || isTemplateShapeType(record.type as string)) return false;
  return ['card', 'note', 'text'].includes(record.type as string) ? isWritten(record as unknown as BoardShape) : true;
}

const isNews = (record: AnyRecord): boolean => copyMetaOf(record).copied !== saidBy(record);

/** Of something new whoever made it; of something that was copied whoever changed it last. */
function authorOf(record: AnyRecord, { lastChanges }: GroupContent): LastChange | null {
  const { author, created } = (record.meta ?? {}) as { readonly author?: unknown; readonly created?: unknown };
  const known = ParticipantId.safeParse(author).data;
  // Written without a name it stays so, whoever mends a word of it.
  if (known === undefined) return null;
  const last = lastChanges.get(record.id) ?? null;
  return copyMetaOf(record).copied !== undefined && last !== null
    ? last
    : { participantId: known, atMs: typeof created === 'number' ? created : 0 };
}

interface Naming {
  readonly name: string;
  readonly pageId: string;
  readonly nameOf: (id: unknown) => string | undefined;
}

/** @returns null for what joins something with something that is not there */
function asOnMain(record: AnyRecord, { records }: GroupContent, { name, pageId, nameOf }: Naming): AnyRecord | null {
  if (record.typeName === 'asset') return { ...record, id: name } as AnyRecord;
  if (record.typeName === 'binding') {
    const [fromId, toId] = [nameOf(record.fromId), nameOf(record.toId)];
    return fromId === undefined || toId === undefined
      ? null
      : ({ ...record, id: name, fromId, toId } as unknown as AnyRecord);
  }
  const props: Record<string, unknown> = { ...(record.props as object) };
  const ends = cardsOf(record).length === 0 ? [] : record.type === 'mirror' ? ['of'] : ['from', 'to'];
  for (const end of ends) props[end] = nameOf(props[end]);
  if (ends.some((end) => props[end] === undefined)) return null;
  if (typeof props.assetId === 'string') props.assetId = nameOf(props.assetId) ?? null;
  const place = placeOnPage((id) => records.get(id), record.id);
  return { ...record, ...place, id: name, parentId: pageId, isLocked: false, props } as unknown as AnyRecord;
}
