import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Clock } from '../../../client/sync/clock.ts';
import type { Observable } from '../../../client/sync/observable.ts';
import { type OpenRoom, openRoom } from '../../../client/sync/open-room.ts';
import { holdsUnsent } from '../../../client/sync/unsent-copy.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { encodeAck, encodeCommentsChanged, encodeSession } from '../../../shared/protocol/messages.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import { type Connection, startScriptedServer } from '../canvas/scripted-server.ts';
import { MemoryCopy } from './memory-copy.ts';

const boardId = BoardId.parse('abcdefghijklmnopqrstu');
const closed: Session = { ...firstSession, seq: 2, closedAtMs: 7 };
let server: Awaited<ReturnType<typeof startScriptedServer>>;
let room: OpenRoom | undefined;

beforeEach(async () => {
  server = await startScriptedServer();
});
afterEach(async () => {
  room?.close();
  room = undefined;
  await server.stop();
});

function open(options: { copy?: MemoryCopy; clock?: Clock } = {}): OpenRoom {
  room = openRoom({ boardId, serverUrl: server.url, webSocket: WebSocket as never, ...options });
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

async function greet(connection: Connection): Promise<void> {
  await connection.next('step1');
  connection.askForState();
  connection.answerState(new Y.Doc());
  await connection.next('step2');
}
const edit = (doc: Y.Doc, value: number) => doc.getMap('records').set('x', value);

it('[SES12] a page hears how the session stands, old news change nothing, and what was said beside the board', async () => {
  const { session, onCommentsChanged } = open();
  const connection = await server.connection();
  await greet(connection);
  expect(session.get()).toBeNull();
  connection.send(encodeSession({ ...closed, seq: 1, closedAtMs: null }));
  connection.send(encodeSession(closed));
  await until(session, (told) => told?.seq === 2);
  connection.send(encodeSession(firstSession));
  await new Promise<void>((resolve) => {
    onCommentsChanged(resolve);
    connection.send(encodeCommentsChanged());
  });
  expect(session.get()).toEqual(closed);
});

it('[SES12] what is held in the page goes out as soon as it hears of the closing', async () => {
  const { doc, onLeave, session } = open();
  const connection = await server.connection();
  await greet(connection);
  onLeave(() => edit(doc, 1));
  connection.send(encodeSession(closed));
  await until(session, (told) => told !== null);
  await connection.next('update');
});

it('[SES13] what a closed session does not take stays in the copy, and the page does not come back by itself', async () => {
  const copy = new MemoryCopy();
  const { doc, state } = open({ copy });
  const connection = await server.connection();
  await greet(connection);
  edit(doc, 1);
  await connection.next('update');
  connection.close(CloseCode.sessionClosed);
  const ended = await until(state, ({ status }) => status === 'ended');
  expect(ended).toEqual({ status: 'ended', code: CloseCode.sessionClosed, unsaved: true, kept: true });
  expect([copy.isCleared, copy.updates.length > 0]).toEqual([false, true]);
});

it('[SES14] a page that nothing keeps goes on asking until what it has is taken', async () => {
  const clock: Clock = {
    nowMs: () => Date.now(),
    after: (delayMs, call) => {
      const timer = setTimeout(call, Math.min(delayMs, 20));
      return () => clearTimeout(timer);
    },
  } as Clock;
  const { doc, state } = open({ clock });
  const first = await server.connection();
  await greet(first);
  edit(doc, 1);
  await first.next('update');
  first.close(CloseCode.sessionClosed);
  await until(state, ({ status }) => status === 'ended');
  const second = await server.connection();
  await greet(second);
  second.close(CloseCode.sessionClosed);
  const third = await server.connection();
  await greet(third);
  expect(state.get()).toMatchObject({ status: 'ended', unsaved: true, kept: false });
  third.send(encodeAck(1));
  await until(state, (now) => now.status === 'live' && now.saved);
});

it('[SES15] a copy holds something unsent when it brings the board anything, be it that something went', async () => {
  const board = new Y.Doc();
  edit(board, 1);
  const mine = new Y.Doc();
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(board));
  const asks = () => holdsUnsent(new MemoryCopy([Y.encodeStateAsUpdate(mine)]), board);
  expect(await holdsUnsent(new MemoryCopy(), board)).toBe(false);
  expect(await asks()).toBe(false);
  mine.getMap('records').delete('x');
  expect(await asks()).toBe(true);
  Y.applyUpdate(board, Y.encodeStateAsUpdate(mine));
  edit(board, 2);
  expect(await asks()).toBe(false);
  edit(mine, 3);
  expect(await asks()).toBe(true);
  expect(await holdsUnsent(new MemoryCopy([Uint8Array.of(9, 9, 9)]), board)).toBe(false);
});
