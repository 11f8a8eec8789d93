import { describe, expect, it } from 'vitest';
import { createMemoryStorage } from '../../../server/storage/memory/memory-storage.ts';
import { PictureCollection, UNUSED_MAX_MS } from '../../../server/upkeep/picture-collection.ts';
import { imagePath } from '../../../shared/api/images.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups, splitRecord } from '../../../shared/board/groups.ts';
import { BoardId, type ImageId, type ParticipantId, Sequence } from '../../../shared/protocol/ids.ts';
import { imageLimits } from '../../../shared/protocol/limits.ts';
import { formatRoomName, type RoomName } from '../../../shared/protocol/room-name.ts';
import { emptyBoard } from '../../support/notes.ts';
import { shape, type TestRecord } from '../../unit/board/support/records.ts';
import { ManualClock } from '../../unit/rooms/manual-clock.ts';
import { Program } from '../rooms/program.ts';
import { startSyncServer } from '../rooms/server.ts';
import { newBoardId, newImageId } from '../storage/ids.ts';

const dayMs = 24 * 60 * 60 * 1_000;

const asset = (name: string, id: ImageId): TestRecord =>
  ({
    ...{ typeName: 'asset', type: 'image', id: `asset:${name}`, meta: {} },
    props: { name, src: imagePath(id), w: 3, h: 2, mimeType: 'image/png', isAnimated: false },
  }) as unknown as TestRecord;

/** A server with its collection, of which the test has time in its hands. */
async function setUp() {
  const clock = new ManualClock();
  const memory = createMemoryStorage();
  const journalsRead: BoardId[] = [];
  const storage = {
    ...memory,
    history: {
      ...memory.history,
      findInJournal: async (...args: Parameters<typeof memory.history.findInJournal>) => {
        journalsRead.push(args[0]);
        return memory.history.findInJournal(...args);
      },
    },
  };
  const server = await startSyncServer({ clock, storage });
  const { registry } = server;
  const log = { info: () => {}, warn: () => {}, error: () => {} } as never;
  const collection = new PictureCollection({ storage, registry, clock, log });
  const boardIdOf = (room: RoomName) => BoardId.parse(room.split('/')[1]);
  const makeBoard = () => server.createBoard(emptyBoard());
  /** Kept for a board; on none yet. */
  const keep = async (boardId: BoardId): Promise<ImageId> => {
    const id = newImageId();
    const image = {
      ...({ id, boardId, type: 'image/png', width: 3, height: 2, isAnimated: false } as const),
      ...{ bytes: 1, by: null, createdAtMs: clock.nowMs() },
    };
    if (!(await storage.images.putImages(boardId, [{ image, content: Uint8Array.of(1) }], imageLimits)))
      throw new Error('no room for the picture');
    return id;
  };
  const enter = async (board: RoomName, layer: 'shared' | 'own' = 'shared') => {
    const { token, participantId } = await server.join();
    const room = layer === 'shared' ? board : formatRoomName({ layer, boardId: boardIdOf(board), participantId });
    const program = await new Program({ address: server.address, room, token }).synced();
    let sent = 0;
    const write = async (change: () => void) => {
      program.doc.transact(change);
      sent++;
      await program.acknowledged(sent);
    };
    const put = (record: TestRecord) => {
      const { meta: _server, ...parts } = splitRecord(record);
      recordsOf(program.doc).set(record.id, createGroups(parts));
    };
    return {
      participantId,
      show: (name: string, id: ImageId) =>
        write(() => {
          put(asset(name, id));
          put(
            shape(name, 'image', { index: `a${recordsOf(program.doc).size + 1}`, props: { assetId: `asset:${name}` } }),
          );
        }),
      hide: (...names: string[]) =>
        write(() => {
          for (const name of names) recordsOf(program.doc).delete(`shape:${name}`);
        }),
      /** The last one out: the room rests, and keeps a version of what is there then. */
      leave: async () => {
        program.close();
        await program.closed();
        await server.logged(
          'the end of the connection',
          ({ msg, room: of }) => msg === 'connection.closed' && of === room,
        );
        await clock.pass(31_000);
        await server.logged('the end of the room', ({ msg, room: of }) => msg === 'room.closed' && of === room);
      },
    };
  };
  const keepVersion = (room: RoomName, by: ParticipantId) =>
    registry.withRoom(room, ({ history }) => history.keep('named', { name: 'Then', by }));
  return {
    ...{ clock, storage, server, collection, journalsRead, boardIdOf, makeBoard, keep, enter, keepVersion },
    isKept: async (id: ImageId) => (await storage.images.getImage(id)) !== null,
    pass: async (days: number) => {
      clock.jump(days * dayMs);
      await collection.collect();
    },
  };
}

