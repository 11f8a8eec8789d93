/** An outline as a font engine tells it; TrueType's own, so that curves are quadratic. */
export interface Outline {
  readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

function contoursOf({ commands }: Outline): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of commands) {
    if (command === 'moveTo') contours.push([]);
    for (let at = 0; at < args.length; at += 2)
      contours.at(-1)?.push({
        x: Math.round(args[at] ?? 0),
        y: Math.round(args[at + 1] ?? 0),
        onCurve: command !== 'quadraticCurveTo' || at > 0,
      });
  }
  return contours.filter((contour) => contour.length > 0);
}

const onCurveFlag = 1;
/** Of x; those of y are the double. */
const byteFlag = 2;
const sameFlag = 16;

/** A simple glyph of the `glyf` table, without hints, padded to four bytes; empty for an empty outline. */
export function encodeOutline(outline: Outline): Uint8Array {
  const contours = contoursOf(outline);
  const points = contours.flat();
  if (points.length === 0) return new Uint8Array();
  const flags: number[] = [];
  const bytes: Record<'x' | 'y', number[]> = { x: [], y: [] };
  for (const [index, point] of points.entries()) {
    let flag = point.onCurve ? onCurveFlag : 0;
    for (const [axis, factor] of [
      ['x', 1],
      ['y', 2],
    ] as const) {
      const step = point[axis] - (points[index - 1]?.[axis] ?? 0);
      if (step === 0) flag |= sameFlag * factor;
      else if (Math.abs(step) < 256) {
        flag |= (byteFlag * factor) | (step > 0 ? sameFlag * factor : 0);
        bytes[axis].push(Math.abs(step));
      } else bytes[axis].push((step >> 8) & 0xff, step & 0xff);
    }
    flags.push(flag);
  }
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  let last = -1;
  const ends = contours.map(({ length }) => (last += length));
  const head = [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), ...ends, 0];
  const body = [...flags, ...bytes.x, ...bytes.y];
  const length = head.length * 2 + body.length;
  const glyph = new Uint8Array(Math.ceil(length / 4) * 4);
  const view = new DataView(glyph.buffer);
  for (const [index, value] of head.entries()) view.setInt16(index * 2, value);
  glyph.set(body, head.length * 2);
  return glyph;
}
