import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type BoardRooms, openBoardRooms } from '../../../client/sync/board-rooms.ts';
import type { Observable } from '../../../client/sync/observable.ts';
import type { PageEvents } from '../../../client/sync/page-events.ts';
import type { RoomState } from '../../../client/sync/room-state.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { encodeAck, encodePrivateCounts, encodeSession } from '../../../shared/protocol/messages.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import { type Connection, startScriptedServer } from '../canvas/scripted-server.ts';
import { ManualClock, settle } from '../rooms/manual-clock.ts';
import { MemoryCopy } from './memory-copy.ts';

const boardId = BoardId.parse('abcdefghijklmnopqrstu');
const ownerId = ParticipantId.parse('utsrqponmlkjihgfedcba');
const revealing = (seq: number, revealAtMs: number | null): Session => ({
  ...firstSession,
  seq,
  privateWriting: { boardId, isAnonymous: false, sinceMs: 1, revealAtMs },
});

let server: Awaited<ReturnType<typeof startScriptedServer>>;
let rooms: BoardRooms | undefined;
beforeEach(async () => {
  server = await startScriptedServer();
});
afterEach(async () => {
  rooms?.close();
  rooms = undefined;
  await server.stop();
});

interface StageOptions {
  readonly copy?: MemoryCopy;
  readonly session?: Session;
  readonly isKept?: boolean;
  readonly clock?: ManualClock;
  readonly page?: EventTarget & PageEvents;
}

