import { DefaultStylePanel, type TLUiStylePanelProps, useEditor, useValue } from 'tldraw';

const drawingTools: ReadonlySet<string> = new Set(['arrow', 'draw', 'geo', 'highlight', 'line', 'note', 'text']);

/** Their looks follow from what they say. */
const withoutStyle: ReadonlySet<string> = new Set(['card', 'image', 'mirror', 'relation', 'view']);

/** There while one draws or has something of one's own selected; in the way otherwise. */
export function StylePanel(props: TLUiStylePanelProps) {
  const editor = useEditor();
  const isNeeded = useValue(
    'style panel',
    () =>
      drawingTools.has(editor.getCurrentToolId()) ||
      editor.getSelectedShapes().some(({ type }) => !withoutStyle.has(type)),
    [editor],
  );
  return isNeeded ? <DefaultStylePanel {...props} /> : null;
}
