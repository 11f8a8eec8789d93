interface Point {
  readonly x: number;
  readonly y: number;
}

/** One stroke of a path as straight pieces. */
export interface Stroke {
  readonly points: readonly Point[];
  readonly isClosed: boolean;
}

/** Pieces of a curve, and of a full turn of an arc: finer than a hand draws. */
const piecesOfCurve = 12;
const piecesOfTurn = 48;

/** The strokes of a path of absolute M, L, C, A and Z, as marks have them. What follows a broken command is left out. */
export function pathStrokes(path: string): readonly Stroke[] {
  const strokes: { points: Point[]; isClosed: boolean }[] = [];
  let current: { points: Point[]; isClosed: boolean } | undefined;
  for (const [, letter, numbers = ''] of path.matchAll(/([MLCAZ])([^MLCAZ]*)/g)) {
    const values = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? []).map(Number);
    if (letter === 'M') {
      current = { points: [], isClosed: false };
      strokes.push(current);
    }
    if (current === undefined) return strokes;
    if (letter === 'Z') current.isClosed = true;
    const size = letter === 'C' ? 6 : letter === 'A' ? 7 : 2;
    for (let at = 0; letter !== 'Z' && at + size <= values.length; at += size)
      current.points.push(...pieces(letter, values.slice(at, at + size), current.points.at(-1)));
  }
  return strokes.filter(({ points }) => points.length > 1);
}

function pieces(letter: string | undefined, values: readonly number[], from: Point | undefined): readonly Point[] {
  const [x = 0, y = 0] = values.slice(-2);
  const to = { x, y };
  if (from === undefined) return [to];
  if (letter === 'C') return curve(from, values, to);
  return letter === 'A' ? arc(from, values, to) : [to];
}

function curve(from: Point, [x1 = 0, y1 = 0, x2 = 0, y2 = 0]: readonly number[], to: Point): readonly Point[] {
  return Array.from({ length: piecesOfCurve }, (_, index) => {
    const t = (index + 1) / piecesOfCurve;
    const s = 1 - t;
    const mix = (a: number, b: number, c: number, d: number) =>
      s ** 3 * a + 3 * s ** 2 * t * b + 3 * s * t ** 2 * c + t ** 3 * d;
    return { x: mix(from.x, x1, x2, to.x), y: mix(from.y, y1, y2, to.y) };
  });
}

/** From end points to centre and angles, as SVG's implementation notes have it (F.6.5). */
function arc(from: Point, [rxGiven = 0, ryGiven = 0, degrees = 0, large = 0, sweep = 0]: readonly number[], to: Point) {
  const turn = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [dx, dy] = [(from.x - to.x) / 2, (from.y - to.y) / 2];
  const [x1, y1] = [cos * dx + sin * dy, cos * dy - sin * dx];
  if (rxGiven === 0 || ryGiven === 0 || (x1 === 0 && y1 === 0)) return [to];
  const stretch = Math.max(1, Math.sqrt((x1 / rxGiven) ** 2 + (y1 / ryGiven) ** 2));
  const [rx, ry] = [Math.abs(rxGiven) * stretch, Math.abs(ryGiven) * stretch];
  const square = (rx * ry) ** 2 - (rx * y1) ** 2 - (ry * x1) ** 2;
  const root = Math.sqrt(Math.max(0, square) / ((rx * y1) ** 2 + (ry * x1) ** 2)) * (large === sweep ? -1 : 1);
  const [cx, cy] = [(root * rx * y1) / ry, (-root * ry * x1) / rx];
  const angleOf = (x: number, y: number) => Math.atan2((y - cy) / ry, (x - cx) / rx);
  const start = angleOf(x1, y1);
  let span = angleOf(-x1, -y1) - start;
  if (sweep === 1 && span < 0) span += 2 * Math.PI;
  if (sweep === 0 && span > 0) span -= 2 * Math.PI;
  const count = Math.max(2, Math.ceil((Math.abs(span) / (2 * Math.PI)) * piecesOfTurn));
  const [middleX, middleY] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return Array.from({ length: count }, (_, index) => {
    if (index === count - 1) return to;
    const angle = start + (span * (index + 1)) / count;
    const [x, y] = [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
    return { x: cos * x - sin * y + middleX, y: sin * x + cos * y + middleY };
  });
}
