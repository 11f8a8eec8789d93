import { type TLShapeId, useEditor, useEditorComponents, useValue } from 'tldraw';

const idle = ['select.idle', 'select.editing_shape'];
const selecting = [
  'select.brushing',
  'select.scribble_brushing',
  'select.pointing_shape',
  'select.pointing_selection',
  'select.pointing_handle',
];

/** Outlines of what is selected or under the pointer. tldraw's own keeps one, hidden, for every shape that is drawn. */
export function ShapeIndicators() {
  const editor = useEditor();
  const { ShapeIndicator } = useEditorComponents();
  const ids = useValue('outlined shapes', () => {
    const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState();
    const isIdle = editor.isInAny(...idle);
    if (isChangingStyle || !(isIdle || editor.isInAny(...selecting))) return '';
    const shown = new Set<TLShapeId>(editor.getSelectedShapeIds());
    const hovered = isIdle && isHoveringCanvas === true && !isCoarsePointer ? editor.getHoveredShapeId() : null;
    if (hovered !== null) shown.add(hovered);
    const culled = editor.getCulledShapes();
    // As text: equal lists draw nothing anew.
    return [...shown].filter((id) => !culled.has(id)).join(' ');
  }, [editor]);
  if (ShapeIndicator === null || ShapeIndicator === undefined || ids === '') return null;
  return ids.split(' ').map((id) => <ShapeIndicator key={id} shapeId={id as TLShapeId} />);
}
