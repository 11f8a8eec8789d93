import { createDecoder, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { WebSocket } from 'ws';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import {
  decodeLiveMessage,
  MessageType,
  type Notice,
  type Roster,
  Subprotocol,
  SyncType,
} from '../../../shared/protocol/messages.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { noteGroups } from '../../support/notes.ts';
import { eventually } from '../../support/wait.ts';

/** A bare client that understands acknowledgements: it knows which of its edits the server has promised to keep. */
export interface Writer {
  readonly doc: Y.Doc;
  /** Writes one small shape under this id. */
  write(id: string): void;
  /** Ids of the edits that are acknowledged. */
  acknowledged(): readonly string[];
  /** What the server has told so far. */
  readonly notices: readonly Notice[];
  /** Resolves once the newest roster is of this kind. */
  rosterShows(what: string, holds: (roster: Roster) => boolean): Promise<void>;
  /** Resolves once the server's document is here. */
  readonly synced: Promise<void>;
  /** Resolves with the code when the connection is gone, however that came. */
  readonly closed: Promise<number>;
  /** Resolves when everything written so far is acknowledged, or the connection is gone. */
  settled(): Promise<void>;
  close(): void;
}

export interface WriterOptions {
  readonly address: string;
  readonly room: RoomName;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function connectWriter({ address, room, token, headers }: WriterOptions): Writer {
  const doc = new Y.Doc();
  const bearer = token === undefined ? [] : [`${Subprotocol.bearerPrefix}${token}`];
  const socket = new WebSocket(
    `${address.replace(/^http/, 'ws')}/sync/${room}`,
    [Subprotocol.v1, Subprotocol.live, ...bearer],
    { headers: { ...headers } },
  );
  socket.binaryType = 'nodebuffer';
  // Per counted frame (step 2 or update) the edit in it; null for one that holds none.
  const sent: (string | null)[] = [];
  const notices: Notice[] = [];
  let roster: Roster = { entries: [] };
  let received = 0;
  let writing: string | null = null;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };

  const send = (fill: (encoder: ReturnType<typeof createEncoder>) => void) => {
    const encoder = createEncoder();
    writeVarUint(encoder, MessageType.sync);
    fill(encoder);
    socket.send(toUint8Array(encoder));
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === socket || socket.readyState !== WebSocket.OPEN) return;
    sent.push(writing);
    send((encoder) => writeUpdate(encoder, update));
  });
  const synced = new Promise<void>((resolve) => {
    socket.on('open', () => send((encoder) => writeSyncStep1(encoder, doc)));
    socket.on('message', (frame: Buffer) => {
      const decoder = createDecoder(frame);
      const type = readVarUint(decoder);
      if (type === MessageType.sync) {
        const reply = createEncoder();
        writeVarUint(reply, MessageType.sync);
        const kind = readSyncMessage(decoder, reply, doc, socket, (error) => {
          throw error;
        });
        if (kind === SyncType.step1) {
          sent.push(null);
          socket.send(toUint8Array(reply));
        }
        if (kind === SyncType.step2) resolve();
      } else if (type >= MessageType.ack) {
        const message = decodeLiveMessage(frame);
        if (message?.type === 'ack') received = message.received;
        if (message?.type === 'notice') notices.push(message.notice);
        if (message?.type === 'roster') roster = message.roster;
      }
      changed();
    });
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('error', () => resolve(1006));
    socket.on('close', (code) => {
      resolve(code);
      changed();
    });
  });

  return {
    ...{ doc, notices },
    rosterShows: (what, holds) =>
      eventually(
        what,
        () => holds(roster),
        (look) => {
          listeners.add(look);
          return () => listeners.delete(look);
        },
      ),
    write: (id) => {
      writing = id;
      recordsOf(doc).set(id, noteGroups(id));
      writing = null;
    },
    acknowledged: () => sent.slice(0, received).filter((id) => id !== null),
    synced,
    closed,
    settled: () =>
      new Promise((resolve) => {
        const look = () => {
          if (received < sent.length && socket.readyState === WebSocket.OPEN) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        look();
      }),
    close: () => socket.close(),
  };
}
