import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Observable } from '../../../client/sync/observable.ts';
import { type OpenRoom, type OpenRoomOptions, openRoom } from '../../../client/sync/open-room.ts';
import type { PageEvents } from '../../../client/sync/page-events.ts';
import type { RoomState } from '../../../client/sync/room-state.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { encodeAck } from '../../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts';
import { type Connection, startScriptedServer } from '../canvas/scripted-server.ts';
import { ManualClock, settle } from '../rooms/manual-clock.ts';
import { MemoryCopy } from './memory-copy.ts';

const boardId = BoardId.parse('abcdefghijklmnopqrstu');
let server: Awaited<ReturnType<typeof startScriptedServer>>;
let rooms: OpenRoom[] = [];

beforeEach(async () => {
  server = await startScriptedServer();
});
afterEach(async () => {
  for (const room of rooms) room.close();
  rooms = [];
  await server.stop();
});

function open(options: Partial<OpenRoomOptions> = {}): OpenRoom {
  const room = openRoom({ boardId, serverUrl: server.url, webSocket: WebSocket as never, ...options });
  rooms.push(room);
  return room;
}

function until<T>(watched: Observable<T>, isWanted: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isWanted(watched.get())) return;
      stop();
      resolve(watched.get());
    };
    const stop = watched.subscribe(look);
    look();
  });
}
const isLive = (saved: boolean) => (state: RoomState) => state.status === 'live' && state.saved === saved;
const is = (status: RoomState['status']) => (state: RoomState) => state.status === status;

async function greet(connection: Connection, content = new Y.Doc()): Promise<Uint8Array> {
  await connection.next('step1');
  connection.askForState();
  connection.answerState(content);
  return (await connection.next('step2')).payload;
}
const records = (doc: Y.Doc) => doc.getMap<unknown>('records');
const edit = (doc: Y.Doc, value: number) => records(doc).set('x', value);
const contentOf = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return records(doc).toJSON();
};
const docWith = (content: Record<string, unknown>): Y.Doc => {
  const doc = new Y.Doc();
  for (const [key, value] of Object.entries(content)) records(doc).set(key, value);
  return doc;
};

/** A browser window without the browser. */
const pageEvents = () => new EventTarget() as EventTarget & PageEvents;

