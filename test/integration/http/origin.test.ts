import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Subprotocol } from '../../../shared/protocol/messages.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { join, joinInBrowser, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';

/** What a server of this address must not take for its own page. */
const foreign = (address: string) => [
  'https://evil.example',
  `${address}.evil.example`,
  address.replace('//', '//evil-'),
  address.replace(/:\d+$/, ':1'),
  `${address}/`,
  'null',
];

describe('foreign pages', () => {
  it('[ACC9][RELY24] what a cookie speaks for and changes something has to come from our own page', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { cookie } = await joinInBrowser(server, made, 'facilitator');
    const mine = `/api/workshops/${made.workshop.id}`;
    const changes = [
      ['POST', `${mine}/boards`, { template: 'blank' }],
      ['POST', `${mine}/invites`, { role: 'viewer' }],
      ['DELETE', `${mine}/invites/${made.invites.viewer.id}`, undefined],
      ['DELETE', '/api/sessions/current', undefined],
      ['POST', '/api/sessions', { token: made.invites.viewer.token, name: 'Eve', organisation: 'Evil' }],
    ] as const;
    for (const [method, path, body] of changes) {
      for (const origin of [...foreign(server.address), undefined]) {
        const answer = await server.call(method, path, {
          headers: { cookie: `cb_session=${cookie}`, ...(origin !== undefined && { origin }) },
          ...(body && { body }),
        });
        expect(problemOf(answer), `${method} ${path} from ${origin}`).toBe('403 foreign-origin');
      }
    }
    const seen = await server.call('GET', mine, {
      headers: { cookie: `cb_session=${cookie}`, origin: 'https://evil.example' },
    });
    expect(seen.json()).toMatchObject({ boards: [], people: [{ name: 'Ada' }] });
    expect(seen.headers.get('access-control-allow-origin')).toBeNull();
    const allowed = await server.call('POST', `${mine}/boards`, { body: { template: 'blank' }, cookie });
    expect(allowed.status).toBe(201);
  });

  it('[ACC9][RELY24] a program without Origin is fine, a foreign page with its token is not', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token } = await join(server, made, 'facilitator');
    const make = (headers: Record<string, string>) =>
      server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
        body: { template: 'blank' },
        bearer: token,
        headers,
      });
    expect((await make({})).status).toBe(201);
    expect((await make({ origin: server.address })).status).toBe(201);
    expect(problemOf(await make({ origin: 'https://evil.example' }))).toBe('403 foreign-origin');
  });

  it('[ACC9][RELY24] an upgrade from a foreign page is refused with 403 and opens no room', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { cookie } = await joinInBrowser(server, made, 'facilitator');
    const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, cookie) });
    const upgrade = (origin: string | undefined) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(`${server.address.replace('http', 'ws')}/sync/${room}`, [Subprotocol.v1], {
          headers: { cookie: `cb_session=${cookie}`, ...(origin !== undefined && { origin }) },
        });
        socket.on('open', () => {
          socket.close();
          resolve(101);
        });
        socket.on('unexpected-response', (request, response) => {
          request.destroy();
          resolve(response.statusCode ?? 0);
        });
        socket.on('error', () => resolve(0));
      });
    for (const origin of [...foreign(server.address), undefined]) expect(await upgrade(origin), origin).toBe(403);
    expect(server.log()).not.toContain('room.opened');
    expect(await upgrade(server.address)).toBe(101);
  });
});
