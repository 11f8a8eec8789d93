import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import type { Role } from '../../../shared/access/capabilities.ts';
import { CommandResponse } from '../../../shared/api/session-state.ts';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { CommandId, OrganisationId, ParticipantId } from '../../../shared/protocol/ids.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { firstSession } from '../../../shared/session/session.ts';
import { connectStock } from '../../support/stock-client.ts';
import { join, problemOf } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { command, type StartedWorkshop, startAgain, startWorkshop } from './support.ts';

const nobody = ParticipantId.parse('n'.repeat(21));
const nowhere = OrganisationId.parse('n'.repeat(21));

async function workshopAs({ server, workshopId, people }: StartedWorkshop, role: Role = 'facilitator') {
  const answer = await server.call('GET', `/api/workshops/${workshopId}`, { bearer: people[role].token });
  return GetWorkshopResponse.parse(answer.json());
}

it('[SES20] facilitators give every command, and nobody else gives any', async () => {
  const stage = await startWorkshop();
  const { server, made, people } = stage;
  const other = await join(server, made, 'participant', 'Ben', 'Aqua');
  const home = people.participant.participant.organisationId;
  const commands: Command[] = [
    { type: 'door.set', door: 'closed' },
    { type: 'door.set', door: 'open' },
    { type: 'participant.update', participantId: people.participant.participant.id, name: 'Anna B.' },
    { type: 'organisation.rename', organisationId: home, name: 'Deep wells' },
    { type: 'organisation.merge', organisationId: other.participant.organisationId, into: home },
    { type: 'participant.remove', participantId: other.participant.id },
    { type: 'workshop.close' },
    { type: 'workshop.reopen' },
  ];
  for (const what of commands) {
    expect(await command(stage, what, 'participant'), what.type).toBe('403 not-allowed');
    expect(await command(stage, what, 'viewer'), what.type).toBe('403 not-allowed');
    expect(await command(stage, what), what.type).toMatchObject({ seq: expect.any(Number) });
  }
  const without = await server.call('POST', `/api/workshops/${stage.workshopId}/commands`, {
    body: { ...commands[0], commandId: nanoid() },
  });
  expect(problemOf(without)).toBe('401 no-session');
});

it('[SES21] everybody in the workshop may ask how its session stands, on its own and with the workshop', async () => {
  const stage = await startWorkshop();
  const { server, workshopId, people } = stage;
  const path = `/api/workshops/${workshopId}/session`;
  const ask = async (role: Role) =>
    CommandResponse.parse((await server.call('GET', path, { bearer: people[role].token })).json()).session;
  expect(await ask('viewer')).toEqual(firstSession);
  const closed = await command(stage, { type: 'door.set', door: 'closed' });
  expect(closed).toEqual({ ...firstSession, seq: 1, door: 'closed' });
  for (const role of ['facilitator', 'participant', 'viewer'] as const) {
    expect(await ask(role)).toEqual(closed);
    expect((await workshopAs(stage, role)).session).toEqual(closed);
  }
  expect(problemOf(await server.call('GET', path))).toBe('401 no-session');
});

it('[SES22] a command that is sent again takes effect once, also after a restart', async () => {
  const stage = await startWorkshop();
  const id = CommandId.parse(nanoid());
  const { participantId, rename } = {
    participantId: stage.people.participant.participant.id,
    rename: (name: string): Command => ({
      type: 'participant.update',
      participantId: stage.people.participant.participant.id,
      name,
    }),
  };
  await command(stage, rename('Anna B.'), 'facilitator', id);
  await command(stage, rename('Anna C.'));
  const closing = CommandId.parse(nanoid());
  expect(await command(stage, { type: 'workshop.close' }, 'facilitator', closing)).toMatchObject({ seq: 1 });
  expect(await command(stage, { type: 'workshop.close' }, 'facilitator', closing)).toMatchObject({ seq: 1 });
  expect(await command(stage, { type: 'workshop.close' })).toBe('409 session-closed');
  const again = { ...stage, server: await startAgain(stage) };
  expect(await command(again, { type: 'workshop.close' }, 'facilitator', closing)).toMatchObject({
    seq: 1,
    closedAtMs: expect.any(Number),
  });
  await command(again, rename('Anna B.'), 'facilitator', id);
  const { people } = await workshopAs(again);
  expect((await workshopAs(again)).session.closedAtMs).not.toBeNull();
  // Programs are none of the people: what they are called shows in their own answer.
  expect(people).toEqual([]);
  expect((await workshopAs(again, 'participant')).me.participant).toMatchObject({ id: participantId, name: 'Anna C.' });
});

