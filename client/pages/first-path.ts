import type { GetWorkshopResponse } from '../../shared/api/workshops.ts';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import { getWorkshop } from '../api/workshops.ts';
import { boardPath, workshopPath } from './paths.ts';
import { takeWantedPlace } from './wanted-place.ts';

let handedOn: GetWorkshopResponse | null = null;

/**
 * Where somebody goes who has just come in: to what they wanted to see before they had to join, to the board that the session
 * is on or that is the only one, else to the workshop.
 */
export async function firstPath(id: WorkshopId): Promise<string> {
  const wanted = takeWantedPlace(id);
  if (wanted !== null) return wanted;
  const opened = await getWorkshop(id);
  if (opened.ok) handedOn = opened.value;
  const boards = opened.ok ? opened.value.boards : [];
  const running = opened.ok ? opened.value.session.run?.boardId : undefined;
  const board = boards.find((one) => one.id === running) ?? (boards.length === 1 ? boards[0] : undefined);
  return board === undefined ? workshopPath(id) : boardPath(id, board.id);
}

/** What `firstPath` was told, once, for the page that it leads to: nobody waits twice for the same answer. */
export function takeHandedOn(id: WorkshopId): GetWorkshopResponse | null {
  const data = handedOn;
  handedOn = null;
  return data?.workshop.id === id ? data : null;
}
