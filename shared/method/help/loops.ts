import type { RelationShape } from '../../board/card-shapes.ts';
import type { HelpBoard } from './help-board.ts';

/**
 * Groups of cards each of which leads to every other one of them, by causes, consequences and what feeds back (Tarjan's
 * strongly connected components), with the edges inside.
 */
export function loopsOf(
  board: HelpBoard,
): readonly { readonly ids: readonly string[]; readonly edges: readonly RelationShape[] }[] {
  const edges = (['causes', 'leads_to', 'feeds_back'] as const).flatMap((kind) => board.edges(kind));
  const next = new Map<string, string[]>();
  for (const { props } of edges) next.set(props.from, [...(next.get(props.from) ?? []), props.to]);
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const loops: string[][] = [];
  const visit = (id: string): void => {
    const own = index.size;
    index.set(id, own);
    low.set(id, own);
    stack.push(id);
    for (const to of next.get(id) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(id, Math.min(low.get(id) ?? own, low.get(to) ?? own));
    }
    if (low.get(id) !== own) return;
    const members = stack.splice(stack.indexOf(id));
    if (members.length > 1) loops.push(members.sort());
  };
  for (const id of [...next.keys()].sort()) if (!index.has(id)) visit(id);
  return loops
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map((ids) => ({ ids, edges: edges.filter(({ props }) => ids.includes(props.from) && ids.includes(props.to)) }));
}
