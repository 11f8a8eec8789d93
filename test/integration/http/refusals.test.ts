import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { nanoid } from 'nanoid';
import { describe, expect, it } from 'vitest';
import { CreateVersionResponse } from '../../../shared/api/history.ts';
import { httpLimits, textLimits } from '../../../shared/protocol/limits.ts';
import { type CallOptions, join, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';

const nobody = 'A'.repeat(21);

describe('mistakes of the client', () => {
  const create = '/api/workshops';
  const long = (length: number) => 'x'.repeat(length);
  const cases: readonly (readonly [string, string, string, CallOptions, string])[] = [
    ['broken JSON', 'POST', create, { raw: '{"title": ' }, '400 bad-request'],
    ['an empty body', 'POST', create, { raw: '' }, '400 bad-request'],
    ['no body', 'POST', create, {}, '400 bad-request'],
    ['null', 'POST', create, { raw: 'null' }, '400 bad-request'],
    ['an array', 'POST', create, { raw: '[]' }, '400 bad-request'],
    ['a poisoned prototype', 'POST', create, { raw: '{"title":"x","__proto__":{"a":1}}' }, '400 bad-request'],
    ['a title of a wrong type', 'POST', create, { body: { title: 7 } }, '400 bad-request'],
    ['a title of spaces', 'POST', create, { body: { title: ' \n ' } }, '400 bad-request'],
    ['a long title', 'POST', create, { body: { title: long(textLimits.workshopTitle + 1) } }, '400 bad-request'],
    ['a disguised title', 'POST', create, { body: { title: 'evil\u202etxt' } }, '400 bad-request'],
    ['an unknown language', 'POST', create, { body: { title: 'x', language: 'xx' } }, '400 bad-request'],
    [
      'plain text',
      'POST',
      create,
      { raw: 'x', headers: { 'content-type': 'text/plain' } },
      '415 unsupported-media-type',
    ],
    [
      'a form',
      'POST',
      create,
      { raw: 'title=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      '415 unsupported-media-type',
    ],
    ['too much', 'POST', create, { body: { title: long(httpLimits.bodyMaxBytes) } }, '413 too-large'],
    ['an unknown address', 'GET', '/api/nothing', {}, '404 not-found'],
    ['a wrong method', 'PUT', create, { body: {} }, '404 not-found'],
    ['a broken percent sign', 'GET', '/api/workshops/%zz', {}, '400 bad-request'],
    ['an impossible id', 'GET', '/api/workshops/nope', {}, '404 not-found'],
    ['an endless id', 'GET', `/api/workshops/${long(5000)}`, {}, '404 not-found'],
    ['a token of a wrong type', 'POST', '/api/invites/preview', { body: { token: 1 } }, '400 bad-request'],
  ];

  it.each(cases)('[HTTP9] %s is answered with a problem', async (_what, method, path, options, expected) => {
    const server = await startServer();
    const answer = await server.call(method, path, options);
    expect(problemOf(answer)).toBe(expected);
    expect(server.log()).not.toContain('request.failed');
    expect(server.log()).not.toContain('workshop.created');
  });

  it('[HTTP9] a problem says which fields are wrong, without repeating what was sent', async () => {
    const server = await startServer();
    const body = { title: '', organisations: ['fine', 'secret-word'.repeat(20)] };
    const answer = await server.call('POST', create, { body });
    expect(answer.json()).toMatchObject({ errors: [{ path: 'title' }, { path: 'organisations.1' }] });
    expect(answer.text).not.toContain('secret-word');
  });

  it('[HTTP9] over-long names and organisations let nobody in', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token } = made.invites.participant;
    for (const body of [
      { token, name: long(textLimits.personName + 1), organisation: 'Wells' },
      { token, name: 'Ada', organisation: long(textLimits.organisationName + 1) },
      { token, name: 'Ada' },
      { token, name: 'A\u0000da', organisation: 'Wells' },
    ]) {
      expect(problemOf(await server.call('POST', '/api/sessions', { body }))).toBe('400 bad-request');
    }
    expect(await server.storage.workshops.listParticipants(made.workshop.id)).toEqual([]);
    expect(await server.storage.workshops.listOrganisations(made.workshop.id)).toEqual([]);
  });

  it('[HTTP36] half of a letter becomes the sign for what cannot be read, in names, titles, cards and comments', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token: bearer } = await join(server, made, 'facilitator');
    const board = await makeBoard(server, made, bearer);
    const half = '\ud83d';
    const send = async (method: string, path: string, body: unknown) => {
      const answer = await server.call(method, `/api/${path}`, { bearer, body });
      expect(answer.status, path).toBeLessThan(300);
      return answer.text;
    };
    const { token } = made.invites.participant;
    const [comment, card] = [nanoid(), nanoid()];
    const said = { id: comment, threadId: null, anchor: { shapeId: null, x: 0, y: 0 }, text: `c${half}`, mentions: [] };
    const texts = [
      await send('PATCH', `boards/${board}`, { title: `t${half}` }),
      await send('POST', 'sessions', { token, name: `n${half}`, organisation: `o${half}`, bearer: true }),
      await send('POST', `boards/${board}/comments`, said),
      await send('POST', `boards/${board}/cards`, { id: card, text: `k${half}` }),
      (await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer })).text,
    ];
    for (const format of ['csv', 'csv-zip', 'md', 'json', 'tldr']) {
      const answer = await server.call('GET', `/api/boards/${board}/export/${format}`, { bearer });
      expect([format, answer.status]).toEqual([format, 200]);
      expect(answer.headers.get('content-disposition')).toContain("UTF-8''t%EF%BF%BD.");
      texts.push(answer.text);
    }
    const all = texts.join();
    for (const letter of ['t', 'n', 'o', 'c', 'k']) expect(all).toContain(`${letter}\ufffd`);
    expect(all).not.toMatch(/\p{Cs}|\\ud83d/u);
  });

  it('[HTTP9] unknown workshops, boards, links and templates have clear answers', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token: bearer } = await join(server, made, 'facilitator');
    const mine = `/api/workshops/${made.workshop.id}`;
    const ask = async (method: string, path: string, body?: unknown) =>
      problemOf(await server.call(method, path, { bearer, ...(body !== undefined && { body }) }));
    expect(await ask('GET', `/api/workshops/${nobody}`)).toBe('404 not-found');
    expect(await ask('POST', `/api/workshops/${nobody}/boards`, { template: 'blank' })).toBe('404 not-found');
    expect(await ask('GET', `/api/boards/${nobody}/export/csv`)).toBe('404 not-found');
    const board = `/api/boards/${await makeBoard(server, made, bearer)}`;
    for (const [method, path] of [
      ['GET', 'versions'],
      ['GET', 'deleted'],
      ['GET', 'contributors'],
      ['POST', 'restore'],
    ] as const) {
      expect(await ask(method, `/api/boards/${nobody}/${path}`), path).toBe('404 not-found');
    }
    expect(await ask('GET', `${board}/versions/${nobody}`)).toBe('404 not-found');
    expect(await ask('POST', `${board}/versions/${nobody}/restore`)).toBe('404 not-found');
    expect(await ask('GET', `${board}/versions/nope`)).toBe('404 not-found');
    expect(await ask('POST', `${board}/versions`, { name: ' ' })).toBe('400 bad-request');
    expect(await ask('POST', `${board}/versions`, { name: long(81) })).toBe('400 bad-request');
    expect(await ask('POST', `${board}/deleted/restore`, { recordIds: [] })).toBe('400 bad-request');
    expect(await ask('POST', `${board}/deleted/restore`, { recordIds: [long(201)] })).toBe('400 bad-request');
    expect(await ask('POST', `${board}/undo-person`, { participantId: 'x', sinceMs: 0 })).toBe('400 bad-request');
    expect(await ask('POST', `${board}/undo-person`, { participantId: nobody, sinceMs: -1 })).toBe('400 bad-request');
    expect(await ask('GET', `/api/workshops/${nobody}/bin`)).toBe('404 not-found');
    expect(await ask('DELETE', `/api/boards/${nobody}`)).toBe('404 not-found');
    expect(await ask('DELETE', `${mine}/invites/${nobody}`)).toBe('404 not-found');
    expect(await ask('POST', `${mine}/boards`, { template: 'treasure-map' })).toBe('400 bad-request');
    expect(await ask('POST', `${mine}/boards`, { template: 'blank', title: long(121) })).toBe('400 bad-request');
    expect(await ask('POST', `${mine}/invites`, { role: 'owner' })).toBe('400 bad-request');
    expect(await server.storage.workshops.listBoards(made.workshop.id)).toHaveLength(1);
  });

  it('[HTTP9] bytes that are no HTTP are answered and cut off; the server stays', async () => {
    const server = await startServer();
    const port = Number(new URL(server.address).port);
    const socket = connect(port, '127.0.0.1', () => socket.write('\u0016\u0003\u0001 hello\r\n\r\n'));
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"bad-request"/);
    expect((await server.call('GET', '/healthz')).status).toBe(200);
  });

  it('[HTTP9] a request that names no readable host gets no links', async () => {
    const server = await startServer();
    const port = Number(new URL(server.address).port);
    const body = '{"title":"x"}';
    const head = `POST /api/workshops HTTP/1.1\r\nHost: a b\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`;
    const socket = connect(port, '127.0.0.1', () => socket.write(head + body));
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"bad-request"/);
    expect(server.log()).not.toContain('workshop.created');
  });
});

