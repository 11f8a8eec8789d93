import type { ClipOp, Op, Paint, Stroke } from '../display-list.ts';
import { type Matrix, multiply } from '../matrix.ts';
import { paintOf } from './colours.ts';
import { readHtml } from './read-html.ts';
import { readSvgText } from './read-svg-text.ts';

export interface SvgReader {
  /** Where HTML is laid out to be measured: in the document, not turned, in the light theme. */
  readonly measuring: HTMLElement;
  /** @returns the name under which an image operation finds the picture. */
  addImage(url: string): string;
}

/** Labels stand on white paper, whatever the canvas is. */
const haloPaint: Paint = { colour: '#ffffff', alpha: 1 };

const skipped = new Set(['defs', 'clipPath', 'mask', 'pattern', 'style', 'title', 'desc', 'symbol', 'linearGradient']);

/** Everything an element and its children draw, in order; colours and styles as the browser computes them. */
export function readSvg(reader: SvgReader, element: SVGGraphicsElement, alpha = 1): readonly Op[] {
  if (skipped.has(element.tagName)) return [];
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden') return [];
  const shown = alpha * Number(style.opacity);
  if (shown <= 0) return [];
  const ops = readContent(reader, element, style, shown);
  const clipPath = referenced(element, style.clipPath);
  if (ops.length === 0 || clipPath === null) return ops;
  return [clipOp(element, clipPath, ops)];
}

function readContent(
  reader: SvgReader,
  element: SVGGraphicsElement,
  style: CSSStyleDeclaration,
  alpha: number,
): readonly Op[] {
  switch (element.tagName) {
    case 'g':
    case 'a':
    case 'svg':
    case 'switch':
      return Array.from(element.children).flatMap((child) => readSvg(reader, child as SVGGraphicsElement, alpha));
    case 'text': {
      const block = readSvgText(element as SVGTextElement, alpha);
      return block.runs.length === 0 ? [] : [{ op: 'text', matrix: matrixOf(element), halo: null, blocks: [block] }];
    }
    case 'foreignObject':
      return readForeignObject(reader, element as SVGForeignObjectElement, alpha);
    case 'image':
      return readImage(reader, element as SVGImageElement, alpha);
    default:
      return readShape(element, style, alpha);
  }
}

/** From an element's own units to those of the outermost svg, which are the board's. */
function matrixOf(element: SVGGraphicsElement): Matrix {
  let root = element.ownerSVGElement ?? (element as unknown as SVGSVGElement);
  while (root.ownerSVGElement !== null) root = root.ownerSVGElement;
  const toScreen = element.getScreenCTM();
  const fromScreen = root.getScreenCTM()?.inverse();
  if (toScreen === null || fromScreen === undefined) throw new Error('an element is not laid out');
  const { a, b, c, d, e, f } = fromScreen.multiply(toScreen);
  return [a, b, c, d, e, f];
}

function referenced(element: Element, value: string): Element | null {
  const id = /url\(["']?[^"')]*#([^"')]+)["']?\)/.exec(value)?.[1];
  return id === undefined ? null : (element.getRootNode() as Document).querySelector(`#${CSS.escape(id)}`);
}

function clipOp(element: SVGGraphicsElement, clipPath: Element, ops: readonly Op[]): ClipOp {
  const children = Array.from(clipPath.children) as SVGGraphicsElement[];
  const [first] = children;
  return {
    op: 'clip',
    matrix: matrixOf(element),
    d: children.map(pathOf).join(''),
    evenOdd: first !== undefined && getComputedStyle(first).clipRule === 'evenodd',
    ops,
  };
}

function readShape(element: SVGGraphicsElement, style: CSSStyleDeclaration, alpha: number): readonly Op[] {
  const d = pathOf(element);
  if (d === '') return [];
  const matrix = matrixOf(element);
  const stroke = strokeOf(style, alpha);
  const evenOdd = style.fillRule === 'evenodd';
  const pattern = referenced(element, style.fill);
  if (pattern === null) {
    // Lines have no inside, whatever their fill says.
    const fill = element.tagName === 'line' ? null : paintOf(style.fill, alpha * Number(style.fillOpacity));
    return fill === null && stroke === null ? [] : [{ op: 'path', matrix, d, fill, evenOdd, stroke }];
  }
  // tldraw lays its pattern, with holes where the lines are, over the same shape in the colour of the lines.
  const under = element.previousElementSibling;
  const tile = pattern.querySelector('rect');
  const line = under === null ? null : paintOf(getComputedStyle(under).fill, alpha);
  const ground = tile === null ? null : paintOf(getComputedStyle(tile).fill, alpha);
  const outline: readonly Op[] = stroke === null ? [] : [{ op: 'path', matrix, d, fill: null, evenOdd, stroke }];
  return line === null || ground === null ? outline : [{ op: 'hatch', matrix, d, ground, line }, ...outline];
}

