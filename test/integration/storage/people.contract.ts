import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredInvite, WorkshopStore } from '../../../server/storage/workshop-store.ts';
import type { InviteId, OrganisationId, ParticipantId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { asStored, newInvite, newOrganisationId, newParticipantId, newWorkshopId } from './ids.ts';
import type { Subject } from './subjects.ts';
import { createdAtMs, entry, newSession, workshopSteps } from './workshop-steps.ts';

const laterMs = createdAtMs + 60_000;

/** What every workshop store does when people and organisations change. */
export function peopleContract(open: () => Promise<Subject>): void {
  let subject: Subject;
  beforeAll(async () => {
    subject = await open();
  });
  afterAll(() => subject.close());

  const store = async (): Promise<WorkshopStore> => (await subject.current()).workshops;
  const { setUp, join } = workshopSteps(store);

  const joinAsProgram = async (session: ReturnType<typeof newSession>, invite: StoredInvite) => {
    const joined = await (await store()).join({ ...entry(session, invite, 'Robots', 'Robot'), kind: 'program' });
    if (!joined) throw new Error('the link no longer works');
    return joined.participant.id;
  };

  const update = async (
    workshopId: WorkshopId,
    id: ParticipantId,
    change: Parameters<WorkshopStore['updateParticipant']>[2],
  ) => (await store()).updateParticipant(workshopId, id, change, newOrganisationId());

  const people = async (id: WorkshopId) =>
    (await (await store()).listParticipants(id)).map(({ name, colour, removedAtMs }) => [name, colour, removedAtMs]);

  const organisations = async (id: WorkshopId) =>
    (await (await store()).listOrganisations(id)).map(({ name, colour }) => [name, colour]);

  test('[PPL1] title and language of a workshop change, what is left out stays', async () => {
    const { workshop } = await setUp();
    const change = async (given: Parameters<WorkshopStore['updateWorkshop']>[1]) =>
      (await store()).updateWorkshop(workshop.id, given);
    expect(await change({ title: 'Clean water' })).toEqual({ ...workshop, title: 'Clean water' });
    expect(await change({ language: 'nl' })).toEqual({ ...workshop, title: 'Clean water', language: 'nl' });
    expect(await change({})).toEqual(await (await store()).getWorkshop(workshop.id));
    expect(await (await store()).updateWorkshop(newWorkshopId(), { title: 'None' })).toBeNull();
  });

  test('[PPL2] somebody gets another name and organisation; an organisation is its name, or a new one', async () => {
    const { workshop, link } = await setUp(['Aqua']);
    const { participant } = await join(newSession(), link('participant'), 'Aqua', 'Ada');
    const first = await update(workshop.id, participant.id, { name: 'Ada L.' });
    expect(first?.participant).toEqual({ ...participant, name: 'Ada L.' });
    const moved = await update(workshop.id, participant.id, { organisation: 'Pumps' });
    expect(moved).toMatchObject({ participant: { name: 'Ada L.', colour: 2 }, organisation: { name: 'Pumps' } });
    await update(workshop.id, participant.id, { organisation: 'aQUA' });
    expect(await people(workshop.id)).toEqual([['Ada L.', 1, null]]);
    expect(await organisations(workshop.id)).toEqual([
      ['Aqua', 1],
      ['Pumps', 2],
    ]);
    const { workshop: other } = await setUp();
    expect(await update(other.id, participant.id, { name: 'Eve', organisation: 'Evil' })).toBeNull();
    expect(await update(workshop.id, newParticipantId(), { organisation: 'Evil' })).toBeNull();
    expect(await organisations(other.id)).toEqual([]);
    expect(await people(workshop.id)).toEqual([['Ada L.', 1, null]]);
  });

  test('[PPL20] whether somebody is in the room is what was said last; joining again without a word keeps it', async () => {
    const { workshop, link } = await setUp();
    const session = newSession();
    const joinAs = async (remote?: boolean) => {
      const joined = await (await store()).join({ ...entry(session, link('participant'), 'Aqua', 'Ada'), remote });
      if (!joined) throw new Error('the link no longer works');
      return joined.participant.id;
    };
    const remote = async () => (await (await store()).listParticipants(workshop.id)).map((person) => person.remote);
    const id = await joinAs();
    expect(await remote()).toEqual([false]);
    expect(await update(workshop.id, id, { remote: true })).toMatchObject({ remote: true });
    expect(await update(workshop.id, id, { name: 'Ada L.' })).toMatchObject({ remote: true });
    await joinAs();
    expect(await remote()).toEqual([true]);
    await joinAs(false);
    expect(await remote()).toEqual([false]);
    const { workshop: other } = await setUp();
    expect(await update(other.id, id, { remote: true })).toBeNull();
    await (await store()).join({ ...entry(newSession(), link('participant'), 'Aqua', 'Ben'), remote: true });
    expect(await remote()).toEqual([false, true]);
    expect(await (await store()).getParticipant(id)).toMatchObject({ remote: false });
  });

  test('[PPL3] who is removed loses every grant of the workshop on all devices, and stays in the list', async () => {
    const [one, two] = [await setUp(), await setUp()];
    const session = newSession();
    const { participant } = await join(session, one.link('participant'), 'Aqua', 'Ada');
    await join(session, two.link('viewer'), 'Aqua', 'Ada');
    const bob = newSession();
    await join(bob, one.link('participant'), 'Aqua', 'Bob');
    const remove = async (atMs: number, workshopId = one.workshop.id) =>
      (await store()).removeParticipant(workshopId, participant.id, atMs);
    expect(await remove(laterMs, two.workshop.id)).toBeNull();
    expect(await remove(laterMs)).toEqual([session.id]);
    expect(await remove(laterMs + 5)).toEqual([]);
    expect((await (await store()).findSession(session.tokenHash))?.grants).toMatchObject([{ role: 'viewer' }]);
    expect((await (await store()).findSession(bob.tokenHash))?.grants).toHaveLength(1);
    expect(await people(one.workshop.id)).toEqual([
      ['Ada', 1, laterMs],
      ['Bob', 1, null],
    ]);
    expect(await (await store()).getParticipant(participant.id)).toMatchObject({ participant: { name: 'Ada' } });
  });

  test('[PPL4] a removed person whose browser comes in again is the same one, with the role of the link alone', async () => {
    const { workshop, link } = await setUp();
    const session = newSession();
    const { participant } = await join(session, link('facilitator'), 'Aqua', 'Ada');
    await join(newSession(), link('facilitator'), 'Aqua', 'Bob');
    await (await store()).removeParticipant(workshop.id, participant.id, laterMs);
    const again = await join(session, link('viewer'), 'Aqua', 'Ada');
    expect(again).toMatchObject({ participant: { id: participant.id }, role: 'viewer' });
    expect(await people(workshop.id)).toEqual([
      ['Ada', 1, null],
      ['Bob', 1, null],
    ]);
    expect((await (await store()).findSession(session.tokenHash))?.grants).toMatchObject([{ role: 'viewer' }]);
    const stranger = await join(newSession(), link('viewer'), 'Aqua', 'Ada');
    expect(stranger.participant.id).not.toBe(participant.id);
  });

  test('[PPL4] so is whoever came through a link that was revoked', async () => {
    const { workshop, link } = await setUp();
    const session = newSession();
    const { participant } = await join(session, link('participant'), 'Aqua', 'Ada');
    await (await store()).revokeInvite(workshop.id, link('participant').id, laterMs);
    const again = await join(session, link('viewer'), 'Aqua', 'Ada');
    expect(again).toMatchObject({ participant: { id: participant.id }, role: 'viewer' });
  });

  test('[PPL18] of facilitators who remove each other at the same moment one stays', async () => {
    const [{ workshop, link }, elsewhere] = [await setUp(), await setUp()];
    const [ada, bob] = [newSession(), newSession()];
    const [{ participant: a }, { participant: b }] = [
      await join(ada, link('facilitator'), 'Aqua', 'Ada'),
      await join(bob, link('facilitator'), 'Aqua', 'Bob'),
    ];
    // Neither one who may do less nor one of another workshop is a facilitator of this one.
    await join(newSession(), link('participant'), 'Aqua', 'Eve');
    await join(newSession(), elsewhere.link('facilitator'), 'Aqua', 'Fay');
    const at = await store();
    const removals = await Promise.all([
      at.removeParticipant(workshop.id, a.id, laterMs),
      at.removeParticipant(workshop.id, b.id, laterMs),
    ]);
    expect(removals).toEqual([[ada.id], 'last-facilitator']);
    expect(await people(workshop.id)).toEqual([
      ['Ada', 1, laterMs],
      ['Bob', 1, null],
      ['Eve', 1, null],
    ]);
    expect((await (await store()).findSession(bob.tokenHash))?.grants).toMatchObject([{ role: 'facilitator' }]);
    // Who is none any more can be removed, however few there are.
    expect(await (await store()).removeParticipant(workshop.id, a.id, laterMs)).toEqual([]);
  });

  test('[PPL19] a program that facilitates is not the one who stays, and can be removed itself', async () => {
    const { workshop, link } = await setUp();
    const [ada, robot] = [newSession(), newSession()];
    const { participant: person } = await join(ada, link('facilitator'), 'Aqua', 'Ada');
    const program = await joinAsProgram(robot, link('facilitator'));
    const remove = async (id: ParticipantId) => (await store()).removeParticipant(workshop.id, id, laterMs);
    expect(await remove(person.id)).toBe('last-facilitator');
    expect((await (await store()).findSession(ada.tokenHash))?.grants).toMatchObject([{ role: 'facilitator' }]);
    expect(await remove(program)).toEqual([robot.id]);
    expect(await remove(person.id)).toBe('last-facilitator');
  });

  test('[PPL19] a link through which all people who facilitate came is not revoked for a program of another', async () => {
    const { workshop, link } = await setUp();
    const second = newInvite('facilitator');
    await (await store()).createInvite(workshop.id, second, createdAtMs);
    const [ada, robot] = [newSession(), newSession()];
    await join(ada, link('facilitator'), 'Aqua', 'Ada');
    await joinAsProgram(robot, asStored(second, workshop.id, createdAtMs));
    const revoke = async (id: InviteId) => (await store()).revokeInvite(workshop.id, id, laterMs);
    expect(await revoke(link('facilitator').id)).toBe('last-facilitator');
    expect((await (await store()).findSession(ada.tokenHash))?.grants).toMatchObject([{ role: 'facilitator' }]);
    expect(await revoke(second.id)).toEqual([robot.id]);
  });

  test('[LNK24] the link that all facilitators came through is not revoked, also not in the moment of another', async () => {
    const { workshop, link } = await setUp();
    const second = newInvite('facilitator');
    await (await store()).createInvite(workshop.id, second, createdAtMs);
    const [ada, bob] = [newSession(), newSession()];
    await join(ada, link('facilitator'), 'Aqua', 'Ada');
    await join(bob, asStored(second, workshop.id, createdAtMs), 'Aqua', 'Bob');
    const at = await store();
    const revoke = (id: InviteId) => at.revokeInvite(workshop.id, id, laterMs);
    const revoked = await Promise.all([revoke(link('facilitator').id), revoke(second.id)]);
    expect(revoked).toEqual([[ada.id], 'last-facilitator']);
    expect((await (await store()).findSession(bob.tokenHash))?.grants).toMatchObject([{ role: 'facilitator' }]);
    expect(await (await store()).findInvite(second.tokenHash)).toMatchObject({ id: second.id });
    // Exchanged it can be: whoever does that holds the new one.
    const next = newInvite('facilitator');
    const rotation = { workshopId: workshop.id, id: second.id, next, keepPeople: false, atMs: laterMs };
    expect(await (await store()).rotateInvite(rotation)).toMatchObject({ lost: [bob.id] });
  });

  /** A workshop with these organisations and one person in each. */
  async function withPeopleOf(...names: readonly string[]) {
    const made = await setUp(names);
    const ids: OrganisationId[] = [];
    for (const name of names)
      ids.push((await join(newSession(), made.link('participant'), name, `of ${name}`)).organisation.id);
    const { id: workshopId } = made.workshop;
    return {
      ...{ ...made, workshopId, ids },
      rename: async (id: OrganisationId | undefined, name: string) =>
        (await store()).renameOrganisation(workshopId, id ?? newOrganisationId(), name),
      merge: async (id: OrganisationId | undefined, into: OrganisationId | undefined) =>
        (await store()).mergeOrganisation(workshopId, id ?? newOrganisationId(), into ?? newOrganisationId()),
      merged: async () => (await store()).listMergedOrganisations(workshopId),
    };
  }

  test('[PPL5] an organisation gets another name unless another one has it', async () => {
    const { workshopId, ids, rename } = await withPeopleOf('Aqua', 'Pumps');
    const [aqua] = ids;
    expect(await rename(aqua, 'AQUA vzw')).toBe('renamed');
    expect(await rename(aqua, 'Aqua VZW')).toBe('renamed');
    expect(await rename(aqua, 'pUMPS')).toBe('taken');
    expect(await rename(undefined, 'None')).toBe('unknown');
    const { workshop: other } = await setUp();
    expect(aqua && (await (await store()).renameOrganisation(other.id, aqua, 'None'))).toBe('unknown');
    expect(await organisations(workshopId)).toEqual([
      ['Aqua VZW', 1],
      ['Pumps', 2],
    ]);
  });

  test('[PPL6] of two organisations that become one the people move, and the name of the first leads to the second', async () => {
    const { workshopId, ids, link, merge, merged, rename } = await withPeopleOf('Aqua', 'Aqua vzw', 'Pumps');
    const [aqua, vzw] = ids;
    expect(await merge(aqua, vzw)).toBe('merged');
    expect(await merged()).toEqual([{ id: aqua, into: vzw }]);
    expect(await organisations(workshopId)).toEqual([
      ['Aqua vzw', 2],
      ['Pumps', 3],
    ]);
    expect(await people(workshopId)).toEqual([
      ['of Aqua', 2, null],
      ['of Aqua vzw', 2, null],
      ['of Pumps', 3, null],
    ]);
    expect((await join(newSession(), link('viewer'), 'AQUA')).organisation.id).toBe(vzw);
    // The next one gets a colour that no organisation has or had.
    expect((await join(newSession(), link('viewer'), 'Wells')).organisation.colour).toBe(4);
    expect(await rename(aqua, 'Anything')).toBe('unknown');
    expect(await merge(aqua, ids[2])).toBe('refused');
  });

  test('[PPL6] however organisations become one, nothing leads to one that was merged itself', async () => {
    const { workshopId, ids, merge, merged } = await withPeopleOf('A', 'B', 'C', 'D');
    const [a, b, c, d] = ids;
    await merge(a, b);
    await merge(b, c);
    expect(await merge(d, a)).toBe('merged');
    expect(await merged()).toEqual([a, b, d].map((id) => ({ id, into: c })));
    expect(
      new Set((await (await store()).listParticipants(workshopId)).map((person) => person.organisationId)),
    ).toEqual(new Set([c]));
    expect(await merge(c, a)).toBe('refused');
  });

  test('[PPL6] an organisation does not become one with itself, with none, or with one of another workshop', async () => {
    const { ids, merge, merged } = await withPeopleOf('A', 'B');
    const { ids: foreign } = await withPeopleOf('A');
    expect(await merge(ids[0], ids[0])).toBe('refused');
    expect(await merge(ids[0], foreign[0])).toBe('refused');
    expect(await merge(foreign[0], ids[0])).toBe('refused');
    expect(await merge(ids[0], undefined)).toBe('refused');
    expect(await merged()).toEqual([]);
  });

  test('[PPL7] a name that leads to an organisation is free for it, and both names go on leading there', async () => {
    const { workshopId, ids, link, merge, rename } = await withPeopleOf('Aqua', 'Aqua vzw', 'Pumps');
    const [aqua, vzw, pumps] = ids;
    await merge(aqua, vzw);
    expect(await rename(pumps, 'Aqua')).toBe('taken');
    expect(await rename(vzw, 'Aqua')).toBe('renamed');
    expect(await organisations(workshopId)).toEqual([
      ['Aqua', 2],
      ['Pumps', 3],
    ]);
    for (const name of ['aqua', 'aqua VZW'])
      expect((await join(newSession(), link('viewer'), name)).organisation).toEqual({
        id: vzw,
        name: 'Aqua',
        colour: 2,
      });
  });

  test('[PPL8] organisations that become one while people join leave nobody behind', async () => {
    const { workshopId, ids, link } = await withPeopleOf('A', 'B');
    const [a, b] = ids;
    if (a === undefined || b === undefined) throw new Error('no organisations');
    const workshops = await store();
    const joining = Array.from({ length: 10 }, () => workshops.join(entry(newSession(), link('participant'), 'A')));
    await Promise.all([...joining.slice(0, 5), workshops.mergeOrganisation(workshopId, a, b), ...joining.slice(5)]);
    const homes = (await (await store()).listParticipants(workshopId)).map((person) => person.organisationId);
    expect(homes).toHaveLength(12);
    expect(new Set(homes)).toEqual(new Set([b]));
  });
}
