import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { ClientConfigResponse } from '../../../shared/api/client-config.ts';
import { PreviewInviteResponse } from '../../../shared/api/sessions.ts';
import { TemplateId } from '../../../shared/api/templates.ts';
import { CreateInviteResponse, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts';
import { join, joinInBrowser, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';

describe('workshops', () => {
  it('[HTTP1] a workshop comes with three links that lead here', async () => {
    const server = await startServer();
    const answer = await server.call('POST', '/api/workshops', {
      body: { title: '  Clean \n water ', language: 'fr', organisations: ['Wells', 'WELLS', 'Pumps'] },
    });
    expect(answer.status).toBe(201);
    const { workshop, invites } = answer.json() as Awaited<ReturnType<typeof makeWorkshop>>;
    expect(workshop).toMatchObject({ title: 'Clean water', language: 'fr' });
    for (const role of ['facilitator', 'participant', 'viewer'] as const) {
      expect(invites[role].url).toBe(`${server.address}/join#${invites[role].token}`);
    }
    expect(new Set(Object.values(invites).map(({ token }) => token)).size).toBe(3);
    const organisations = await server.storage.workshops.listOrganisations(workshop.id);
    expect(organisations.map(({ name, colour }) => [name, colour])).toEqual([
      ['Wells', 1],
      ['Pumps', 2],
    ]);
  });

  it('[HTTP1] links take the public address, or the one that a trusted proxy was asked for', async () => {
    const named = await startServer({ env: { PUBLIC_URL: 'https://board.example.org/' } });
    expect((await makeWorkshop(named)).invites.viewer.url).toMatch(/^https:\/\/board\.example\.org\/join#/);
    const proxied = await startServer({ env: { TRUST_PROXY: '1' } });
    const answer = await proxied.call('POST', '/api/workshops', {
      body: { title: 'Clean water' },
      headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'proxy.example.org' },
    });
    expect(answer.text).toContain('https://proxy.example.org/join#');
  });

  it('[HTTP4] a workshop shows itself to its people, its links to facilitators', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const ada = await joinInBrowser(server, made, 'facilitator');
    const ben = await joinInBrowser(server, made, 'viewer', { name: 'Ben', organisation: 'Pumps' });
    const program = await join(server, made, 'participant', 'Robot', 'Robots');
    const boardId = await makeBoard(server, made, ada.cookie);

    const path = `/api/workshops/${made.workshop.id}`;
    const seen = GetWorkshopResponse.parse((await server.call('GET', path, { cookie: ada.cookie })).json());
    expect(seen.workshop).toEqual(made.workshop);
    expect(seen.me).toEqual({ participant: ada.participant, role: 'facilitator' });
    expect(seen.boards.map(({ id }) => id)).toEqual([boardId]);
    expect(seen.people).toEqual([
      { ...ada.participant, role: 'facilitator', nameInReport: false, remote: false, removedAtMs: null },
      { ...ben.participant, role: 'viewer', nameInReport: false, remote: false, removedAtMs: null },
    ]);
    expect(seen.organisations.map(({ name }) => name)).toEqual(['Wells', 'Pumps', 'Robots']);
    expect(seen.invites.map(({ role }) => role).sort()).toEqual(['facilitator', 'participant', 'viewer']);

    for (const bearer of [ben.cookie, program.token]) {
      const theirs = GetWorkshopResponse.parse((await server.call('GET', path, { bearer })).json());
      expect(theirs.invites).toEqual([]);
      expect(theirs.boards).toHaveLength(1);
    }
  });

  it('[HTTP11] where there is a key, making a workshop takes it', async () => {
    const server = await startServer({ env: { CREATE_KEY: 'open sesame' } });
    const make = (headers: Record<string, string>) =>
      server.call('POST', '/api/workshops', { body: { title: 'Clean water' }, headers });
    expect(problemOf(await make({}))).toBe('403 create-key-needed');
    expect(problemOf(await make({ 'x-create-key': 'open sesam' }))).toBe('403 create-key-needed');
    expect((await make({ 'x-create-key': 'open sesame' })).status).toBe(201);
    const wrong = await Promise.all(Array.from({ length: 25 }, () => make({ 'x-create-key': 'guess' })));
    expect(wrong.map(problemOf)).toContain('429 too-many-requests');
    expect(problemOf(await make({ 'x-create-key': 'open sesame' }))).toBe('429 too-many-requests');
  });
});

describe('sessions', () => {
  it('[HTTP2] a browser gets a cookie that scripts cannot read and other sites do not send', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const ada = await joinInBrowser(server, made, 'participant');
    expect(ada.setCookie).toMatch(/^cb_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(ada).toMatchObject({
      role: 'participant',
      workshop: made.workshop,
      participant: { name: 'Ada', colour: 1 },
    });
    expect(ada.sessionToken).toBeUndefined();
  });

  it('[HTTP2] with a public address on https the cookie travels by https alone', async () => {
    const server = await startServer({ env: { PUBLIC_URL: 'https://board.example.org' } });
    const made = await makeWorkshop(server);
    const answer = await server.call('POST', '/api/sessions', {
      body: { token: made.invites.viewer.token, name: 'Ada', organisation: 'Wells' },
      headers: { origin: 'https://board.example.org' },
    });
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure/);
  });

  it('[HTTP2] a program gets a token that works as a bearer, and no cookie', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const answer = await server.call('POST', '/api/sessions', {
      body: { token: made.invites.viewer.token, name: 'Robot', organisation: 'Wells', bearer: true },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const { sessionToken } = answer.json() as { sessionToken: string };
    const seen = await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer: sessionToken });
    expect(seen.status).toBe(200);
  });

  it('[HTTP3] a browser stays one person through further links and workshops; no role is lost', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const first = await joinInBrowser(server, made, 'facilitator');
    const again = await joinInBrowser(server, made, 'viewer', {
      name: 'Ada L.',
      organisation: 'wELLS',
      cookie: first.cookie,
    });
    expect(again.cookie).toBe(first.cookie);
    expect(again.role).toBe('facilitator');
    expect(again.participant).toEqual({ ...first.participant, name: 'Ada L.' });

    const other = await makeWorkshop(server, 'Second');
    const there = await joinInBrowser(server, other, 'participant', { cookie: first.cookie });
    expect(there.cookie).toBe(first.cookie);
    expect(there.participant.id).not.toBe(first.participant.id);
    for (const { workshop } of [made, other]) {
      expect((await server.call('GET', `/api/workshops/${workshop.id}`, { cookie: first.cookie })).status).toBe(200);
    }
  });

  it('[HTTP3] an unknown cookie is replaced', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const planted = 'x'.repeat(43);
    expect((await joinInBrowser(server, made, 'viewer', { cookie: planted })).cookie).not.toBe(planted);
  });

  it('[HTTP7] signing out ends the session and takes the cookie away', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { cookie } = await joinInBrowser(server, made, 'participant');
    const answer = await server.call('DELETE', '/api/sessions/current', { cookie });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^cb_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(problemOf(await server.call('GET', `/api/workshops/${made.workshop.id}`, { cookie }))).toBe(
      '401 no-session',
    );
    expect((await server.call('DELETE', '/api/sessions/current', { cookie })).status).toBe(204);
  });
});

