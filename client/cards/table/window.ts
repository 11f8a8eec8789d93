/** What of a long list is in the page: rows by number, and gaps as high as the rows they stand for. */
export type Stretch =
  | { readonly type: 'row'; readonly index: number }
  | { readonly type: 'gap'; readonly from: number; readonly rows: number };

export interface Scroll {
  readonly topPx: number;
  readonly heightPx: number;
}

/** Rows drawn beyond the edges, so that scrolling does not show white. */
const overscan = 6;

/**
 * @param kept a row that stays drawn wherever one scrolls, since it has the focus; -1 for none.
 */
export function windowOf(count: number, rowPx: number, { topPx, heightPx }: Scroll, kept: number): readonly Stretch[] {
  const first = Math.max(0, Math.min(Math.floor(topPx / rowPx) - overscan, count));
  const last = Math.min(count, Math.ceil((topPx + heightPx) / rowPx) + overscan);
  const drawn = [];
  for (let index = first; index < last; index++) drawn.push(index);
  if (kept >= 0 && kept < count && (kept < first || kept >= last)) drawn.push(kept);
  drawn.sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  let next = 0;
  for (const index of drawn) {
    if (index > next) stretches.push({ type: 'gap', from: next, rows: index - next });
    stretches.push({ type: 'row', index });
    next = index + 1;
  }
  if (next < count) stretches.push({ type: 'gap', from: next, rows: count - next });
  return stretches;
}
