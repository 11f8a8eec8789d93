import { type Diff, emptyDiff } from '../../../shared/board/diff.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';

/**
 * The part of collected changes that the store still shows. tldraw takes an action back in which something throws, without
 * telling whoever collected its changes.
 */
export function standing(diff: Diff, get: (id: string) => AnyRecord | undefined): Diff {
  const out = emptyDiff();
  for (const id of Object.keys(diff.added)) {
    const now = get(id);
    if (now !== undefined) out.added[id] = now;
  }
  for (const [id, [from, to]] of Object.entries(diff.updated)) {
    const now = get(id);
    if (now !== undefined) out.updated[id] = [from, now === to ? to : asNow(from, to, now)];
  }
  for (const [id, record] of Object.entries(diff.removed)) if (get(id) === undefined) out.removed[id] = record;
  return out;
}

/** What was changed, as it is now; all else stays as the change has it. */
function asNow(from: AnyRecord, to: AnyRecord, now: AnyRecord): AnyRecord {
  const pick = (before: object, after: object, current: object): object =>
    Object.fromEntries(
      Object.entries(after).map(([key, value]) => [
        key,
        isEqualJson((before as Record<string, unknown>)[key], value)
          ? value
          : (current as Record<string, unknown>)[key],
      ]),
    );
  const picked = pick(from, to, now) as AnyRecord;
  if (to.props === undefined) return picked;
  return {
    ...picked,
    props: pick((from.props ?? {}) as object, to.props as object, (now.props ?? {}) as object),
  } as AnyRecord;
}
