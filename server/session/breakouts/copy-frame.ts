import { createGeometry, type Records } from '../../../shared/board/containment.ts';
import { endsOf } from '../../../shared/board/ends.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { type BoardShape, isShape } from '../../../shared/board/read-board.ts';
import { saidBy } from './content.ts';

type Board = ReadonlyMap<string, AnyRecord>;

/**
 * A frame with all that stands in it, as a board of its own: under the same ids, with who wrote what. What joins something
 * in it with something outside stays behind, as do second places of cards that are elsewhere.
 * @param letter of the group: the frame "2 The tree" is "2a The tree" there
 * @returns null where the board has no such frame
 */
export function copyFrame(board: Board, frameId: string, letter: string): readonly AnyRecord[] | null {
  const frame = board.get(frameId);
  if (frame?.type !== 'frame') return null;
  const kept = new Set([frameId, ...insideOf(board, frameId)]);
  const hasEnds = (record: AnyRecord) => endsOf(record).every((id) => kept.has(id));
  for (const [id, record] of board) if (kept.has(id) && !hasEnds(record)) kept.delete(id);
  for (const [id, record] of board) if (isJoining(record) && hasEnds(record)) kept.add(id);
  for (const [id, record] of board) if (record.typeName === 'document' || id === pageOf(board, frame)) kept.add(id);
  for (const id of [...kept]) {
    const { assetId } = (board.get(id)?.props ?? {}) as { readonly assetId?: string | null };
    if (typeof assetId === 'string') kept.add(assetId);
  }
  return [...board.values()]
    .filter(({ id }) => kept.has(id))
    .map((record) => (record === frame ? named(frame, letter) : withSaid(record)));
}

const isJoining = ({ typeName, type }: AnyRecord): boolean => typeName === 'binding' || type === 'relation';

/** Everything whose middle is in the frame, with what is in that. */
function insideOf(board: Board, frameId: string): ReadonlySet<string> {
  const { placeOf } = createGeometry(board as unknown as Records);
  const inside = new Set<string>();
  for (const record of board.values()) {
    if (!isShape(record as never) || isJoining(record)) continue;
    if (isUnder(board, record, new Set([frameId]))) inside.add(record.id);
    else if (
      isOnPage(record) &&
      placeOf(record as unknown as BoardShape).frame?.id === frameId &&
      record.type !== 'frame'
    )
      inside.add(record.id);
  }
  for (const record of board.values())
    if (record.typeName === 'shape' && isUnder(board, record, inside)) inside.add(record.id);
  return inside;
}

const isOnPage = ({ parentId }: AnyRecord): boolean => String(parentId).startsWith('page:');

function isUnder(board: Board, record: AnyRecord, above: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  for (
    let at: AnyRecord | undefined = record;
    at !== undefined && !seen.has(at.id);
    at = board.get(at.parentId as string)
  ) {
    if (above.has(at.parentId as string)) return true;
    seen.add(at.id);
  }
  return false;
}

function pageOf(board: Board, record: AnyRecord): string {
  const parent = board.get(record.parentId as string);
  return parent === undefined || parent.typeName === 'page' ? String(record.parentId) : pageOf(board, parent);
}

function named(frame: AnyRecord, letter: string): AnyRecord {
  const { name, ...props } = frame.props as { readonly name: string };
  const own = name.replace(/^\d+/, (number) => `${number}${letter.toLowerCase()}`);
  return { ...frame, props: { ...props, name: own } } as AnyRecord;
}

/** Notes what it says now, so that only what is changed is brought back. */
function withSaid(record: AnyRecord): AnyRecord {
  if (record.typeName === 'document' || record.typeName === 'page') return record;
  return { ...record, meta: { ...(record.meta as object), copied: saidBy(record) } } as unknown as AnyRecord;
}
