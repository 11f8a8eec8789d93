import type { Paint } from '../display-list.ts';

const hex = (value: number): string =>
  Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0');
const numbers = (list: string): number[] => (list.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);

/**
 * A computed CSS colour as the writer takes it.
 * @param alpha of what the colour is part of
 * @returns null for what does not show
 */
export function paintOf(css: string, alpha: number): Paint | null {
  if (css === 'none' || css === 'transparent' || css === '') return null;
  const [red = 0, green = 0, blue = 0, own = 1] = channels(css);
  const shown = own * alpha;
  return shown <= 0
    ? null
    : { colour: `#${hex(red)}${hex(green)}${hex(blue)}`, alpha: Math.round(shown * 1000) / 1000 };
}

/** Red, green, blue from 0 to 255, alpha from 0 to 1 where the colour has one. */
function channels(css: string): number[] {
  const body = css.slice(css.indexOf('(') + 1);
  if (/^rgba?\(/.test(css)) return numbers(body);
  // Beyond-sRGB values are cut to what paper shows.
  const wide = /^color\((?:srgb|display-p3) (.*)\)$/.exec(css);
  if (wide !== null) return numbers(wide[1] ?? '').map((value, index) => (index < 3 ? value * 255 : value));
  return viaCanvas(css);
}

let canvas: CanvasRenderingContext2D | null = null;

/** For every other way to write a colour: paint it and look. */
function viaCanvas(css: string): number[] {
  canvas ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', {
    willReadFrequently: true,
  });
  if (canvas === null) throw new Error('no canvas');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = '#000';
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
