/** One replacement in a text: what stood from `at` on gave way to `added`. Lengths in UTF-16 code units. */
interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

/** The smallest single replacement that makes one text of the other. */
function editOf(from: string, to: string): Edit {
  const most = Math.min(from.length, to.length);
  let at = 0;
  while (at < most && from[at] === to[at]) at += 1;
  let tail = 0;
  while (tail < most - at && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { at, removed: from.length - at - tail, added: to.slice(at, to.length - tail) };
}

/**
 * What two people made of one text at the same time: both edits, where they touch different places; where they overlap,
 * what either took away is gone and both their words stand, theirs first.
 */
export function mergeDraft(base: string, mine: string, theirs: string): string {
  if (mine === theirs || base === mine) return theirs;
  if (base === theirs) return mine;
  const [here, there] = [editOf(base, mine), editOf(base, theirs)];
  const [first, second] = there.at <= here.at ? [there, here] : [here, there];
  if (first.at + first.removed <= second.at) {
    const between = base.slice(first.at + first.removed, second.at);
    return base.slice(0, first.at) + first.added + between + second.added + base.slice(second.at + second.removed);
  }
  const end = Math.max(here.at + here.removed, there.at + there.removed);
  return base.slice(0, first.at) + there.added + here.added + base.slice(end);
}

/** Where a caret at `place` is once the text has changed: with the characters it stood beside. */
export function caretAfter(from: string, to: string, place: number): number {
  const { at, removed, added } = editOf(from, to);
  if (place <= at) return place;
  if (place >= at + removed) return place + added.length - removed;
  return at + added.length;
}
