import { describe, expect, it } from 'vitest';
import { CreateSessionResponse, PreviewInviteResponse, WaitingResponse } from '../../../shared/api/sessions.ts';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { GuestId } from '../../../shared/protocol/ids.ts';
import { type Answer, joinInBrowser, problemOf } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { command, personIn, startAgain, startWorkshop } from './support.ts';

/** A workshop whose door asks first, with somebody who leads. */
async function startAsking() {
  const stage = await startWorkshop();
  const lead = await personIn(stage, 'facilitator', 'Lea', 'Wells');
  await lead.does({ type: 'door.set', door: 'asks' });
  const { server, made, workshopId, people } = stage;
  const come = (name: string, more: { cookie?: string; role?: 'participant' | 'viewer' | 'facilitator' } = {}) =>
    server.call('POST', '/api/sessions', {
      body: { token: made.invites[more.role ?? 'participant'].token, name, organisation: 'Aqua' },
      headers: { origin: server.address },
      ...(more.cookie !== undefined && { cookie: more.cookie }),
    });
  /** @returns the ticket of somebody who was told to wait */
  const knock = async (name: string): Promise<string> => {
    const answer = await come(name);
    expect(answer.status).toBe(202);
    expect(answer.headers.get('set-cookie')).toBeNull();
    return WaitingResponse.parse(answer.json()).ticket;
  };
  const ask = (ticket: string) =>
    server.call('POST', '/api/sessions/waiting', { body: { ticket }, headers: { origin: server.address } });
  const guests = async (bearer = people.facilitator.token) =>
    GetWorkshopResponse.parse((await server.call('GET', `/api/workshops/${workshopId}`, { bearer })).json()).guests;
  const admit = async (name: string) => {
    const guest = (await guests()).find((found) => found.name === name);
    await lead.does({ type: 'guest.admit', guestId: guest?.id ?? null });
  };
  return { ...stage, lead, come, knock, ask, guests, admit };
}

const isIn = (answer: Answer): CreateSessionResponse => {
  expect(answer.status).toBe(201);
  expect(answer.headers.get('set-cookie')).toMatch(/^cb_session=/);
  return CreateSessionResponse.parse(answer.json());
};

describe('where the door asks first', () => {
  it('[WAI2] whoever is new waits with a ticket, and is in with the first question after somebody let them in', async () => {
    const { knock, ask, guests, admit } = await startAsking();
    const ana = await knock('Ana');
    const ben = await knock('Ben');
    expect((await ask(ana)).status).toBe(202);
    expect((await guests()).map(({ name, organisation, role }) => [name, organisation, role])).toEqual([
      ['Ana', 'Aqua', 'participant'],
      ['Ben', 'Aqua', 'participant'],
    ]);
    await admit('Ana');
    expect(isIn(await ask(ana)).participant.name).toBe('Ana');
    expect((await ask(ben)).status).toBe(202);
    expect((await guests()).map(({ name }) => name)).toEqual(['Ben']);
  });

  it('[WAI2] two questions at once let one person in', async () => {
    const { server, workshopId, people, knock, ask, admit } = await startAsking();
    const ana = await knock('Ana');
    await admit('Ana');
    const answers = await Promise.all([ask(ana), ask(ana), ask(ana)]);
    expect(new Set(answers.map((one) => isIn(one).participant.id)).size).toBe(1);
    const answer = await server.call('GET', `/api/workshops/${workshopId}`, { bearer: people.facilitator.token });
    const { people: list } = GetWorkshopResponse.parse(answer.json());
    expect(list.filter(({ name }) => name === 'Ana')).toHaveLength(1);
  });

  it('[WAI4] an answer that was lost on the way is given again: the same person and the same session, under the name they have by now', async () => {
    const { server, workshopId, people, lead, knock, ask, admit, guests } = await startAsking();
    const ana = await knock('Ana');
    await admit('Ana');
    const lost = await ask(ana);
    const { participant } = isIn(lost);
    await lead.does({ type: 'participant.update', participantId: participant.id, name: 'Anna' });
    await lead.does({ type: 'door.set', door: 'closed' });
    const again = await ask(ana);
    expect(isIn(again).participant).toEqual({ ...participant, name: 'Anna' });
    const cookieOf = (answer: Answer) => /cb_session=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    expect([cookieOf(lost), cookieOf(again)]).toEqual([expect.any(String), cookieOf(lost)]);
    expect(await guests()).toEqual([]);
    const answer = await server.call('GET', `/api/workshops/${workshopId}`, { bearer: people.facilitator.token });
    expect(GetWorkshopResponse.parse(answer.json()).people.filter(({ id }) => id === participant.id)).toHaveLength(1);
    // Whoever was sent out comes in by no old ticket.
    await lead.does({ type: 'participant.remove', participantId: participant.id });
    expect(problemOf(await ask(ana))).toBe('404 not-waiting');
  });

  it('[WAI2] whoever is in already comes back without asking, and facilitators’ links let in', async () => {
    const { server, made, lead, come } = await startAsking();
    await lead.does({ type: 'door.set', door: 'open' });
    const { cookie } = await joinInBrowser(server, made, 'participant', { name: 'Ana' });
    await lead.does({ type: 'door.set', door: 'asks' });
    isIn(await come('Ana', { cookie }));
    isIn(await come('Lou', { role: 'facilitator' }));
    expect((await come('Vic', { role: 'viewer' })).status).toBe(202);
  });

  it('[WAI2] the link says so before the form is sent, and names no organisation', async () => {
    const { server, made } = await startAsking();
    const answer = await server.call('POST', '/api/invites/preview', {
      body: { token: made.invites.participant.token },
    });
    expect(PreviewInviteResponse.parse(answer.json())).toMatchObject({ entrance: 'ask-first', organisations: [] });
  });

  it('[WAI2] no for an answer is told once; they may ask again', async () => {
    const { lead, knock, ask, guests } = await startAsking();
    const ana = await knock('Ana');
    const [guest] = await guests();
    await lead.does({ type: 'guest.decline', guestId: guest?.id ?? GuestId.parse('x'.repeat(21)) });
    expect(problemOf(await ask(ana))).toBe('403 not-admitted');
    expect(problemOf(await ask(ana))).toBe('404 not-waiting');
    await knock('Ana');
    expect(await guests()).toHaveLength(1);
  });

  it('[WAI2] a door that opens lets in everybody who waits, and one that closes nobody but whom it was opened to', async () => {
    const { lead, knock, ask, admit } = await startAsking();
    const [ana, ben, cat] = [await knock('Ana'), await knock('Ben'), await knock('Cat')];
    await admit('Ana');
    await lead.does({ type: 'door.set', door: 'closed' });
    isIn(await ask(ana));
    expect(problemOf(await ask(ben))).toBe('403 door-closed');
    await lead.does({ type: 'door.set', door: 'open' });
    isIn(await ask(cat));
  });

  it('[WAI2] a link that is revoked meanwhile lets nobody in, admitted or not', async () => {
    const { server, made, workshopId, people, knock, ask, admit } = await startAsking();
    const [ana, ben] = [await knock('Ana'), await knock('Ben')];
    await admit('Ana');
    const revoked = await server.call('DELETE', `/api/workshops/${workshopId}/invites/${made.invites.participant.id}`, {
      bearer: people.facilitator.token,
    });
    expect(revoked.status).toBe(204);
    for (const ticket of [ana, ben]) expect(problemOf(await ask(ticket))).toBe('404 link-unknown');
  });

  it('[WAI2] one address knocks so often in a minute that a whole room comes in, and fills no waiting room', async () => {
    const { come, guests } = await startAsking();
    const answers = await Promise.all(Array.from({ length: 125 }, (_, at) => come(`Guest ${at}`)));
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(120);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
    expect(await guests()).toHaveLength(120);
  });

  it('[WAI2] who leaves waits no more', async () => {
    const { server, knock, ask, guests } = await startAsking();
    const ana = await knock('Ana');
    for (const _ of [1, 2])
      expect((await server.call('POST', '/api/sessions/waiting/leave', { body: { ticket: ana } })).status).toBe(204);
    expect(await guests()).toEqual([]);
    expect(problemOf(await ask(ana))).toBe('404 not-waiting');
  });
});

