import type { BoardView } from '../../../shared/method/board-view.ts';

/** The cards that another one hangs on. */
export const parentsOf = ({ relations }: Pick<BoardView, 'relations'>, id: string): readonly string[] =>
  relations.flatMap(({ props: { kind, from, to } }) => {
    if (kind === 'causes' && from === id) return [to];
    return kind === 'leads_to' && to === id ? [from] : [];
  });
