import type { TLComponents, TLStateNodeConstructor, TLUiOverrides } from 'tldraw';

/** What is on a canvas beside tldraw's own tools and menus. Must stay the same object as long as the canvas is there. */
export interface CanvasUi {
  readonly components: TLComponents;
  readonly overrides: TLUiOverrides;
  readonly tools: readonly TLStateNodeConstructor[];
}
