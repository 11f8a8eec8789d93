import type { StoredBoard, StoredInvite, WorkshopStore } from '../../../server/storage/workshop-store.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import type { Workshop } from '../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import {
  asStored,
  newBoardId,
  newInvite,
  newOrganisationId,
  newParticipantId,
  newSessionId,
  newTokenHash,
  newWorkshopId,
} from './ids.ts';

export const createdAtMs = 1_790_000_000_000;

export const newWorkshop = (): Workshop => ({
  ...{ id: newWorkshopId(), title: 'Water for all', language: 'fr', createdAtMs },
});
export const newSession = () => ({ id: newSessionId(), tokenHash: newTokenHash() });

export const entry = (
  session: ReturnType<typeof newSession>,
  invite: StoredInvite,
  organisationName: string,
  name = 'Ada',
): Parameters<WorkshopStore['join']>[0] => ({
  session,
  invite,
  participantId: newParticipantId(),
  organisationId: newOrganisationId(),
  name,
  organisation: organisationName,
  kind: 'person',
  atMs: createdAtMs,
});

export const newBoard = (workshopId: WorkshopId, title = 'A board'): StoredBoard => ({
  ...{ id: newBoardId(), workshopId, title, template: 'blank', language: 'fr' },
  ...{ createdAtMs, binnedAtMs: null, example: false },
});

/** What most tests of a workshop store begin with. @param store asked for before every step */
export function workshopSteps(store: () => Promise<WorkshopStore>) {
  /** A workshop with a link for each role. */
  const setUp = async (organisations: readonly string[] = []) => {
    const workshop = newWorkshop();
    const invites = {
      facilitator: newInvite('facilitator'),
      participant: newInvite('participant'),
      viewer: newInvite('viewer'),
    };
    const named = organisations.map((name) => ({ id: newOrganisationId(), name }));
    await (await store()).createWorkshop(workshop, Object.values(invites), named);
    const link = (role: Role): StoredInvite => asStored(invites[role], workshop.id, createdAtMs);
    return { workshop, invites, link };
  };
  const join = async (...args: Parameters<typeof entry>) => {
    const joined = await (await store()).join(entry(...args));
    if (!joined) throw new Error('the link no longer works');
    return joined;
  };
  /** A workshop with two boards and two people, for what hangs on those. */
  const setUpBoards = async () => {
    const { workshop, link } = await setUp();
    const [board, other] = [newBoard(workshop.id), newBoard(workshop.id)];
    for (const one of [board, other]) await (await store()).createBoard(one);
    const { participant: ada } = await join(newSession(), link('participant'), 'Aqua', 'Ada');
    const { participant: bob } = await join(newSession(), link('participant'), 'Aqua', 'Bob');
    return { workshop: workshop.id, link, board: board.id, other: other.id, ada: ada.id, bob: bob.id };
  };
  return { setUp, join, setUpBoards };
}
