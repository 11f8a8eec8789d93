/** What a page's content draws, and what is said of it. */
export interface ContentMarks {
  /** Numbers of marked content, in the order of drawing. */
  readonly marked: readonly number[];
  /** Operators that draw and stand neither in marked content nor in an artifact, in the order of drawing. */
  readonly untold: readonly string[];
  /** Marks in each other that may not be, such as an artifact in marked content, and marks that do not end. */
  readonly faults: readonly string[];
  /** Kinds of its artifacts, such as `Pagination`; empty for one that says none. */
  readonly artifacts: readonly string[];
}

const draws = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'EI']);

type Mark =
  | { readonly kind: 'artifact' }
  | { readonly kind: 'marked'; readonly id: number }
  | { readonly kind: 'other' };

/** Reads the operators of a page's content (PDF 1.7, 14.6). */
export function contentMarks(content: string): ContentMarks {
  const [marked, untold, faults, artifacts]: [number[], string[], string[], string[]] = [[], [], [], []];
  const open: Mark[] = [];
  let operands: string[] = [];
  for (const token of tokensOf(content)) {
    if (!/^[A-Za-z'"][A-Za-z0-9*]*$/.test(token)) {
      operands.push(token);
      continue;
    }
    if (token === 'BMC' || token === 'BDC') {
      const mark = markOf(operands);
      const outer = open.find(({ kind }) => kind !== 'other');
      if (mark.kind !== 'other' && outer !== undefined) faults.push(`${mark.kind} within ${outer.kind}`);
      if (mark.kind === 'marked') marked.push(mark.id);
      if (mark.kind === 'artifact') artifacts.push(/\/Type \/(\w+)/.exec(operands.join(' '))?.[1] ?? '');
      open.push(mark);
    } else if (token === 'EMC') {
      if (open.pop() === undefined) faults.push('an end without a beginning');
    } else if (draws.has(token) && open.every(({ kind }) => kind === 'other')) {
      untold.push([...operands, token].join(' ').slice(0, 80));
    }
    operands = [];
  }
  if (open.length > 0) faults.push(`${open.length} marks do not end`);
  return { marked, untold, faults, artifacts };
}

function markOf(operands: readonly string[]): Mark {
  if (operands[0] === '/Artifact') return { kind: 'artifact' };
  const [, id] = /\/MCID (\d+)/.exec(operands.join(' ')) ?? [];
  return id === undefined ? { kind: 'other' } : { kind: 'marked', id: Number(id) };
}

/** Strings as they are, with their brackets. */
function* tokensOf(content: string): Generator<string> {
  const token = /\((?:[^()\\]|\\[\s\S])*\)|<<|>>|<[\da-fA-F\s]*>|[[\]]|\/[^\s()<>[\]/]*|[^\s()<>[\]/]+/g;
  for (const [found] of content.matchAll(token)) yield found;
}