describe('roles', () => {
  it('[HTTP10] without a session, with a foreign one or a weaker role, nothing is told and nothing done', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const facilitator = await join(server, made, 'facilitator');
    const boardId = await makeBoard(server, made, facilitator.token);
    const stranger = await join(server, await makeWorkshop(server, 'Other'), 'facilitator');
    const participant = await join(server, made, 'participant');
    const viewer = await join(server, made, 'viewer');
    const board = `/api/boards/${boardId}`;
    const version = await server.call('POST', `${board}/versions`, { body: { name: 'v' }, bearer: facilitator.token });
    const versionId = CreateVersionResponse.parse(version.json()).version.id;
    const mine = `/api/workshops/${made.workshop.id}`;
    const inviteId = made.invites.participant.id;
    const calls = [
      { ask: ['GET', mine, undefined], needs: 'viewer' },
      { ask: ['GET', `/api/boards/${boardId}/export/csv`, undefined], needs: 'viewer' },
      { ask: ['GET', `/api/boards/${boardId}/export/json`, undefined], needs: 'viewer' },
      { ask: ['GET', `/api/boards/${boardId}/export/csv?audience=partners`, undefined], needs: 'participant' },
      { ask: ['GET', `/api/boards/${boardId}/export/json?audience=core`, undefined], needs: 'facilitator' },
      { ask: ['GET', `${mine}/report-look`, undefined], needs: 'viewer' },
      { ask: ['PUT', `${mine}/report-look`, { accent: '#1c3da1', logo: null }], needs: 'facilitator' },
      { ask: ['GET', `${board}/versions`, undefined], needs: 'viewer' },
      { ask: ['GET', `${board}/versions/${versionId}`, undefined], needs: 'viewer' },
      { ask: ['POST', `${board}/versions`, { name: 'again' }], needs: 'facilitator' },
      { ask: ['POST', `${board}/versions/${versionId}/restore`, undefined], needs: 'facilitator' },
      { ask: ['GET', `${board}/deleted`, undefined], needs: 'viewer' },
      { ask: ['POST', `${board}/deleted/restore`, { recordIds: ['shape:a'] }], needs: 'participant' },
      { ask: ['GET', `${board}/contributors`, undefined], needs: 'facilitator' },
      { ask: ['POST', `${board}/undo-person`, { participantId: nobody, sinceMs: 0 }], needs: 'facilitator' },
      { ask: ['GET', `${mine}/bin`, undefined], needs: 'facilitator' },
      { ask: ['DELETE', board, undefined], needs: 'facilitator' },
      { ask: ['POST', `${board}/restore`, undefined], needs: 'facilitator' },
      { ask: ['POST', `${mine}/boards`, { template: 'blank' }], needs: 'facilitator' },
      { ask: ['POST', `${mine}/invites`, { role: 'viewer' }], needs: 'facilitator' },
      { ask: ['DELETE', `${mine}/invites/${inviteId}`, undefined], needs: 'facilitator' },
    ] as const;
    const roles = ['viewer', 'participant', 'facilitator'];
    for (const { ask, needs } of calls) {
      const [method, path, body] = ask;
      const answerTo = async (bearer: string | undefined) => {
        const answer = await server.call(method, path, { ...(bearer && { bearer }), ...(body && { body }) });
        return answer.status < 300 ? 'done' : problemOf(answer);
      };
      const denied = (role: string) => (roles.indexOf(role) >= roles.indexOf(needs) ? 'done' : '403 not-allowed');
      expect(await answerTo(undefined), path).toBe('401 no-session');
      expect(await answerTo('A'.repeat(43)), path).toBe('401 no-session');
      expect(await answerTo(stranger.token), path).toBe('403 not-allowed');
      expect(await answerTo(viewer.token), path).toBe(denied('viewer'));
      // The last call revokes the participant's own link, so it is asked as facilitator only at the end.
      expect(await answerTo(participant.token), path).toBe(denied('participant'));
      expect(await answerTo(facilitator.token), path).toBe('done');
    }
  });
});
