import type { Node } from '@tiptap/pm/model';
import { isEqualJson } from './equal.ts';
import type { RichText } from './rich-text.ts';
import { richTextSchema } from './rich-text-schema.ts';

interface JsonNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: unknown;
  readonly marks?: unknown;
  readonly content?: readonly JsonNode[];
}

/**
 * A character, the beginning of a node or its end. Two tokens are the same one when their keys are; what may change
 * about it meanwhile, marks or attributes, is its dress.
 */
interface Token {
  readonly key: string;
  readonly dress: unknown;
}

const isCharacter = ({ key }: Token): boolean => key.startsWith("'");

function* tokensIn(nodes: readonly JsonNode[]): Iterable<Token> {
  for (const { type, text, attrs, marks, content } of nodes) {
    if (text !== undefined) for (const character of text) yield { key: `'${character}`, dress: marks };
    else {
      yield { key: `<${type}`, dress: { attrs, marks } };
      yield* tokensIn(content ?? []);
      yield { key: `>${type}`, dress: undefined };
    }
  }
}
const tokensOf = (node: Node): readonly Token[] => [...tokensIn((node.toJSON() as JsonNode).content ?? [])];

/** How one sequence came out of another. */
interface Change {
  /** For each token of the old one, the token it has become; undefined where it went. */
  readonly kept: readonly (Token | undefined)[];
  /** What is new in front of each token of the old one, and at the end. */
  readonly inserted: readonly (readonly Token[])[];
}

/** Edits between two texts up to which they are compared; beyond, one is a rewriting of the other. */
const editsMax = 1_000;

/**
 * The shortest way from one to the other, as in E. W. Myers, "An O(ND) difference algorithm and its variations",
 * Algorithmica 1 (1986).
 * @returns the tokens they have in common, as pairs of indices from the last to the first; null where the way is too long.
 */
function commonIn(from: readonly Token[], to: readonly Token[]): readonly (readonly [a: number, b: number])[] | null {
  const max = Math.min(from.length + to.length, editsMax);
  // Diagonal k holds how far into `from` one gets on it; the index is shifted so that it is never negative.
  const reach = new Int32Array(2 * max + 3);
  const at = (reached: Int32Array, k: number) => reached[k + max + 1] ?? 0;
  const comesDown = (reached: Int32Array, d: number, k: number) =>
    k === -d || (k !== d && at(reached, k - 1) < at(reached, k + 1));
  const steps: Int32Array[] = [];
  const goBack = (): readonly (readonly [number, number])[] => {
    const pairs: [number, number][] = [];
    let [a, b] = [from.length, to.length];
    for (let d = steps.length - 1; d >= 0; d--) {
      const before = steps[d] as Int32Array;
      const k = a - b;
      const start = comesDown(before, d, k) ? at(before, k + 1) : at(before, k - 1) + 1;
      while (a > (d === 0 ? 0 : start)) pairs.push([--a, --b]);
      if (comesDown(before, d, k)) b -= 1;
      else a -= 1;
    }
    return pairs;
  };
  for (let d = 0; d <= max; d++) {
    steps.push(reach.slice());
    for (let k = -d; k <= d; k += 2) {
      let a = comesDown(reach, d, k) ? at(reach, k + 1) : at(reach, k - 1) + 1;
      while (a < from.length && a - k < to.length && from[a]?.key === to[a - k]?.key) a += 1;
      reach[k + max + 1] = a;
      if (a >= from.length && a - k >= to.length) return goBack();
    }
  }
  return null;
}

/** @returns null where one is a rewriting of the other. */
function changeOf(from: readonly Token[], to: readonly Token[]): Change | null {
  const common = commonIn(from, to);
  if (common === null) return null;
  const kept: (Token | undefined)[] = from.map(() => undefined);
  const inserted: Token[][] = Array.from({ length: from.length + 1 }, () => []);
  let next = 0;
  for (const [a, b] of [...common.toReversed(), [from.length, to.length] as const]) {
    kept[a] = to[b];
    inserted[a]?.push(...to.slice(next, b));
    next = b + 1;
  }
  kept.length = from.length;
  return { kept, inserted };
}

/**
 * What `now` becomes when the change from `from` to `to` is made to it: the words and marks that are in `now` alone stay,
 * and so do those in `to` alone. What went in either is gone. What both put in at one place stands there once.
 *
 * @returns `to` where the two changes do not go together, as when one took away the list that the other wrote in, or where
 * one of them is a rewriting of a long text.
 */
export function mergeText(from: RichText, to: RichText, now: RichText): RichText {
  const [base, mine, theirs] = [from, to, now].map((text) => richTextSchema.nodeFromJSON(text)) as [Node, Node, Node];
  if (theirs.eq(base) || theirs.eq(mine)) return mine.toJSON() as RichText;
  if (mine.eq(base)) return theirs.toJSON() as RichText;
  const old = tokensOf(base);
  const [here, there] = [changeOf(old, tokensOf(mine)), changeOf(old, tokensOf(theirs))];
  if (here === null || there === null) return mine.toJSON() as RichText;
  const merged: Token[] = [];
  for (let index = 0; index <= old.length; index++) {
    const [added, addedThere] = [here.inserted[index] ?? [], there.inserted[index] ?? []];
    merged.push(...addedThere);
    if (!isEqualJson(added, addedThere)) merged.push(...added);
    const [token, tokenHere, tokenThere] = [old[index], here.kept[index], there.kept[index]];
    if (token === undefined || tokenHere === undefined || tokenThere === undefined) continue;
    merged.push(isEqualJson(token.dress, tokenHere.dress) ? tokenThere : tokenHere);
  }
  return read(merged) ?? (mine.toJSON() as RichText);
}

/** @returns null when the tokens are no legal text. */
function read(tokens: readonly Token[]): RichText | null {
  type Open = { type: string; attrs?: unknown; marks?: unknown; content: JsonNode[] };
  const root: Open = { type: 'doc', content: [] };
  const open = [root];
  for (const token of tokens) {
    const name = token.key.slice(1);
    const parent = open.at(-1) ?? root;
    if (isCharacter(token)) {
      const last = parent.content.at(-1);
      if (last?.text !== undefined && isEqualJson(last.marks, token.dress))
        parent.content[parent.content.length - 1] = { ...last, text: last.text + name };
      else parent.content.push({ type: 'text', text: name, ...(token.dress !== undefined && { marks: token.dress }) });
    } else if (token.key.startsWith('<')) {
      open.push({ type: name, ...(token.dress as object), content: [] });
    } else {
      const node = open.pop();
      const around = open.at(-1);
      if (node?.type !== name || around === undefined) return null;
      around.content.push(node);
    }
  }
  if (open.length !== 1) return null;
  try {
    const node = richTextSchema.nodeFromJSON(root);
    node.check();
    return node.toJSON() as RichText;
  } catch {
    return null;
  }
}
