import type { Audience } from '../../api/boards.ts';
import { createGeometry, type Place, type Records } from '../containment.ts';
import { type BoardShape, isShape, richTextOf } from '../read-board.ts';
import { inReadingOrder } from '../reading-order.ts';
import { plainText } from '../rich-text.ts';
import { isUntouchedStarter } from '../starter.ts';
import { isTemplateShapeType } from '../template-shapes.ts';
import { isFor } from './audience.ts';

/** Something that people wrote, and where it stands. */
export interface Words {
  readonly shape: BoardShape;
  readonly text: string;
  readonly place: Place;
}

/**
 * Everything with words that people put on the board, in the order a reader meets it: frame by frame, zone by zone. Of
 * cards those that these readers may have, whatever else is written for everybody who may export; no ghosts, and a card's
 * second places not again.
 */
export function wordsOf(records: Records, audience: Audience): readonly Words[] {
  const { centreOf, placeOf } = createGeometry(records);
  const all = [...records.values()]
    .filter(isShape)
    .filter((shape) => isWritten(shape) && (shape.type !== 'card' || isFor(audience, shape)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((shape) => ({ shape, text: textOf(shape), place: placeOf(shape) }));
  const found = <Kind extends 'frame' | 'zone'>(kind: Kind) =>
    new Set(all.map(({ place }) => place[kind]).filter((shape) => shape !== null));
  // Pages of several sizes in a row have one upper edge, but no common middle.
  const frames = [...inReadingOrder([...found('frame')], ({ x, y }) => ({ x, y })), null];
  const zones = [...inReadingOrder([...found('zone')], centreOf), null];
  const inOrder = inReadingOrder(all, ({ shape }) => centreOf(shape));
  return frames.flatMap((frame) =>
    zones.flatMap((zone) => inOrder.filter(({ place }) => place.frame === frame && place.zone === zone)),
  );
}

function isWritten(shape: BoardShape): boolean {
  if (isTemplateShapeType(shape.type) || isUntouchedStarter(shape)) return false;
  return textOf(shape) !== '' || (shape.type === 'card' && Object.keys(shape.props.fields).length > 0);
}

function textOf(shape: BoardShape): string {
  const richText = richTextOf(shape);
  if (richText !== undefined) return plainText(richText);
  return shape.type === 'arrow' ? shape.props.text.trim() : '';
}
