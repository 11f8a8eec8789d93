import type { Audience } from '../../api/boards.ts';
import type { Records } from '../containment.ts';
import { type BoardShape, isShape } from '../read-board.ts';
import { isUntouchedStarter } from '../starter.ts';
import { isFor } from './audience.ts';
import { isWritten } from './words.ts';

/** How much of a board its readers do not get. */
export interface Withheld {
  readonly cards: number;
  /** With whatever else has words. */
  readonly notes: number;
  readonly pictures: number;
  /** Lines and forms without words. */
  readonly drawings: number;
}

export const nothingWithheld: Withheld = { cards: 0, notes: 0, pictures: 0, drawings: 0 };

export const addWithheld = (a: Withheld, b: Withheld): Withheld => ({
  cards: a.cards + b.cards,
  notes: a.notes + b.notes,
  pictures: a.pictures + b.pictures,
  drawings: a.drawings + b.drawings,
});

/**
 * Shapes that an export for these readers leaves out. A card says for whom it is. Whatever else people put on a board cannot
 * say it and is for the partners, as a card that nobody has marked: a note, a picture or a drawn word may name somebody.
 */
export const withheldShapes = (audience: Audience, records: Records): readonly BoardShape[] =>
  [...records.values()].filter(isShape).filter((shape) => !isUntouchedStarter(shape) && !isToldTo(audience, shape));

/** How much of it somebody misses: cards and starters without words are nothing. */
export function countLeftOut(audience: Audience, records: Records): Withheld {
  const counts = { ...nothingWithheld };
  for (const shape of withheldShapes(audience, records)) {
    const kind = kindOf(shape);
    if (kind !== null) counts[kind]++;
  }
  return counts;
}

function isToldTo(audience: Audience, shape: BoardShape): boolean {
  if (shape.type === 'card') return isFor(audience, shape);
  return audience !== 'public' || kindOf(shape) === null;
}

/** As what it is counted; null for what says nothing by itself: joins, holds or is the template's. */
function kindOf(shape: BoardShape): keyof Withheld | null {
  switch (shape.type) {
    case 'card':
      return isWritten(shape) ? 'cards' : null;
    case 'arrow':
      return isWritten(shape) ? 'notes' : null;
    case 'note':
    case 'text':
    case 'geo':
      return isWritten(shape) ? 'notes' : 'drawings';
    case 'draw':
    case 'highlight':
    case 'line':
      return 'drawings';
    case 'image':
    case 'video':
    case 'bookmark':
    case 'embed':
      return 'pictures';
    case 'frame':
    case 'group':
    case 'heading':
    case 'zone':
    case 'label':
    case 'mark':
    case 'view':
    case 'mirror':
    case 'relation':
      return null;
  }
}