describe('links', () => {
  it('[HTTP6] a preview says what a link opens and who this browser is, and lets nobody in', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server, 'Clean water', ['Wells']);
    const preview = async (cookie?: string) => {
      const answer = await server.call('POST', '/api/invites/preview', {
        body: { token: made.invites.participant.token },
        ...(cookie !== undefined && { cookie }),
      });
      return PreviewInviteResponse.parse(answer.json());
    };
    const stranger = await preview();
    expect(stranger).toMatchObject({ workshop: { title: 'Clean water' }, role: 'participant', participant: null });
    expect(stranger.organisations.map(({ name }) => name)).toEqual(['Wells']);
    expect(await server.storage.workshops.listParticipants(made.workshop.id)).toEqual([]);
    const ada = await joinInBrowser(server, made, 'participant');
    expect((await preview(ada.cookie)).participant).toEqual({ ...ada.participant, nameInReport: false, remote: false });
  });

  it('[HTTP6] a facilitator adds a link that works until it is revoked', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token } = await join(server, made, 'facilitator');
    const path = `/api/workshops/${made.workshop.id}/invites`;
    const answer = await server.call('POST', path, { body: { role: 'viewer' }, bearer: token });
    expect(answer.status).toBe(201);
    const { invite, link } = CreateInviteResponse.parse(answer.json());
    expect(link.url).toBe(`${server.address}/join#${link.token}`);
    const preview = () => server.call('POST', '/api/invites/preview', { body: { token: link.token } });
    expect(await preview()).toMatchObject({ status: 200 });
    expect((await server.call('DELETE', `${path}/${invite.id}`, { bearer: token })).status).toBe(204);
    expect(problemOf(await preview())).toBe('404 link-unknown');
    const late = { token: link.token, name: 'Eve', organisation: 'Wells' };
    expect(problemOf(await server.call('POST', '/api/sessions', { body: late }))).toBe('404 link-unknown');
  });
});

