import type { TextRun } from '../display-list.ts';
import type { FontFamily } from '../faces.ts';
import { paintOf } from './colours.ts';
import { safeLink } from './links.ts';

export type RunStyle = Pick<
  TextRun,
  'family' | 'weight' | 'italic' | 'size' | 'paint' | 'underline' | 'strike' | 'link'
>;

/** Families by the first name in a CSS list; anything else is set in the interface's text face. */
const families: Readonly<Record<string, FontFamily>> = {
  tldraw_draw: 'draw',
  tldraw_sans: 'sans',
  tldraw_serif: 'serif',
  tldraw_mono: 'mono',
  'source sans 3': 'text',
  'bricolage grotesque': 'title',
  monospace: 'mono',
};

function familyOf(fontFamily: string): FontFamily {
  const first = (fontFamily.split(',')[0] ?? '').trim().replaceAll(/["']/g, '').toLowerCase();
  return families[first] ?? 'text';
}

/** @param colour the property that colours text: `color` in HTML, `fill` in SVG. */
export function styleOf(element: Element, style: CSSStyleDeclaration, colour: string): RunStyle {
  const link = element instanceof HTMLElement ? safeLink(element.closest('a')?.getAttribute('href') ?? '') : null;
  // A decoration is drawn by the element that asks for it and is not inherited as a value.
  const decorations: string[] = [];
  for (let each: Element | null = element; each instanceof HTMLElement && !isBlock(each); each = each.parentElement)
    decorations.push(getComputedStyle(each).textDecorationLine);
  return {
    family: familyOf(style.fontFamily),
    weight: Number(style.fontWeight),
    italic: style.fontStyle !== 'normal',
    size: Number.parseFloat(style.fontSize),
    paint: paintOf(colour, 1) ?? { colour: '#000000', alpha: 0 },
    underline: decorations.some((line) => line.includes('underline')),
    strike: decorations.some((line) => line.includes('line-through')),
    link,
  };
}

const isBlock = (element: Element): boolean => /^(P|LI|H[1-6]|DIV|UL|OL)$/.test(element.tagName);

export const sameStyle = (a: RunStyle, b: RunStyle): boolean =>
  a.family === b.family &&
  a.weight === b.weight &&
  a.italic === b.italic &&
  a.size === b.size &&
  a.paint.colour === b.paint.colour &&
  a.paint.alpha === b.paint.alpha &&
  a.underline === b.underline &&
  a.strike === b.strike &&
  a.link === b.link;
