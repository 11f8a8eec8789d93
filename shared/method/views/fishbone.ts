import { fieldTypes } from '../cards/fields.ts';
import { lines } from '../draw.ts';
import { papers, type Text } from '../template.ts';
import { stroke, words } from './marks.ts';
import type { DrawView, Mark } from './picture.ts';
import { byOrder, orderOf } from './standing.ts';

/** Cards of one bone, in board units: what is over is a number. */
const shownCards = 4;
const cardSize = { w: 308, h: 138, textSize: 23 } as const;
const pitch = 150;
/** From the left edge of a bone's zone. */
const cardLeft = 106;
/** A bone leans from its head to the spine. */
const bone = { left: 24, lean: 70, head: 50, spine: 656 } as const;

const nothing: Text = {
  en: 'Nothing here yet. On purpose?',
  nl: 'Nog niets. Bewust?',
  fr: 'Rien ici. Est-ce voulu ?',
  de: 'Noch leer. Mit Absicht?',
};
const allSorted: Text = {
  en: 'Empty: all sorted',
  nl: 'Leeg: alles geplaatst',
  fr: 'Vide : tout est classé',
  de: 'Leer: alles zugeordnet',
};

/** One bone: the causes of the tree that are of the zone's kind; without a kind, those that nobody has sorted. */
export const fishbone: DrawView = ({ view, frame, zone, language }) => {
  const { category } = zone.sets;
  const causes = [...view.cards.values()]
    .filter((card) => card.kind === 'cause' && !card.isGhost && card.zone?.layout === 'tree')
    .filter(({ fields }) => (isCategory(category) ? fields.category === category : !isCategory(fields.category)))
    .map((card) => ({ card, order: orderOf(card.shape) }))
    .sort(byOrder);
  if (causes.length === 0) {
    const box = { x: cardLeft + 10, y: 120, w: cardSize.w - 10, h: 120 };
    return [words(box, (isCategory(category) ? nothing : allSorted)[language], 24, { tone: 'muted' })];
  }
  const isUpper = zone.box.y + zone.box.h / 2 < papers[frame.paper].h / 2;
  const first = isUpper ? 66 : 16;
  const rest = causes.length - shownCards;
  return [
    ...causes.slice(0, shownCards).flatMap(({ card }, index): Mark[] => {
      const y = first + pitch * index;
      const middle = y + cardSize.h / 2;
      const down = isUpper ? middle - bone.head : zone.box.h - bone.head - middle;
      const x = bone.left + bone.lean * (down / bone.spine);
      const { w, h, textSize } = cardSize;
      return [
        stroke(
          lines([
            [x, middle],
            [cardLeft, middle],
          ]),
          'cause',
          3,
        ),
        { type: 'card', box: { x: cardLeft, y, w, h }, cardId: card.id, textSize },
      ];
    }),
    // Beside the bone, at the spine.
    ...(rest > 0
      ? [
          words({ x: 6, y: isUpper ? zone.box.h - 70 : 26, w: 76, h: 40 }, `+ ${rest}`, 26, {
            weight: 700,
            tone: 'cause',
          }),
        ]
      : []),
  ];
};

const isCategory = (value: unknown): boolean => fieldTypes.category.values.some((known) => known === value);
