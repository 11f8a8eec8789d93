import type { Box } from '../matrix.ts';

export interface Readable {
  readonly id: string;
  readonly type: string;
  /** As it lies on the page. */
  readonly box: Box;
}

/** Shapes that are read out together, after their name. */
export interface ReadTogether {
  /** Of the name. */
  readonly id: string;
  readonly box: Box;
  readonly ids: readonly string[];
}

/** Tops within this of each other make one row. Board units. */
const row = 60;

/**
 * In which order a page's shapes are read out: its heading, then zone by zone in rows from left to right, each zone
 * followed by what is in it, in rows again; what is read together takes its turn as one, its name first. What is in no
 * zone takes its turn by where it stands.
 */
export function readingOrder(
  shapes: readonly Readable[],
  together: readonly ReadTogether[] = [],
): ReadonlyMap<string, number> {
  const zones = shapes.filter(({ type }) => type === 'zone');
  const names = together.map(({ id, box }): Readable => ({ id, type: 'name', box }));
  const placed = [...shapes, ...names].map((shape) => {
    const group = names.find(({ id }, index) => id === shape.id || together[index]?.ids.includes(shape.id)) ?? shape;
    const zone = outermost(zones, group);
    const [inside, behind] = [zone === shape ? 0 : 1, group === shape ? 0 : 1];
    return { shape, group, zone: zone ?? group, first: shape.type === 'heading' ? 0 : 1, inside, behind };
  });
  placed.sort(
    (a, b) =>
      a.first - b.first ||
      (a.zone.id === b.zone.id ? 0 : compare(a.zone, b.zone)) ||
      a.inside - b.inside ||
      (a.group.id === b.group.id ? 0 : compare(a.group, b.group)) ||
      a.behind - b.behind ||
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
