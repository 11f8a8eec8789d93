import { expect, test } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { card } from '../../unit/board/support/cards.ts';
import { look } from './people.ts';
import { join, joinInBrowser, makeBoard, makeWorkshop, startServer } from './server.ts';
import { connectWriter } from './writer.ts';

test('[HTTP33] a workshop shows what goes on on its boards: how much people wrote, when last, and who is there now', async () => {
  // The next server finds it as this one left it.
  const storage = { ...createMemoryStorage(), close: async () => {} };
  const server = await startServer({ storage });
  const made = await makeWorkshop(server);
  const robot = await join(server, made, 'facilitator', 'Robot');
  const ann = await joinInBrowser(server, made, 'participant', { name: 'Ann' });
  const [board, other] = [await makeBoard(server, made, robot.token), await makeBoard(server, made, robot.token)];
  const silent = { cards: null, notes: null, changedAtMs: null, here: [] };
  expect((await look(server, made, robot.token)).activity).toEqual([
    { boardId: board, ...silent },
    { boardId: other, ...silent },
  ]);

  const room = formatRoomName({ layer: 'shared', boardId: board });
  const headers = { cookie: `cb_session=${ann.cookie}`, origin: server.address };
  const [page, program] = [
    connectWriter({ address: server.address, room, headers }),
    connectWriter({ address: server.address, room, token: robot.token }),
  ];
  await Promise.all([page.synced, program.synced]);
  const { meta: _server, ...parts } = splitRecord(card('a', 'Bread is thrown away'));
  const beforeMs = Date.now();
  page.doc.transact(() => recordsOf(page.doc).set('shape:a', createGroups(parts)));
  page.write('shape:note');
  await page.settled();
  await page.rosterShows('both', ({ entries }) => entries.length === 2);
  const [now] = (await look(server, made, robot.token)).activity;
  expect(now).toMatchObject({ boardId: board, cards: 1, here: [ann.participant.id] });
  expect(now?.changedAtMs).toBeGreaterThanOrEqual(beforeMs);

  page.close();
  program.close();
  await Promise.all([page.closed, program.closed]);
  await server.close();
  const again = await startServer({ storage });
  const answer = await again.call('GET', `/api/workshops/${made.workshop.id}`, { bearer: robot.token });
  expect(GetWorkshopResponse.parse(answer.json()).activity[0]).toEqual({ ...now, here: [] });
});