function strokeOf(style: CSSStyleDeclaration, alpha: number): Stroke | null {
  const paint = paintOf(style.stroke, alpha * Number(style.strokeOpacity));
  const width = Number.parseFloat(style.strokeWidth);
  if (paint === null || !(width > 0)) return null;
  const dash = style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map(Number.parseFloat);
  return {
    paint,
    width,
    dash: dash.every((length) => length === 0) ? [] : dash,
    dashOffset: Number.parseFloat(style.strokeDashoffset) || 0,
    cap: style.strokeLinecap as Stroke['cap'],
    join: style.strokeLinejoin as Stroke['join'],
  };
}

const lengthOf = (length: SVGAnimatedLength): number => length.baseVal.value;

/** The outline of any of SVG's shapes; empty for what has none. */
function pathOf(element: Element): string {
  if (element instanceof SVGPathElement) return element.getAttribute('d') ?? '';
  if (element instanceof SVGRectElement) return rectanglePath(element);
  if (element instanceof SVGCircleElement) {
    const [x, y, r] = [element.cx, element.cy, element.r].map(lengthOf) as [number, number, number];
    return ellipsePath(x, y, r, r);
  }
  if (element instanceof SVGEllipseElement) {
    const [x, y, rx, ry] = [element.cx, element.cy, element.rx, element.ry].map(lengthOf) as [
      number,
      number,
      number,
      number,
    ];
    return ellipsePath(x, y, rx, ry);
  }
  if (element instanceof SVGLineElement) {
    const [x1, y1, x2, y2] = [element.x1, element.y1, element.x2, element.y2].map(lengthOf);
    return `M${x1} ${y1}L${x2} ${y2}`;
  }
  if (element instanceof SVGPolygonElement) return `M${element.getAttribute('points') ?? ''}Z`;
  if (element instanceof SVGPolylineElement) return `M${element.getAttribute('points') ?? ''}`;
  return '';
}

const ellipsePath = (x: number, y: number, rx: number, ry: number): string =>
  rx > 0 && ry > 0 ? `M${x - rx} ${y}A${rx} ${ry} 0 1 0 ${x + rx} ${y}A${rx} ${ry} 0 1 0 ${x - rx} ${y}Z` : '';

function rectanglePath(element: SVGRectElement): string {
  const [x, y, w, h] = [element.x, element.y, element.width, element.height].map(lengthOf) as [
    number,
    number,
    number,
    number,
  ];
  if (!(w > 0 && h > 0)) return '';
  // One radius alone stands for both.
  const [givenX, givenY] = [lengthOf(element.rx), lengthOf(element.ry)];
  const rx = Math.min(element.hasAttribute('rx') ? givenX : givenY, w / 2);
  const ry = Math.min(element.hasAttribute('ry') ? givenY : givenX, h / 2);
  if (!(rx > 0 && ry > 0)) return `M${x} ${y}h${w}v${h}h${-w}Z`;
  const corner = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  return `M${x + rx} ${y}h${w - 2 * rx}${corner(rx, ry)}v${h - 2 * ry}${corner(-rx, ry)}h${2 * rx - w}${corner(-rx, -ry)}v${2 * ry - h}${corner(rx, -ry)}Z`;
}

function readImage(reader: SvgReader, element: SVGImageElement, alpha: number): readonly Op[] {
  const url = element.href.baseVal;
  if (url === '') return [];
  return [
    {
      op: 'image',
      matrix: matrixOf(element),
      x: lengthOf(element.x),
      y: lengthOf(element.y),
      width: lengthOf(element.width),
      height: lengthOf(element.height),
      image: reader.addImage(url),
      alpha,
      alt: element.getAttribute('aria-label') ?? '',
    },
  ];
}

function readForeignObject(reader: SvgReader, element: SVGForeignObjectElement, alpha: number): readonly Op[] {
  const box = document.createElement('div');
  box.className = element.getAttribute('class') ?? '';
  box.style.cssText = `position:absolute;left:0;top:0;width:${lengthOf(element.width)}px;height:${lengthOf(element.height)}px`;
  for (const child of element.childNodes) box.append(child.cloneNode(true));
  reader.measuring.append(box);
  const { blocks, grounds } = readHtml(box);
  const shadowed = Array.from(box.querySelectorAll<HTMLElement>('[style*="text-shadow"]')).some(
    (each) => each.style.textShadow !== 'none',
  );
  box.remove();
  const matrix = multiply(matrixOf(element), [1, 0, 0, 1, lengthOf(element.x), lengthOf(element.y)]);
  const faded = blocks.map((block) => ({
    ...block,
    runs: block.runs.map((run) => ({ ...run, paint: { ...run.paint, alpha: run.paint.alpha * alpha } })),
  }));
  const ops: Op[] = grounds.map((ground) => ({
    ...ground,
    matrix,
    fill: ground.fill === null ? null : { ...ground.fill, alpha: ground.fill.alpha * alpha },
  }));
  if (faded.length > 0)
    ops.push({
      op: 'text',
      matrix,
      halo: shadowed && alpha === 1 ? { paint: haloPaint, width: 3 } : null,
      blocks: faded,
    });
  return ops;
}