describe('pictures that nothing shows', () => {
  it('[IMG27] go after thirty days, and none that a board or a version shows', async () => {
    const { clock, storage, makeBoard, boardIdOf, keep, enter, keepVersion, isKept, pass } = await setUp();
    const [room, copy, binned] = [await makeBoard(), await makeBoard(), await makeBoard()];
    const board = boardIdOf(room);
    const name = async () => keep(board);
    const pictures = {
      ...{ shown: await name(), gone: await name(), versioned: await name(), never: await name() },
      ...{ copied: await name(), inBin: await keep(boardIdOf(binned)), orphan: await keep(newBoardId()) },
    };
    const ada = await enter(room);
    for (const id of ['shown', 'versioned'] as const) await ada.show(id, pictures[id]);
    const version = await keepVersion(room, ada.participantId);
    await ada.show('gone', pictures.gone);
    await ada.hide('gone', 'versioned');
    await ada.leave();
    const ben = await enter(copy);
    await ben.show('copied', pictures.copied);
    await ben.leave();
    const eve = await enter(binned);
    await eve.show('inBin', pictures.inBin);
    await eve.leave();
    await storage.workshops.setBinned(boardIdOf(binned), clock.nowMs());

    const left = async () => {
      const kept: string[] = [];
      for (const [which, id] of Object.entries(pictures)) if (await isKept(id)) kept.push(which);
      return kept.sort();
    };
    const all = Object.keys(pictures).sort();
    await pass(0.5);
    await pass(29);
    expect(await left()).toEqual(all);
    const late = await keep(board);
    await pass(1);
    expect(await left()).toEqual(['copied', 'inBin', 'shown', 'versioned']);
    expect(await isKept(late)).toBe(true);
    await pass(400);
    expect(await left()).toEqual(['copied', 'inBin', 'shown', 'versioned']);
    expect(await isKept(late)).toBe(false);
    if (version === 'damaged') throw new Error('damaged');
    await storage.history.deleteVersions(board, [version.id]);
    await pass(0);
    expect(await left()).toEqual(['copied', 'inBin', 'shown']);
  });

  it('[IMG28] stay as long as what showed them can be brought back, from whatever board', async () => {
    const { makeBoard, boardIdOf, keep, enter, isKept, pass } = await setUp();
    const [room, copy] = [await makeBoard(), await makeBoard()];
    const [own, elsewhere] = [await keep(boardIdOf(room)), await keep(boardIdOf(room))];
    const ada = await enter(room);
    await ada.show('own', own);
    await ada.show('elsewhere', elsewhere);
    await ada.hide('own', 'elsewhere');
    await ada.leave();
    await pass(1);
    await pass(20);
    // Back for a moment, while nobody collects.
    const [again, beside] = [await enter(room), await enter(copy)];
    await again.show('own', own);
    await again.hide('own');
    await beside.show('elsewhere', elsewhere);
    await beside.hide('elsewhere');
    await again.leave();
    await beside.leave();
    await pass(20);
    expect([await isKept(own), await isKept(elsewhere)]).toEqual([true, true]);
    await pass(UNUSED_MAX_MS / dayMs - 20 + 1);
    expect([await isKept(own), await isKept(elsewhere)]).toEqual([false, false]);
  });

  it('[IMG36] are looked for in each journal once, however many there are, and in none when there are none', async () => {
    const { makeBoard, boardIdOf, journalsRead, keep, enter, isKept, pass } = await setUp();
    const [room, other] = [await makeBoard(), await makeBoard()];
    const names = ['a', 'b', 'c'];
    const pictures: ImageId[] = [];
    for (const _ of names) pictures.push(await keep(boardIdOf(room)));
    const ada = await enter(room);
    for (const [at, id] of pictures.entries()) await ada.show(`${names[at]}`, id);
    await ada.hide(...names);
    await ada.leave();
    await pass(1);
    expect(journalsRead).toEqual([]);
    await pass(UNUSED_MAX_MS / dayMs);
    expect(await Promise.all(pictures.map(isKept))).toEqual([false, false, false]);
    expect(journalsRead).toEqual([boardIdOf(room), boardIdOf(other)]);
  });

  it('[IMG37] stay as long as somebody has them on what only they see', async () => {
    const { makeBoard, boardIdOf, keep, enter, isKept, pass } = await setUp();
    const room = await makeBoard();
    const [shown, unused] = [await keep(boardIdOf(room)), await keep(boardIdOf(room))];
    const writer = await enter(room, 'own');
    await writer.show('mine', shown);
    await pass(1);
    await pass(UNUSED_MAX_MS / dayMs + 1);
    expect([await isKept(shown), await isKept(unused)]).toEqual([true, false]);
  });

  it('[IMG29] stay where a board or a version of the workshop cannot be read', async () => {
    const { storage, makeBoard, boardIdOf, keep, enter, keepVersion, isKept, pass } = await setUp();
    const [room, other] = [await makeBoard(), await makeBoard()];
    const id = await keep(boardIdOf(room));
    const ada = await enter(room);
    const version = await keepVersion(room, ada.participantId);
    await ada.leave();
    if (version === 'damaged') throw new Error('damaged');
    await pass(1);
    storage.damage({ kind: 'version', boardId: boardIdOf(room), id: version.id });
    await pass(60);
    expect(await isKept(id)).toBe(true);
    await storage.history.deleteVersions(boardIdOf(room), [version.id]);
    storage.damage({ kind: 'update', document: other, sequence: Sequence.parse(1) });
    await pass(60);
    expect(await isKept(id)).toBe(true);
  });

  it('[IMG26] count against no board as soon as somebody has looked, and not before they had time to arrive', async () => {
    const { clock, storage, server, collection, makeBoard, boardIdOf, keep, enter } = await setUp();
    const room = await makeBoard();
    const board = boardIdOf(room);
    const [shown, hidden] = [await keep(board), await keep(board)];
    const ada = await enter(room);
    await ada.show('shown', shown);
    await ada.show('hidden', hidden);
    await ada.hide('hidden');
    const since = async () => (await storage.images.listImages(board)).map(({ unusedSinceMs }) => unusedSinceMs);
    await collection.findUnused(server.workshopId);
    expect(await since()).toEqual([null, null]);
    clock.jump(60 * 60 * 1_000);
    // Somebody whose pictures are refused one after the other does not make the server look each time.
    await collection.findUnused(server.workshopId);
    expect(await since()).toEqual([null, null]);
    await clock.pass(60_000);
    await collection.findUnused(server.workshopId);
    expect(await since()).toEqual([null, clock.nowMs()]);
    await ada.show('hidden', hidden);
    await clock.pass(60_000);
    await collection.findUnused(server.workshopId);
    expect(await since()).toEqual([null, null]);
  });

  it('[IMG27] are looked for once a day, until the server closes', async () => {
    const { server, storage, keep } = await setUp();
    const clock = new ManualClock();
    const log = { info: () => {}, warn: () => {}, error: () => {} } as never;
    const collection = new PictureCollection({ storage, registry: server.registry, clock, log });
    collection.start();
    const orphan = async () => {
      const id = await keep(newBoardId());
      clock.jump(31 * dayMs);
      return id;
    };
    const isKept = async (id: ImageId) => (await storage.images.getImage(id)) !== null;
    const first = await orphan();
    await clock.pass(9 * 60_000);
    expect(await isKept(first)).toBe(true);
    await clock.pass(60_000);
    expect(await isKept(first)).toBe(false);
    const second = await orphan();
    await clock.pass(dayMs);
    expect(await isKept(second)).toBe(false);
    const third = await orphan();
    await collection.stop();
    expect(clock.waiting).toBe(0);
    await clock.pass(2 * dayMs);
    expect(await isKept(third)).toBe(true);
  });
});