describe('[SYN12] the copy in the browser', () => {
  it('[SYN12] holds what was edited, and brings it to the server with the next page', async () => {
    const copy = new MemoryCopy();
    const first = open({ copy });
    const connection = await server.connection();
    await greet(connection, docWith({ seed: 1 }));
    connection.send(encodeAck(1));
    await until(first.state, isLive(true));
    connection.cut();
    await until(first.state, is('offline'));
    edit(first.doc, 7);
    await until(first.state, (now) => now.status === 'offline' && now.unsaved && now.kept);
    first.close();

    const second = open({ copy: new MemoryCopy(copy.updates) });
    await until(second.loaded, Boolean);
    expect(records(second.doc).toJSON()).toEqual({ seed: 1, x: 7 });
    const answer = await greet(await server.connection(), docWith({ seed: 1 }));
    expect(contentOf(answer)).toMatchObject({ x: 7 });
  });

  it('[SYN13] counts as unsaved until the answer that carries it is acknowledged', async () => {
    const copy = new MemoryCopy([Y.encodeStateAsUpdate(docWith({ x: 1 }))]);
    const { loaded, state } = open({ copy });
    await until(loaded, Boolean);
    const first = await server.connection();
    await greet(first);
    await until(state, isLive(false));
    first.cut();
    expect(await until(state, is('offline'))).toMatchObject({ unsaved: true, kept: true });
    const second = await server.connection();
    await greet(second);
    second.send(encodeAck(1));
    await until(state, isLive(true));
    second.cut();
    expect(await until(state, is('offline'))).toMatchObject({ unsaved: false });
  });

  it('[SYN12] opens the board while the server cannot be reached', async () => {
    const copy = new MemoryCopy([Y.encodeStateAsUpdate(docWith({ x: 1 }))]);
    const { doc, loaded, state } = open({ copy, serverUrl: 'ws://127.0.0.1:1', isServerThere: async () => false });
    await until(state, is('offline'));
    expect(loaded.get()).toBe(true);
    edit(doc, 2);
    expect(contentOf(...copy.updates)).toEqual({ x: 2 });
    expect(state.get()).toEqual({ status: 'offline', unsaved: true, kept: true, blocked: false });
  });

  it('[SYN14] that is not handed out is not waited for longer than a second, and comes along when it is there', async () => {
    let handOut = () => {};
    const copy = new MemoryCopy(
      [Y.encodeStateAsUpdate(docWith({ late: 1 }))],
      new Promise<void>((resolve) => {
        handOut = resolve;
      }),
    );
    const clock = new ManualClock();
    const { doc, state } = open({ copy, clock });
    await settle();
    expect(server.connections).toBe(0);
    await clock.pass(1_000);
    await greet(await server.connection(), docWith({ seed: 1 }));
    await until(state, isLive(false));
    handOut();
    const answer = await greet(await server.connection(), docWith({ seed: 1 }));
    expect(contentOf(answer)).toMatchObject({ late: 1 });
    expect(records(doc).toJSON()).toEqual({ seed: 1, late: 1 });
  });

  it('[SYN14] whose bytes are damaged does not keep the board from opening', async () => {
    const copy = new MemoryCopy([Uint8Array.of(255, 255, 255, 255, 255)]);
    const { state } = open({ copy });
    await greet(await server.connection(), docWith({ seed: 1 }));
    await until(state, is('live'));
  });

  for (const [code, isCleared] of [
    [CloseCode.noSession, true],
    [CloseCode.notAllowed, true],
    [CloseCode.noSuchRoom, true],
    [CloseCode.oldPage, false],
    [CloseCode.quarantined, false],
  ] as const)
    it(`[SYN15] is ${isCleared ? 'removed' : 'kept'} when the server says ${code}`, async () => {
      const copy = new MemoryCopy([Y.encodeStateAsUpdate(docWith({ x: 1 }))]);
      const { state } = open({ copy });
      const connection = await server.connection();
      await connection.next('step1');
      connection.close(code);
      expect(await until(state, is('ended'))).toMatchObject({ code, unsaved: true, kept: !isCleared });
      expect(copy.updates.length).toBe(isCleared ? 0 : 1);
    });
});

describe('[SYN16] a network that says nothing', () => {
  it('[SYN16][RELY16] shows as offline within 20 s, and the page tries again', async () => {
    const clock = new ManualClock();
    const { state } = open({ clock });
    await greet(await server.connection());
    await until(state, is('live'));
    await clock.pass(20_000);
    expect(state.get().status).toBe('offline');
    await greet(await server.connection());
    await until(state, is('live'));
  });

  it('[SYN17] a browser that has lost its network is offline at once; back in it, it is back within a second', async () => {
    const clock = new ManualClock();
    const page = pageEvents();
    const { state } = open({ clock, page });
    await greet(await server.connection());
    await until(state, is('live'));
    page.dispatchEvent(new Event('offline'));
    await settle();
    expect(state.get().status).toBe('offline');
    page.dispatchEvent(new Event('online'));
    await clock.pass(1_000);
    await greet(await server.connection());
    await until(state, is('live'));
  });

  it('[SYN11] a page that has slept looks at once whether its connection is still there', async () => {
    let sleptMs = 0;
    const manual = new ManualClock();
    const clock = { nowMs: () => manual.nowMs() + sleptMs, after: manual.after.bind(manual) };
    const page = pageEvents();
    const { state } = open({ clock, page });
    await greet(await server.connection());
    await until(state, is('live'));
    page.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(state.get().status).toBe('live');
    sleptMs = 60_000;
    page.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(state.get().status).toBe('offline');
  });
});

describe('[SYN18] a network that lets no live connection through', () => {
  it('[SYN18] is told apart from one that is gone, once several tries have failed', async () => {
    const url = 'ws://127.0.0.1:1';
    let isThere = false;
    const { state } = open({ serverUrl: url, isServerThere: async () => isThere });
    await until(state, is('offline'));
    expect(state.get()).toMatchObject({ blocked: false });
    isThere = true;
    expect(await until(state, (now) => now.status === 'offline' && now.blocked)).toMatchObject({ blocked: true });
  });

  it('[SYN18] is not what a page thinks whose connection has worked before', async () => {
    let asked = 0;
    const { state } = open({
      isServerThere: async () => {
        asked += 1;
        return true;
      },
    });
    for (let n = 0; n < 4; n++) (await server.connection()).close(CloseCode.internal);
    await until(state, is('offline'));
    await settle();
    expect(asked).toBe(0);
  });
});

