import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newToken } from '../../../server/access/tokens.ts';
import { CreateInviteResponse } from '../../../shared/api/workshops.ts';
import { join, type MadeWorkshop, makeBoard, makeWorkshop, problemOf, startServer, type TestServer } from './server.ts';

const tryAll = async (server: TestServer, path: string, bodies: readonly object[]) => {
  const answers = [];
  for (const body of bodies) answers.push(await server.call('POST', path, { body }));
  return answers;
};

async function guardedLink(server: TestServer, made: MadeWorkshop, passcode: string): Promise<string> {
  const { token: bearer } = await join(server, made, 'facilitator', 'Robot', 'Robots');
  const path = `/api/workshops/${made.workshop.id}/invites`;
  const answer = await server.call('POST', path, { body: { role: 'participant', passcode }, bearer });
  return CreateInviteResponse.parse(answer.json()).link.token;
}

/** What is counted by the minute is counted within one, however long the machine takes. */
function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}

describe('throttling', () => {
  it('[ACC10][RELY22] a thousand wrong tokens are throttled, and the right one still gets in', {
    timeout: 90_000,
  }, async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const answers: string[] = [];
    for (let batch = 0; batch < 20; batch += 1) {
      const guesses = Array.from({ length: 50 }, () => ({ token: newToken() }));
      const batchAnswers = await Promise.all(
        guesses.map((body) => server.call('POST', '/api/invites/preview', { body })),
      );
      answers.push(...batchAnswers.map(problemOf));
    }
    expect(answers.filter((answer) => answer === '404 link-unknown')).toHaveLength(300);
    expect(answers.filter((answer) => answer === '429 too-many-requests')).toHaveLength(700);
    const late = await server.call('POST', '/api/sessions', {
      body: { token: newToken(), name: 'Eve', organisation: 'Evil' },
    });
    expect(problemOf(late)).toBe('429 too-many-requests');
    expect(late.headers.get('retry-after')).toBe('60');
    expect((await join(server, made, 'participant')).role).toBe('participant');
  });

  it('[ACC10] malformed, unknown and revoked tokens get the same answer', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token: bearer } = await join(server, made, 'facilitator');
    const { id, token } = made.invites.viewer;
    await server.call('DELETE', `/api/workshops/${made.workshop.id}/invites/${id}`, { bearer });
    const tokens = ['x', 'not a token', '../../etc', newToken(), token];
    const previews = await tryAll(
      server,
      '/api/invites/preview',
      tokens.map((token) => ({ token })),
    );
    const joins = await tryAll(
      server,
      '/api/sessions',
      tokens.map((token) => ({ token, name: 'Ada', organisation: 'Wells' })),
    );
    expect(new Set([...previews, ...joins].map(({ text }) => text)).size).toBe(1);
    expect(previews.map(problemOf)).toContain('404 link-unknown');
  });

  it('[ACC10] sixty people behind one address join in one go', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const people = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        server.call('POST', '/api/sessions', {
          body: { token: made.invites.participant.token, name: `Person ${index}`, organisation: `Org ${index % 7}` },
        }),
      ),
    );
    expect(people.map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 201));
    expect(await server.storage.workshops.listParticipants(made.workshop.id)).toHaveLength(60);
    expect(await server.storage.workshops.listOrganisations(made.workshop.id)).toHaveLength(7);
  });

  it('[LNK19][RELY22] a thousand wrong passcodes are throttled, which keeps out whoever guesses and nobody else', {
    timeout: 90_000,
  }, async () => {
    stopClock();
    const server = await startServer({ env: { TRUST_PROXY: '1' } });
    const made = await makeWorkshop(server);
    const token = await guardedLink(server, made, 'Blue whale');
    const tryFrom = (address: string, passcode: string) =>
      server.call('POST', '/api/invites/preview', {
        body: { token, passcode },
        headers: { 'x-forwarded-for': address },
      });
    const answers: string[] = [];
    for (let batch = 0; batch < 20; batch += 1) {
      const guesses = Array.from({ length: 50 }, (_, index) => tryFrom('203.0.113.7', `guess ${batch} ${index}`));
      answers.push(...(await Promise.all(guesses)).map(problemOf));
    }
    // Two are looked at in one moment, so one may slip through beside the last.
    expect(answers.filter((answer) => answer === '403 passcode-wrong').length).toBeLessThanOrEqual(61);
    expect(answers.filter((answer) => answer === '429 too-many-requests').length).toBeGreaterThanOrEqual(939);
    const late = await tryFrom('203.0.113.7', 'Blue whale');
    expect(problemOf(late)).toBe('429 too-many-requests');
    expect(late.headers.get('retry-after')).toBe('60');
    expect((await tryFrom('203.0.113.8', 'Blue whale')).status).toBe(200);
    // The link without a passcode, and another one with one, go on working from there.
    const other = await guardedLink(server, made, 'Blue whale');
    const body = { token: other, passcode: 'Blue whale' };
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    expect((await server.call('POST', '/api/invites/preview', { body, headers })).status).toBe(200);
  });

  it('[LNK19][RELY22] a link that is guessed from many addresses leaves each a few tries, and lets the right passcode in', {
    timeout: 90_000,
  }, async () => {
    stopClock();
    const server = await startServer({ env: { TRUST_PROXY: '1' } });
    const made = await makeWorkshop(server);
    const token = await guardedLink(server, made, 'Blue whale');
    const tryFrom = (host: number, passcode: string) =>
      server.call('POST', '/api/invites/preview', {
        body: { token, passcode },
        headers: { 'x-forwarded-for': `203.0.113.${host}` },
      });
    for (let host = 0; host < 10; host += 1)
      await Promise.all(Array.from({ length: 30 }, (_, index) => tryFrom(host, `guess ${index}`)));
    const fresh = [];
    for (let index = 0; index < 7; index += 1) fresh.push(problemOf(await tryFrom(99, `guess ${index}`)));
    expect(fresh).toEqual([...Array(5).fill('403 passcode-wrong'), ...Array(2).fill('429 too-many-requests')]);
    expect(problemOf(await tryFrom(3, 'Blue whale'))).toBe('429 too-many-requests');
    expect((await tryFrom(100, 'Blue whale')).status).toBe(200);
  });

  it('[LNK20][RELY22] sixty people behind one address get in by a passcode, after half of them mistyped', {
    timeout: 90_000,
  }, async () => {
    stopClock();
    const server = await startServer();
    const made = await makeWorkshop(server);
    const token = await guardedLink(server, made, 'Blue whale');
    const come = async (index: number) => {
      const body = { token, name: `Person ${index}`, organisation: `Org ${index % 7}` };
      const type = (passcode: string) =>
        server.call('POST', '/api/sessions', { body: { ...body, passcode }, headers: { origin: server.address } });
      if (index % 2 === 0) expect(problemOf(await type('Blue whael'))).toBe('403 passcode-wrong');
      await server.call('POST', '/api/invites/preview', { body: { token, passcode: 'Blue whale' } });
      return (await type('Blue whale')).status;
    };
    const statuses = await Promise.all(Array.from({ length: 60 }, (_, index) => come(index)));
    expect(statuses).toEqual(Array.from({ length: 60 }, () => 201));
  });

  it('[LNK21][RELY22] a wrong token, a board of nobody and one of another workshop say nothing about what there is', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token: facilitator } = await join(server, made, 'facilitator');
    const boardId = await makeBoard(server, made, facilitator);
    const ask = async (id: string, bearer: string) =>
      (await server.call('GET', `/api/boards/${id}/export/csv`, { bearer })).text;
    const wrong = newToken();
    expect(await ask(boardId, wrong)).toBe(await ask('b'.repeat(21), wrong));
    const resume = { token: newToken() };
    const texts = await tryAll(server, '/api/sessions/resume', [resume, { token: 'x' }]);
    const previews = await tryAll(server, '/api/invites/preview', [resume]);
    expect(new Set([...texts, ...previews].map(({ text }) => text)).size).toBe(1);
  });

  it('[HTTP18] a session that asks without pause is slowed down, its neighbour is not', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const busy = await join(server, made, 'viewer');
    const calm = await join(server, made, 'viewer');
    const ask = (bearer: string) => server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer });
    const statuses = [];
    for (let batch = 0; batch < 35; batch += 1) {
      statuses.push(...(await Promise.all(Array.from({ length: 20 }, async () => (await ask(busy.token)).status))));
    }
    expect(statuses.slice(0, 600)).toEqual(Array.from({ length: 600 }, () => 200));
    expect(problemOf(await ask(busy.token))).toBe('429 too-many-requests');
    expect((await ask(calm.token)).status).toBe(200);
  });

  it('[HTTP18] what reads a whole past may be asked for less often', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token } = await join(server, made, 'facilitator');
    const boardId = await makeBoard(server, made, token);
    const ask = () => server.call('GET', `/api/boards/${boardId}/deleted`, { bearer: token });
    for (let n = 0; n < 60; n += 1) expect((await ask()).status).toBe(200);
    expect(problemOf(await ask())).toBe('429 too-many-requests');
    expect((await server.call('GET', `/api/boards/${boardId}/versions`, { bearer: token })).status).toBe(200);
  });
});
