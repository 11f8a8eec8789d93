import {
  ArrowShapeUtil,
  DefaultColorThemePalette,
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
  type TLAnyShapeUtilConstructor,
  VideoShapeUtil,
} from 'tldraw';
import { cardShapeUtils } from './card-shapes/card-shape-utils.ts';
import { templateShapeUtils } from './template-shapes/template-shape-utils.tsx';
import { OwnTextShapeUtil } from './text/OwnTextShapeUtil.ts';

/**
 * Paper of frames and of half-filled boxes, as the look has it: tldraw's own is black in the dark. Drawings take their
 * colours from this table and not from custom properties.
 */
const { darkMode, lightMode } = DefaultColorThemePalette;
lightMode.black.frame.fill = '#FBFBF8';
darkMode.black.frame.fill = '#18201E';
darkMode.solid = '#1E2725';

/**
 * Everything a board may show: what boardSchema lists, which leaves out embeds and bookmarks. The cast bridges tldraw's
 * types, which are not made for exactOptionalPropertyTypes.
 */
export const shapeUtils = [
  OwnTextShapeUtil,
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
  ...cardShapeUtils,
] as unknown as readonly TLAnyShapeUtilConstructor[];

export const bindingUtils = [...defaultBindingUtils];

export const tools = [...defaultTools, ...defaultShapeTools];
