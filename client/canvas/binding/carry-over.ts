import { type Diff, emptyDiff, squashDiffs } from '../../../shared/board/diff.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { isSameText, ontoNow } from './recover-diff.ts';
import { textOf, withText } from './recover-log.ts';

/**
 * What has to be done to a record that has just come to a wider layer, so that it says what was done to it in the narrower
 * one and has not come along.
 *
 * @param unsent changes of this record that may not have reached the server, oldest first
 * @param own the record as the narrower layer has it; nobody else writes there, so its text is what was meant
 * @param now the record as it came
 */
export function carriedOver(unsent: readonly Diff[], own: AnyRecord, now: AnyRecord): Diff {
  const { added, updated } = squashDiffs(unsent);
  const { id } = now;
  const isNew = added[id] !== undefined;
  const pair: [AnyRecord, AnyRecord] | undefined = isNew ? [now, own] : updated[id];
  if (pair === undefined) return emptyDiff();
  const [from, to] = pair;
  const plain = ontoNow(() => now, { ...emptyDiff(), updated: { [id]: pair } }).updated[id]?.[1] ?? now;
  const text = isEqualJson(textOf(from), textOf(to)) ? textOf(now) : textOf(own);
  const next = text === undefined ? plain : withText(plain, text);
  return isEqualJson(now, next) ? emptyDiff() : { ...emptyDiff(), updated: { [id]: [now, next] } };
}

/**
 * A change of what was in a layer that has ended, as one of the board as it is now. Of what is nowhere any more the words
 * are kept: the record comes back as it was last seen, where more was changed than its place.
 */
export function revived(
  get: (id: string) => AnyRecord | undefined,
  diff: Diff,
  graves: ReadonlyMap<string, AnyRecord>,
): Diff {
  const next: Diff = { ...diff, added: { ...diff.added }, updated: { ...diff.updated } };
  for (const [id, [from, to]] of Object.entries(diff.updated)) {
    const grave = graves.get(id);
    if (get(id) !== undefined || grave === undefined || isEqualJson(from.props, to.props)) continue;
    delete next.updated[id];
    next.added[id] = grave;
  }
  return next;
}

/**
 * The change without the texts that the board has already in one of their later states: they came through, though nobody
 * said so.
 * @param later changes that come after it
 */
export function withoutKnownTexts(
  get: (id: string) => AnyRecord | undefined,
  diff: Diff,
  later: readonly Diff[],
): Diff {
  const updated: Diff['updated'] = {};
  for (const [id, pair] of Object.entries(diff.updated)) {
    const text = textOf(get(id));
    const states = later.flatMap((each) => each.updated[id] ?? []).map(textOf);
    const isKnown = text !== undefined && states.some((state) => state !== undefined && isSameText(state, text));
    updated[id] = isKnown ? [withText(pair[0], text), withText(pair[1], text)] : pair;
  }
  return { ...diff, updated };
}
