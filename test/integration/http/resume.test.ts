import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newToken } from '../../../server/access/tokens.ts';
import { CreateResumeLinkResponse, CreateSessionResponse } from '../../../shared/api/sessions.ts';
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

const ask = (server: TestServer, { workshop }: MadeWorkshop, who: { cookie?: string; bearer?: string }) =>
  server.call('POST', '/api/sessions/resume-link', { body: { workshopId: workshop.id }, ...who });

async function linkOf(server: TestServer, made: MadeWorkshop, cookie: string) {
  const { url, expiresAtMs } = CreateResumeLinkResponse.parse((await ask(server, made, { cookie })).json());
  expect(url.startsWith(`${server.address}/resume#`)).toBe(true);
  return { token: new URL(url).hash.slice(1), expiresAtMs };
}

const resume = (server: TestServer, token: string, cookie?: string) =>
  server.call('POST', '/api/sessions/resume', {
    body: { token },
    headers: { origin: server.address },
    ...(cookie !== undefined && { cookie }),
  });

const cookieIn = (answer: Awaited<ReturnType<typeof resume>>): string =>
  /^cb_session=([^;]*)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '';

describe('a second device', () => {
  it('[LNK16] is the same person with the same role, by a link that works once', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const ada = await joinInBrowser(server, made, 'facilitator', { name: 'Ada' });
    const { token, expiresAtMs } = await linkOf(server, made, ada.cookie);
    expect(expiresAtMs - Date.now()).toBeLessThanOrEqual(15 * 60_000);
    expect(expiresAtMs - Date.now()).toBeGreaterThan(14 * 60_000);
    const answer = await resume(server, token);
    expect(answer.status).toBe(201);
    expect(CreateSessionResponse.parse(answer.json())).toEqual({
      ...{ participant: ada.participant, role: 'facilitator', workshop: made.workshop },
    });
    const second = cookieIn(answer);
    expect(second).toMatch(/^[\w-]{43}$/);
    expect(second).not.toBe(ada.cookie);
    expect((await look(server, made, second)).people).toHaveLength(1);
    expect(problemOf(await resume(server, token))).toBe('404 link-unknown');
    const tokens = ['x', newToken(), made.invites.viewer.token, token];
    const texts = [];
    for (const wrong of tokens) texts.push((await resume(server, wrong)).text);
    expect(new Set(texts).size).toBe(1);
  });

  it('[LNK16][RELY23] revoking the link through which the first came in ends both', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token: bearer } = await join(server, made, 'facilitator');
    const ben = await joinInBrowser(server, made, 'participant', { name: 'Ben' });
    const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, bearer) });
    const second = cookieIn(await resume(server, (await linkOf(server, made, ben.cookie)).token));
    const open = [ben.cookie, second].map((cookie) =>
      connectWriter({
        ...{ address: server.address, room },
        headers: { cookie: `cb_session=${cookie}`, origin: server.address },
      }),
    );
    await Promise.all(open.map(({ synced }) => synced));
    const unused = await linkOf(server, made, ben.cookie);
    const path = `/api/workshops/${made.workshop.id}/invites/${made.invites.participant.id}`;
    await server.call('DELETE', path, { bearer });
    for (const { closed } of open) expect(await closed).toBe(CloseCode.notAllowed);
    for (const cookie of [ben.cookie, second])
      expect(problemOf(await server.call('GET', `/api/workshops/${made.workshop.id}`, { cookie }))).toBe(
        '403 not-allowed',
      );
    expect(problemOf(await resume(server, unused.token))).toBe('404 link-unknown');
  });

  it('[LNK16] whoever is removed is out on both, and their link opens nothing', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token: bearer } = await join(server, made, 'facilitator');
    const ben = await joinInBrowser(server, made, 'participant', { name: 'Ben' });
    const second = cookieIn(await resume(server, (await linkOf(server, made, ben.cookie)).token));
    const unused = await linkOf(server, made, second);
    await give(server, made, bearer, { type: 'participant.remove', participantId: ben.participant.id });
    for (const cookie of [ben.cookie, second])
      expect(problemOf(await ask(server, made, { cookie }))).toBe('403 not-allowed');
    expect(problemOf(await resume(server, unused.token))).toBe('404 link-unknown');
  });

  it('[LNK16] after a quarter of an hour the link opens nothing', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const ada = await joinInBrowser(server, made, 'participant');
    const { token, expiresAtMs } = await linkOf(server, made, ada.cookie);
    vi.useFakeTimers({ toFake: ['Date'], now: expiresAtMs });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    expect(problemOf(await resume(server, token))).toBe('410 link-expired');
    vi.setSystemTime(expiresAtMs - 1);
    expect((await resume(server, token)).status).toBe(201);
  });

  it('[LNK17] a browser that was somebody else there is the first one’s person, also on what it has open', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const ada = await joinInBrowser(server, made, 'participant', { name: 'Ada' });
    const { token: bearer } = await join(server, made, 'facilitator');
    const eve = await joinInBrowser(server, made, 'viewer', { name: 'Eve' });
    const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, bearer) });
    const headers = { cookie: `cb_session=${eve.cookie}`, origin: server.address };
    const open = connectWriter({ address: server.address, room, headers });
    await open.synced;
    const answer = await resume(server, (await linkOf(server, made, ada.cookie)).token, eve.cookie);
    expect(cookieIn(answer)).toBe(eve.cookie);
    expect(await open.closed).toBe(CloseCode.restart);
    expect((await look(server, made, eve.cookie)).me).toEqual({ participant: ada.participant, role: 'participant' });
  });

  it('[LNK23] a facilitator’s browser does not become a participant by a link that somebody sends', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const ben = await joinInBrowser(server, made, 'participant', { name: 'Ben' });
    const eve = await joinInBrowser(server, made, 'facilitator', { name: 'Eve' });
    const { token } = await linkOf(server, made, ben.cookie);
    expect(problemOf(await resume(server, token, eve.cookie))).toBe('403 link-weaker');
    expect((await look(server, made, eve.cookie)).me).toMatchObject({
      participant: eve.participant,
      role: 'facilitator',
    });
    expect((await resume(server, token)).status).toBe(201);
  });

  it('[LNK18] strangers and programs get no such link', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const program = await join(server, made, 'facilitator');
    const stranger = await joinInBrowser(server, await makeWorkshop(server, 'Other'), 'facilitator');
    expect(problemOf(await ask(server, made, { bearer: program.token }))).toBe('403 not-allowed');
    expect(problemOf(await ask(server, made, { cookie: stranger.cookie }))).toBe('403 not-allowed');
    expect(problemOf(await ask(server, made, {}))).toBe('401 no-session');
  });
});
