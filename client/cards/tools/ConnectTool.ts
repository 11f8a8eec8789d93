import { StateNode, type TLShapeId } from 'tldraw';
import { cardUnder } from './card-under.ts';
import { deskOf } from './desk.ts';

/** Draws an edge from the selected card to the one that is pointed at: by a click, or by letting go of a drag. */
export class ConnectTool extends StateNode {
  static override id = 'connect';

  override onEnter(info: { readonly from?: TLShapeId }): void {
    const from = info.from ?? this.editor.getOnlySelectedShapeId();
    if (from === null) {
      this.editor.setCurrentTool('select');
      return;
    }
    this.editor.setCursor({ type: 'cross', rotation: 0 });
    deskOf(this.editor).connecting.set(from);
  }

  override onExit(): void {
    deskOf(this.editor).connecting.set(null);
    deskOf(this.editor).pointer.set(null);
  }

  override onPointerMove(): void {
    const { x, y } = this.editor.inputs.currentPagePoint;
    deskOf(this.editor).pointer.set({ x, y });
  }

  override onPointerUp(): void {
    const desk = deskOf(this.editor);
    const [method, from] = [desk.method.get(), desk.connecting.get()];
    const view = method?.view.get();
    const source = view?.cards.get(from ?? '');
    const target = view && cardUnder(view, this.editor.inputs.currentPagePoint);
    // Let go over the card that it began at: the next click says where to.
    if (target !== undefined && target === source) return;
    this.editor.setCurrentTool('select');
    if (method == null || source === undefined || target === undefined) return;
    const edge = method.actions.connect(source.id, target.id);
    if (edge !== null) this.editor.select(edge);
  }

  override onCancel(): void {
    this.editor.setCurrentTool('select');
  }
}
