import type { Mark, ViewInput } from './picture.ts';

/** As many roots as can be read below each other in a row. */
const most = 3;
/** Around each root, in board units. */
const air = 6;
const textSize = 16;

/**
 * What the key impacts of a table are rooted in: the cards themselves, small, each in the row of its impact.
 * @param column where, from the left edge of the zone
 */
export function rootMarks(
  { view, frame, zone }: ViewInput,
  column: { readonly x: number; readonly w: number },
): Mark[] {
  const own = view.frames.find((page) => page.frame.id === frame.id && page.page === 0)?.shape;
  if (own === undefined) return [];
  return [...view.cards.values()].flatMap((card): Mark[] => {
    if (card.zone?.id !== zone.id || card.frameShape?.id !== own.id || card.isGhost) return [];
    const roots = view.relations
      .filter(({ props: { kind, from } }) => kind === 'rooted_in' && from === card.id)
      .sort((a, b) => (a.index < b.index ? -1 : a.index > b.index ? 1 : a.id < b.id ? -1 : 1));
    const shown = roots.slice(0, roots.length > most ? most - 1 : most);
    const left = roots.length - shown.length;
    const { h } = card.shape.props;
    const top = card.centre.y - own.y - zone.box.y - h / 2;
    const each = (h - air) / (shown.length + (left > 0 ? 1 : 0));
    const boxAt = (place: number) => ({
      ...{ x: column.x + air, y: Math.round(top + air + place * each) },
      ...{ w: column.w - 2 * air, h: Math.round(each - air) },
    });
    const rest: Mark = {
      ...{ type: 'text', box: boxAt(shown.length), text: `+ ${left}`, size: textSize, weight: 700 },
      ...{ align: 'left', tone: 'ink', ink: 'tone' },
    };
    return [
      ...shown.map(({ props }, place): Mark => ({ type: 'card', box: boxAt(place), cardId: props.to, textSize })),
      ...(left > 0 ? [rest] : []),
    ];
  });
}