describe('boards', () => {
  it.each(TemplateId.options)('[HTTP5] a board from %s starts with its seed', async (template) => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token } = await join(server, made, 'facilitator');
    const path = `/api/workshops/${made.workshop.id}/boards`;
    const answer = await server.call('POST', path, { body: { template, language: 'de' }, bearer: token });
    expect(answer.status).toBe(201);
    const { board } = CreateBoardResponse.parse(answer.json());
    expect(board).toMatchObject({ template, language: 'de', title: expect.stringMatching(/\S/) });
    expect(answer.text).not.toContain('workshopId');

    const loaded = await server.storage.log.load(formatRoomName({ layer: 'shared', boardId: board.id }));
    if (loaded.status === 'damaged') throw new Error('damaged');
    expect(loaded.last).toBe(1);
    const doc = new Y.Doc();
    for (const update of loaded.updates) Y.applyUpdate(doc, update);
    expect(recordsOf(doc).size).toBeGreaterThan(0);
  });

  it('[HTTP5] title and language are the given ones, else the template’s and the workshop’s', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token } = await join(server, made, 'facilitator');
    const make = async (body: object) => {
      const path = `/api/workshops/${made.workshop.id}/boards`;
      return CreateBoardResponse.parse((await server.call('POST', path, { body, bearer: token })).json()).board;
    };
    expect(await make({ template: 'visioning', title: 'Our dream' })).toMatchObject({
      title: 'Our dream',
      language: 'en',
    });
    const english = await make({ template: 'visioning' });
    expect((await make({ template: 'visioning', language: 'nl' })).title).not.toBe(english.title);
  });

  it('[HTTP5] when the log cannot be written, no board appears', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token } = await join(server, made, 'facilitator');
    await server.storage.close();
    const path = `/api/workshops/${made.workshop.id}/boards`;
    const answer = await server.call('POST', path, { body: { template: 'blank' }, bearer: token });
    expect(problemOf(answer)).toBe('503 not-ready');
  });
});

