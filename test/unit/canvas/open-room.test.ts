import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { ySyncPluginKey } from 'y-prosemirror';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Observable } from '../../../client/sync/observable.ts';
import { type OpenRoom, openRoom } from '../../../client/sync/open-room.ts';
import type { RoomState } from '../../../client/sync/room-state.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { encodeAck, encodeNotice, encodeRoster, type Notice } from '../../../shared/protocol/messages.ts';
import { awarenessFrame, type Connection, startScriptedServer } from './scripted-server.ts';

const boardId = BoardId.parse('abcdefghijklmnopqrstu');
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

function open(options: { silent?: boolean } = {}): OpenRoom {
  room = openRoom({ boardId, serverUrl: server.url, webSocket: WebSocket as never, ...options });
  return room;
}

/** Waits until a watched value is as wanted. */
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

/** The board's content as the server has it, sent to whoever connects. */
async function greet(connection: Connection, content = new Y.Doc()): Promise<void> {
  await connection.next('step1');
  connection.askForState();
  connection.answerState(content);
  await connection.next('step2');
}
const edit = (doc: Y.Doc, value: number) => doc.getMap('records').set('x', value);

describe('[SYN4] what the page says of the connection', () => {
  it('[SYN4] is connecting, live, saved after the ack, unsaved with each edit, and offline without claiming anything', async () => {
    const { doc, loaded, state } = open();
    expect(state.get()).toEqual({ status: 'connecting' });
    const first = await server.connection();
    expect(first.protocols.split(/, ?/)).toEqual(['commonboard.v1', 'commonboard.live']);
    await greet(first);
    await until(state, isLive(false));
    expect(loaded.get()).toBe(true);
    first.send(encodeAck(1));
    await until(state, isLive(true));
    edit(doc, 1);
    await until(state, isLive(false));
    await first.next('update');
    first.send(encodeAck(2));
    await until(state, isLive(true));
    edit(doc, 2);
    await first.next('update');
    first.cut();
    const offline = await until(state, ({ status }) => status === 'offline');
    expect(offline).toEqual({ status: 'offline', unsaved: true, kept: false, blocked: false });
    const second = await server.connection();
    await greet(second);
    await until(state, isLive(false));
    second.send(encodeAck(1));
    await until(state, isLive(true));
  });

  it('[SYN4] an edit that is on the canvas only keeps it from being saved', async () => {
    const { setPending, state } = open();
    const connection = await server.connection();
    await greet(connection);
    connection.send(encodeAck(1));
    await until(state, isLive(true));
    setPending(true);
    expect(state.get()).toEqual({ status: 'live', saved: false });
    setPending(false);
    expect(state.get()).toEqual({ status: 'live', saved: true });
  });
});

describe('[SYN43] a board that is full', () => {
  it('[SYN43] the page says so, asks again by itself, and goes on once there is a place', async () => {
    const { doc, loaded, state } = open();
    (await server.connection()).close(CloseCode.full);
    const full = await until(state, ({ status }) => status === 'full');
    expect(full).toEqual({ status: 'full', unsaved: false, kept: false });
    expect(loaded.get()).toBe(false);
    edit(doc, 1);
    await until(state, (now) => now.status === 'full' && now.unsaved);
    (await server.connection()).close(CloseCode.full);
    const third = await server.connection();
    expect(state.get()).toMatchObject({ status: 'full' });
    await third.next('step1');
    third.askForState();
    third.answerState(new Y.Doc());
    const received = new Y.Doc();
    Y.applyUpdate(received, (await third.next('step2')).payload);
    expect(received.getMap('records').get('x')).toBe(1);
    third.send(encodeAck(1));
    await until(state, isLive(true));
    // The next time it is the line.
    third.cut();
    expect(await until(state, ({ status }) => status !== 'live')).toMatchObject({ status: 'offline', unsaved: false });
  });
});

