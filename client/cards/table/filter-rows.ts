import type { ValueReader } from '../../canvas/card-shapes/value-text.ts';
import { cellText } from './cell-text.ts';
import type { ColumnId } from './columns.ts';
import { folded } from './read-cell.ts';
import type { Row } from './rows.ts';

/** By what one may narrow a table, beside words. */
export const filterNames = ['org', 'voice', 'status', 'zone'] as const;
export type FilterName = (typeof filterNames)[number];

export interface Filter {
  readonly text: string;
  /** What a cell has to hold; an empty text for cells without anything. */
  readonly only: Readonly<Partial<Record<FilterName, string>>>;
}

export const noFilter: Filter = { text: '', only: {} };

/** What rows are compared by: the stored value, or the place. */
function filteredValue(row: Row, name: FilterName): string {
  switch (name) {
    case 'org':
      return row.org ?? '';
    case 'zone':
      return row.zone;
    case 'voice':
    case 'status': {
      const value = row.fields[name];
      return typeof value === 'string' ? value : '';
    }
  }
}

/** Rows that hold all the words, each anywhere in the card, and what was asked for. */
export function filterRows(
  rows: readonly Row[],
  { text, only }: Filter,
  columns: readonly ColumnId[],
  reader: ValueReader,
): readonly Row[] {
  const words = folded(text).split(' ').filter(Boolean);
  const wanted = filterNames.flatMap((name) => {
    const value = only[name];
    return value === undefined ? [] : [{ name, value }];
  });
  if (words.length === 0 && wanted.length === 0) return rows;
  return rows.filter((row) => {
    if (!wanted.every(({ name, value }) => filteredValue(row, name) === value)) return false;
    if (words.length === 0) return true;
    const said = folded(columns.map((column) => cellText(row, column, reader)).join(' '));
    return words.every((word) => said.includes(word));
  });
}

/** What the rows hold under a name, so that only what is there is offered. */
export const valuesIn = (rows: readonly Row[], name: FilterName): readonly string[] => [
  ...new Set(rows.map((row) => filteredValue(row, name))),
];
