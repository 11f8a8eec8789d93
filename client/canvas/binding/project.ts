import type { Groups } from '../../../shared/board/document.ts';
import { type AnyRecord, joinRecord, placedIn } from '../../../shared/board/groups.ts';
import type { LayeredRecords } from '../../../shared/board/layers.ts';
import { keepOnPage } from '../../../shared/board/place.ts';

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
   * Ids whose picture depends on the parents of these: members of a circle they are in, and of circles seen before.
   */
  affectedByParentsOf(ids: Iterable<string>): Set<string>;
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

  return {
    project(id, local) {
      const groups = records.find(id);
      const record = groups && joined(id, groups, local);
      if (record === undefined || typeof record.parentId !== 'string') return record;
      const circle = circleOf(id);
      if (circle.length === 0 || circle.some((member) => member < id)) return record;
      return { ...record, parentId: pageId() } as AnyRecord;
    },
    affectedByParentsOf(ids) {
      const affected = new Set(inCircles);
      inCircles.clear();
      for (const id of [...ids, ...affected])
        for (const member of circleOf(id)) {
          affected.add(member);
          inCircles.add(member);
        }
      return affected;
    },
  };
}
