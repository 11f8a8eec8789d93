import type { FieldName, FieldValue } from '../../../shared/method/cards/fields.ts';
import { type ColumnId, isField, isWritten } from './columns.ts';
import { readCell } from './read-cell.ts';
import type { Row } from './rows.ts';
import type { Sheet } from './spreadsheet.ts';

/** What a pasted block makes of one card. */
export interface RowChange {
  readonly id: string;
  readonly title?: string;
  readonly fields: Readonly<Partial<Record<FieldName, FieldValue | null>>>;
}

export interface CellsPlan {
  readonly changes: readonly RowChange[];
  /** How many cells of the block hold nothing that their column takes. */
  readonly unread: number;
  /** How many rows of the block are below the table. */
  readonly below: number;
}

/** Lays a block of cells over the table, its first cell on the given one. What is not written by people stays. */
export function planCells(
  sheet: Sheet,
  rows: readonly Row[],
  columns: readonly ColumnId[],
  at: { readonly row: number; readonly column: number },
  organisationId: (name: string) => string | undefined,
): CellsPlan {
  let unread = 0;
  const changes: RowChange[] = [];
  for (const [down, cells] of sheet.entries()) {
    const row = rows[at.row + down];
    if (row === undefined) continue;
    let title: string | undefined;
    const fields: Partial<Record<FieldName, FieldValue | null>> = {};
    for (const [right, cell] of cells.entries()) {
      const column = columns[at.column + right];
      const isTaken = column !== undefined && isWritten(column) && !row.locked;
      if (isTaken && column === 'title' && cell.trim() !== '') title = cell.trim();
      else if (isTaken && isField(column)) {
        const reading = readCell(column, cell, organisationId);
        if (reading.ok) fields[column] = reading.value;
        else unread += 1;
      } else unread += 1;
    }
    if (title !== undefined || Object.keys(fields).length > 0)
      changes.push({ id: row.id, fields, ...(title !== undefined && { title }) });
  }
  return { changes, unread, below: Math.max(0, sheet.length - (rows.length - at.row)) };
}
