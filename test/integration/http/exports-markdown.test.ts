import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { type BoardId, Sequence } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { card } from '../../unit/board/support/cards.ts';
import type { TestRecord } from '../../unit/board/support/records.ts';
import { join, joinInBrowser, makeBoard, makeWorkshop, problemOf, startServer } from './server.ts';
import { connectWriter } from './writer.ts';

type Server = Awaited<ReturnType<typeof startServer>>;

async function write(server: Server, boardId: BoardId, token: string, ...records: TestRecord[]): Promise<void> {
  const room = formatRoomName({ layer: 'shared', boardId });
  const writer = connectWriter({ address: server.address, room, token });
  await writer.synced;
  writer.doc.transact(() => {
    for (const record of records) {
      const { meta: _server, ...parts } = splitRecord(record);
      recordsOf(writer.doc).set(record.id, createGroups(parts));
    }
  });
  await writer.settled();
  writer.close();
}

describe('[REP11] reports in Markdown', () => {
  it('[REP11] a board goes to each role as far as its audience goes; a wider one is refused', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const facilitator = await join(server, made, 'facilitator');
    const participant = await join(server, made, 'participant', 'Ben', 'Pumps & Co');
    const viewer = await join(server, made, 'viewer');
    await joinInBrowser(server, made, 'participant', { name: 'Chloé', organisation: 'Pumps & Co' });
    const created = await server.call('POST', `/api/workshops/${made.workshop.id}/boards`, {
      body: { template: 'root-cause-tree', title: 'D’où? (a/b)', language: 'en' },
      bearer: facilitator.token,
    });
    const { board } = CreateBoardResponse.parse(created.json());
    await write(
      server,
      board.id,
      participant.token,
      card('open', 'The well is dry', { sensitivity: 'public' }, { x: 100_000, index: 'a1' }),
      card('unmarked', 'Pumps are old', {}, { x: 100_300, index: 'a2' }),
      card('core', 'Trust is gone', { sensitivity: 'core' }, { x: 100_600, index: 'a3' }),
    );
    const ask = (bearer: string, query = '') =>
      server.call('GET', `/api/boards/${board.id}/export/md${query}`, { bearer });

    const all = await ask(facilitator.token);
    expect(all.status).toBe(200);
    expect(all.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(all.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''D%E2%80%99o%C3%B9%3F%20%28a%20b%29.md",
    );
    expect(all.text).toMatch(/^# D’où\? \(a\/b\)\n/);
    expect(all.text).toContain(`- Partnership: ${made.workshop.title}`);
    expect(all.text).toContain('- Pumps & Co (1 person)');
    expect(all.text).toContain('The well is dry – *Cause · Pumps & Co*');
    for (const name of ['Ben', 'Chloé']) expect(all.text).not.toContain(name);

    const titles = ['The well is dry', 'Pumps are old', 'Trust is gone'];
    const told = async (bearer: string, query?: string) => {
      const { text } = await ask(bearer, query);
      return titles.filter((title) => text.includes(title)).length;
    };
    expect(await told(facilitator.token)).toBe(3);
    expect(await told(participant.token)).toBe(2);
    expect(await told(viewer.token)).toBe(1);
    expect(await told(facilitator.token, '?audience=public')).toBe(1);
    expect((await ask(viewer.token)).text).toContain('Left out, for a narrower circle: 2 cards.');
    expect(problemOf(await ask(viewer.token, '?audience=partners'))).toBe('403 not-allowed');
    expect(problemOf(await ask(participant.token, '?audience=core'))).toBe('403 not-allowed');
  });

  it('[REP11] a workshop goes as one file: its boards without examples and the bin, or those asked for, in that order', async () => {
    const server = await startServer();
    const made = await makeWorkshop(server);
    const { token: bearer } = await join(server, made, 'facilitator');
    const url = `/api/workshops/${made.workshop.id}`;
    const make = async (body: object) =>
      CreateBoardResponse.parse((await server.call('POST', `${url}/boards`, { body, bearer })).json()).board;
    const tree = await make({ template: 'root-cause-tree', title: 'Our tree' });
    const notes = await make({ template: 'blank', title: 'Our notes' });
    const gone = await make({ template: 'blank', title: 'Thrown away' });
    const example = await make({ template: 'visioning', example: true, language: 'en' });
    expect((await server.call('DELETE', `/api/boards/${gone.id}`, { bearer })).status).toBeLessThan(300);

    const ask = (query = '') => server.call('GET', `${url}/export/md${query}`, { bearer });
    const boardsIn = (text: string) => [...text.matchAll(/^- Board: (.*)$/gm)].map(([, title]) => title);
    const whole = await ask();
    expect(whole.status).toBe(200);
    expect(whole.text).toMatch(new RegExp(`^# ${made.workshop.title}\n`));
    expect(boardsIn(whole.text)).toEqual(['Our tree', 'Our notes']);
    expect(boardsIn((await ask(`?boards=${notes.id},${tree.id}`)).text)).toEqual(['Our notes', 'Our tree']);
    const alone = await ask(`?boards=${example.id}`);
    expect(alone.text).toMatch(new RegExp(`^# ${example.title}\n`));
    expect(alone.text).toContain('> **By the end of 2030, every household in Merelbrugge');

    expect(problemOf(await ask(`?boards=${gone.id}`))).toBe('404 not-found');
    expect(problemOf(await ask(`?boards=${tree.id},${'x'.repeat(21)}`))).toBe('404 not-found');
    expect(problemOf(await ask('?boards=..'))).toBe('400 bad-request');
    const elsewhere = await makeWorkshop(server);
    const { token: stranger } = await join(server, elsewhere, 'facilitator');
    expect(problemOf(await server.call('GET', `${url}/export/md`, { bearer: stranger }))).toBe('403 not-allowed');
    expect(problemOf(await server.call('GET', `${url}/export/md`))).toBe('401 no-session');
  });

  it('[REP11] with a board that is damaged in storage there is no report that looks whole', async () => {
    const storage = createMemoryStorage();
    const server = await startServer({ storage });
    const made = await makeWorkshop(server);
    const { token: bearer } = await join(server, made, 'facilitator');
    const boardId = await makeBoard(server, made, bearer);
    await makeBoard(server, made, bearer);
    storage.damage({
      ...{ kind: 'update', sequence: Sequence.parse(1) },
      document: formatRoomName({ layer: 'shared', boardId }),
    });
    expect(problemOf(await server.call('GET', `/api/workshops/${made.workshop.id}/export/md`, { bearer }))).toBe(
      '503 not-ready',
    );
  });
});