describe('[SYN5] order of what is sent', () => {
  it('[SYN5] nothing that was edited leaves before the server has asked for it, then all of it in the answer', async () => {
    const { doc, state } = open();
    const connection = await server.connection();
    await connection.next('step1');
    edit(doc, 7);
    connection.answerState(new Y.Doc());
    await until(state, isLive(false));
    connection.askForState();
    const answer = await connection.next('step2');
    const received = new Y.Doc();
    Y.applyUpdate(received, answer.payload);
    expect(received.getMap('records').get('x')).toBe(7);
    expect(connection.waiting.filter(({ kind }) => kind === 'update')).toEqual([]);
    connection.send(encodeAck(1));
    await until(state, isLive(true));
  });

  it('[SYN6] keystrokes go out together; an edit of another kind takes them along', async () => {
    const { doc, state } = open();
    const connection = await server.connection();
    await greet(connection);
    connection.send(encodeAck(1));
    await until(state, isLive(true));
    const text = doc.getText('text');
    for (const letter of 'abc') doc.transact(() => text.insert(text.length, letter), ySyncPluginKey);
    edit(doc, 1);
    const { payload } = await connection.next('update');
    const received = new Y.Doc();
    Y.applyUpdate(received, payload);
    expect([received.getText('text').toString(), received.getMap('records').get('x')]).toEqual(['abc', 1]);
    for (const letter of 'de') doc.transact(() => text.insert(text.length, letter), ySyncPluginKey);
    Y.applyUpdate(received, (await connection.next('update')).payload);
    expect(received.getText('text').toString()).toBe('abcde');
    expect(connection.waiting.filter(({ kind }) => kind === 'update')).toEqual([]);
  });

  it('[SYN6] what came from the server is not sent back', async () => {
    const { doc, state } = open();
    const connection = await server.connection();
    await greet(connection);
    connection.send(encodeAck(1));
    const other = new Y.Doc();
    edit(other, 3);
    connection.update(Y.encodeStateAsUpdate(other));
    await new Promise<void>((resolve) => doc.getMap('records').observe(() => resolve()));
    await until(state, isLive(true));
    edit(doc, 4);
    const { payload } = await connection.next('update');
    expect(Y.decodeUpdate(payload).structs.map(({ id }) => id.client)).toEqual([doc.clientID]);
  });
});

describe('[SYN7] refusals', () => {
  for (const code of [CloseCode.noSession, CloseCode.notAllowed, CloseCode.oldPage, CloseCode.quarantined])
    it(`[SYN7] ${code} is the end`, async () => {
      const { state } = open();
      const connection = await server.connection();
      await connection.next('step1');
      connection.close(code);
      const ended = await until(state, ({ status }) => status === 'ended');
      expect(ended).toEqual({ status: 'ended', code, unsaved: false, kept: false });
    });

  it('[SYN7] a restart is not: the page comes back by itself', async () => {
    const { state } = open();
    const first = await server.connection();
    await greet(first);
    first.close(CloseCode.restart);
    await until(state, ({ status }) => status === 'offline');
    await greet(await server.connection());
    await until(state, ({ status }) => status === 'live');
    expect(server.connections).toBe(2);
  });
});

describe('[SYN8] presence', () => {
  const clientsIn = (update: Uint8Array): number[] => {
    const seen = new Awareness(new Y.Doc());
    applyAwarenessUpdate(seen, update, null);
    const clients = [...seen.getStates().keys()].filter((client) => client !== seen.clientID);
    seen.destroy();
    return clients;
  };

  it('[SYN8] only one’s own goes out, never an echo of the others’', async () => {
    const { awareness } = open();
    const connection = await server.connection();
    await greet(connection);
    await connection.next('awareness');
    const other = new Awareness(new Y.Doc());
    other.setLocalState({ c: null });
    const heard = new Promise<void>((resolve) => awareness.on('change', () => resolve()));
    connection.send(awarenessFrame(encodeAwarenessUpdate(other, [other.clientID])));
    await heard;
    expect(awareness.getStates().has(other.clientID)).toBe(true);
    awareness.setLocalState({ c: [1, 2] });
    const { payload } = await connection.next('awareness');
    expect(clientsIn(payload)).toEqual([awareness.clientID]);
    expect(connection.waiting).toEqual([]);
    other.destroy();
  });

  it('[SYN8] a viewer sends none', async () => {
    const { awareness } = open({ silent: true });
    const connection = await server.connection();
    await greet(connection);
    expect(awareness.getLocalState()).toBeNull();
    expect(connection.waiting).toEqual([]);
  });
});

it('[SYN9] roster and notices reach those who watch', async () => {
  const { onNotice, roster } = open();
  const connection = await server.connection();
  await greet(connection);
  const noticed = new Promise<Notice>((resolve) => onNotice(resolve));
  connection.send(encodeRoster({ entries: [] }));
  connection.send(encodeNotice({ code: 'not-stored' }));
  expect(await noticed).toEqual({ code: 'not-stored' });
  expect(roster.get()).toEqual([]);
});
