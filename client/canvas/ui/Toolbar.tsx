import type { ReactNode } from 'react';
import {
  ArrowToolbarItem,
  DefaultToolbar,
  DiamondToolbarItem,
  DrawToolbarItem,
  EllipseToolbarItem,
  EraserToolbarItem,
  FrameToolbarItem,
  HandToolbarItem,
  HighlightToolbarItem,
  LaserToolbarItem,
  LineToolbarItem,
  NoteToolbarItem,
  RectangleToolbarItem,
  SelectToolbarItem,
  TextToolbarItem,
  TldrawUiMenuToolItem,
  TriangleToolbarItem,
  useBreakpoint,
  useEditor,
  useValue,
} from 'tldraw';
import { useStylesMatter } from './StylePanel.tsx';
import styles from './Toolbar.module.css';

/** What the bar holds beside the tools: what comes first, "more", and air at both edges, where the watermark stands. */
const besidePx = 80 + 44 + 24;
const toolPx = 44;

/**
 * Up to eight tools in sight, the rest under tldraw's "more". How many come before that tldraw reads from the width of
 * the canvas, for tools that are narrower than a finger: empty places take the room of those that would not fit.
 * @param children come first, as wide as two tools
 */
export function Toolbar({ children }: { readonly children?: ReactNode }) {
  const editor = useEditor();
  const inSight = Math.min(8, 5 + useBreakpoint());
  const fitting = useValue(
    'tools that fit',
    () => Math.floor((editor.getViewportScreenBounds().w - besidePx) / toolPx),
    [editor],
  );
  const isTouch = useValue('fingers', () => editor.getInstanceState().isCoarsePointer, [editor]);
  const stylesMatter = useStylesMatter();
  return (
    <div className={styles.toolbar} data-styles={stylesMatter}>
      <DefaultToolbar>
        {Array.from({ length: Math.max(0, inSight - fitting) }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing tells them apart.
          <span key={place} hidden />
        ))}
        {children}
        <SelectToolbarItem />
        <HandToolbarItem />
        <DrawToolbarItem />
        <EraserToolbarItem />
        <ArrowToolbarItem />
        <TextToolbarItem />
        <NoteToolbarItem />
        <TldrawUiMenuToolItem toolId="picture" />
        {isTouch && <TldrawUiMenuToolItem toolId="photo" />}
        <RectangleToolbarItem />
        <EllipseToolbarItem />
        <DiamondToolbarItem />
        <TriangleToolbarItem />
        <LineToolbarItem />
        <HighlightToolbarItem />
        <FrameToolbarItem />
        <LaserToolbarItem />
      </DefaultToolbar>
    </div>
  );
}
