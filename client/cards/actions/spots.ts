import type { Editor } from 'tldraw';
import { createGeometry, type Point } from '../../../shared/board/containment.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { createSpots, type Spot } from '../../../shared/method/board-view.ts';
import type { Template } from '../../../shared/method/template.ts';

/** What tells two places apart for what they mean; empty outside of every zone. */
export const spotKey = ({ frame, zone }: Spot): string =>
  frame === null || zone === null ? '' : `${frame.id} ${zone.id}`;

/** What is under a point of the page. */
export function spotAt(editor: Editor, template: Template, point: Point): Spot {
  const grounds = editor.getCurrentPageShapes().filter(({ type }) => type === 'frame' || (type as string) === 'zone');
  const geometry = createGeometry(new Map(grounds.map((shape) => [shape.id, shape as BoardShape])));
  // Something without a size: its middle is the point itself.
  const dot = {
    ...point,
    id: '',
    typeName: 'shape',
    type: 'card',
    rotation: 0,
    parentId: editor.getCurrentPageId(),
    props: {},
  };
  const { frame, zone } = geometry.placeOf(dot as unknown as BoardShape);
  return createSpots(template)(frame, zone);
}
