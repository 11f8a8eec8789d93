import { type Computed, computed, type Editor, type TLShapeId } from 'tldraw';
import type { ZoneShape } from '../../../shared/board/template-shapes.ts';
import type { CardColumn, Template } from '../../../shared/method/template.ts';
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
      const columns = columnsByPath(template);
      return shapes.get().flatMap((shape): ColumnZone[] => {
        const own = columns.get(String((shape as unknown as ZoneShape).meta.template));
        return own === undefined ? [] : [{ id: shape.id, columns: own }];
      });
    });
    zones.set(editor, found);
  }
  return found.get();
}

function columnsByPath({ id, frames }: Template): ReadonlyMap<string, readonly CardColumn[]> {
  return new Map(
    frames.flatMap((frame) =>
      frame.zones.flatMap((zone): [string, readonly CardColumn[]][] =>
        zone.columns === undefined ? [] : [[`${id}/${frame.id}/${zone.id}`, zone.columns]],
      ),
    ),
  );
}

/** What a card shows as a row or a form where it lies: as the zone around its middle has it. */
export function columnsAt(editor: Editor, id: TLShapeId): readonly CardColumn[] {
  const middle = editor.getShapePageBounds(id)?.center;
  if (middle === undefined) return none;
  const zone = columnZones(editor).find((candidate) => editor.getShapePageBounds(candidate.id)?.containsPoint(middle));
  return zone?.columns ?? none;
}
