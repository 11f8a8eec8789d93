import type { Draft, Place } from './draft.ts';

/** What no page or column is broken within. */
export interface Row {
  /** Points. */
  readonly height: number;
  /** Space above, except at the top of a column. Points. */
  readonly before: number;
  /** Never the last of its column. */
  readonly keepsWithNext: boolean;
  /** Set again above this row where it comes first in a column. */
  readonly repeated: Repeated | null;
  readonly draw: (at: Place) => readonly Draft[];
}

export interface Repeated {
  readonly height: number;
  readonly draw: (at: Place) => readonly Draft[];
}

export interface Column {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

export type FlowedPage = readonly Draft[];

export interface Flowed {
  readonly pages: readonly FlowedPage[];
  /** Lower end of what stands on the last page. Points. */
  readonly bottom: number;
}

interface Filled {
  readonly drafts: readonly Draft[];
  /** Lower end of the longest column. Points. */
  readonly bottom: number;
  /** Of the first row that found no room. */
  readonly next: number;
}

/**
 * Rows into columns and pages. What keeps with its next goes on together; only what is higher than a whole column is
 * broken all the same. On the last page columns end at one height.
 */
export function flow(rows: readonly Row[], first: readonly Column[], others: readonly Column[]): Flowed {
  const pages: FlowedPage[] = [];
  let [next, bottom] = [0, 0];
  do {
    const columns = pages.length === 0 ? first : others;
    let filled = fill(rows, next, columns);
    if (filled.next === rows.length && columns.length > 1) filled = level(rows, next, columns);
    pages.push(filled.drafts);
    ({ next, bottom } = filled);
  } while (next < rows.length);
  return { pages, bottom };
}

/** Points by which columns are lengthened until everything fits. */
const levelStep = 5;

function level(rows: readonly Row[], start: number, columns: readonly Column[]): Filled {
  const left = rows.slice(start);
  const height = left.reduce((sum, row) => sum + row.before + row.height, 0);
  const room = Math.min(...columns.map(({ top, bottom }) => bottom - top));
  // A column lower than what keeps together would break it.
  for (let limit = Math.max(height / columns.length, highestChain(left)); limit < room; limit += levelStep) {
    const filled = fill(
      rows,
      start,
      columns.map((column) => ({ ...column, bottom: column.top + limit })),
    );
    if (filled.next === rows.length) return filled;
  }
  return fill(rows, start, columns);
}

function highestChain(rows: readonly Row[]): number {
  let highest = 0;
  for (let index = 0; index < rows.length; ) {
    const chain = chainFrom(rows, index);
    highest = Math.max(highest, heightOf(chain, true));
    index += chain.length;
  }
  return highest;
}

function fill(rows: readonly Row[], start: number, columns: readonly Column[]): Filled {
  const drafts: Draft[] = [];
  let next = start;
  let bottom = Math.max(...columns.map(({ top }) => top));
  for (const column of columns) {
    let y = column.top;
    const set = (row: Row): void => {
      const atTop = y === column.top;
      if (atTop && row.repeated !== null) {
        drafts.push(...row.repeated.draw({ x: column.x, y }));
        y += row.repeated.height;
      } else if (!atTop) y += row.before;
      drafts.push(...row.draw({ x: column.x, y }));
      y += row.height;
      next += 1;
    };
    while (next < rows.length) {
      const together = chainFrom(rows, next);
      const atTop = y === column.top;
      if (y + heightOf(together, atTop) <= column.bottom + 0.01) for (const row of together) set(row);
      else if (!atTop) break;
      else {
        // Higher than a column: as much of it as fits, and never nothing.
        for (const row of together) {
          const fits = y + heightOf([row], y === column.top) <= column.bottom;
          if (!fits && y > column.top) break;
          set(row);
        }
        break;
      }
    }
    bottom = Math.max(bottom, y);
  }
  return { drafts, next, bottom };
}

function chainFrom(rows: readonly Row[], start: number): Row[] {
  const chain: Row[] = [];
  for (let index = start; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    chain.push(row);
    if (!row.keepsWithNext) break;
  }
  return chain;
}

function heightOf(rows: readonly Row[], atTop: boolean): number {
  let height = 0;
  for (const [index, row] of rows.entries()) {
    const first = atTop && index === 0;
    height += row.height + (first ? (row.repeated?.height ?? 0) : row.before);
  }
  return height;
}
