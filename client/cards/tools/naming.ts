import { writesPrivately } from '../../canvas/private-shapes.ts';
import { type Chosen, type ClusterWay, chosenOf, clusterWay } from '../actions/cluster.ts';
import type { Method } from '../method.ts';
import { selectedCards } from './selected.ts';

const none: readonly Chosen[] = [];

/** What is selected, where all of it may get a name. */
export function chosenNow(method: Method): readonly Chosen[] {
  const ids = method.editor.getSelectedShapeIds();
  // Nobody looks again at every change of the board.
  if (ids.length === 0) return none;
  const chosen = chosenOf(
    method.view.get(),
    selectedCards(method).map(({ shape }) => shape.id),
  );
  const areFree = chosen.every(({ spot }) => !method.editor.isShapeOrAncestorLocked(spot.shape.id));
  return areFree && chosen.length === ids.length ? chosen : none;
}

/** What a name means to them; null where it means nothing. */
export const wayOf = ({ editor, view }: Method, chosen: readonly Chosen[]): ClusterWay | null =>
  clusterWay(view.get(), chosen, writesPrivately(editor));

/** Whether what is selected can be named, for key and menu alike. */
export const mayName = (method: Method): boolean => wayOf(method, chosenNow(method)) !== null;
