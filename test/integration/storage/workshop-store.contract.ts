import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NewInvite, StoredBoard, WorkshopStore } from '../../../server/storage/workshop-store.ts';
import type { Workshop } from '../../../shared/api/workshops.ts';
import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import {
  asStored,
  newBoardId,
  newInvite,
  newOrganisationId,
  newParticipantId,
  newTokenHash,
  newWorkshopId,
} from './ids.ts';
import type { Subject } from './subjects.ts';
import { createdAtMs, entry, newSession, newWorkshop, workshopSteps } from './workshop-steps.ts';

const newBoard = (workshop: Workshop, title: string): StoredBoard => ({
  id: newBoardId(),
  workshopId: workshop.id,
  title,
  template: 'visioning',
  language: 'nl',
  createdAtMs,
  binnedAtMs: null,
  example: false,
});

/** What every workshop store does. */
export function workshopStoreContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const store = async (): Promise<WorkshopStore> => (await subject.current()).workshops;

  const { setUp, join } = workshopSteps(store);

  test('[STO20] a workshop comes back with its links in the order of creation', async () => {
    const { workshop, invites, link } = await setUp();
    expect(await (await store()).getWorkshop(workshop.id)).toEqual(workshop);
    const extra = newInvite('participant');
    await (await store()).createInvite(workshop.id, extra, createdAtMs - 5);
    expect(await (await store()).listInvites(workshop.id)).toEqual(
      [...Object.values(invites), extra].map(({ id, role }) => ({
        id,
        role,
        createdAtMs: id === extra.id ? createdAtMs - 5 : createdAtMs,
        ...{ expiresAtMs: null, hasPasscode: false },
      })),
    );
    expect(await (await store()).findInvite(invites.viewer.tokenHash)).toEqual(link('viewer'));
  });

  test('[STO21] what is not there is null or an empty list', async () => {
    const { workshop } = await setUp();
    const workshops = await store();
    expect(await workshops.getWorkshop(newWorkshopId())).toBeNull();
    expect(await workshops.getBoard(newBoardId())).toBeNull();
    expect(await workshops.getParticipant(newParticipantId())).toBeNull();
    expect(await workshops.findInvite(newTokenHash())).toBeNull();
    expect(await workshops.findSession(newTokenHash())).toBeNull();
    expect(await workshops.listBoards(workshop.id)).toEqual([]);
    expect(await workshops.listParticipants(workshop.id)).toEqual([]);
    expect(await workshops.listOrganisations(workshop.id)).toEqual([]);
    expect(await workshops.listInvites(newWorkshopId())).toEqual([]);
  });

  test('[STO22] organisations have their colours in the given order, each name once', async () => {
    const { workshop } = await setUp(['Zorg', 'Aqua', 'ZORG', 'Mairie']);
    const found = await (await store()).listOrganisations(workshop.id);
    expect(found.map(({ name, colour }) => [name, colour])).toEqual([
      ['Zorg', 1],
      ['Aqua', 2],
      ['Mairie', 3],
    ]);
  });

  test('[STO23] a workshop that cannot be stored whole is not stored at all', async () => {
    const { invites } = await setUp();
    const workshop = newWorkshop();
    const twice: readonly NewInvite[] = [newInvite('viewer'), invites.facilitator];
    const [first] = twice;
    await expect((await store()).createWorkshop(workshop, twice, [])).rejects.not.toMatchObject({
      name: 'StorageError',
    });
    expect(await (await store()).getWorkshop(workshop.id)).toBeNull();
    expect(first && (await (await store()).findInvite(first.tokenHash))).toBeNull();
  });

  test('[STO24] boards are listed in the order of creation, each in its workshop', async () => {
    const { workshop } = await setUp();
    const { workshop: other } = await setUp();
    const boards = ['c', 'a', 'b'].map((title) => newBoard(workshop, title));
    for (const board of boards) await (await store()).createBoard(board);
    const elsewhere = newBoard(other, 'd');
    await (await store()).createBoard(elsewhere);
    expect(await (await store()).listBoards(workshop.id)).toEqual(boards);
    expect(await (await store()).getBoard(elsewhere.id)).toEqual(elsewhere);
    const nowhere = newBoard(newWorkshop(), 'e');
    await expect((await store()).createBoard(nowhere)).rejects.not.toMatchObject({ name: 'StorageError' });
    expect(await (await store()).getBoard(nowhere.id)).toBeNull();
  });

  test('[SRV20] a workshop has one example of each template, and as many other boards as are made', async () => {
    const [{ workshop }, { workshop: other }] = [await setUp(), await setUp()];
    const example = (of: Workshop, title: string): StoredBoard => ({ ...newBoard(of, title), example: true });
    const [first, again, elsewhere] = [example(workshop, 'a'), example(workshop, 'b'), example(other, 'c')];
    const plain = newBoard(workshop, 'd');
    const map: StoredBoard = { ...example(workshop, 'e'), template: 'actor-map' };
    const workshops = await store();
    for (const board of [first, elsewhere, plain, map]) expect(await workshops.createBoard(board)).toEqual(board);
    expect(await workshops.createBoard(again)).toEqual(first);
    await workshops.setBinned(first.id, createdAtMs);
    expect(await workshops.createBoard(again)).toEqual({ ...first, binnedAtMs: createdAtMs });
    expect(await workshops.getBoard(again.id)).toBeNull();
    expect((await workshops.listBoards(workshop.id)).map(({ title }) => title)).toEqual(['a', 'd', 'e']);
  });

  test('[SRV20] of an example that several ask for at once there is one', async () => {
    const { workshop } = await setUp();
    const workshops = await store();
    const asked = ['a', 'b', 'c', 'd'].map((title) => ({ ...newBoard(workshop, title), example: true }));
    const given = await Promise.all(asked.map((board) => workshops.createBoard(board)));
    expect(new Set(given.map(({ id }) => id)).size).toBe(1);
    expect(await workshops.listBoards(workshop.id)).toEqual([given[0]]);
  });

  test('[STO63] a board goes into the bin and out of it, keeping its place; of none that is false', async () => {
    const { workshop } = await setUp();
    const boards = ['a', 'b', 'c'].map((title) => newBoard(workshop, title));
    const [, second] = boards;
    if (!second) throw new Error('no board');
    for (const board of boards) await (await store()).createBoard(board);
    const binned = { ...second, binnedAtMs: createdAtMs + 5 };
    expect(await (await store()).setBinned(second.id, binned.binnedAtMs)).toBe(true);
    expect(await (await store()).setBinned(second.id, binned.binnedAtMs)).toBe(true);
    expect(await (await store()).getBoard(second.id)).toEqual(binned);
    expect(await (await store()).listBoards(workshop.id)).toEqual(boards.with(1, binned));
    expect(await (await store()).setBinned(second.id, null)).toBe(true);
    expect(await (await store()).listBoards(workshop.id)).toEqual(boards);
    expect(await (await store()).setBinned(newBoardId(), createdAtMs)).toBe(false);
  });

  test('[STO25] who joins is a participant of an organisation and has the role of the link', async () => {
    const { workshop, link } = await setUp(['Aqua']);
    const session = newSession();
    const given = entry(session, link('participant'), 'Mairie', 'Ada');
    const joined = await (await store()).join(given);
    const participant = { id: given.participantId, name: 'Ada', organisationId: given.organisationId, colour: 2 };
    const organisation = { id: given.organisationId, name: 'Mairie', colour: 2 };
    expect(joined).toEqual({ participant, organisation, role: 'participant' });
    expect(await (await store()).getParticipant(participant.id)).toMatchObject({ participant, organisation });
    expect(await (await store()).listParticipants(workshop.id)).toMatchObject([
      { ...participant, role: 'participant' },
    ]);
    expect(await (await store()).findSession(session.tokenHash)).toEqual({
      id: session.id,
      grants: [
        {
          workshopId: workshop.id,
          participantId: participant.id,
          role: 'participant',
          inviteId: link('participant').id,
        },
      ],
    });
  });

  test('[STO26] an organisation is its name without case, and belongs to one workshop', async () => {
    const { workshop, link } = await setUp(['Łódź für Straßen']);
    const names = ['ŁÓDŹ FÜR STRASSEN', 'łódź für straßen', 'ŁO\u0301DZ\u0301 FU\u0308R Straßen'];
    for (const name of names) {
      const joined = await join(newSession(), link('participant'), name);
      expect(joined.organisation).toMatchObject({ name: 'Łódź für Straßen', colour: 1 });
    }
    expect(await (await store()).listOrganisations(workshop.id)).toHaveLength(1);
    const other = await setUp();
    const there = await join(newSession(), other.link('participant'), 'łódź für straßen');
    expect(there.organisation).toMatchObject({ name: 'łódź für straßen', colour: 1 });
  });

  test('[STO27] a session that joins a workshop again stays the same participant under the new name', async () => {
    const { workshop, link } = await setUp();
    const session = newSession();
    const first = await join(session, link('participant'), 'Aqua', 'Ada');
    await join(newSession(), link('participant'), 'Aqua', 'Bob');
    const again = await join(session, link('participant'), 'Mairie', 'Ada L.');
    expect(again.participant).toEqual({
      id: first.participant.id,
      name: 'Ada L.',
      organisationId: again.organisation.id,
      colour: 2,
    });
    const people = await (await store()).listParticipants(workshop.id);
    expect(people.map(({ name, colour }) => [name, colour])).toEqual([
      ['Ada L.', 2],
      ['Bob', 1],
    ]);
  });

  test('[STO28] a weaker link takes no role away, a stronger one gives its own', async () => {
    const { workshop, link } = await setUp();
    const session = newSession();
    const held = async () => (await (await store()).findSession(session.tokenHash))?.grants[0];
    expect((await join(session, link('participant'), 'Aqua')).role).toBe('participant');
    expect((await join(session, link('viewer'), 'Aqua')).role).toBe('participant');
    expect(await held()).toMatchObject({ role: 'participant', inviteId: link('participant').id });
    expect((await join(session, link('facilitator'), 'Aqua')).role).toBe('facilitator');
    expect((await join(session, link('participant'), 'Aqua')).role).toBe('facilitator');
    expect(await held()).toMatchObject({ role: 'facilitator', inviteId: link('facilitator').id });
    expect(await (await store()).listParticipants(workshop.id)).toMatchObject([{ role: 'facilitator' }]);
  });

  test('[STO28] of two links for the same role the newer one counts', async () => {
    const { workshop, link } = await setUp();
    const rotated = newInvite('participant');
    await (await store()).createInvite(workshop.id, rotated, createdAtMs);
    const session = newSession();
    await join(session, link('participant'), 'Aqua');
    await join(session, asStored(rotated, workshop.id, createdAtMs), 'Aqua');
    expect(await (await store()).revokeInvite(workshop.id, link('participant').id, createdAtMs)).toEqual([]);
    expect((await (await store()).findSession(session.tokenHash))?.grants).toMatchObject([{ inviteId: rotated.id }]);
  });

  test('[STO29] a revoked link opens nothing and takes away what came through it', async () => {
    const { workshop, invites, link } = await setUp();
    const [ada, bob, eve] = [newSession(), newSession(), newSession()];
    await join(ada, link('participant'), 'Aqua', 'Ada');
    await join(bob, link('participant'), 'Aqua', 'Bob');
    await join(eve, link('viewer'), 'Aqua', 'Eve');
    const lost = await (await store()).revokeInvite(workshop.id, link('participant').id, createdAtMs);
    expect([...(lost ?? [])].sort()).toEqual([ada.id, bob.id].sort());
    expect(await (await store()).findInvite(invites.participant.tokenHash)).toBeNull();
    expect((await (await store()).listInvites(workshop.id)).map(({ role }) => role)).toEqual(['facilitator', 'viewer']);
    expect(await (await store()).findSession(ada.tokenHash)).toEqual({ id: ada.id, grants: [] });
    expect((await (await store()).findSession(eve.tokenHash))?.grants).toHaveLength(1);
    expect((await (await store()).listParticipants(workshop.id)).map(({ name }) => name)).toEqual([
      'Ada',
      'Bob',
      'Eve',
    ]);
  });

  test('[STO29] revoking again finds no sessions; a link of another workshop or none is null', async () => {
    const { workshop, link } = await setUp();
    const { workshop: other } = await setUp();
    await join(newSession(), link('viewer'), 'Aqua');
    expect(await (await store()).revokeInvite(other.id, link('viewer').id, createdAtMs)).toBeNull();
    expect(await (await store()).revokeInvite(workshop.id, newInvite('viewer').id, createdAtMs)).toBeNull();
    expect(await (await store()).revokeInvite(workshop.id, link('viewer').id, createdAtMs)).toHaveLength(1);
    expect(await (await store()).revokeInvite(workshop.id, link('viewer').id, createdAtMs)).toEqual([]);
  });

  test('[STO30] nobody joins through a link that was revoked after it was looked up', async () => {
    const { workshop, link } = await setUp();
    const session = newSession();
    await (await store()).revokeInvite(workshop.id, link('participant').id, createdAtMs);
    expect(await (await store()).join(entry(session, link('participant'), 'Aqua'))).toBeNull();
    expect(await (await store()).findSession(session.tokenHash)).toBeNull();
    expect(await (await store()).listOrganisations(workshop.id)).toEqual([]);
    expect(await (await store()).listParticipants(workshop.id)).toEqual([]);
  });

  test('[STO31] one session holds grants in several workshops until it is forgotten', async () => {
    const [one, two] = [await setUp(), await setUp()];
    const session = newSession();
    await join(session, one.link('facilitator'), 'Aqua', 'Ada');
    const { participant } = await join(session, two.link('viewer'), 'Mairie', 'Ada');
    const grants = (await (await store()).findSession(session.tokenHash))?.grants ?? [];
    expect(new Map(grants.map(({ workshopId, role }) => [workshopId, role]))).toEqual(
      new Map([
        [one.workshop.id, 'facilitator'],
        [two.workshop.id, 'viewer'],
      ]),
    );
    await (await store()).deleteSession(session.id);
    await (await store()).deleteSession(session.id);
    expect(await (await store()).findSession(session.tokenHash)).toBeNull();
    expect(await (await store()).getParticipant(participant.id)).toMatchObject({ participant });
  });

  test('[STO32] a program has a name and an organisation but is not one of the people', async () => {
    const { workshop, link } = await setUp();
    const session = newSession();
    const joined = await (await store()).join({
      ...entry(session, link('viewer'), 'Aqua', 'Exporter'),
      kind: 'program',
    });
    expect(await (await store()).listParticipants(workshop.id)).toEqual([]);
    expect(joined && (await (await store()).getParticipant(joined.participant.id))).toMatchObject({
      participant: { name: 'Exporter', colour: 1 },
      organisation: { name: 'Aqua' },
    });
  });

  const named = async ({ id }: Workshop) =>
    (await (await store()).listParticipants(id)).map(({ name, nameInReport }) => [name, nameInReport]);

  test('[CNS1] nobody is named in reports who did not agree; joining again without a word keeps what was said', async () => {
    const { workshop, link } = await setUp();
    const ada = newSession();
    const joinSaying = async (session: typeof ada, name: string, nameInReport?: boolean) =>
      (await store()).join({ ...entry(session, link('viewer'), 'Aqua', name), nameInReport });
    await joinSaying(ada, 'Ada', true);
    await joinSaying(newSession(), 'Bob', false);
    await joinSaying(newSession(), 'Eve');
    expect(await named(workshop)).toEqual([
      ['Ada', true],
      ['Bob', false],
      ['Eve', false],
    ]);
    const again = await joinSaying(ada, 'Ada L.');
    expect((await named(workshop))[0]).toEqual(['Ada L.', true]);
    const kept = again && (await (await store()).getParticipant(again.participant.id));
    expect(kept).toMatchObject({ nameInReport: true });
    await joinSaying(ada, 'Ada', false);
    expect((await named(workshop))[0]).toEqual(['Ada', false]);
  });

  test('[CNS2] one agrees and takes it back for one workshop; a program and nobody cannot agree', async () => {
    const [one, two] = [await setUp(), await setUp()];
    const session = newSession();
    const { participant } = await join(session, one.link('participant'), 'Aqua', 'Ada');
    await join(session, two.link('participant'), 'Aqua', 'Ada');
    const say = async ({ id }: Workshop, whom: ParticipantId, nameInReport: boolean) =>
      (await (await store()).updateParticipant(id, whom, { nameInReport }, newOrganisationId()))?.nameInReport;
    expect(await say(one.workshop, participant.id, true)).toBe(true);
    expect(await say(one.workshop, participant.id, true)).toBe(true);
    expect([await named(one.workshop), await named(two.workshop)]).toEqual([[['Ada', true]], [['Ada', false]]]);
    expect(await say(one.workshop, participant.id, false)).toBe(false);
    expect(await named(one.workshop)).toEqual([['Ada', false]]);

    const asProgram = {
      ...entry(newSession(), one.link('viewer'), 'Aqua'),
      kind: 'program',
      nameInReport: true,
    } as const;
    const program = await (await store()).join(asProgram);
    if (!program) throw new Error('the link no longer works');
    await (await store()).join(asProgram);
    expect(await say(one.workshop, program.participant.id, true)).toBeUndefined();
    expect(await (await store()).getParticipant(program.participant.id)).toMatchObject({ nameInReport: false });
    expect(await say(one.workshop, newParticipantId(), true)).toBeUndefined();
    expect(await say(two.workshop, participant.id, true)).toBeUndefined();
  });

  test('[CNS3] the reports of a workshop have a look once one was given, each its own; the last one counts', async () => {
    const [one, two] = [await setUp(), await setUp()];
    const none = { accent: null, logo: null };
    const look = { accent: '#1c3da1', logo: `data:image/png;base64,${'A'.repeat(266_000)}` };
    expect(await (await store()).getReportLook(one.workshop.id)).toEqual(none);
    await (await store()).setReportLook(one.workshop.id, { accent: '#47525f', logo: null });
    await (await store()).setReportLook(one.workshop.id, look);
    expect(await (await store()).getReportLook(one.workshop.id)).toEqual(look);
    expect(await (await store()).getReportLook(two.workshop.id)).toEqual(none);
    await (await store()).setReportLook(one.workshop.id, none);
    expect(await (await store()).getReportLook(one.workshop.id)).toEqual(none);
    const nowhere = (await store()).setReportLook(newWorkshopId(), look);
    await expect(nowhere).rejects.not.toMatchObject({ name: 'StorageError' });
  });

  test('[STO33] organisations that join at the same moment have colours of their own', async () => {
    const { workshop, link } = await setUp();
    const workshops = await store();
    const names = Array.from({ length: 20 }, (_, index) => `Organisation ${index % 10}`);
    await Promise.all(
      names.map((name, index) =>
        workshops.join(entry(newSession(), link('participant'), index < 10 ? name : name.toUpperCase())),
      ),
    );
    const organisations = await (await store()).listOrganisations(workshop.id);
    expect(organisations.map(({ colour }) => colour)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await (await store()).listParticipants(workshop.id)).toHaveLength(20);
  });

  test('[STO33] a session that joins twice at the same moment is one participant', async () => {
    const { workshop, link } = await setUp();
    const workshops = await store();
    const session = newSession();
    const joined = await Promise.all(
      (['viewer', 'facilitator', 'participant'] as const).map((role) =>
        workshops.join(entry(session, link(role), 'Aqua')),
      ),
    );
    expect(new Set(joined.map((result) => result?.participant.id)).size).toBe(1);
    expect(await (await store()).listParticipants(workshop.id)).toMatchObject([{ role: 'facilitator' }]);
  });
}
