import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PreviewInviteResponse } from '../../../shared/api/sessions.ts';
import { type CreateInviteRequest, CreateInviteResponse } from '../../../shared/api/workshops.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { give, look } from './people.ts';
import {
  join,
  joinInBrowser,
  type MadeWorkshop,
  makeBoard,
  makeWorkshop,
  problemOf,
  startServer,
  type TestServer,
} from './server.ts';
import { connectWriter } from './writer.ts';

async function started() {
  const server = await startServer();
  const made = await makeWorkshop(server, 'Clean water', ['Wells']);
  const { token: bearer } = await join(server, made, 'facilitator', 'Robot', 'Robots');
  return { server, made, bearer, invites: `/api/workshops/${made.workshop.id}/invites` };
}

async function addLink(server: TestServer, made: MadeWorkshop, bearer: string, body: CreateInviteRequest) {
  const answer = await server.call('POST', `/api/workshops/${made.workshop.id}/invites`, { body, bearer });
  if (answer.status !== 201) throw new Error(problemOf(answer));
  return CreateInviteResponse.parse(answer.json());
}

const preview = (server: TestServer, token: string, more: { passcode?: string; cookie?: string } = {}) =>
  server.call('POST', '/api/invites/preview', {
    body: { token, ...(more.passcode !== undefined && { passcode: more.passcode }) },
    ...(more.cookie !== undefined && { cookie: more.cookie }),
  });

const come = (server: TestServer, token: string, more: { passcode?: string; cookie?: string } = {}) =>
  server.call('POST', '/api/sessions', {
    body: {
      token,
      name: 'Ben',
      organisation: 'Wells',
      ...(more.passcode !== undefined && { passcode: more.passcode }),
    },
    headers: { origin: server.address },
    ...(more.cookie !== undefined && { cookie: more.cookie }),
  });

const seen = async (answer: ReturnType<typeof preview>) => PreviewInviteResponse.parse((await answer).json());

const hourMs = 60 * 60_000;

/** A link of one hour, and a way to let that hour pass for the server. */
async function expiring(server: TestServer, made: MadeWorkshop, bearer: string, role: 'participant' | 'facilitator') {
  const added = await addLink(server, made, bearer, { role, expiresAtMs: Date.now() + hourMs });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const letPass = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hourMs });
  return { ...added, letPass };
}

describe('links with a passcode', () => {
  it('[LNK10] a link asks for its passcode, and names no organisation before', async () => {
    const { server, made, bearer } = await started();
    const { invite, link } = await addLink(server, made, bearer, { role: 'participant', passcode: ' Blue  whale ' });
    expect(invite).toMatchObject({ hasPasscode: true, expiresAtMs: null });
    expect((await look(server, made, bearer)).invites.at(-1)).toEqual(invite);
    const asked = await seen(preview(server, link.token));
    expect(asked).toMatchObject({ entrance: 'passcode-needed', organisations: [], workshop: { title: 'Clean water' } });
    expect(problemOf(await preview(server, link.token, { passcode: 'blue whale' }))).toBe('403 passcode-wrong');
    const right = await seen(preview(server, link.token, { passcode: 'Blue whale' }));
    expect(right.entrance).toBe('open');
    expect(right.organisations.map(({ name }) => name)).toEqual(['Wells', 'Robots']);

    for (const passcode of [undefined, '', 'Blue', 'x'.repeat(200)])
      expect(problemOf(await come(server, link.token, passcode === undefined ? {} : { passcode }))).toBe(
        '403 passcode-wrong',
      );
    expect((await come(server, link.token, { passcode: 'Blue whale ' })).status).toBe(201);
    expect((await look(server, made, bearer)).people).toHaveLength(1);
  });

  it('[LNK10] a passcode has at least four characters', async () => {
    const { server, made, bearer, invites } = await started();
    const body = { role: 'viewer', passcode: ' 123 ' };
    const answer = await server.call('POST', invites, { body, bearer });
    expect(problemOf(answer)).toBe('400 bad-request');
    expect(answer.json()).toMatchObject({ errors: [{ path: 'passcode' }] });
    await addLink(server, made, bearer, { role: 'viewer', passcode: '1234' });
  });

  it('[LNK11] whoever is in already comes back without it, but gets no more by it', async () => {
    const { server, made, bearer } = await started();
    const ben = await joinInBrowser(server, made, 'participant', { name: 'Ben' });
    const same = await addLink(server, made, bearer, { role: 'participant', passcode: '1234' });
    expect(await seen(preview(server, same.link.token, { cookie: ben.cookie }))).toMatchObject({
      ...{ entrance: 'open', participant: { id: ben.participant.id } },
    });
    expect((await come(server, same.link.token, { cookie: ben.cookie })).status).toBe(201);
    const more = await addLink(server, made, bearer, { role: 'facilitator', passcode: '1234' });
    const { cookie } = ben;
    expect((await seen(preview(server, more.link.token, { cookie }))).entrance).toBe('passcode-needed');
    expect(problemOf(await come(server, more.link.token, { cookie }))).toBe('403 passcode-wrong');
    const raised = await come(server, more.link.token, { cookie, passcode: '1234' });
    expect(raised.json()).toMatchObject({ role: 'facilitator', participant: { id: ben.participant.id } });
  });
});

