import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { MessageType, SyncType } from '../../../shared/protocol/messages.ts';

/** A frame as the server got it. */
export type Received =
  | { readonly kind: 'step1' | 'step2' | 'update'; readonly payload: Uint8Array }
  | { readonly kind: 'awareness'; readonly payload: Uint8Array };

/** One connection, of which the test decides what the server says and when. */
export interface Connection {
  readonly protocols: string;
  /** Path and query of the request. */
  readonly url: string;
  /** The next frame of these kinds; waits for it. */
  next(...kinds: Received['kind'][]): Promise<Received>;
  /** Frames that came and were not asked for yet. */
  readonly waiting: readonly Received[];
  send(frame: Uint8Array): void;
  askForState(): void;
  answerState(doc: Y.Doc): void;
  update(update: Uint8Array): void;
  close(code: number): void;
  cut(): void;
}

/** A WebSocket server without a will of its own. */
export async function startScriptedServer(): Promise<{
  readonly url: string;
  /** The next connection; waits for it. */
  connection(): Promise<Connection>;
  readonly connections: number;
  stop(): Promise<void>;
}> {
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: ([...offered]) => offered[0] ?? false,
  });
  await once(server, 'listening');
  const arrived = queue<Connection>();
  let connections = 0;
  server.on('connection', (socket, request) => {
    connections += 1;
    arrived.push(connect(socket, request.headers['sec-websocket-protocol'] ?? '', request.url ?? ''));
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connection: () => arrived.next(() => true),
    get connections() {
      return connections;
    },
    async stop() {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, 'close');
    },
  };
}

function connect(socket: WebSocket, protocols: string, url: string): Connection {
  const frames = queue<Received>();
  socket.on('message', (data: Buffer) => frames.push(read(new Uint8Array(data))));
  socket.on('error', () => {});
  const sync = (write: (encoder: ReturnType<typeof createEncoder>) => void) => {
    const encoder = createEncoder();
    writeVarUint(encoder, MessageType.sync);
    write(encoder);
    socket.send(toUint8Array(encoder));
  };
  return {
    protocols,
    url,
    waiting: frames.items,
    next: (...kinds) => frames.next(({ kind }) => kinds.includes(kind)),
    send: (frame) => socket.send(frame),
    askForState: () => sync((encoder) => writeSyncStep1(encoder, new Y.Doc())),
    answerState: (doc) => sync((encoder) => writeSyncStep2(encoder, doc)),
    update: (update) => sync((encoder) => writeUpdate(encoder, update)),
    close: (code) => socket.close(code),
    cut: () => socket.terminate(),
  };
}

function read(frame: Uint8Array): Received {
  const decoder = createDecoder(frame);
  const type = readVarUint(decoder);
  if (type === MessageType.awareness) return { kind: 'awareness', payload: readVarUint8Array(decoder) };
  const kinds = { [SyncType.step1]: 'step1', [SyncType.step2]: 'step2', [SyncType.update]: 'update' } as const;
  const kind = kinds[readVarUint(decoder) as keyof typeof kinds];
  return { kind, payload: readVarUint8Array(decoder) };
}

/** What arrives, and those who wait for it. */
function queue<T>() {
  const items: T[] = [];
  const waiters: { accepts(item: T): boolean; take(item: T): void }[] = [];
  return {
    items,
    push(item: T) {
      const index = waiters.findIndex(({ accepts }) => accepts(item));
      const [waiter] = index < 0 ? [] : waiters.splice(index, 1);
      if (waiter === undefined) items.push(item);
      else waiter.take(item);
    },
    next(accepts: (item: T) => boolean): Promise<T> {
      const index = items.findIndex(accepts);
      const [item] = index < 0 ? [] : items.splice(index, 1);
      return item === undefined ? new Promise((take) => waiters.push({ accepts, take })) : Promise.resolve(item);
    },
  };
}

/** An awareness frame that speaks of one client. */
export function awarenessFrame(update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, MessageType.awareness);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}
