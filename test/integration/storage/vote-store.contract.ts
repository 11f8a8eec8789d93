import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VoteStore } from '../../../server/storage/vote-store.ts';
import type { ClosedRound } from '../../../shared/api/voting.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { newBoardId, newRoundId } from './ids.ts';
import type { Subject } from './subjects.ts';
import { createdAtMs, workshopSteps } from './workshop-steps.ts';

const closedRound = (boardId: BoardId, closedAtMs: number): ClosedRound => ({
  round: {
    ...({ id: newRoundId(), boardId, question: 'Which first?', method: { type: 'fist' }, isOpen: false } as const),
    ...{ scope: { frameId: null, kind: null }, openedAtMs: createdAtMs },
  },
  closedAtMs,
  tally: { voters: 0, organisations: 0, standings: [], isOutvoted: false },
  ballots: null,
});

/** What every store of votes does. */
export function voteStoreContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const store = async (): Promise<VoteStore> => (await subject.current()).votes;
  const { setUpBoards: setUp } = workshopSteps(async () => (await subject.current()).workshops);

  test('[VOT14] a ballot takes the place of the one before, counts for the organisation that its voter has by then, and goes when the round is closed', async () => {
    const { board, ada, bob } = await setUp();
    const closed = closedRound(board, 5);
    const { id } = closed.round;
    await (await store()).keepBallot(id, ada, { 'shape:a': 1 });
    await (await store()).keepBallot(id, ada, { 'shape:b': 2 });
    await (await store()).keepBallot(id, bob, {});
    expect(await (await store()).readBallot(id, ada)).toEqual({ 'shape:b': 2 });
    expect(await (await store()).readBallot(newRoundId(), ada)).toBeNull();
    const organisationOf = async (person: typeof ada) =>
      (await (await subject.current()).workshops.getParticipant(person))?.organisation.id;
    const expected = [
      { participantId: ada, organisationId: await organisationOf(ada), votes: { 'shape:b': 2 } },
      { participantId: bob, organisationId: await organisationOf(bob), votes: {} },
    ].sort((a, b) => (a.participantId < b.participantId ? -1 : 1));
    expect(await (await store()).listBallots(id)).toEqual(expected);
    expect(await (await store()).getClosedRound(id)).toBeNull();
    await (await store()).closeRound(closed);
    expect(await (await store()).listBallots(id)).toEqual([]);
    expect(await (await store()).getClosedRound(id)).toEqual(closed);
  });

  test('[VOT15] what rounds came to is listed with the newest first, each with its board, and is not counted a second time', async () => {
    const { board, other } = await setUp();
    const [first, second, elsewhere] = [closedRound(board, 5), closedRound(board, 6), closedRound(other, 7)];
    for (const round of [first, second, elsewhere]) await (await store()).closeRound(round);
    await (await store()).closeRound({ ...first, closedAtMs: 9 });
    expect(await (await store()).listClosedRounds(board)).toEqual([second, first]);
    expect(await (await store()).listClosedRounds(newBoardId())).toEqual([]);
  });
}
