import type { RefusedRow } from './paste-rows.ts';

export interface RefusedGroup {
  readonly key: string;
  readonly reason: RefusedRow['reason'];
  /** In the order of the sheet. */
  readonly rows: readonly RefusedRow[];
}

/** Rows that are refused for one reason together: first what can be mended, then what belongs into another table. */
export function groupRefused(rows: readonly RefusedRow[]): readonly RefusedGroup[] {
  const groups = new Map<string, RefusedRow[]>();
  for (const row of rows) {
    const key = keyOf(row.reason);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const all = [...groups].flatMap(([key, [first, ...rest]]) =>
    first === undefined ? [] : [{ key, reason: first.reason, rows: [first, ...rest] }],
  );
  return [...all.filter((group) => !isElsewhere(group)), ...all.filter(isElsewhere)];
}

/** Whether nothing is wrong with the rows but that they are for another table. */
export const isElsewhere = ({ reason }: Pick<RefusedGroup, 'reason'>): boolean =>
  typeof reason === 'object' && 'otherKind' in reason;

function keyOf(reason: RefusedRow['reason']): string {
  if (typeof reason === 'string') return reason;
  return 'otherKind' in reason ? `kind ${reason.otherKind}` : `${reason.column} ${reason.fault}`;
}
