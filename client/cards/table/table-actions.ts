import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import type { Method } from '../method.ts';
import { mergeDraft } from '../panel/merge-draft.ts';
import { organisationIds } from '../panel/organisations.ts';
import { type ColumnId, isField, isWritten } from './columns.ts';
import type { RowChange } from './paste-cells.ts';
import type { NewRow, PastePlan } from './paste-rows.ts';
import { homeOf, zoneAt } from './places.ts';
import { type CellFault, readCell } from './read-cell.ts';
import type { Row } from './rows.ts';

/** What keeps a cell from being written. */
export type WriteFault = CellFault | 'no-title';

/** Edits of the table. Each is one step of undo, whatever follows from it on the canvas. */
export interface TableActions {
  /**
   * @param text as it was typed or chosen; for a place its `frame/zone`.
   * @param before what the cell said when its writer began.
   * @returns undefined when it is written
   */
  write(row: Row, column: ColumnId, text: string, before: string): WriteFault | undefined;
  clear(row: Row, column: ColumnId): void;
  change(changes: readonly RowChange[]): void;
  create(kind: CardKind, rows: readonly NewRow[]): void;
  /** What a sheet says, of new cards and of those that are there. */
  bring(kind: CardKind, plan: Pick<PastePlan, 'rows' | 'changes'>): void;
  organisationId(name: string): string | undefined;
  /** How many more cards the board takes; of more at once it would take none. */
  room(): number;
}

type Ground = Pick<Method, 'actions' | 'editor' | 'template' | 'people'>;

export function createTableActions({ actions, editor, template, people }: Ground): TableActions {
  const organisationId = organisationIds(people);
  const asOneStep = (fn: () => void) => {
    const mark = editor.markHistoryStoppingPoint('table');
    editor.run(fn);
    editor.squashToMark(mark);
  };
  const change = (changes: readonly RowChange[]) => {
    for (const { id, title, fields } of changes) {
      if (title !== undefined) actions.setTitle(id, title);
      if (Object.keys(fields).length > 0) actions.setFields(id, fields);
    }
  };
  const create = (kind: CardKind, rows: readonly NewRow[]) => {
    const zone = homeOf(template, kind);
    const { x, y } = editor.getViewportPageBounds().center;
    const cards = rows.map(({ title, fields }) => ({ kind, title, fields }));
    actions.createMany(cards, zone === null ? { point: { x, y } } : { zone });
  };
  return {
    organisationId,
    write(row, column, text, before) {
      if (column === 'title') {
        if (text.trim() === '') return 'no-title';
        actions.setTitle(row.id, mergeDraft(before, text.trim(), row.title));
      } else if (column === 'zone') {
        const zone = zoneAt(text);
        if (zone !== null) actions.moveTo([row.id], { zone });
      } else if (isField(column)) {
        const reading = readCell(column, text, organisationId);
        if (!reading.ok) return reading.fault;
        actions.setFields(row.id, { [column]: reading.value });
      }
      return undefined;
    },
    clear(row, column) {
      if (isField(column) && isWritten(column) && row.fields[column] !== undefined)
        actions.setFields(row.id, { [column]: null });
    },
    room: () => Math.max(0, editor.options.maxShapesPerPage - editor.getCurrentPageShapeIds().size),
    change: (changes) => asOneStep(() => change(changes)),
    create,
    bring: (kind, { rows, changes }) =>
      asOneStep(() => {
        change(changes);
        if (rows.length > 0) create(kind, rows);
      }),
  };
}