function open({ copy, session = firstSession, isKept = false, ...options }: StageOptions = {}): BoardRooms {
  rooms = openBoardRooms({
    ...{ boardId, session, serverUrl: server.url, webSocket: WebSocket as never, ...options },
    own: { ownerId, openCopy: () => copy, isKept: async () => isKept },
  });
  return rooms;
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
const records = (doc: Y.Doc) => doc.getMap<unknown>('records');

async function greet(connection: Connection, content = new Y.Doc()): Promise<void> {
  await connection.next('step1');
  connection.askForState();
  connection.answerState(content);
  await connection.next('step2');
  connection.send(encodeAck(1));
}
const ownOf = ({ own }: BoardRooms) => {
  if (own === null) throw new Error('no own layer');
  return own;
};
const docWith = (key: string): Y.Doc => {
  const doc = new Y.Doc();
  records(doc).set(key, 1);
  return doc;
};

it('[PRW8] the own room is opened with the word that people write privately, and takes what is new from that word on', async () => {
  const opened = open();
  const { room, active } = ownOf(opened);
  const shared = await server.connection();
  expect(shared.url).toContain(`/sync/board/${boardId}?`);
  await greet(shared);
  await until(opened.state, isLive(true));
  expect([active.get(), server.connections]).toEqual(['shared', 1]);

  const seen: string[] = [];
  active.subscribe(() => {
    seen.push(active.get());
    // Nothing waits for its room: the document is there.
    if (active.get() === 'own') records(room.doc).set('mine', 1);
  });
  shared.send(encodeSession(revealing(1, null)));
  const own = await server.connection();
  expect(own.url).toContain(`/sync/board/${boardId}/own/${ownerId}?`);
  expect(isLive(true)(opened.state.get())).toBe(false);
  await greet(own);
  await until(opened.state, isLive(true));
  expect(seen).toEqual(['own']);

  shared.send(encodeSession({ ...firstSession, seq: 2 }));
  await until(active, (name) => name === 'shared');
  expect(room.state.get()).toEqual({ status: 'live', saved: true });
  expect(own.waiting.filter(({ kind }) => kind === 'awareness').length).toBe(0);
});

for (const [title, options, told] of [
  ['people write privately as the board is opened', { session: revealing(1, null) }, null],
  ['something came too late to be revealed', {}, encodePrivateCounts({ counts: [], own: 2 })],
  ['this browser still has something of it', { isKept: true }, null],
] as const)
  it(`[PRW8] the own room is opened where ${title}`, async () => {
    open(options);
    const first = await server.connection();
    if (told !== null) first.send(told);
    const urls = [first.url, (await server.connection()).url];
    expect(urls.filter((url) => url.includes(`/own/${ownerId}`)).length).toBe(1);
  });

it('[PRW8] nothing counts as saved that one of the two has not saved', async () => {
  const opened = open({ session: revealing(1, null), isKept: true, copy: new MemoryCopy() });
  const { room } = ownOf(opened);
  const both = [await server.connection(), await server.connection()];
  const own = both.find(({ url }) => url.includes('/own/')) as Connection;
  for (const connection of both) await greet(connection);
  await until(opened.state, isLive(true));
  records(room.doc).set('mine', 1);
  await until(opened.state, isLive(false));
  await own.next('update');
  own.cut();
  expect(await until(opened.state, ({ status }) => status === 'offline')).toMatchObject({ unsaved: true, kept: true });
  const again = await server.connection();
  await greet(again);
  await until(opened.state, isLive(true));
});

it('[PRW8] what is seen of the own layer stays until the shared one has brought what was revealed', async () => {
  const opened = open({ session: revealing(1, null) });
  const { room } = ownOf(opened);
  const both = [await server.connection(), await server.connection()];
  const own = both.find(({ url }) => url.includes('/own/')) as Connection;
  const shared = both.find(({ url }) => !url.includes('/own/')) as Connection;
  await greet(own, docWith('mine'));
  await greet(shared);
  await until(opened.state, isLive(true));
  shared.send(encodeSession(revealing(2, 5)));
  await until(opened.shared.session, (session) => session?.seq === 2);

  own.close(CloseCode.refused);
  await until(room.state, ({ status }) => status === 'recovering');
  await greet(await server.connection());
  await until(room.state, ({ status }) => status === 'live');
  expect(records(room.doc).toJSON()).toEqual({ mine: 1 });

  shared.update(Y.encodeStateAsUpdate(docWith('revealed')));
  shared.send(encodeSession({ ...firstSession, seq: 3 }));
  await until(room.replica, ({ doc }) => records(doc).size === 0);
  expect(records(opened.shared.doc).toJSON()).toEqual({ revealed: 1 });
});

it('[PRW8] a refusal that is no revealing is recovered from at once', async () => {
  const opened = open({ session: revealing(1, null) });
  const { room } = ownOf(opened);
  const both = [await server.connection(), await server.connection()];
  for (const connection of both) await greet(connection);
  await until(opened.state, isLive(true));
  const before = room.doc;
  both.find(({ url }) => url.includes('/own/'))?.close(CloseCode.refused);
  await greet(await server.connection(), docWith('mine'));
  await until(room.replica, ({ doc }) => doc !== before && records(doc).size === 1);
});

it('[PRW12] nothing of the own layer stays in the browser once the server has it, and all of it while it has not', async () => {
  const copy = new MemoryCopy();
  const clock = new ManualClock();
  const opened = open({ session: revealing(1, null), copy, clock });
  const { room } = ownOf(opened);
  const both = [await server.connection(), await server.connection()];
  const own = both.find(({ url }) => url.includes('/own/')) as Connection;
  for (const connection of both) await greet(connection);
  const keys = () => {
    const doc = new Y.Doc();
    for (const update of copy.updates) Y.applyUpdate(doc, update);
    return [...records(doc).keys()].sort();
  };
  records(room.doc).set('first', 1);
  await own.next('update');
  expect(keys()).toEqual(['first']);
  own.send(encodeAck(2));
  await until(opened.state, isLive(true));
  await clock.pass(2_000);
  expect(copy.updates).toEqual([]);

  records(room.doc).set('second', 1);
  await settle();
  expect(keys()).toEqual(['first', 'second']);
  opened.close();
  expect(keys()).toEqual(['first', 'second']);
});

it('[PRW12] a page that is left with everything saved leaves nothing of the own layer', async () => {
  const copy = new MemoryCopy();
  const page = new EventTarget() as EventTarget & PageEvents;
  const opened = open({ session: revealing(1, null), copy, page });
  const both = [await server.connection(), await server.connection()];
  for (const connection of both) await greet(connection, docWith('mine'));
  await until(opened.state, isLive(true));
  expect(copy.updates.length).toBeGreaterThan(0);
  page.dispatchEvent(new Event('pagehide'));
  expect(copy.updates).toEqual([]);
});
