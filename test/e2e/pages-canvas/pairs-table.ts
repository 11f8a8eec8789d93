/** What two people do at the same time, cut off from each other, and what both would wish to find afterwards. */

/** Everything that is tried against everything else. `undo …` takes back what the same person did before. */
export const actions = [
  ...(['move', 'resize', 'colour', 'opacity', 'text', 'to front'] as const),
  ...(['into frame', 'out of frame', 'group', 'ungroup'] as const),
  ...(['bind arrow', 'rebind arrow', 'unbind arrow', 'duplicate', 'lock', 'delete'] as const),
  ...(['undo move', 'undo colour', 'undo text', 'undo group', 'undo create'] as const),
] as const;
export type Action = (typeof actions)[number];

/** What the two work on; of a frame and a shape in it the first has the frame. */
export const relations = ['the same shape', 'shapes joined by an arrow', 'a frame and a shape in it'] as const;
export type Relation = (typeof relations)[number];

/**
 * `both`: both are done. `one`: one of them is, and nothing of the other. `parent`: it has the new parent, at the place that
 * one of the two gave it on the page. `gone`: the shape is deleted, whatever the other
 * did with it. `lock`: who comes after the lock has their edit put back and is told, who came before it keeps it.
 */
export type Wish = 'both' | 'one' | 'parent' | 'gone' | 'lock';

export interface Pair {
  readonly a: Action;
  readonly b: Action;
  readonly relation: Relation;
  readonly wish: Wish;
}

/** What of a shape an action decides; two that decide the same cannot both have it. */
const decides: Partial<
  Record<Action, 'place' | 'size' | 'colour' | 'opacity' | 'order' | 'parent' | 'end of the arrow'>
> = {
  move: 'place',
  'undo move': 'place',
  resize: 'size',
  colour: 'colour',
  'undo colour': 'colour',
  opacity: 'opacity',
  'to front': 'order',
  'into frame': 'parent',
  'out of frame': 'parent',
  group: 'parent',
  ungroup: 'parent',
  'undo group': 'parent',
  'rebind arrow': 'end of the arrow',
  'unbind arrow': 'end of the arrow',
};

export const isDelete = (action: Action): boolean => action === 'delete' || action === 'undo create';
const isUndo = (action: Action): boolean => action.startsWith('undo');
/** Of the actions on a shape those that change something else, which neither a lock nor a delete takes away. */
const isBeside = (action: Action): boolean => action === 'duplicate' || action.endsWith('arrow');

/** Two who do one and the same thing both have it. */
const isTheSame = (a: Action, b: Action): boolean =>
  (isDelete(a) && isDelete(b)) ||
  (a === 'ungroup' && b === 'undo group') ||
  (a === b && ['to front', 'out of frame', 'ungroup', 'unbind arrow', 'lock'].includes(a));

function wishFor(a: Action, b: Action, relation: Relation): Wish {
  const isInside = relation === 'a frame and a shape in it';
  if (relation === 'shapes joined by an arrow') return a === 'to front' && b === 'to front' ? 'one' : 'both';
  if (isTheSame(a, b)) return 'both';
  if (isInside && b === 'lock') return isDelete(a) ? 'lock' : 'both';
  if (a === 'lock' || b === 'lock') return isBeside(a) || isBeside(b) ? 'both' : 'lock';
  if (isInside && isDelete(b)) return 'both';
  if (isDelete(a) || isDelete(b)) return a === 'duplicate' || b === 'duplicate' ? 'both' : 'gone';
  if (isInside) return 'both';
  const [first, second] = [decides[a], decides[b]];
  if ([first, second].includes('place') && [first, second].includes('parent')) return 'parent';
  return first !== undefined && first === second ? 'one' : 'both';
}

/** What cannot be: texts of frames, two creators of one shape, two people's undo of one and the same aspect. */
function isPossible(a: Action, b: Action, relation: Relation): boolean {
  if (relation === 'a frame and a shape in it') return !['text', 'undo text', 'undo create'].includes(a);
  const isTwice = isUndo(a) && isUndo(b) && (a === b || isDelete(a) || isDelete(b));
  return relation !== 'the same shape' || !isTwice;
}

export const pairs: readonly Pair[] = relations.flatMap((relation) =>
  actions.flatMap((a, row) =>
    (relation === 'a frame and a shape in it' ? actions : actions.slice(row))
      .filter((b) => isPossible(a, b, relation))
      .map((b): Pair => ({ a, b, relation, wish: wishFor(a, b, relation) })),
  ),
);

/** The wishes of one relation as a table of Markdown. */
export function tableOf(relation: Relation): string {
  const cell = (a: Action, b: Action) => {
    const found = pairs.find((pair) => pair.relation === relation && pair.a === a && pair.b === b);
    return found?.wish ?? ' ';
  };
  const rows = actions.filter((a) => pairs.some((pair) => pair.relation === relation && pair.a === a));
  return [
    `| ∥ | ${actions.join(' | ')} |`,
    `|---|${actions.map(() => '---|').join('')}`,
    ...rows.map((a) => `| ${a} | ${actions.map((b) => cell(a, b)).join(' | ')} |`),
  ].join('\n');
}

/** The rule of SPEC.md that a pair falls under. */
export function ruleOf({ a, b, relation, wish }: Pair): string {
  const either = (is: (action: Action) => boolean) => is(a) || is(b);
  if (relation === 'shapes joined by an arrow') return 'PAIR8';
  if (relation === 'a frame and a shape in it') return 'PAIR9';
  if (either((action) => action === 'lock')) return 'PAIR5';
  if (either(isDelete)) return 'PAIR4';
  if (either(isUndo)) return 'PAIR7';
  if (a === 'text' && b === 'text') return 'PAIR3';
  if (wish === 'parent') return 'PAIR6';
  return wish === 'one' ? 'PAIR2' : 'PAIR1';
}
