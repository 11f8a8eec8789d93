import type { Editor, TLShapeId } from 'tldraw';
import { openText } from './open-text.ts';

/** Opens a shape's text as tldraw does, types at one of its ends, and closes it. */
export function typeInto(editor: Editor, id: TLShapeId, words: string, end: 'start' | 'end'): void {
  if (editor.getShape(id) === undefined) return;
  const text = openText(editor, id);
  text.moveTo(end);
  text.type(words);
  text.close();
}

/** The way tldraw's arrow tool does it. */
export function bindArrow(editor: Editor, arrow: TLShapeId, terminal: 'start' | 'end', target: TLShapeId): void {
  const props = { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' };
  const existing = editor
    .getBindingsFromShape(arrow, 'arrow')
    .find((binding) => (binding.props as { terminal: string }).terminal === terminal);
  if (existing !== undefined) editor.updateBinding({ ...existing, toId: target, props });
  else editor.createBinding({ type: 'arrow', fromId: arrow, toId: target, props });
}
