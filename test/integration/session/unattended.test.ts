import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { callPatiently, checkAudience, findBoards, openSession } from '../../../deploy/export/session.mjs';
import { CreateInviteResponse, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import type { Session } from '../../../shared/session/session.ts';
import { projectRoot } from '../../support/source-files.ts';
import { shape } from '../../unit/board/support/records.ts';
import { command, startWorkshop } from './support.ts';

async function start() {
  const stage = await startWorkshop();
  const { server, made, people, workshopId } = stage;
  const bearer = people.facilitator.token;
  const setDoor = (door: Session['door']) => command(stage, { type: 'door.set', door });
  const linkOf = (role: 'participant' | 'facilitator', origin = server.address) => ({
    ...{ origin, token: made.invites[role].token },
  });
  const look = async () =>
    GetWorkshopResponse.parse((await server.call('GET', `/api/workshops/${workshopId}`, { bearer })).json());
  return { ...stage, bearer, setDoor, linkOf, look };
}

/** @returns its origin */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Sets something off between what a link is said to open and the coming in. */
const serveBetween = (target: string, between: () => Promise<unknown>): Promise<string> =>
  serve(async (request, response) => {
    if (request.url === '/api/sessions') await between();
    const answer = await fetch(`${target}${request.url}`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: await text(request) },
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });

describe('an export without anybody at the screen', () => {
  it('[TRV21] a link with a passcode opens with the one that stands in the environment, and says what is wrong else', async () => {
    const { server, bearer, workshopId, boardId } = await start();
    const answer = await server.call('POST', `/api/workshops/${workshopId}/invites`, {
      ...{ bearer, body: { role: 'viewer', expiresAtMs: null, passcode: 'Blue whale' } },
    });
    const { token } = CreateInviteResponse.parse(answer.json()).link;
    const link = { origin: server.address, token };
    await expect(openSession(link)).rejects.toThrow('asks for a passcode. Give it in the environment variable LINK_');
    await expect(openSession({ ...link, passcode: 'Red whale' })).rejects.toThrow('LINK_PASSCODE is not the passcode');
    const session = await openSession({ ...link, passcode: 'Blue whale' });
    const [board] = await findBoards({ link, boards: 'all' }, session);
    expect([session.workshopId, board?.id]).toEqual([workshopId, boardId]);
  });

  it('[TRV21] where the door asks first it says so, and nobody is left waiting', async () => {
    const { server, setDoor, linkOf, look } = await start();
    await setDoor('asks');
    await expect(openSession(linkOf('participant'))).rejects.toThrow('The door of this workshop asks first');
    expect((await look()).guests).toEqual([]);
    expect((await openSession(linkOf('facilitator'))).token).toMatch(/^[\w-]{43}$/);
    await setDoor('closed');
    await expect(openSession(linkOf('participant'))).rejects.toThrow('The door of this workshop is closed');
    // It asks from the moment on in which the program knocks.
    await setDoor('open');
    const origin = await serveBetween(server.address, () => setDoor('asks'));
    await expect(openSession(linkOf('participant', origin))).rejects.toThrow('The door of this workshop asks first');
    expect((await look()).guests).toEqual([]);
    expect(server.log()).toContain('guest.waits');
  });

  it('[TRV21] a file that the server has no room for yet is asked for again when it says, but not for ever', async () => {
    const waits = ['0', '0', '181'];
    const origin = await serve((_request, response) => {
      const wait = waits.shift();
      response
        .writeHead(wait === undefined ? 200 : 429, { ...(wait && { 'retry-after': wait }) })
        .end(`left ${waits.length}`);
    });
    const get = () => callPatiently({ origin, token: '' }, '/x', { token: '' });
    expect((await get()).status).toBe(429);
    expect([(await get()).status, waits]).toEqual([200, []]);
  });

  it('[TRV21] what it asks alone whether it may have is not taken, so that it holds no place for a file', async () => {
    const answers: ServerResponse[] = [];
    const origin = await serve((_request, response) => {
      answers.push(response);
      response.writeHead(200).write('a table that goes on');
    });
    const job = { link: { origin, token: '' }, audience: 'public' as const };
    const board = { id: 'b', title: 'Wells', example: false };
    await checkAudience(job as Parameters<typeof checkAudience>[0], { token: '', workshopId: 'w' }, [board]);
    const [answer] = answers;
    if (answer === undefined) throw new Error('nobody asked');
    if (!answer.closed) await once(answer, 'close');
    expect(answer.writableFinished).toBe(false);
  });

  it('[TRV22] what is missing in a file is said on the error output alone', async () => {
    const { server, room, folder, boardId, linkOf } = await start();
    const doc = new Y.Doc();
    const odd = shape('odd', 'note', { props: { color: 'ultraviolet' } });
    recordsOf(doc).set(odd.id, createGroups(splitRecord(odd)));
    await server.storage.log.append(room, [Y.encodeStateAsUpdate(doc)]);
    const { token } = linkOf('participant');
    const file = join(folder.path, 'out.csv');
    const args = ['--link', `${server.address}/join#${token}`, '--board', boardId, '--csv', file];
    const child = spawn(process.execPath, [join(projectRoot, 'deploy', 'export.mjs'), ...args]);
    const [said, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect([said, complaint]).toEqual(['', expect.stringContaining('is missing: 1 things on the board\n')]);
    expect(readFileSync(file, 'utf8')).toContain('board,frame,zone,id,type');
  });
});