it('[SYN19] the page says which protocol it speaks', async () => {
  open();
  const { url } = await server.connection();
  expect(new URL(url, 'ws://x').searchParams.get('protocol')).toBe(String(PROTOCOL_VERSION));
});

describe('[SYN20] leaving with unsaved work', () => {
  const leaves = (page: EventTarget): boolean => {
    const event = new Event('beforeunload', { cancelable: true });
    page.dispatchEvent(event);
    return !event.defaultPrevented;
  };

  it('[SYN20] is warned of even where the browser keeps it, and no more once it is saved', async () => {
    const page = pageEvents();
    const { doc, state } = open({ page, copy: new MemoryCopy() });
    const connection = await server.connection();
    await greet(connection);
    connection.send(encodeAck(1));
    await until(state, isLive(true));
    expect(leaves(page)).toBe(true);
    edit(doc, 1);
    expect(leaves(page)).toBe(false);
    await connection.next('update');
    connection.send(encodeAck(2));
    await until(state, isLive(true));
    expect(leaves(page)).toBe(true);
  });

  for (const code of [CloseCode.oldPage, CloseCode.noSession])
    it(`[SYN20] is not warned of after ${code}: the reload brings it back, or nobody can`, async () => {
      const page = pageEvents();
      const { doc, state } = open({ page, copy: new MemoryCopy() });
      const connection = await server.connection();
      await greet(connection);
      edit(doc, 1);
      connection.close(code);
      await until(state, is('ended'));
      expect(leaves(page)).toBe(true);
    });

  it('[SYN20] is warned of after 4409 where the browser keeps nothing', async () => {
    const page = pageEvents();
    const { doc, state } = open({ page });
    const connection = await server.connection();
    await greet(connection);
    edit(doc, 1);
    connection.close(CloseCode.oldPage);
    await until(state, is('ended'));
    expect(leaves(page)).toBe(false);
  });
});

describe('[SYN21] a refused edit', () => {
  for (const code of [CloseCode.refused, CloseCode.limits])
    it(`[SYN21] (${code}): a fresh replica with a new client id takes the place of the refused one`, async () => {
      const copy = new MemoryCopy();
      const room = open({ copy });
      const refused = room.replica.get();
      const first = await server.connection();
      await greet(first, docWith({ seed: 1 }));
      edit(room.doc, 66);
      first.close(code);
      await until(room.state, is('recovering'));
      expect(room.doc).toBe(refused.doc);
      edit(room.doc, 67);
      expect(contentOf(...copy.updates)).toMatchObject({ x: 67 });
      const answer = await greet(await server.connection(), docWith({ seed: 2 }));
      expect(contentOf(answer)).toEqual({});
      await until(room.replica, (replica) => replica !== refused);
      expect(room.doc.clientID).not.toBe(refused.doc.clientID);
      expect(records(room.doc).toJSON()).toEqual({ seed: 2 });
      expect(contentOf(...copy.updates)).toEqual({ seed: 2 });
      expect([refused.edits, refused.editsDurable]).toEqual([2, 0]);
    });

  it('[SYN22] again and again is the end, and the browser keeps nothing of it', async () => {
    const clock = new ManualClock();
    const copy = new MemoryCopy();
    const { state } = open({ clock, copy });
    const refuse = async () => {
      const connection = await server.connection();
      await greet(connection);
      connection.close(CloseCode.refused);
    };
    await clock.pass(0);
    for (let n = 0; n <= 8; n++) {
      await refuse();
      await until(state, (now) => now.status === 'recovering' || now.status === 'ended');
      await clock.pass(15_000);
    }
    expect(state.get()).toMatchObject({ status: 'ended', code: CloseCode.refused });
    expect(copy.isCleared).toBe(true);
  });
});
