import { StateNode } from 'tldraw';
import { deskOf } from './desk.ts';

/** Puts a card where one clicks, and starts writing in it. */
export class CardTool extends StateNode {
  static override id = 'card';

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onPointerUp(): void {
    const method = deskOf(this.editor).method.get();
    const { x, y } = this.editor.inputs.currentPagePoint;
    this.editor.setCurrentTool('select');
    method?.actions.create({ at: { point: { x, y } }, edit: true });
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select');
  }
}
