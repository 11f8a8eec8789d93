import { type ValueReader, valueText } from '../../canvas/card-shapes/value-text.ts';
import type { ColumnId } from './columns.ts';
import type { Row } from './rows.ts';

/** What a cell says. */
export function cellText(row: Row, column: ColumnId, reader: ValueReader): string {
  switch (column) {
    case 'title':
    case 'frame':
    case 'zone':
      return row[column];
    case 'depth':
      return row.depth === null ? '' : String(row.depth);
    case 'org':
      return row.org === null ? '' : (reader.people.stamp(row.org)?.name ?? '');
    default:
      return valueText(column, row.fields[column], reader);
  }
}
