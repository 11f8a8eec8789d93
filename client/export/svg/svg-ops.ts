import type { ClipOp, HatchOp, ImageOp, Op, Paint, PathOp, Stroke, TextOp } from '../display-list.ts';
import type { FontFamily } from '../faces.ts';
import { hatch } from '../hatch.ts';
import { plainPath } from '../path-data.ts';
import { familyList } from './css-families.ts';
import { element, short, transformOf } from './markup.ts';
import { svgBars, svgText } from './svg-text.ts';

/** What the elements of one page refer to by id, and the families that its texts are set in. */
export class Definitions {
  private readonly prefix: string;
  private readonly idOfContent = new Map<string, string>();
  private readonly families = new Set<FontFamily>();
  constructor(prefix: string) {
    this.prefix = prefix;
  }
  /** @returns `url(#id)`; the same definition is kept once. */
  refer(name: string, values: Readonly<Record<string, string | number | null>>, content: string): string {
    const key = element(name, values, content);
    const id = this.idOfContent.get(key) ?? `${this.prefix}${this.idOfContent.size}`;
    this.idOfContent.set(key, id);
    return `url(#${id})`;
  }
  /** @returns the class for text in a family: its list of stand-ins is long, and texts are many */
  classOf(family: FontFamily): string {
    this.families.add(family);
    return `${this.prefix}${family}`;
  }
  css(): string {
    return [...this.families].map((each) => `.${this.prefix}${each}{font-family:${familyList(each)}}`).join('');
  }
  toString(): string {
    const all = [...this.idOfContent].map(([key, id]) => key.replace(/^<\w+/, `$& id="${id}"`));
    return all.length === 0 ? '' : element('defs', {}, all.join(''));
  }
}

export interface OpsContext {
  readonly definitions: Definitions;
  /** Addresses by name. */
  readonly images: Readonly<Record<string, string>>;
  readonly withLinks: boolean;
  /** Text that is drawn as bars. */
  readonly isBars: (op: TextOp) => boolean;
}

export const svgOps = (context: OpsContext, ops: readonly Op[]): string => ops.map((op) => svgOp(context, op)).join('');

function svgOp(context: OpsContext, op: Op): string {
  switch (op.op) {
    case 'path':
      return svgPath(op);
    case 'hatch':
      return svgHatch(context, op);
    case 'image':
      return svgImage(context, op);
    case 'clip':
      return svgClip(context, op);
    case 'text':
      return context.isBars(op) ? svgBars(op) : svgText(op, context);
  }
}

const filled = (paint: Paint | null): Record<string, string | number | null> => ({
  fill: paint === null ? 'none' : paint.colour,
  'fill-opacity': paint !== null && paint.alpha < 1 ? paint.alpha : null,
});

function stroked(stroke: Stroke | null): Record<string, string | number | null> {
  if (stroke === null) return {};
  return {
    stroke: stroke.paint.colour,
    'stroke-opacity': stroke.paint.alpha < 1 ? stroke.paint.alpha : null,
    'stroke-width': stroke.width,
    'stroke-dasharray': stroke.dash.length > 0 ? stroke.dash.map(short).join(' ') : null,
    'stroke-dashoffset': stroke.dash.length > 0 && stroke.dashOffset !== 0 ? stroke.dashOffset : null,
    'stroke-linecap': stroke.cap === 'butt' ? null : stroke.cap,
    'stroke-linejoin': stroke.join === 'miter' ? null : stroke.join,
    // pdfkit's limit.
    'stroke-miterlimit': stroke.join === 'miter' ? 10 : null,
  };
}

function svgPath({ matrix, d, fill, evenOdd, stroke }: PathOp): string {
  return element('path', {
    d: plainPath(d),
    transform: transformOf(matrix),
    ...filled(fill),
    'fill-rule': evenOdd ? 'evenodd' : null,
    ...stroked(stroke),
  });
}

const hatchLines = hatch.lines
  .map((ends) => ends.map((end) => end.map(short).join(' ')).join('L'))
  .map((line) => `M${line}`)
  .join('');

function svgHatch({ definitions }: OpsContext, { matrix, d, ground, line }: HatchOp): string {
  const tile = element('path', {
    d: hatchLines,
    fill: 'none',
    ...stroked({
      ...{ paint: line, width: hatch.lineWidth, dash: [], dashOffset: 0 },
      ...{ cap: 'round', join: 'round' },
    }),
  });
  const pattern = definitions.refer(
    'pattern',
    { width: hatch.side, height: hatch.side, patternUnits: 'userSpaceOnUse' },
    tile,
  );
  const area = plainPath(d);
  const [under, over] = [filled(ground), { fill: pattern }].map((paint) => element('path', { d: area, ...paint }));
  return element('g', { transform: transformOf(matrix) }, `${under}${over}`);
}

/** Fills its area in its own proportions, as on the canvas; what is not there leaves a crossed box. */
function svgImage({ images }: OpsContext, { matrix, x, y, width, height, image, alpha, alt }: ImageOp): string {
  const href = Object.hasOwn(images, image) ? images[image] : undefined;
  const told = alt === '' ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': alt };
  const opacity = alpha < 1 ? alpha : null;
  const transform = transformOf(matrix);
  if (href === undefined) {
    const [left, top, right, bottom] = [x, y, x + width, y + height].map(short);
    const d = `M${left} ${top}H${right}V${bottom}H${left}ZL${right} ${bottom}M${right} ${top}L${left} ${bottom}`;
    return element('path', { d, transform, fill: 'none', stroke: '#85857a', 'stroke-opacity': opacity, ...told });
  }
  return element('image', {
    ...{ href, x, y, width, height, transform },
    ...{ preserveAspectRatio: 'xMidYMid slice', opacity },
    ...told,
  });
}

function svgClip(context: OpsContext, { matrix, d, evenOdd, ops }: ClipOp): string {
  const outline = element('path', {
    d: plainPath(d),
    transform: transformOf(matrix),
    'clip-rule': evenOdd ? 'evenodd' : null,
  });
  return element('g', { 'clip-path': context.definitions.refer('clipPath', {}, outline) }, svgOps(context, ops));
}
