import { groupBy } from '../../method/behaviours/group.ts';
import type { CardView } from '../../method/board-view.ts';
import type { BoardSource } from './board-source.ts';
import type { Block, ReportItem } from './report.ts';

/** What happens, why, and what it leads to, as nested lists; roots in bold. A card with two parents stands once. */
export function treeBlocks(source: BoardSource): readonly Block[] {
  const { ofKind, parentsOf, texts } = source;
  const linked = new Set<string>(
    source.view.relations.flatMap(({ props: { kind, from, to } }) => (kind === 'rooted_in' ? [] : [from, to])),
  );
  const problems = ofKind('problem').filter(({ id }) => linked.has(id));
  const nodes = new Set<string>([...problems, ...ofKind('cause'), ...ofKind('effect')].map(({ id }) => id));
  const parentOf = ({ id }: CardView): string | null => parentsOf(id).find((parent) => nodes.has(parent)) ?? null;
  const causes = growForest(ofKind('cause'), problems, parentOf, source);
  // The problem has been told already.
  const effects = growForest(ofKind('effect'), problems, parentOf, source).flatMap((item, index) =>
    index < problems.length ? item.items : [item],
  );
  return [
    ...(causes.length > 0 ? [{ kind: 'list', items: causes } as const] : []),
    ...(effects.length > 0
      ? [{ kind: 'heading', level: 1, text: texts.leadsTo } as const, { kind: 'list', items: effects } as const]
      : []),
  ];
}

/** The problems with what hangs on them, then what hangs on nothing. */
function growForest(
  cards: readonly CardView[],
  problems: readonly CardView[],
  parentOf: (card: CardView) => string | null,
  source: BoardSource,
): readonly ReportItem[] {
  const children = groupBy(cards, parentOf);
  const listed = new Set<string>();
  const grow = (card: CardView): ReportItem => {
    listed.add(card.id);
    const below = (children.get(card.id) ?? []).flatMap((child) => (listed.has(child.id) ? [] : [grow(child)]));
    return {
      ...{ text: source.titleOf(card), strong: card.fields.is_root === true, detail: detailOf(card, source) },
      items: below,
    };
  };
  const rooted = [...problems, ...(children.get(null) ?? [])].map(grow);
  // Circles that hang on nothing are entered where one comes upon them.
  return [...rooted, ...cards.flatMap((card) => (listed.has(card.id) ? [] : [grow(card)]))];
}

function detailOf(card: CardView, { say }: BoardSource): string | null {
  const parts = (['category', 'who_bears_it', 'voice', 'org'] as const).map((field) => say(card, field));
  return parts.filter(Boolean).join(' · ') || null;
}
