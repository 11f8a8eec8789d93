import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { BoardId, CommandId, OrganisationId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { floorLimits } from '../../../shared/protocol/limits.ts';
import type { Agenda } from '../../../shared/session/agenda.ts';
import type { Command } from '../../../shared/session/commands.ts';
import type { Turn } from '../../../shared/session/floor.ts';
import type { Session } from '../../../shared/session/session.ts';
import { join, makeWorkshop } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { command, personIn, type SomePerson, sessionOf, startAgain, startWorkshop } from './support.ts';

const raise: Command = { type: 'hand.raise' };
const lower: Command = { type: 'hand.lower' };
const end: Command = { type: 'floor.end' };
const give = ({ id }: Pick<SomePerson, 'id'>): Command => ({ type: 'floor.give', participantId: id });
const dismiss = (person: Pick<SomePerson, 'id'> | null): Command => ({
  ...{ type: 'floor.dismiss', participantId: person?.id ?? null },
});
const remove = ({ id }: Pick<SomePerson, 'id'>): Command => ({ type: 'participant.remove', participantId: id });
const merge = (from: SomePerson, into: SomePerson): Command => ({
  ...{ type: 'organisation.merge', organisationId: from.organisationId, into: into.organisationId },
});

/** A workshop with a facilitator, two of one organisation, one of another, and a viewer. */
async function startFloor() {
  const stage = await startWorkshop();
  const lead = await personIn(stage, 'facilitator', 'Lea', 'Wells');
  const ana = await personIn(stage, 'participant', 'Ana', 'Aqua');
  const abe = await personIn(stage, 'participant', 'Abe', 'Aqua');
  const ben = await personIn(stage, 'participant', 'Ben', 'Bore');
  const vic = await personIn(stage, 'viewer', 'Vic', 'Bore');
  const watcher = await new Program({
    ...{ address: stage.server.address, room: stage.room, token: stage.people.viewer.token },
  }).synced();
  return { ...stage, ...{ lead, ana, abe, ben, vic, watcher } };
}

const of = ({ id, organisationId }: SomePerson, into = organisationId): Turn => ({
  ...{ participantId: id, organisationId: into, sinceMs: expect.any(Number) as number },
});
const handsOf = ({ floor }: Session) => floor.hands.map(({ participantId }) => participantId);

it('[FLR10] whoever may write raises their hand, facilitators call; nobody else does either', async () => {
  const stage = await startFloor();
  const { lead, ana, ben, vic } = stage;
  expect((await ana.does(raise)).floor.hands).toEqual([of(ana)]);
  expect((await lead.does(raise)).floor.hands).toEqual([of(ana), of(lead)]);
  const session = await lead.does(lower);
  for (const what of [raise, lower]) expect(await vic.asks(what)).toBe('403 not-allowed');
  for (const what of [give(ana), end, dismiss(ana), dismiss(null)])
    for (const other of [ana, ben, vic]) expect(await other.asks(what), what.type).toBe('403 not-allowed');
  expect(await sessionOf(stage)).toEqual(session);
  expect((await lead.does(give(ana))).floor).toMatchObject({ hands: [], speaking: of(ana) });
  await ben.does(raise);
  await ana.does(raise);
  expect(handsOf(await lead.does(dismiss(ben)))).toEqual([ana.id]);
  expect((await lead.does(end)).floor.speaking).toBeNull();
  expect(handsOf(await lead.does(dismiss(null)))).toEqual([]);
});

it('[FLR11] everybody raises and lowers their own hand alone, whatever they send', async () => {
  const { ana, ben } = await startFloor();
  await ana.does(raise);
  const before = await ben.does(raise);
  const forged = { participantId: ana.id, by: of(ana) };
  expect(handsOf((await ben.asks({ ...lower, ...forged })) as Session)).toEqual([ana.id]);
  expect(handsOf((await ben.asks({ ...raise, ...forged })) as Session)).toEqual([ana.id, ben.id]);
  expect(before.floor.hands).toEqual([of(ana), of(ben)]);
});

it('[FLR12] the floor is given to people of the workshop who were not removed, also without a hand and to viewers', async () => {
  const stage = await startFloor();
  const { server, lead, ana, vic, people } = stage;
  const theirs = await makeWorkshop(server);
  const elsewhere = await personIn({ ...stage, made: theirs, workshopId: theirs.workshop.id }, 'participant', 'X', 'Y');
  const nobody = { id: ParticipantId.parse('n'.repeat(21)) };
  await lead.does(remove(ana));
  const before = await sessionOf(stage);
  for (const wrong of [elsewhere, nobody, ana, people.participant.participant])
    expect(await lead.asks(give(wrong))).toBe('404 not-found');
  expect(await sessionOf(stage)).toEqual(before);
  expect((await lead.does(give(vic))).floor).toMatchObject({
    ...{ speaking: of(vic), heard: [{ organisationId: vic.organisationId, turns: 1 }] },
  });
  // A program is called by nobody, so it raises no hand.
  expect(await command(stage, raise, 'participant')).toBe('403 not-allowed');
});

it('[FLR13] a hand goes up while the session is closed, and counts for the organisation that its owner has then', async () => {
  const { server, workshopId, lead, ana, ben } = await startFloor();
  await lead.does({ type: 'workshop.close' });
  await ana.does(raise);
  const { cookie } = ana;
  const path = `/api/workshops/${workshopId}/participants/me`;
  await server.call('PATCH', path, { cookie, body: { organisation: 'Bore' } });
  // The hand that is up stays as it was; the turn is the new organisation's.
  expect((await ben.does(raise)).floor.hands).toEqual([of(ana), of(ben)]);
  expect((await lead.does(give(ana))).floor).toMatchObject({
    ...{ speaking: of(ana, ben.organisationId), hands: [of(ben)] },
  });
  const session = await ana.does(raise);
  expect(session.floor.hands).toEqual([of(ben), of(ana, ben.organisationId)]);
  expect(session.closedAtMs).not.toBeNull();
});

it('[FLR14] whoever is removed has neither hand nor floor any more, at once and for everybody', async () => {
  const stage = await startFloor();
  const { lead, ana, abe, ben, watcher } = stage;
  await lead.does(give(ana));
  await ana.does(raise);
  await abe.does(raise);
  const before = await ben.does(raise);
  const id = nanoid();
  const after = await lead.does(remove(ana), id);
  expect(after).toEqual({
    ...{ ...before, seq: before.seq + 1 },
    floor: { ...before.floor, hands: [of(abe), of(ben)], speaking: null, spoke: [] },
  });
  await watcher.until('the removal', () => watcher.all('session').at(-1)?.session.seq === after.seq);
  expect(await lead.does(remove(ana), id)).toEqual(after);
  expect(await ana.asks(raise)).toBe('403 not-allowed');
  // Whoever comes first, no hand is left of somebody who is gone.
  const [, raised] = await Promise.all([lead.does(remove(abe)), abe.asks(lower).then(() => abe.asks(raise))]);
  if (typeof raised === 'string') expect(raised).toBe('403 not-allowed');
  expect(handsOf(await sessionOf(stage))).toEqual([ben.id]);
});

it('[FLR15] hands, floor and turns of a merged organisation are those of the one that it is part of in the end', async () => {
  const stage = await startFloor();
  const { lead, ana, abe, ben } = stage;
  const cleo = await personIn(stage, 'participant', 'Cleo', 'Cloud');
  await lead.does(give(cleo));
  await lead.does(give(ben));
  await lead.does(give(ana));
  await abe.does(raise);
  const before = await ben.does(raise);
  const id = nanoid();
  const one = await lead.does(merge(ben, cleo), id);
  const lastSinceMs = expect.any(Number);
  expect(one.floor).toEqual({
    ...{ hands: [of(abe), of(ben, cleo.organisationId)], speaking: of(ana), round: [] },
    heard: [
      { organisationId: cleo.organisationId, turns: 2, lastSinceMs: before.floor.heard[1]?.lastSinceMs },
      { organisationId: ana.organisationId, turns: 1, lastSinceMs },
    ],
    spoke: before.floor.spoke,
  });
  expect([one.seq, await lead.does(merge(ben, cleo), id)]).toEqual([before.seq + 1, one]);
  // Into one that has become part of another meanwhile: what counts is where it leads.
  const { floor } = await lead.does(merge(ana, ben));
  const home = cleo.organisationId;
  expect([...floor.hands, floor.speaking]).toEqual([of(abe, home), of(ben, home), of(ana, home)]);
  expect(floor.heard).toEqual([{ organisationId: home, turns: 3, lastSinceMs }]);
  expect((await cleo.does(raise)).floor.hands.at(-1)).toEqual(of(cleo));
  expect(await lead.asks(merge(ana, lead))).toBe('400 bad-request');
  expect((await sessionOf(stage)).floor.heard).toEqual(floor.heard);
});

it('[FLR15] a hand that goes up while its organisation is merged is the other’s, whoever comes first', async () => {
  const stage = await startFloor();
  const { lead, ana, ben } = stage;
  await Promise.all([lead.does(merge(ana, ben)), ana.does(raise)]);
  expect((await sessionOf(stage)).floor.hands).toEqual([of(ana, ben.organisationId)]);
});

it('[FLR16] a hand goes up and down thirty times a minute; more is turned away (429) and disturbs nobody else', async () => {
  const stage = await startFloor();
  const { lead, ana, ben, watcher } = stage;
  const id = nanoid();
  await lead.does({ type: 'door.set', door: 'closed' }, id);
  await lead.does({ type: 'door.set', door: 'open' });
  const answers = [];
  for (let at = 0; at < 40; at++) answers.push(await ana.asks(at % 2 === 0 ? raise : lower));
  expect(answers.slice(30)).toEqual(Array(10).fill('429 too-many-requests'));
  expect(answers.slice(0, 30).every((answer) => typeof answer !== 'string')).toBe(true);
  const session = await ben.does(raise);
  expect([handsOf(session), session.seq]).toEqual([[ben.id], 33]);
  expect((await lead.does(give(ana))).floor.speaking).toEqual(of(ana));
  // What facilitators did is remembered, however often hands went up.
  expect(await lead.does({ type: 'door.set', door: 'closed' }, id)).toMatchObject({ door: 'open' });
  await watcher.until('the floor', () => watcher.all('session').at(-1)?.session.floor.speaking !== null);
  expect(watcher.all('session').map((heard) => heard.session.seq)).toEqual(Array.from({ length: 35 }, (_, seq) => seq));
});

it('[FLR17] what changes nothing is told to nobody, and a command sent again raises no hand that was taken down', async () => {
  const { lead, ana, ben, watcher } = await startFloor();
  const id = nanoid();
  const up = await ana.does(raise, id);
  expect(await ana.does(raise)).toEqual(up);
  expect(await ben.does(lower)).toEqual(up);
  expect(await lead.does(end)).toEqual(up);
  expect(await lead.does(dismiss(ben))).toEqual(up);
  const down = await lead.does(dismiss(ana));
  expect(await ana.does(raise, id)).toEqual(down);
  const last = await ben.does(raise);
  await watcher.until('the last', () => watcher.all('session').at(-1)?.session.seq === last.seq);
  expect(watcher.all('session').map((heard) => heard.session.seq)).toEqual([0, 1, 2, 3]);
});

it('[FLR18] no more hands are up than may be, whoever sends them; those that are up stay, and go down', async () => {
  const stage = await startFloor();
  const { server, workshopId, lead, ana, ben } = stage;
  const before = await ana.does(raise);
  const crowd = Array.from({ length: floorLimits.handsMax - 1 }, () => ({
    ...{ participantId: ParticipantId.parse(nanoid()), organisationId: OrganisationId.parse(nanoid()), sinceMs: 1 },
  }));
  const full = { ...before, seq: 2, floor: { ...before.floor, hands: [...before.floor.hands, ...crowd] } };
  const commandId = CommandId.parse(nanoid());
  await server.storage.workshops.saveSession({ ...{ workshopId, before: 1, session: full, commandId } });
  expect(await ben.asks(raise)).toBe('429 too-many-requests');
  expect(await ana.does(raise)).toEqual(full);
  expect((await ana.does(lower)).floor.hands).toHaveLength(floorLimits.handsMax - 1);
  expect((await ben.does(raise)).floor.hands).toHaveLength(floorLimits.handsMax);
  expect(handsOf(await lead.does(dismiss(null)))).toEqual([]);
});

it('[FLR19] whoever comes later has hands and floor at once, with the workshop and on the socket; so has a server that starts again', async () => {
  const stage = await startFloor();
  const { server, made, workshopId, room, lead, ana, ben } = stage;
  await lead.does(give(ana));
  const session = await ben.does(raise);
  const late = await join(server, made, 'participant', 'Lena');
  const answer = await server.call('GET', `/api/workshops/${workshopId}`, { bearer: late.token });
  expect(GetWorkshopResponse.parse(answer.json()).session).toEqual(session);
  const program = await new Program({ address: server.address, room, token: late.token }).synced();
  expect(program.heard[0]).toEqual({ type: 'session', session });
  const again = { ...stage, server: await startAgain(stage) };
  expect(await sessionOf(again)).toEqual(session);
});

it('[FLR23] a round is of those who take part and are here, whoever leads begins it; it is noted in the phase, and a server that starts again has it', async () => {
  const stage = await startFloor();
  const { lead, ana, ben, vic, boardId } = stage;
  const begin: Command = { type: 'round.begin', boardId };
  const leaveOut: Command = { type: 'round.leave-out', participantId: ben.id };
  for (const what of [begin, leaveOut, { type: 'round.end' } as const])
    for (const other of [ana, vic]) expect(await other.asks(what), what.type).toBe('403 not-allowed');
  const elsewhere = BoardId.parse('n'.repeat(21));
  expect(await lead.asks({ type: 'round.begin', boardId: elsewhere })).toBe('404 not-found');
  // Nobody but a program and Ben, and somebody who leads and somebody who looks on.
  const headersOf = ({ cookie }: SomePerson) => ({ cookie: `cb_session=${cookie}`, origin: stage.server.address });
  for (const person of [lead, ben, vic])
    await new Program({
      ...{ address: stage.server.address, room: stage.room, headers: headersOf(person) },
    }).synced();
  const words = { scripted: null, title: 'In turn', prompt: null, minutes: 9, place: null } as const;
  const agenda: Agenda = [{ id: 'own', ...words, tools: [{ tool: 'RR' }], allows: 'all' }];
  await lead.does({ type: 'agenda.set', boardId, agenda });
  await lead.does({ type: 'run.start', boardId, phaseId: 'own' });
  const begun = await lead.does(begin);
  expect(begun.floor.round).toEqual([of(ben)]);
  expect(begun.run?.moves).toEqual(['round']);
  // A hand and a turn are two wishes: taking one away leaves the other.
  await ben.does(raise);
  expect((await lead.does(dismiss(ben))).floor).toMatchObject({ hands: [], round: [of(ben)] });
  const again = { ...stage, server: await startAgain(stage) };
  expect((await sessionOf(again)).floor.round).toEqual([of(ben)]);
});
