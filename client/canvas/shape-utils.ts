import {
  ArrowShapeUtil,
  DrawShapeUtil,
  defaultBindingUtils,
  defaultShapeTools,
  defaultTools,
  FrameShapeUtil,
  GeoShapeUtil,
  HighlightShapeUtil,
  ImageShapeUtil,
  LineShapeUtil,
  NoteShapeUtil,
  TextShapeUtil,
  type TLAnyShapeUtilConstructor,
  VideoShapeUtil,
} from 'tldraw';
import { templateShapeUtils } from './template-shapes/template-shape-utils.tsx';

/**
 * Everything a board may show: what boardSchema lists, which leaves out embeds and bookmarks. The cast bridges tldraw's
 * types, which are not made for exactOptionalPropertyTypes.
 */
export const shapeUtils = [
  TextShapeUtil,
  DrawShapeUtil,
  GeoShapeUtil,
  NoteShapeUtil,
  LineShapeUtil,
  FrameShapeUtil,
  ArrowShapeUtil,
  HighlightShapeUtil,
  ImageShapeUtil,
  VideoShapeUtil,
  ...templateShapeUtils,
] as unknown as readonly TLAnyShapeUtilConstructor[];

export const bindingUtils = [...defaultBindingUtils];

export const tools = [...defaultTools, ...defaultShapeTools];