describe('whoever is in and shows another link', () => {
  it('[LNK22] goes with their own link when that is revoked, unless the other one let them in', async () => {
    const { server, made, bearer, invites } = await started();
    const ben = await joinInBrowser(server, made, 'participant', { name: 'Ben' });
    const guarded = await addLink(server, made, bearer, { role: 'participant', passcode: '1234' });
    expect((await come(server, guarded.link.token, { cookie: ben.cookie })).status).toBe(201);
    await server.call('DELETE', `${invites}/${made.invites.participant.id}`, { bearer });
    expect(problemOf(await server.call('GET', `/api/workshops/${made.workshop.id}`, { cookie: ben.cookie }))).toBe(
      '403 not-allowed',
    );
    expect(problemOf(await come(server, guarded.link.token, { cookie: ben.cookie }))).toBe('403 passcode-wrong');
  });
});

describe('links that expire', () => {
  it('[LNK12] from then on nobody new gets in; whoever came through it stays and comes back', async () => {
    const { server, made, bearer } = await started();
    const { invite, link, letPass } = await expiring(server, made, bearer, 'participant');
    const ben = await come(server, link.token);
    expect(ben.status).toBe(201);
    const cookie = /^cb_session=([^;]*)/.exec(ben.headers.get('set-cookie') ?? '')?.[1] ?? '';
    letPass();
    expect(problemOf(await preview(server, link.token))).toBe('410 link-expired');
    expect(problemOf(await come(server, link.token))).toBe('410 link-expired');
    expect((await look(server, made, bearer)).invites.map(({ id }) => id)).toContain(invite.id);
    expect((await server.call('GET', `/api/workshops/${made.workshop.id}`, { cookie })).status).toBe(200);
    expect((await come(server, link.token, { cookie })).status).toBe(201);
  });

  it('[LNK12] an expired link makes nobody more than they are', async () => {
    const { server, made, bearer } = await started();
    const ben = await joinInBrowser(server, made, 'viewer', { name: 'Ben' });
    const { link, letPass } = await expiring(server, made, bearer, 'facilitator');
    letPass();
    expect(problemOf(await come(server, link.token, { cookie: ben.cookie }))).toBe('410 link-expired');
  });

  it('[LNK12] a link does not end before it begins', async () => {
    const { server, bearer, invites } = await started();
    const body = { role: 'viewer', expiresAtMs: Date.now() - 1_000 };
    expect(problemOf(await server.call('POST', invites, { body, bearer }))).toBe('400 bad-request');
  });
});

