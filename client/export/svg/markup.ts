import type { Matrix } from '../matrix.ts';

/** What XML 1.0 has no place for, escaped or not: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader may turn these into plain spaces within an attribute.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text as XML holds it, between tags and in attributes; a character that XML forbids is left out. */
export const escapeXml = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"\t\n\r]/g, (sign) => entities[sign] ?? sign);

/** A thousandth of a point is far below what a screen or paper shows. */
export const short = (value: number): string => String(Math.round(value * 1000) / 1000 || 0);

/** Scales and turns are multiplied with coordinates in the thousands and need more digits than those. */
const exact = (value: number): string => String(Math.round(value * 1e6) / 1e6 || 0);

type Attribute = string | number | null;

/** ` name="value"` for each that is not null, in the order given. */
function attributes(values: Readonly<Record<string, Attribute>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values))
    if (value !== null) written += ` ${name}="${typeof value === 'number' ? short(value) : escapeXml(value)}"`;
  return written;
}

const isIdentity = ([a, b, c, d, e, f]: Matrix): boolean =>
  a === 1 && b === 0 && c === 0 && d === 1 && e === 0 && f === 0;

/** For `transform`; null where nothing moves. */
export function transformOf(matrix: Matrix): string | null {
  if (isIdentity(matrix)) return null;
  const [a, b, c, d, e, f] = matrix;
  return `matrix(${[a, b, c, d].map(exact).join(' ')} ${short(e)} ${short(f)})`;
}

/** An element around its content, or an empty one. */
export function element(name: string, values: Readonly<Record<string, Attribute>>, content = ''): string {
  const start = `<${name}${attributes(values)}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}
