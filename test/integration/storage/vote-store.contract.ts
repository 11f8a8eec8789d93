import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VoteStore } from '../../../server/storage/vote-store.ts';
import type { ClosedRound } from '../../../shared/api/voting.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { newBoardId, newOrganisationId, newRoundId } from './ids.ts';
import type { Subject } from './subjects.ts';
import { createdAtMs, entry, newSession, workshopSteps } from './workshop-steps.ts';

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

  test('[VOT14] a ballot takes the place of the one before, and goes when the round is closed', async () => {
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

  test('[VOT16] a ballot counts for the organisation that its voter was part of when they first cast it, and for the other where that is merged', async () => {
    const { workshop, board, ada, bob } = await setUp();
    const { id } = closedRound(board, 5).round;
    const workshops = async () => (await subject.current()).workshops;
    const moveTo = async (person: typeof ada, organisation: string) =>
      (await (await workshops()).updateParticipant(workshop, person, { organisation }, newOrganisationId()))
        ?.organisation.id;
    const counted = async () =>
      new Map(
        (await (await store()).listBallots(id)).map(({ participantId, organisationId }) => [
          participantId,
          organisationId,
        ]),
      );
    const city = await moveTo(ada, 'City');
    await (await store()).keepBallot(id, ada, { 'shape:a': 1 });
    const own = await moveTo(ada, 'City of M.');
    await (await store()).keepBallot(id, ada, { 'shape:a': 2 });
    await moveTo(bob, 'City of M.');
    await (await store()).keepBallot(id, bob, { 'shape:a': 2 });
    expect(await counted()).toEqual(
      new Map([
        [ada, city],
        [bob, own],
      ]),
    );
    if (city === undefined || own === undefined) throw new Error('nobody to vote');
    await (await workshops()).mergeOrganisation(workshop, own, city);
    expect([...(await counted()).values()]).toEqual([city, city]);
  });

  test('[VOT17] of a program and of whoever was removed no ballot is kept, and none that was kept before counts', async () => {
    const { workshop, link, board, ada, bob } = await setUp();
    const { id } = closedRound(board, 5).round;
    const workshops = async () => (await subject.current()).workshops;
    const asProgram = { ...entry(newSession(), link('participant'), 'Bots', 'Bot'), kind: 'program' } as const;
    const program = (await (await workshops()).join(asProgram))?.participant.id;
    if (program === undefined) throw new Error('the link no longer works');
    const cast = async (by: typeof ada) => (await store()).keepBallot(id, by, { 'shape:a': 1 });
    expect([await cast(program), await cast(ada), await cast(bob)]).toEqual([false, true, true]);
    await (await workshops()).removeParticipant(workshop, ada, 6);
    expect((await (await store()).listBallots(id)).map(({ participantId }) => participantId)).toEqual([bob]);
    expect(await cast(ada)).toBe(false);
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
