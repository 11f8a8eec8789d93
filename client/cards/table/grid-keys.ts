/** A place in the grid. Row -1 holds the headings; the row after the last card takes a new one, in its first column. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  /** Of cards. */
  readonly rows: number;
  readonly columns: number;
  readonly hasNewRow: boolean;
  /** Rows that are in sight at once. */
  readonly page: number;
}

/** The nearest place that there is. */
export function clampSpot({ row, column }: Spot, { rows, columns, hasNewRow }: GridSize): Spot {
  const at = Math.max(-1, Math.min(row, hasNewRow ? rows : rows - 1));
  return { row: at, column: at === rows ? 0 : Math.max(0, Math.min(column, columns - 1)) };
}

/** Where a key leads, as in every spreadsheet. @returns null for keys that lead nowhere */
export function stepSpot(spot: Spot, key: string, isFar: boolean, size: GridSize): Spot | null {
  const { row, column } = spot;
  const to = (next: Spot): Spot => clampSpot(next, size);
  switch (key) {
    case 'ArrowUp':
      return to({ row: isFar ? 0 : row - 1, column });
    case 'ArrowDown':
      return to({ row: isFar ? size.rows - 1 : row + 1, column });
    case 'ArrowLeft':
      return to({ row, column: isFar ? 0 : column - 1 });
    case 'ArrowRight':
      return to({ row, column: isFar ? size.columns - 1 : column + 1 });
    case 'Home':
      return to({ row: isFar ? 0 : row, column: 0 });
    case 'End':
      return to({ row: isFar ? size.rows - 1 : row, column: size.columns - 1 });
    case 'PageUp':
      return to({ row: Math.max(0, row - size.page), column });
    case 'PageDown':
      return to({ row: Math.min(size.rows - 1, row + size.page), column });
    default:
      return null;
  }
}

/** The next cell that one may write in, row by row; the last one stays where it is. */
export function nextWritten(spot: Spot, by: 1 | -1, isWritten: (column: number) => boolean, size: GridSize): Spot {
  let { row, column } = spot;
  for (let tries = 0; tries < size.columns * 2; tries++) {
    column += by;
    if (column < 0 || column >= size.columns) {
      row += by;
      column = by > 0 ? 0 : size.columns - 1;
    }
    if (row < 0 || row >= size.rows) return spot;
    if (isWritten(column)) return { row, column };
  }
  return spot;
}
