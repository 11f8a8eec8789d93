import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { createAcks } from '../../../client/sync/acks.ts';
import { systemClock } from '../../../client/sync/clock.ts';
import { openRoom } from '../../../client/sync/open-room.ts';
import { RoomProvider } from '../../../client/sync/room-provider.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { type Connection, startScriptedServer } from '../canvas/scripted-server.ts';

let server: Awaited<ReturnType<typeof startScriptedServer>>;
const closers: (() => void)[] = [];

beforeEach(async () => {
  server = await startScriptedServer();
});
afterEach(async () => {
  for (const close of closers.splice(0)) close();
  await server.stop();
});

const records = (doc: Y.Doc) => doc.getMap<unknown>('records');

function provide(): RoomProvider {
  const doc = new Y.Doc();
  const provider = new RoomProvider({
    serverUrl: server.url,
    roomName: 'room',
    doc,
    awareness: new Awareness(doc),
    acks: createAcks(),
    webSocket: WebSocket as never,
    clock: systemClock,
    silentOrigin: {},
    onMessage: () => {},
    onChange: () => {},
  });
  closers.push(() => doc.destroy());
  return provider;
}

/** Sends what another page wrote under the same client id, upon which Yjs takes another one. */
async function takeId(connection: Connection, doc: Y.Doc): Promise<void> {
  const changed = new Promise((resolve) => doc.once('update', resolve));
  const twin = new Y.Doc();
  twin.clientID = doc.clientID;
  records(twin).set('twin', 1);
  connection.update(Y.encodeStateAsUpdate(twin));
  await changed;
}

/** The states by client id that a frame of presence speaks of. */
function statesIn(update: Uint8Array): Record<number, unknown> {
  const decoder = createDecoder(update);
  return Object.fromEntries(
    Array.from({ length: readVarUint(decoder) }, () => {
      const [clientId, _clock] = [readVarUint(decoder), readVarUint(decoder)];
      return [clientId, JSON.parse(readVarString(decoder)) as unknown];
    }),
  );
}

it('[SYN40] presence comes along when the document gets another client id, and leaves nobody behind', async () => {
  const provider = provide();
  const { doc, awareness } = provider;
  awareness.setLocalState({ cursor: 1 });
  provider.connect();
  const connection = await server.connection();
  await connection.next('awareness');
  const former = doc.clientID;
  await takeId(connection, doc);
  expect(doc.clientID).not.toBe(former);
  expect(statesIn((await connection.next('awareness')).payload)).toEqual({ [doc.clientID]: { cursor: 1 } });
  expect([...awareness.getStates().keys()]).toEqual([doc.clientID]);
  awareness.setLocalState({ cursor: 2 });
  expect(statesIn((await connection.next('awareness')).payload)).toEqual({ [doc.clientID]: { cursor: 2 } });
  provider.destroy();
});

it('[SYN41] a connection can be ended, and made again, under a client id of which there was no presence', async () => {
  const provider = provide();
  provider.connect();
  await (await server.connection()).next('step1');
  provider.doc.clientID += 1;
  provider.drop();
  provider.doc.clientID += 1;
  provider.retry();
  const again = await server.connection();
  await again.next('step1');
  expect(Object.keys(statesIn((await again.next('awareness')).payload))).toEqual([String(provider.doc.clientID)]);
  provider.doc.clientID += 1;
  expect(() => provider.destroy()).not.toThrow();
});

it('[SYN42] a refused replica that got another client id is replaced like every other', async () => {
  const room = openRoom({
    boardId: BoardId.parse('abcdefghijklmnopqrstu'),
    serverUrl: server.url,
    webSocket: WebSocket as never,
  });
  closers.push(() => room.close());
  const refused = await server.connection();
  await refused.next('step1');
  room.doc.clientID += 1;
  refused.close(CloseCode.refused);
  const fresh = await server.connection();
  await fresh.next('step1');
  fresh.answerState(new Y.Doc());
  const shown = room.replica.get();
  await new Promise<void>((resolve) => {
    if (shown !== room.replica.get()) resolve();
    else room.replica.subscribe(resolve);
  });
  expect(room.replica.get()).not.toBe(shown);
});
