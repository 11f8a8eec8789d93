import type { Groups } from '../../../shared/board/document.ts';
import { type AnyRecord, joinRecord, placedIn, slotOf } from '../../../shared/board/groups.ts';
import type { LayeredRecords } from '../../../shared/board/layers.ts';
import { keepOnPage } from '../../../shared/board/place.ts';
import { withPrivacy } from '../private-shapes.ts';
import { createOrder } from './project-order.ts';

/**
 * What a canvas shows of a record, as a function of the documents alone (and of its own measurements), so that all
 * canvases show the same.
 *
 * Two people who put two shapes into each other at the same time leave a circle of parents in the document, which would
 * hang tldraw. Of such a circle the shape with the smallest id is shown on the page.
 */
export interface Projector {
  /** @returns undefined when no layer holds the record or it has no base. */
  project(id: string, local: AnyRecord | undefined): AnyRecord | undefined;
  /**
   * To be told of all records that may have another parent or another place in the order, or that have come or gone.
   * @returns ids whose picture depends on that: members of a circle they are in, and of circles seen before, and siblings
   *   that are told apart otherwise than before.
   */
  affectedBy(ids: Iterable<string>): Set<string>;
}

type Base = { readonly parentId?: unknown } | undefined;

export function createProjector(records: LayeredRecords, pageId: () => string): Projector {
  const inCircles = new Set<string>();
  const parentOf = (id: string): string | undefined => {
    const parentId = (records.find(id)?.get('base') as Base)?.parentId;
    return typeof parentId === 'string' ? parentId : undefined;
  };

  /** @returns the members of the circle that the record is part of, or none. */
  const circleOf = (id: string): readonly string[] => {
    const seen = [id];
    for (let next = parentOf(id); next !== undefined; next = parentOf(next)) {
      if (next === id) return seen;
      if (seen.includes(next)) return [];
      seen.push(next);
    }
    return [];
  };

  /** Of a circle one is shown on the page. */
  const isOut = (id: string): boolean => {
    const circle = circleOf(id);
    return circle.length > 0 && circle.every((member) => member >= id);
  };

  const order = createOrder((id) => {
    const groups = records.find(id);
    const slot = groups && slotOf(groups);
    return slot && isOut(id) ? { ...slot, parentId: pageId() } : slot;
  });
  order.refresh(records.ids());

  const plain = (id: string) => {
    const groups = records.find(id);
    return groups && (joinRecord(id, groups) ?? undefined);
  };
  /** Until the server has mended it, a place may be that in another parent. */
  const joined = (id: string, groups: Groups, local: AnyRecord | undefined) => {
    const record = joinRecord(id, groups, local) ?? undefined;
    const writtenFor = placedIn(groups);
    if (record === undefined || writtenFor === undefined || writtenFor === record.parentId) return record;
    return keepOnPage(plain, record, writtenFor) ?? record;
  };

  const marked = (record: AnyRecord | undefined) =>
    record?.typeName === 'shape' ? withPrivacy(record, records.layerOf(record.id) === 'own') : record;

  return {
    project(id, local) {
      const groups = records.find(id);
      const record = groups && marked(joined(id, groups, local));
      if (record === undefined || typeof record.parentId !== 'string') return record;
      const parentId = isOut(id) ? pageId() : record.parentId;
      const index = order.indexOf(id) ?? record.index;
      return parentId === record.parentId && index === record.index
        ? record
        : ({ ...record, parentId, index } as AnyRecord);
    },
    affectedBy(ids) {
      const all = [...ids];
      const affected = new Set(inCircles);
      inCircles.clear();
      for (const id of [...all, ...affected])
        for (const member of circleOf(id)) {
          affected.add(member);
          inCircles.add(member);
        }
      for (const id of order.refresh([...all, ...affected])) affected.add(id);
      return affected;
    },
  };
}
