import type { TLRecord, TLShape } from 'tldraw';
import type { Records } from '../../../shared/board/containment.ts';

const isShape = (record: TLRecord | undefined): record is TLShape => record?.typeName === 'shape';

/**
 * What of a board a store can hold without harm, in an order in which it can be put: pages, then files, shapes and what
 * binds them, each by id. Of shapes that are parents of each other, which would hang tldraw, one stands on the page, as
 * on the canvas; a binding without its shapes is dropped.
 */
export function standingRecords(records: Records): TLRecord[] {
  const sorted = [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const pages = sorted.filter(({ typeName }) => typeName === 'page');
  const pageId = pages[0]?.id;
  const shapes = sorted
    .filter(isShape)
    .map(
      (shape): TLRecord =>
        pageId !== undefined && standsOut(records, shape) ? ({ ...shape, parentId: pageId } as TLShape) : shape,
    );
  const assets = sorted.filter(({ typeName }) => typeName === 'asset').map(still);
  const bindings = sorted.filter(
    (record) => record.typeName === 'binding' && records.has(record.fromId) && records.has(record.toId),
  );
  return [...pages, ...assets, ...shapes, ...bindings];
}

/**
 * A picture that does not move. A copy, too: tldraw keeps what it has read of a picture with its asset, and another stage
 * reads it in another size.
 */
const still = (asset: TLRecord): TLRecord =>
  asset.typeName === 'asset' && asset.type === 'image'
    ? { ...asset, props: { ...asset.props, isAnimated: false, mimeType: 'image/png' } }
    : asset;

/** Whether it is the smallest of a circle of parents. */
function standsOut(records: Records, shape: TLShape): boolean {
  const seen = new Set<string>([shape.id]);
  for (let next = records.get(shape.parentId); isShape(next); next = records.get(next.parentId)) {
    if (next.id === shape.id) return [...seen].every((id) => id >= shape.id);
    // A circle further up, of which this one is no part.
    if (seen.has(next.id)) return false;
    seen.add(next.id);
  }
  return false;
}
