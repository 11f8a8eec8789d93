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
} from 'tldraw';

/** Eight tools in sight; tldraw moves the rest, and on narrow screens more, under its own "more". @param children come first */
export function Toolbar({ children }: { readonly children?: ReactNode }) {
  return (
    <DefaultToolbar>
      {children}
      <SelectToolbarItem />
      <HandToolbarItem />
      <DrawToolbarItem />
      <EraserToolbarItem />
      <ArrowToolbarItem />
      <TextToolbarItem />
      <NoteToolbarItem />
      <TldrawUiMenuToolItem toolId="picture" />
      <RectangleToolbarItem />
      <EllipseToolbarItem />
      <DiamondToolbarItem />
      <TriangleToolbarItem />
      <LineToolbarItem />
      <HighlightToolbarItem />
      <FrameToolbarItem />
      <LaserToolbarItem />
    </DefaultToolbar>
  );
}
