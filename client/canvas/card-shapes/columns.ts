import { type Computed, computed, type Editor, type TLShapeId } from 'tldraw';
import type { ZoneShape } from '../../../shared/board/template-shapes.ts';
import { createSpots } from '../../../shared/method/board-view.ts';
import type { CardColumn } from '../../../shared/method/template.ts';
import { surroundingsOf } from './surroundings.ts';

const none: readonly CardColumn[] = [];

/** A zone that says what its cards show, where it lies on the page. */
interface ColumnZone {
  readonly id: TLShapeId;
  readonly columns: readonly CardColumn[];
}

const zones = new WeakMap<Editor, Computed<readonly ColumnZone[]>>();

function columnZones(editor: Editor): readonly ColumnZone[] {
  let found = zones.get(editor);
  if (found === undefined) {
    const shapes = editor.store.query.records('shape', () => ({ type: { eq: 'zone' } as never }));
    found = computed('zones with columns', () => {
      const { template } = surroundingsOf(editor).get();
      if (template === null) return [];
      const spotOf = createSpots(template);
      return shapes.get().flatMap((shape): ColumnZone[] => {
        const { zone } = spotOf(null, shape as unknown as ZoneShape);
        return zone?.columns === undefined ? [] : [{ id: shape.id, columns: zone.columns }];
      });
    });
    zones.set(editor, found);
  }
  return found.get();
}

/** What a card shows as a row or a form where it lies: as the zone around its middle has it. */
export function columnsAt(editor: Editor, id: TLShapeId): readonly CardColumn[] {
  const middle = editor.getShapePageBounds(id)?.center;
  if (middle === undefined) return none;
  const zone = columnZones(editor).find((candidate) => editor.getShapePageBounds(candidate.id)?.containsPoint(middle));
  return zone?.columns ?? none;
}
