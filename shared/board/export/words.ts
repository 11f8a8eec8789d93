import { createGeometry, type Place, type Records } from '../containment.ts';
import { type BoardShape, isShape, richTextOf } from '../read-board.ts';
import { inReadingOrder } from '../reading-order.ts';
import { plainText } from '../rich-text.ts';
import { isUntouchedStarter } from '../starter.ts';
import { isTemplateShapeType } from '../template-shapes.ts';

/** Something that people wrote, and where it stands. */
export interface Words {
  readonly shape: BoardShape;
  readonly text: string;
  readonly place: Place;
}

/**
 * Everything with words that people put on the board, in the order a reader meets it: frame by frame, zone by zone. No
 * ghosts, and a card's second places not again.
 */
export function wordsOf(records: Records): readonly Words[] {
  const { centreOf, placeOf } = createGeometry(records);
  const all = [...records.values()]
    .filter(isShape)
    .filter(isWritten)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((shape) => ({ shape, text: textOf(shape), place: placeOf(shape) }));
  const inOrder = inReadingOrder(all, ({ shape }) => centreOf(shape));
  // Pages of several sizes in a row, and zones in a frame, have one upper edge, but no common middle.
  const corner = ({ x, y }: BoardShape) => ({ x, y });
  const frames = new Set(all.map(({ place }) => place.frame).filter((frame) => frame !== null));
  return [...inReadingOrder([...frames], corner), null].flatMap((frame) => {
    const inFrame = inOrder.filter(({ place }) => place.frame === frame);
    const zones = new Set(inFrame.map(({ place }) => place.zone).filter((zone) => zone !== null));
    return [...inReadingOrder([...zones], corner), null].flatMap((zone) =>
      inFrame.filter(({ place }) => place.zone === zone),
    );
  });
}

/** Whether people put words into it. */
export function isWritten(shape: BoardShape): boolean {
  if (isTemplateShapeType(shape.type) || isUntouchedStarter(shape)) return false;
  return textOf(shape) !== '' || (shape.type === 'card' && Object.keys(shape.props.fields).length > 0);
}

function textOf(shape: BoardShape): string {
  const richText = richTextOf(shape);
  if (richText !== undefined) return plainText(richText);
  return shape.type === 'arrow' ? shape.props.text.trim() : '';
}
