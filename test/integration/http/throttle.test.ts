import { describe, expect, it } from 'vitest';
import { newToken } from '../../../server/access/tokens.ts';
import { join, makeBoard, makeWorkshop, problemOf, startServer, type TestServer } from './server.ts';

const tryAll = async (server: TestServer, path: string, bodies: readonly object[]) => {
  const answers = [];
  for (const body of bodies) answers.push(await server.call('POST', path, { body }));
  return answers;
};

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
