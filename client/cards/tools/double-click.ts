import type { Editor, StateNode, TLClickEventInfo } from 'tldraw';
import { kindHere } from '../../../shared/method/behaviours/sites.ts';
import type { Template } from '../../../shared/method/template.ts';
import type { CardActions } from '../actions/card-actions.ts';
import { spotAt } from '../actions/spots.ts';

/** Of tldraw's idle state: what a double click on nothing does. */
interface IdleState extends StateNode {
  handleDoubleClickOnCanvas(info: TLClickEventInfo): void;
}

/** A double click on a zone makes a card there; anywhere else it makes a text, as on every canvas. @returns stops that. */
export function createOnDoubleClick(editor: Editor, template: Template, actions: CardActions): () => void {
  const idle = editor.getStateDescendant<IdleState>('select.idle');
  if (idle === undefined) return () => {};
  const own = idle.handleDoubleClickOnCanvas;
  idle.handleDoubleClickOnCanvas = (info) => {
    const { x, y } = editor.inputs.currentPagePoint;
    const isForCards = kindHere(spotAt(editor, template, { x, y })) !== null;
    if (!isForCards || editor.getIsReadonly()) own.call(idle, info);
    else actions.create({ at: { point: { x, y } }, edit: true });
  };
  return () => {
    idle.handleDoubleClickOnCanvas = own;
  };
}
