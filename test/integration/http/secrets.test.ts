import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../server/observe/log.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import { CreateResumeLinkResponse } from '../../../shared/api/sessions.ts';
import { CreateInviteResponse, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { join, joinInBrowser, makeBoard, type makeWorkshop, startServer } from './server.ts';
import { connectWriter } from './writer.ts';

describe('secrets', () => {
  it('[ACC8][RELY21] after a full journey no plain token is in the data folder, the log or an address', {
    timeout: 90_000,
  }, async () => {
    const folder = createTempFolder();
    onTestFinished(() => folder.remove());
    const storage = await openSqliteStorage({ dataDir: folder.path, log: createLog('silent') });
    const server = await startServer({ storage, env: { CREATE_KEY: 'open sesame, please' } });
    const created = await server.call('POST', '/api/workshops', {
      body: { title: 'Titleword' },
      headers: { 'x-create-key': 'open sesame, please' },
    });
    const made = created.json() as Awaited<ReturnType<typeof makeWorkshop>>;
    const facilitator = await join(server, made, 'facilitator', 'Nameword', 'Orgword');
    const browser = await joinInBrowser(server, made, 'participant', { name: 'Otherword', organisation: 'Orgword' });
    const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, facilitator.token) });
    const writer = connectWriter({ address: server.address, room, token: facilitator.token });
    await writer.synced;
    writer.write('shape:Recordword');
    await writer.settled();
    const invites = `/api/workshops/${made.workshop.id}/invites`;
    const guarded = await server.call('POST', invites, {
      body: { role: 'participant', passcode: 'Passcodeword' },
      bearer: facilitator.token,
    });
    const { invite, link } = CreateInviteResponse.parse(guarded.json());
    for (const passcode of ['Passcodeword', 'Guessedword'])
      await server.call('POST', '/api/invites/preview', { body: { token: link.token, passcode } });
    const rotated = await server.call('POST', `${invites}/${invite.id}/rotate`, {
      body: { keepPeople: true },
      bearer: facilitator.token,
    });
    const resumeLink = await server.call('POST', '/api/sessions/resume-link', {
      body: { workshopId: made.workshop.id },
      cookie: browser.cookie,
    });
    const resumeToken = new URL(CreateResumeLinkResponse.parse(resumeLink.json()).url).hash.slice(1);
    const second = await server.call('POST', '/api/sessions/resume', {
      body: { token: resumeToken },
      headers: { origin: server.address },
    });
    const tokens = [
      ...[
        'Passcodeword',
        'Guessedword',
        link.token,
        CreateInviteResponse.parse(rotated.json()).link.token,
        resumeToken,
      ],
      /^cb_session=([^;]*)/.exec(second.headers.get('set-cookie') ?? '')?.[1] ?? 'no cookie',
      ...Object.values(made.invites).map(({ token }) => token),
      facilitator.token,
      browser.cookie,
      'open sesame, please',
    ];
    // Careless callers: tokens in addresses, wrong places and failing requests.
    const [anyToken = ''] = tokens;
    await server.call('GET', `/join?token=${anyToken}`);
    await server.call('GET', `/resume?token=${resumeToken}&passcode=Passcodeword`);
    await server.call('GET', `/api/workshops/${anyToken}?token=${anyToken}`, { bearer: facilitator.token });
    await server.call('POST', '/api/sessions', { raw: `{"token":"${anyToken}", broken` });
    await server.call('POST', '/api/sessions', {
      body: { token: anyToken, name: 'Nameword'.repeat(20), organisation: 'O' },
    });
    await server.call('DELETE', `/api/workshops/${made.workshop.id}/invites/${made.invites.viewer.id}`, {
      bearer: facilitator.token,
    });
    const shown = await server.call('GET', `/api/workshops/${made.workshop.id}`, { bearer: facilitator.token });
    for (const token of tokens) expect(shown.text).not.toContain(token);
    expect(GetWorkshopResponse.parse(shown.json()).invites).toHaveLength(3);
    writer.close();

    const onDisk = () =>
      readdirSync(folder.path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(joinPath(entry.parentPath, entry.name)));
    const files = onDisk();
    await server.close();
    files.push(...onDisk());
    // The search finds what is there: names are stored, and each journey left its event.
    expect(files.some((file) => file.includes('Nameword'))).toBe(true);
    const log = server.log();
    for (const event of [
      'workshop.created',
      'session.created',
      'board.created',
      'invite.revoked',
      'invite.rotated',
      'passcode.refused',
      'session.resumed',
      'request.refused',
    ]) {
      expect(log).toContain(event);
    }
    for (const token of tokens) {
      for (const file of files) expect(file.includes(token)).toBe(false);
      expect(log.includes(token)).toBe(false);
    }
    for (const word of ['Titleword', 'Nameword', 'Otherword', 'Orgword', 'Recordword']) expect(log).not.toContain(word);
  });
});
