import type { Editor } from 'tldraw';
import type { Point } from '../../../shared/board/containment.ts';
import type { BoardShape } from '../../../shared/board/read-board.ts';
import { spotUnder } from '../../../shared/method/behaviours/sites.ts';
import type { Spot } from '../../../shared/method/board-view.ts';
import type { Template } from '../../../shared/method/template.ts';

/** What tells two places apart for what they mean; empty outside of every zone. */
export const spotKey = ({ frame, zone }: Pick<Spot, 'frame' | 'zone'>): string =>
  frame === null || zone === null ? '' : `${frame.id} ${zone.id}`;

/** What is under a point of the page. */
export function spotAt(editor: Editor, template: Template, point: Point): Spot {
  const grounds = editor.getCurrentPageShapes().filter(({ type }) => type === 'frame' || (type as string) === 'zone');
  return spotUnder(grounds as BoardShape[], template, point, editor.getCurrentPageId());
}
