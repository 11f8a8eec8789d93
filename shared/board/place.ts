import type { AnyRecord } from './groups.ts';

/** Where something is in its parent: offset in board units and rotation in radians, clockwise on the screen. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly rotation: number;
}

const origin: Place = { x: 0, y: 0, rotation: 0 };

/** The place of something on the page, from the place of its parent on the page and its own in the parent. */
export function toPage(parent: Place, inParent: Place): Place {
  const cos = Math.cos(parent.rotation);
  const sin = Math.sin(parent.rotation);
  return {
    x: parent.x + inParent.x * cos - inParent.y * sin,
    y: parent.y + inParent.x * sin + inParent.y * cos,
    rotation: parent.rotation + inParent.rotation,
  };
}

/** The inverse of `toPage`. */
export function fromPage(parent: Place, onPage: Place): Place {
  const cos = Math.cos(parent.rotation);
  const sin = Math.sin(parent.rotation);
  const [dx, dy] = [onPage.x - parent.x, onPage.y - parent.y];
  return { x: dx * cos + dy * sin, y: dy * cos - dx * sin, rotation: onPage.rotation - parent.rotation };
}

/** Place of a shape on the page; pages, and what is not there, are at the origin. */
export function placeOnPage(get: (id: string) => AnyRecord | undefined, id: string): Place {
  const chain: Place[] = [];
  const seen = new Set<string>();
  for (let shape = get(id); shape?.typeName === 'shape' && !seen.has(shape.id); shape = get(shape.parentId as string)) {
    seen.add(shape.id);
    chain.unshift({ x: shape.x as number, y: shape.y as number, rotation: shape.rotation as number });
  }
  return chain.reduce(toPage, origin);
}

/**
 * A shape whose place was written for another parent than it has now: the shape at the same place on the page. One of two
 * people moved it while the other put it elsewhere.
 * @param writtenFor the parent that the place is in.
 * @returns undefined where nobody knows where that parent was.
 */
export function keepOnPage(
  get: (id: string) => AnyRecord | undefined,
  shape: AnyRecord,
  writtenFor: string,
): AnyRecord | undefined {
  if (get(writtenFor) === undefined) return undefined;
  const { x, y, rotation } = shape as unknown as Place;
  const onPage = toPage(placeOnPage(get, writtenFor), { x, y, rotation });
  return { ...shape, ...fromPage(placeOnPage(get, shape.parentId as string), onPage) };
}
