import type { Box } from '../matrix.ts';

export interface Readable {
  readonly id: string;
  readonly type: string;
  /** As it lies on the page. */
  readonly box: Box;
}

/** Tops within this of each other make one row. Board units. */
const row = 60;

/**
 * In which order a page's shapes are read out: its heading, then zone by zone in rows from left to right, each zone
 * followed by what is in it, in rows again. What is in no zone takes its turn by where it stands.
 */
export function readingOrder(shapes: readonly Readable[]): ReadonlyMap<string, number> {
  const zones = shapes.filter(({ type }) => type === 'zone');
  const placed = shapes.map((shape) => {
    const zone = outermost(zones, shape);
    return { shape, zone: zone ?? shape, first: shape.type === 'heading' ? 0 : 1, inside: zone === shape ? 0 : 1 };
  });
  placed.sort(
    (a, b) =>
      a.first - b.first ||
      (a.zone.id === b.zone.id ? 0 : compare(a.zone, b.zone)) ||
      a.inside - b.inside ||
      compare(a.shape, b.shape),
  );
  return new Map(placed.map(({ shape }, rank) => [shape.id, rank]));
}

function compare(a: Readable, b: Readable): number {
  const rows = Math.floor(a.box.y / row) - Math.floor(b.box.y / row);
  return rows || a.box.x - b.box.x || a.box.y - b.box.y || (a.id < b.id ? -1 : 1);
}

/** The largest zone around the middle of a shape; a zone is in itself. */
function outermost(zones: readonly Readable[], { box }: Readable): Readable | undefined {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const around = zones.filter(
    (zone) =>
      x >= zone.box.x && x <= zone.box.x + zone.box.width && y >= zone.box.y && y <= zone.box.y + zone.box.height,
  );
  return around.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height)[0];
}
