import { writesPrivately } from '../../canvas/private-shapes.ts';
import {
  type Chosen,
  type ClusterHindrance,
  type ClusterWay,
  chosenOf,
  clusterHindrance,
  clusterWay,
} from '../actions/cluster.ts';
import type { Method } from '../method.ts';
import { selectedCards } from './selected.ts';

const none: readonly Chosen[] = [];

/** Why what is selected gets no name as it is: there is nothing, not only cards with words, or something of it is locked. */
type SelectionHindrance = 'nothing' | 'not-cards' | 'locked';

function look(method: Method): { readonly chosen: readonly Chosen[] } | { readonly hindrance: SelectionHindrance } {
  const ids = method.editor.getSelectedShapeIds();
  // Nobody looks again at every change of the board.
  if (ids.length === 0) return { hindrance: 'nothing' };
  const chosen = chosenOf(
    method.view.get(),
    selectedCards(method).map(({ shape }) => shape.id),
  );
  if (chosen.length !== ids.length) return { hindrance: 'not-cards' };
  const areFree = chosen.every(({ spot }) => !method.editor.isShapeOrAncestorLocked(spot.shape.id));
  return areFree ? { chosen } : { hindrance: 'locked' };
}

/** What is selected, where all of it may get a name. */
export function chosenNow(method: Method): readonly Chosen[] {
  const found = look(method);
  return 'chosen' in found ? found.chosen : none;
}

/** What a name means to them; null where it means nothing. */
export const wayOf = ({ editor, view }: Method, chosen: readonly Chosen[]): ClusterWay | null =>
  chosen.length === 0 ? null : clusterWay(view.get(), chosen, writesPrivately(editor));

/** Whether what is selected can be named, for key and menu alike. */
export const mayName = (method: Method): boolean => hindranceNow(method) === null;

/** Why it cannot; null where it can. */
export function hindranceNow(method: Method): SelectionHindrance | ClusterHindrance | null {
  const found = look(method);
  if ('hindrance' in found) return found.hindrance;
  return clusterHindrance(method.view.get(), found.chosen, writesPrivately(method.editor));
}