it('[SES23] what does not fit is refused with its reason, and can be given again with another', async () => {
  const stage = await startWorkshop();
  const { server, made, people } = stage;
  await join(server, made, 'participant', 'Ben', 'Aqua');
  const home = people.participant.participant.organisationId;
  expect(await command(stage, { type: 'participant.update', participantId: nobody, name: 'X' })).toBe('404 not-found');
  expect(await command(stage, { type: 'participant.remove', participantId: nobody })).toBe('404 not-found');
  expect(await command(stage, { type: 'organisation.rename', organisationId: nowhere, name: 'X' })).toBe(
    '404 not-found',
  );
  expect(await command(stage, { type: 'organisation.merge', organisationId: home, into: nowhere })).toBe(
    '400 bad-request',
  );
  const id = CommandId.parse(nanoid());
  const taken = await server.call('POST', `/api/workshops/${stage.workshopId}/commands`, {
    bearer: people.facilitator.token,
    body: { type: 'organisation.rename', organisationId: home, name: 'AQUA', commandId: id },
  });
  expect(problemOf(taken)).toBe('400 bad-request');
  expect(taken.json()).toMatchObject({ errors: [{ path: 'name' }] });
  const rename = { type: 'organisation.rename', organisationId: home, name: 'Deep wells' } as const;
  expect(await command(stage, rename, 'facilitator', id)).toMatchObject({ seq: 0 });
  expect((await workshopAs(stage)).organisations.map(({ name }) => name)).toContain('Deep wells');
});

it('[PPL16] nobody sends themselves out: the last facilitator could not take it back', async () => {
  const stage = await startWorkshop();
  const { server, made, people } = stage;
  const own = people.facilitator.participant.id;
  expect(await command(stage, { type: 'participant.remove', participantId: own })).toBe('400 bad-request');
  expect(await command(stage, { type: 'door.set', door: 'closed' })).toMatchObject({ door: 'closed' });
  const second = await join(server, made, 'facilitator', 'Gus');
  expect(await command(stage, { type: 'participant.remove', participantId: second.participant.id })).toMatchObject({
    seq: 1,
  });
});

it('[SES24] who is on a board sees at once what somebody is called, and where organisations have become one', async () => {
  const stage = await startWorkshop();
  const { server, made, people, room } = stage;
  const other = await join(server, made, 'participant', 'Ben', 'Aqua');
  const watcher = await new Program({ address: server.address, room, token: people.viewer.token }).synced();
  const ben = await new Program({ address: server.address, room, token: other.token }).synced();
  const named = (name: string, organisation: string) =>
    watcher.until(`${name} of ${organisation}`, () =>
      (watcher.all('roster').at(-1)?.entries ?? []).some(
        (entry) => entry.name === name && entry.organisation === organisation,
      ),
    );
  await named('Ben', 'Aqua');
  await command(stage, { type: 'participant.update', participantId: other.participant.id, name: 'Benjamin' });
  await named('Benjamin', 'Aqua');
  const { organisationId } = other.participant;
  await command(stage, { type: 'organisation.rename', organisationId, name: 'Aqua Viva' });
  await named('Benjamin', 'Aqua Viva');
  const into = people.participant.participant.organisationId;
  await command(stage, { type: 'organisation.merge', organisationId, into });
  await named('Benjamin', 'Wells');
  expect(await command(stage, { type: 'participant.remove', participantId: other.participant.id })).toMatchObject({
    seq: 0,
  });
  expect(await ben.closed()).toBe(CloseCode.notAllowed);
  expect(watcher.code).toBeNull();
});

it('[SES25] the state reaches every live socket of every board, and no stock client', async () => {
  const stage = await startWorkshop();
  const { server, people, room } = stage;
  const live = await new Program({ address: server.address, room, token: people.viewer.token }).synced();
  const bare = await new Program({
    ...{ address: server.address, room, token: people.viewer.token, isLive: false },
  }).synced();
  const stock = connectStock({ address: server.address, room, token: people.participant.token });
  await stock.synced();
  expect(live.heard[0]).toEqual({ type: 'session', session: firstSession });
  const closed = await command(stage, { type: 'door.set', door: 'closed' });
  await live.until('the news', () => live.all('session').length === 2);
  expect(live.all('session').at(-1)?.session).toEqual(closed);
  expect(bare.all('session')).toEqual([]);
  expect(stock.provider.wsconnected).toBe(true);
  stock.destroy();
});
