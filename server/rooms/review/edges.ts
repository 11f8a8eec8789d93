import { cardsOf } from '../../../shared/board/ends.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';

/** Shapes that hang on cards: a mirror shows one, a relation joins two. They live as long as their cards do. */

/** Whether its cards are there and are cards, two different ones where it joins two. */
export function hangsOnCards(get: (id: string) => AnyRecord | undefined, record: AnyRecord): boolean {
  const cards = cardsOf(record);
  return new Set(cards).size === cards.length && cards.every((id) => isCard(get(id)));
}

/** Whether something that is there, and is no card, stands in the place of one: nothing that others did explains it. */
export function hangsOnOther(get: (id: string) => AnyRecord | undefined, record: AnyRecord): boolean {
  const cards = cardsOf(record);
  const isOther = (id: string) => {
    const found = get(id);
    return found !== undefined && !isCard(found);
  };
  return new Set(cards).size < cards.length || cards.includes(record.id) || cards.some(isOther);
}

const isCard = (record: AnyRecord | undefined): boolean => record?.typeName === 'shape' && record.type === 'card';

/** Equal for relations of one kind from one card to another, of which a board has one; null for other shapes. */
export function relationKey(record: AnyRecord): string | null {
  if (record.type !== 'relation') return null;
  const { from, to, kind } = record.props as Readonly<Record<string, string>>;
  return `${from} ${to} ${kind}`;
}
