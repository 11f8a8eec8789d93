import type { ReportColumn, ReportRow, TableBlock } from './report.ts';

export interface Column<Row> extends ReportColumn {
  readonly cell: (row: Row) => string;
  /** By default whether its cell says something. */
  readonly isFilled?: (row: Row) => boolean;
}

/** Without columns that no row has anything in. @returns null without rows */
export function tableOf<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  isStrong: (row: Row) => boolean = () => false,
): TableBlock | null {
  if (rows.length === 0) return null;
  const filled = columns.filter(({ cell, isFilled = (row) => cell(row) !== '' }) => rows.some(isFilled));
  return {
    ...{ kind: 'table', caption },
    columns: filled.map(({ label, weight, align }) => ({ label, weight, align })),
    rows: rows.map((row): ReportRow => ({ cells: filled.map(({ cell }) => cell(row)), strong: isStrong(row) })),
  };
}