describe('exchanging a link', () => {
  it('[LNK13][RELY23] whoever came through the old link is out at once, or stays where that is wished', async () => {
    const { server, made, bearer, invites } = await started();
    const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, bearer) });
    const ben = await join(server, made, 'participant', 'Ben');
    const eve = await join(server, made, 'viewer', 'Eve');
    const [writer, reader] = [ben, eve].map(({ token }) => connectWriter({ address: server.address, room, token }));
    if (!writer || !reader) throw new Error('nobody came');
    await Promise.all([writer.synced, reader.synced]);

    const rotate = (role: 'participant' | 'viewer', keepPeople: boolean) =>
      server.call('POST', `${invites}/${made.invites[role].id}/rotate`, { body: { keepPeople }, bearer });
    const kept = CreateInviteResponse.parse((await rotate('viewer', true)).json());
    const sent = CreateInviteResponse.parse((await rotate('participant', false)).json());
    expect(await writer.closed).toBe(CloseCode.notAllowed);
    const again = connectWriter({ address: server.address, room, token: ben.token });
    expect(await again.closed).toBe(CloseCode.notAllowed);
    for (const role of ['participant', 'viewer'] as const)
      expect(problemOf(await come(server, made.invites[role].token))).toBe('404 link-unknown');
    for (const { invite, link } of [kept, sent]) {
      expect(link.url).toBe(`${server.address}/join#${link.token}`);
      expect((await come(server, link.token)).json()).toMatchObject({ role: invite.role });
    }
    const { token } = eve;
    expect((await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer: token })).status).toBe(200);
    await server.call('DELETE', `${invites}/${kept.invite.id}`, { bearer });
    expect(await reader.closed).toBe(CloseCode.notAllowed);
    expect(problemOf(await rotate('viewer', true))).toBe('404 not-found');
  });

  it('[LNK13] the new link asks for the same passcode', async () => {
    const { server, made, bearer, invites } = await started();
    const old = await addLink(server, made, bearer, { role: 'participant', passcode: 'Blue whale' });
    const path = `${invites}/${old.invite.id}/rotate`;
    const answer = await server.call('POST', path, { body: { keepPeople: true }, bearer });
    const { link } = CreateInviteResponse.parse(answer.json());
    expect(problemOf(await come(server, link.token))).toBe('403 passcode-wrong');
    expect((await come(server, link.token, { passcode: 'Blue whale' })).status).toBe(201);
  });

  it('[LNK14] links are made, exchanged and revoked by facilitators alone', async () => {
    const { server, made, invites } = await started();
    const ben = await join(server, made, 'participant', 'Ben');
    const stranger = await join(server, await makeWorkshop(server, 'Other'), 'facilitator');
    for (const { token: bearer } of [ben, stranger]) {
      const asked = { body: { keepPeople: false }, bearer };
      const path = `${invites}/${made.invites.viewer.id}`;
      expect(problemOf(await server.call('POST', `${path}/rotate`, asked))).toBe('403 not-allowed');
      expect(problemOf(await server.call('POST', invites, { body: { role: 'viewer' }, bearer }))).toBe(
        '403 not-allowed',
      );
    }
    expect((await come(server, made.invites.viewer.token)).status).toBe(201);
  });
});

describe('a closed door', () => {
  it('[LNK15] lets nobody new in but facilitators; whoever has been here comes back', async () => {
    const { server, made, bearer } = await started();
    const ben = await joinInBrowser(server, made, 'participant', { name: 'Ben' });
    expect((await give(server, made, bearer, { type: 'door.set', door: 'closed' })).status).toBe(200);
    const { token } = made.invites.participant;
    expect(await seen(preview(server, token))).toMatchObject({ entrance: 'door-closed', organisations: [] });
    expect(problemOf(await come(server, token))).toBe('403 door-closed');
    const program = { token, name: 'Robot', organisation: 'Robots', bearer: true };
    expect(problemOf(await server.call('POST', '/api/sessions', { body: program }))).toBe('403 door-closed');
    expect(await seen(preview(server, token, { cookie: ben.cookie }))).toMatchObject({ entrance: 'open' });
    expect((await come(server, token, { cookie: ben.cookie })).status).toBe(201);
    expect((await come(server, made.invites.facilitator.token)).json()).toMatchObject({ role: 'facilitator' });
    await give(server, made, bearer, { type: 'door.set', door: 'open' });
    expect((await come(server, token)).status).toBe(201);
  });
});
