import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import type { ValueReader } from '../../canvas/card-shapes/value-text.ts';
import { localeOf } from '../../i18n/message.ts';
import { choicesOf } from '../choices.ts';
import { cellText } from './cell-text.ts';
import { type ColumnId, isField } from './columns.ts';
import type { Row } from './rows.ts';

export interface Sorting {
  readonly column: ColumnId;
  readonly direction: 'ascending' | 'descending';
}

/** Ascending at first, then descending, then as the cards came. */
export function nextSorting(sorting: Sorting | null, column: ColumnId): Sorting | null {
  if (sorting?.column !== column) return { column, direction: 'ascending' };
  return sorting.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/** Choices in the order of the method, numbers by size, the rest as the language sorts. Empty cells are last either way. */
export function sortRows(rows: readonly Row[], sorting: Sorting | null, reader: ValueReader): readonly Row[] {
  if (sorting === null) return rows;
  const { column, direction } = sorting;
  const collator = new Intl.Collator(localeOf[reader.language], { numeric: true, sensitivity: 'base' });
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column, reader) }));
  const compare = (a: string | number, b: string | number): number =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return keyed
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) return a.key === b.key ? 0 : a.key === null ? 1 : -1;
      return sign * compare(a.key, b.key);
    })
    .map(({ row }) => row);
}

function keyOf(row: Row, column: ColumnId, reader: ValueReader): string | number | null {
  if (column === 'depth') return row.depth;
  if (!isField(column) || column === 'org') return cellText(row, column, reader) || null;
  const value = row.fields[column];
  if (value === undefined) return null;
  switch (fieldTypes[column].type) {
    case 'choice':
      return choicesOf(column).findIndex((choice) => choice.value === value);
    case 'score':
    case 'count':
      return Number(value);
    case 'flag':
      // Yes stands before no.
      return value === true ? 0 : 1;
    case 'date':
      return String(value);
    default:
      return cellText(row, column, reader) || null;
  }
}
