import type { Audience } from '../../api/boards.ts';
import type { Records } from '../containment.ts';
import { type Diff, emptyDiff } from '../diff.ts';
import { isEqualJson } from '../equal.ts';
import { recordsFor } from '../export/records-for.ts';
import type { AnyRecord } from '../groups.ts';

/** What bringing a file into a board that is there changes. Nothing is ever taken away by it. */
export interface ImportPlan {
  readonly diff: Diff;
  readonly unchanged: number;
  /** On the board and not in the file: they stay. */
  readonly kept: number;
  /** Of the file, but their id belongs to something of another kind on the board: they are not taken. */
  readonly refused: readonly AnyRecord[];
}

/**
 * Holds the records of a file against those of a board by their ids. Document and page stay as they are, and so does who
 * wrote what; what the readers of the file do not get is not in it and stays too.
 */
export function planImport(
  board: ReadonlyMap<string, AnyRecord>,
  file: { readonly records: ReadonlyMap<string, AnyRecord>; readonly audience: Audience },
): ImportPlan {
  const diff = emptyDiff();
  const refused: AnyRecord[] = [];
  let unchanged = 0;
  // What a file for these readers would say of the board as it is.
  const told = recordsFor(file.audience, board as unknown as Records) as unknown as ReadonlyMap<string, AnyRecord>;
  const isWithin = createWithin(told);
  for (const [id, record] of file.records) {
    if (isRoot(record)) continue;
    const now = board.get(id);
    if (now === undefined) diff.added[id] = record;
    else if (now.typeName !== record.typeName || now.type !== record.type) refused.push(record);
    else {
      const { parentId } = now;
      // A file has no place for it in a parent that its readers do not get.
      const isElsewhere = !file.records.has(parentId as string) && isShapeIn(board, parentId) && !isWithin(parentId);
      const placed = { ...record, ...(isElsewhere && placeOf(now)), meta: now.meta } as AnyRecord;
      const next = withUntold(placed, now, told.get(id) ?? now);
      if (isEqualJson(next, now)) unchanged++;
      else diff.updated[id] = [now, next];
    }
  }
  const own = [...board.values()].filter((record) => !isRoot(record));
  const kept = own.filter(({ id }) => !file.records.has(id)).length;
  return { diff, unchanged, kept, refused };
}

const isShapeIn = (board: ReadonlyMap<string, AnyRecord>, id: unknown): boolean =>
  board.get(id as string)?.typeName === 'shape';

const placeOf = ({ parentId, index, x, y, rotation }: AnyRecord) => ({ parentId, index, x, y, rotation });

/** Whether what is told of a board has this parent: a group that is left with one thing is dissolved when it is read. */
function createWithin(told: ReadonlyMap<string, AnyRecord>): (parentId: unknown) => boolean {
  const members = new Map<unknown, number>();
  for (const { parentId } of told.values()) members.set(parentId, (members.get(parentId) ?? 0) + 1);
  return (parentId) => {
    const parent = told.get(parentId as string);
    return parent !== undefined && (parent.type !== 'group' || (members.get(parentId) ?? 0) > 1);
  };
}

const isRoot = ({ typeName }: AnyRecord): boolean => typeName === 'document' || typeName === 'page';

type Props = Readonly<Record<string, unknown>>;

/** The record with the props and fields that the board has and that a file for these readers does not tell. */
function withUntold(record: AnyRecord, now: AnyRecord, told: AnyRecord): AnyRecord {
  if (told === now) return record;
  const [props, nowProps, toldProps] = [record, now, told].map((one) => (one.props ?? {}) as Props) as [
    Props,
    Props,
    Props,
  ];
  const fields = untold(props.fields as Props, nowProps.fields as Props, toldProps.fields as Props);
  return { ...record, props: { ...untold(props, nowProps, toldProps), ...(fields && { fields }) } } as AnyRecord;
}

const untold = <Values extends Props | undefined>(own: Values, now: Values, told: Values): Values =>
  now === undefined
    ? own
    : ({
        ...Object.fromEntries(Object.entries(now).filter(([name]) => !Object.hasOwn(told ?? {}, name))),
        ...own,
      } as Values);
