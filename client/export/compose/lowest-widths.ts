/** A width of a column and the lines that each row's text takes in it. */
export interface Candidate {
  readonly width: number;
  readonly lines: readonly number[];
  /** Words in all rows that go on on another line. */
  readonly parted: number;
}

/** Of one column, from the widest down. */
type Candidates = readonly (readonly Candidate[])[];

/** For each column the place of a candidate. */
type Choice = readonly number[];

/** What a cell counts beside one line of its row: for each of its lines, for being broken at all, for each parted word. */
const cellCosts = { line: 0.03, broken: 0.12, parted: 0.3 } as const;
const cellCost = (lines: number): number => lines * cellCosts.line + (lines > 1 ? cellCosts.broken : 0);
/** By far more than tables take. */
const mostPasses = 12;

/**
 * Widths of at most `width` together, if there are any, in which the rows come out low. Begins with the widest of every
 * column and makes that one narrower which costs the least height for what it saves, until all fit; then widens one
 * column at a time at the cost of the others as long as that lowers the table.
 */
export function lowestWidths(candidates: Candidates, width: number): number[] {
  let choice = narrowed(
    candidates,
    candidates.map(() => 0),
    { width, kept: null },
  );
  let height = heightOf(candidates, choice);
  for (let pass = 0, improved = true; improved && pass < mostPasses; pass += 1) {
    improved = false;
    for (const kept of candidates.keys()) {
      for (let wider = (choice[kept] ?? 0) - 1; wider >= 0; wider -= 1) {
        const tried = narrowed(candidates, choice.with(kept, wider), { width, kept });
        const triedHeight = heightOf(candidates, tried);
        if (triedHeight >= height - 0.001 || widthOf(candidates, tried) > width) continue;
        [choice, height, improved] = [tried, triedHeight, true];
        break;
      }
    }
  }
  return choice.map((place, column) => candidates[column]?.[place]?.width ?? 0);
}

const chosen = (candidates: Candidates, choice: Choice): Candidate[] =>
  candidates.flatMap((own, column) => own[choice[column] ?? 0] ?? []);

const widthOf = (candidates: Candidates, choice: Choice): number =>
  chosen(candidates, choice).reduce((sum, { width }) => sum + width, 0);

function heightOf(candidates: Candidates, choice: Choice): number {
  const columns = chosen(candidates, choice);
  const cells = columns.reduce(
    (sum, { lines, parted }) => sum + parted * cellCosts.parted + lines.reduce((all, each) => all + cellCost(each), 0),
    0,
  );
  return tallest(columns).reduce((sum, { height }) => sum + height, 0) + cells;
}

interface Tallest {
  readonly height: number;
  /** Column of it. */
  readonly by: number;
  /** Of the other columns. */
  readonly without: number;
}

/** Of each row. */
const tallest = (columns: readonly Candidate[]): Tallest[] =>
  (columns[0]?.lines ?? []).map((_, row) => {
    let [height, by, without] = [0, 0, 0];
    for (const [column, { lines }] of columns.entries()) {
      const own = lines[row] ?? 0;
      if (own > height) [height, by, without] = [own, column, height];
      else if (own > without) without = own;
    }
    return { height, by, without };
  });

interface Narrowing {
  readonly width: number;
  /** Column that is left as it is. */
  readonly kept: number | null;
}

function narrowed(candidates: Candidates, start: Choice, { width, kept }: Narrowing): Choice {
  const choice = [...start];
  for (;;) {
    const excess = widthOf(candidates, choice) - width;
    if (excess <= 0) return choice;
    const columns = chosen(candidates, choice);
    const rows = tallest(columns);
    let best: { readonly column: number; readonly to: number; readonly cost: number } | null = null;
    for (const [column, own] of candidates.entries()) {
      const from = columns[column];
      if (column === kept || from === undefined) continue;
      for (const [to, candidate] of own.entries()) {
        if (to <= (choice[column] ?? 0)) continue;
        const saved = Math.min(excess, from.width - candidate.width);
        const cost = costOf(rows, { column, from, to: candidate }) / saved;
        if (best === null || cost < best.cost) best = { column, to, cost };
      }
    }
    if (best === null) return choice;
    choice[best.column] = best.to;
  }
}

interface Change {
  readonly column: number;
  readonly from: Candidate;
  readonly to: Candidate;
}

/** Lines by which the table grows, with what its cells count. */
const costOf = (rows: readonly Tallest[], { column, from, to }: Change): number =>
  rows.reduce(
    (sum, { height, by, without }, row) => {
      const now = to.lines[row] ?? 0;
      const others = by === column ? without : height;
      return sum + Math.max(others, now) - height + cellCost(now) - cellCost(from.lines[row] ?? 0);
    },
    (to.parted - from.parted) * cellCosts.parted,
  );
