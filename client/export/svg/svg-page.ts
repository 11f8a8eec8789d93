import type { DisplayItem, DisplayPage, ItemLink, PageLayer, TextOp } from '../display-list.ts';
import { pageFoot } from '../page-foot.ts';
import { element, escapeXml, short, transformOf } from './markup.ts';
import { Definitions, type OpsContext, svgOps } from './svg-ops.ts';

export interface SvgOptions {
  /** Begins every id: several pages may stand in one document. A name as XML has it. */
  readonly idPrefix: string;
  /** Colour of the sheet; null lets through what lies behind. */
  readonly ground: string | null;
  /** Text of a smaller size becomes bars. Points of the sheet. */
  readonly barsBelow: number;
  readonly withLinks: boolean;
  /** Style sheet that the picture brings along; empty where the page it stands in has the faces. */
  readonly css: string;
}

/**
 * A page as an SVG of one point a unit. The same page gives the same string; whatever its texts hold, it is XML.
 * @param images addresses by name, as the place allows them where the picture is shown
 */
export function svgPage(page: DisplayPage, images: Readonly<Record<string, string>>, options: SvgOptions): string {
  const { width, height } = page.sheet;
  const context: PageContext = {
    definitions: new Definitions(options.idPrefix),
    images,
    withLinks: options.withLinks,
    barsBelow: options.barsBelow,
  };
  const drawn = page.layers.map((layer) => svgLayer(context, layer)).join('');
  const foot = page.foot === null ? '' : svgFoot(context, page.foot, page.sheet);
  const css = options.css + context.definitions.css();
  const ground =
    options.ground === null
      ? ''
      : element('path', { d: `M0 0H${short(width)}V${short(height)}H0Z`, fill: options.ground });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...{ width, height },
      viewBox: `0 0 ${short(width)} ${short(height)}`,
      // Several spaces in a row are as wide as they are.
      'xml:space': 'preserve',
      // Letters stand where they were measured, and are not moved to whole pixels.
      'text-rendering': 'geometricPrecision',
      // A title face has no italic, and none is made up.
      style: 'font-synthesis:none',
    },
    [
      `<title>${escapeXml(page.title)}</title>`,
      css === '' ? '' : `<style>${escapeXml(css)}</style>`,
      context.definitions.toString(),
      ground,
      drawn,
      foot,
    ].join(''),
  );
}

interface PageContext extends Omit<OpsContext, 'isBars'> {
  readonly barsBelow: number;
}

function svgLayer(context: PageContext, { matrix, clip, items }: PageLayer): string {
  const [a, b, c, d] = matrix;
  const scale = Math.sqrt(Math.abs(a * d - b * c));
  const content = element(
    'g',
    { transform: transformOf(matrix) },
    items.map((item) => svgItem(context, item, scale)).join(''),
  );
  if (clip === null) return content;
  const { x, y, width, height } = clip;
  const area = element('rect', { x, y, width, height });
  return element('g', { 'clip-path': context.definitions.refer('clipPath', {}, area) }, content);
}

function svgItem(context: PageContext, { greeked, figure, link, ops }: DisplayItem, scale: number): string {
  const own = svgOps(
    {
      ...context,
      isBars: (op) => greeked || largestSize(op) * scale < context.barsBelow,
    },
    ops,
  );
  const drawn = context.withLinks && link !== undefined ? svgLink(link, own) : own;
  if (figure === null) return drawn;
  return element('g', figure === '' ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': figure }, drawn);
}

/** What is drawn, and all of its area, as a link. */
const svgLink = ({ url, box: { x, y, width, height } }: ItemLink, drawn: string): string =>
  element('a', { href: url }, element('rect', { x, y, width, height, 'fill-opacity': 0 }) + drawn);

/** In the units of the layer. */
function largestSize({ matrix: [a, b, c, d], blocks }: TextOp): number {
  const sizes = blocks.flatMap(({ runs }) => runs.map(({ size }) => size));
  return Math.max(0, ...sizes) * Math.sqrt(Math.abs(a * d - b * c));
}

/** Share of the size that a letter takes at least, on average. */
const narrowLetters = 0.45;

function svgFoot(
  { definitions }: PageContext,
  { text, number }: NonNullable<DisplayPage['foot']>,
  { width, height }: DisplayPage['sheet'],
): string {
  const { size, side, up, colour, style } = pageFoot;
  const room = Math.floor((width - 2 * side) / (size * narrowLetters)) - number.length - 6;
  const letters = Array.from(text);
  const shown = letters.length > room ? `${letters.slice(0, Math.max(0, room)).join('').trimEnd()}…` : text;
  const set = { y: height - up, class: definitions.classOf(style.family), 'font-size': size, fill: colour };
  return [
    element('text', { x: side, ...set }, escapeXml(shown)),
    element('text', { x: width - side, 'text-anchor': 'end', ...set }, escapeXml(number)),
  ].join('');
}
