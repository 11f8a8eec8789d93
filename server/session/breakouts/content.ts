import { createHash } from 'node:crypto';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { canonicalJson } from '../../rooms/history-content.ts';

/** What a record of a group's board notes of where it came from. The server alone writes it. */
export interface CopyMeta {
  /** What it said when it was copied, or brought to the main board: as long as it says so there is nothing to bring. */
  readonly copied?: string;
  /** What it is called there, where that is another name. */
  readonly as?: string;
}

export const copyMetaOf = ({ meta }: AnyRecord): CopyMeta => (meta ?? {}) as CopyMeta;

const digest = (value: string): string => createHash('sha256').update(value).digest('base64url').slice(0, 21);

/** Bringing asks several times, and a record that has changed is another object. */
const known = new WeakMap<AnyRecord, string>();

/** What a record says, wherever it stands: votes are counted on each board. */
export function saidBy(record: AnyRecord): string {
  const said = known.get(record) ?? digestOf(record);
  known.set(record, said);
  return said;
}

function digestOf({ type, props }: AnyRecord): string {
  const { fields, ...others } = (props ?? {}) as { readonly fields?: Readonly<Record<string, unknown>> };
  const { votes_people: _people, votes_orgs: _organisations, ...said } = fields ?? {};
  const words =
    type === 'card' ? pick(others, ['kind', 'richText']) : type === 'note' ? pick(others, ['richText']) : others;
  return digest(canonicalJson({ type, said, words }));
}

const pick = (props: Readonly<Record<string, unknown>>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, props[key]]));

/** The same name each time that the same words of a record are brought, so that they come once. */
export const nameOnBoard = (groupBoard: BoardId, { id, typeName }: AnyRecord, said: string): string =>
  `${typeName}:${digest(`${groupBoard} ${id} ${said}`)}`;
