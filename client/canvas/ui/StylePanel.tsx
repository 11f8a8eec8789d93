import { useEffect, useRef } from 'react';
import { DefaultStylePanel, type TLUiStylePanelProps, useEditor, useValue } from 'tldraw';
import { nameSliders } from './name-parts.ts';
import styles from './StylePanel.module.css';

const drawingTools: ReadonlySet<string> = new Set(['arrow', 'draw', 'geo', 'highlight', 'line', 'note', 'text']);

/** Their looks follow from what they say. */
const withoutStyle: ReadonlySet<string> = new Set(['card', 'image', 'mirror', 'relation', 'view']);

/** Whether one draws, or has something of one's own selected, whose looks can be chosen. */
export function useStylesMatter(): boolean {
  const editor = useEditor();
  return useValue(
    'styles matter',
    () =>
      drawingTools.has(editor.getCurrentToolId()) ||
      editor.getSelectedShapes().some(({ type }) => !withoutStyle.has(type)),
    [editor],
  );
}

/** In the way while there is nothing to choose. */
export function StylePanel(props: TLUiStylePanelProps) {
  const element = useRef<HTMLDivElement>(null);
  const matters = useStylesMatter();
  useEffect(() => {
    if (element.current !== null) nameSliders(element.current);
  });
  return matters ? (
    <div ref={element} className={styles.panel}>
      <DefaultStylePanel {...props} />
    </div>
  ) : null;
}
