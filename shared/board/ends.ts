import type { AnyRecord } from './groups.ts';

const none: readonly string[] = [];

/** Ids of the cards that a mirror shows or a relation joins; none for every other record. */
export function cardsOf(record: AnyRecord): readonly string[] {
  if (record.type !== 'mirror' && record.type !== 'relation') return none;
  const { of, from, to } = (record.props ?? {}) as Readonly<Record<string, string>>;
  return (record.type === 'mirror' ? [of] : [from, to]) as string[];
}

/** Ids of what a record cannot be without: both ends of a binding, the cards of a mirror or a relation. */
export const endsOf = (record: AnyRecord): readonly string[] =>
  record.typeName === 'binding' ? [record.fromId as string, record.toId as string] : cardsOf(record);
