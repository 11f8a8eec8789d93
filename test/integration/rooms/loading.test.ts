import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { openSqliteStorage } from '../../../server/storage/sqlite/sqlite-storage.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { seedBoard } from '../../../shared/method/seed.ts';
import { noteGroups } from '../../support/notes.ts';
import { connectStock } from '../../support/stock-client.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import { documentShows } from '../../support/wait.ts';
import { GatedLog } from '../../unit/rooms/gated-log.ts';
import { delayLog, seededRandom } from './delayed-log.ts';
import { Program } from './program.ts';
import { startSyncServer } from './server.ts';

const seed = seedBoard({
  template: 'root-cause-tree',
  language: 'en',
  createdAtMs: 1_700_000_000_000,
  partnership: 'Clean water',
  boardTitle: 'Causes',
  example: false,
});

async function sqlite() {
  const folder = createTempFolder();
  onTestFinished(() => folder.remove());
  return openSqliteStorage({ dataDir: folder.path, log: pino({ level: 'silent' }) });
}

const idsIn = (doc: Y.Doc): readonly string[] => [...recordsOf(doc).keys()].sort();

function seededDoc(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  return doc;
}

describe('loading and saving', () => {
  it('[ROOM17][RELY9] whoever joins while the last one’s edits are being saved sees all that was acknowledged', {
    timeout: 120_000,
  }, async () => {
    const seedNumber = Number(process.env.ROOMS_SEED ?? Date.now() % 1_000_000);
    const random = seededRandom(seedNumber);
    const server = await startSyncServer({
      storage: await sqlite(),
      wrapLog: (log) => delayLog(log, random, 120),
      limits: { room: { idleMs: 0 } },
    });
    const room = await server.createBoard();
    const { token } = await server.join();
    const acknowledged = new Set<string>();
    const written = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const note = `seed ${seedNumber}, round ${round}`;
      const writer = await new Program({ address: server.address, room, token }).synced();
      for (const id of acknowledged) expect(writer.recordIds, note).toContain(id);
      const ids = [0, 1, 2].map((n) => `shape:${round}-${n}`);
      const waitsFor = Math.floor(random() * 4);
      for (const [n, id] of ids.entries()) {
        writer.create(id);
        written.add(id);
        if (n < waitsFor) await writer.acknowledged(n + 1);
      }
      for (const id of ids.slice(0, writer.acks)) acknowledged.add(id);
      if (random() < 0.5) writer.close();
      else writer.ws.terminate();
      await writer.closed();
    }
    const last = await new Program({ address: server.address, room, token }).synced();
    for (const id of acknowledged) expect(last.recordIds).toContain(id);
    for (const id of last.recordIds) expect(written).toContain(id);
    last.create('shape:last');
    await last.acknowledged(1);
    expect(await server.storedIds(room)).toEqual(last.recordIds);
    expect(acknowledged.size).toBeGreaterThan(0);
    // Coming back within the saving found the room that was there.
    const opened = server.events.filter(({ msg }) => msg === 'room.opened').length;
    const closed = server.events.filter(({ msg }) => msg === 'room.closed').length;
    expect(opened - closed).toBe(1);
    expect(server.events.filter(({ msg }) => msg === 'room.broken')).toEqual([]);
  });

  it('[ROOM18][RELY10] as long as a board loads nobody is told that it is empty, and the seed comes once', async () => {
    const storage = createMemoryStorage();
    const gate = new GatedLog(storage.log);
    const server = await startSyncServer({ storage, wrapLog: () => gate });
    const room = await server.createBoard(seed);
    const { token } = await server.join();
    gate.shut();
    const early = connectStock({ address: server.address, room, token });
    const program = new Program({ address: server.address, room, token });
    onTestFinished(() => early.destroy());
    const asking = program.synced();
    await gate.reached();
    await new Promise((resolve) => setImmediate(resolve));
    expect([early.provider.synced, program.heard]).toEqual([false, []]);
    gate.open();
    await Promise.all([early.synced(), asking]);
    const expected = recordsOf(seededDoc()).toJSON();
    expect(recordsOf(early.doc).toJSON()).toEqual(expected);
    expect(recordsOf(program.doc).toJSON()).toEqual(expected);
    expect(program.heard.slice(0, 2).map(({ type }) => type)).toEqual(['session', 'step-1']);
    expect(await storage.log.load(room)).toMatchObject({ last: 1 });
    expect(gate.loads).toBe(1);
  });

  it('[ROOM19][RELY11] twenty clients that open a new board at once have each record of the template exactly once', async () => {
    const server = await startSyncServer({ storage: await sqlite() });
    const room = await server.createBoard(seed);
    const tokens = await Promise.all(Array.from({ length: 20 }, () => server.join()));
    const clients = tokens.map(({ token }) => connectStock({ address: server.address, room, token }));
    onTestFinished(() => {
      for (const client of clients) client.destroy();
    });
    await Promise.all(clients.map((client) => client.synced()));
    const expected = seededDoc();
    for (const { doc } of clients) {
      expect(recordsOf(doc).toJSON()).toEqual(recordsOf(expected).toJSON());
      expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(expected));
    }
    expect(await server.storage.log.load(room)).toMatchObject({ last: 1 });
    expect(server.events.filter(({ msg }) => msg === 'room.opened')).toHaveLength(1);

    clients.forEach(({ doc }, n) => {
      recordsOf(doc).set(`shape:${n}`, noteGroups(`shape:${n}`));
    });
    const all = idsIn(expected).length + clients.length;
    await Promise.all(
      clients.map(({ doc }) => documentShows(doc, 'everybody’s record', () => recordsOf(doc).size === all)),
    );
    expect(await server.storedIds(room)).toEqual(idsIn(clients[0]?.doc ?? new Y.Doc()));
  });
});