describe('only those who lead', () => {
  it('[WAI3] hear who waits, and let in', async () => {
    const stage = await startAsking();
    const { people, knock, guests } = stage;
    await knock('Ana');
    for (const role of ['participant', 'viewer'] as const) {
      expect(await guests(people[role].token)).toEqual([]);
      expect(await command(stage, { type: 'guest.admit', guestId: null }, role)).toBe('403 not-allowed');
      const [guest] = await guests();
      if (guest === undefined) throw new Error('nobody waits');
      expect(await command(stage, { type: 'guest.decline', guestId: guest.id }, role)).toBe('403 not-allowed');
    }
    expect(await guests()).toHaveLength(1);
  });

  it('[WAI3] are told on their boards, those who come later too; to the others no frame names a guest', async () => {
    const { server, room, people, knock, admit, guests } = await startAsking();
    const on = (token: string) => new Program({ address: server.address, room, token }).synced();
    const leading = await on(people.facilitator.token);
    const others = [await on(people.participant.token), await on(people.viewer.token)];
    await knock('Ana-the-guest');
    const named = (program: Program) =>
      program.heard.flatMap((heard) => (heard.type === 'guests' ? [heard.guests.guests.map(({ name }) => name)] : []));
    await leading.until('the guest', () => named(leading).length === 1);
    expect(named(leading)).toEqual([['Ana-the-guest']]);
    expect(named(await on(people.facilitator.token))).toEqual([['Ana-the-guest']]);
    await admit('Ana-the-guest');
    await leading.until('nobody', () => named(leading).length === 2);
    expect(named(leading)).toEqual([['Ana-the-guest'], []]);
    expect(await guests()).toEqual([]);
    for (const other of others) await other.synced();
    for (const other of others) expect(JSON.stringify(other.heard)).not.toContain('Ana-the-guest');
  });
});

it('[WAI2] after a restart nobody is waiting: a page knocks again', async () => {
  const stage = await startAsking();
  const ticket = await stage.knock('Ana');
  const again = await startAgain(stage);
  const answer = await again.call('POST', '/api/sessions/waiting', {
    body: { ticket },
    headers: { origin: again.address },
  });
  expect(problemOf(answer)).toBe('404 not-waiting');
});