describe('operations', () => {
  it('[HTTP15] health and readiness answer, and readiness follows the storage', async () => {
    const server = await startServer();
    expect((await server.call('GET', '/healthz')).json()).toEqual({ status: 'ok' });
    expect((await server.call('GET', '/readyz')).json()).toEqual({ status: 'ok' });
    await server.storage.close();
    expect((await server.call('GET', '/healthz')).status).toBe(200);
    expect(problemOf(await server.call('GET', '/readyz'))).toBe('503 not-ready');
  });

  it('[HTTP12] a page learns what it needs before anybody signs in', async () => {
    const plain = await startServer();
    const config = ClientConfigResponse.parse((await plain.call('GET', '/api/client-config')).json());
    expect(config).toEqual({
      createKeyNeeded: false,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      protocol: PROTOCOL_VERSION,
    });
    const keyed = await startServer({ env: { CREATE_KEY: 'open sesame', TLDRAW_LICENSE_KEY: 'tldraw-key' } });
    const answer = await keyed.call('GET', '/api/client-config');
    expect(answer.json()).toMatchObject({ createKeyNeeded: true, licenseKey: 'tldraw-key' });
    expect(answer.text).not.toContain('sesame');
  });

  it('[HTTP12] the interface describes every route of the contract', async () => {
    const server = await startServer();
    const { openapi, paths } = (await server.call('GET', '/api/openapi.json')).json() as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, unknown>; requestBody?: unknown }>>;
    };
    expect(openapi).toMatch(/^3\.1/);
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.filter((route) => !route.startsWith('HEAD')).sort()).toEqual([
      'DELETE /api/boards/{boardId}',
      'DELETE /api/boards/{boardId}/comments/{commentId}',
      'DELETE /api/sessions/current',
      'DELETE /api/workshops/{workshopId}/invites/{inviteId}',
      'GET /api/boards/{boardId}/agenda',
      'GET /api/boards/{boardId}/balance',
      'GET /api/boards/{boardId}/comments',
      'GET /api/boards/{boardId}/contributors',
      'GET /api/boards/{boardId}/deleted',
      'GET /api/boards/{boardId}/export/csv',
      'GET /api/boards/{boardId}/export/csv-zip',
      'GET /api/boards/{boardId}/export/json',
      'GET /api/boards/{boardId}/export/md',
      'GET /api/boards/{boardId}/export/tldr',
      'GET /api/boards/{boardId}/versions',
      'GET /api/boards/{boardId}/versions/{versionId}',
      'GET /api/boards/{boardId}/voting',
      'GET /api/boards/{boardId}/voting/{roundId}/cards',
      'GET /api/client-config',
      'GET /api/images/{imageId}',
      'GET /api/schemas/board-1.json',
      'GET /api/workshops/{workshopId}',
      'GET /api/workshops/{workshopId}/bin',
      'GET /api/workshops/{workshopId}/export/md',
      'GET /api/workshops/{workshopId}/report-look',
      'GET /api/workshops/{workshopId}/session',
      'GET /healthz',
      'GET /readyz',
      'PATCH /api/boards/{boardId}',
      'PATCH /api/boards/{boardId}/comments/{commentId}',
      'PATCH /api/workshops/{workshopId}',
      'PATCH /api/workshops/{workshopId}/participants/me',
      'POST /api/boards/import',
      'POST /api/boards/{boardId}/cards',
      'POST /api/boards/{boardId}/comments',
      'POST /api/boards/{boardId}/deleted/restore',
      'POST /api/boards/{boardId}/duplicate',
      'POST /api/boards/{boardId}/images',
      'POST /api/boards/{boardId}/import',
      'POST /api/boards/{boardId}/private/publish',
      'POST /api/boards/{boardId}/reactions',
      'POST /api/boards/{boardId}/restore',
      'POST /api/boards/{boardId}/undo-person',
      'POST /api/boards/{boardId}/versions',
      'POST /api/boards/{boardId}/versions/{versionId}/restore',
      'POST /api/invites/preview',
      'POST /api/sessions',
      'POST /api/sessions/resume',
      'POST /api/sessions/resume-link',
      'POST /api/sessions/waiting',
      'POST /api/sessions/waiting/leave',
      'POST /api/workshops',
      'POST /api/workshops/{workshopId}/boards',
      'POST /api/workshops/{workshopId}/commands',
      'POST /api/workshops/{workshopId}/duplicate',
      'POST /api/workshops/{workshopId}/invites',
      'POST /api/workshops/{workshopId}/invites/{inviteId}/rotate',
      'PUT /api/boards/{boardId}/voting/ballot',
      'PUT /api/workshops/{workshopId}/report-look',
    ]);
    const create = paths['/api/workshops']?.post;
    expect(JSON.stringify(create?.requestBody)).toContain('organisations');
    expect(JSON.stringify(create?.responses)).toContain('facilitator');
    expect(Object.keys(create?.responses ?? {})).toEqual(expect.arrayContaining(['201', '4XX', '5XX']));
    for (const path of ['/api/boards/import', '/api/boards/{boardId}/import'])
      expect(JSON.stringify(paths[path]?.post?.requestBody)).toMatch(/octet-stream.*\/api\/schemas\/board-1\.json/);
  });
});
