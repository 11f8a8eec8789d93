import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding';
import * as Y from 'yjs';
import { MessageType, SyncType } from '../../shared/protocol/messages.ts';

function frame(type: number, write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, type);
  write(encoder);
  return toUint8Array(encoder);
}

const sync = (type: number, body: Uint8Array): Uint8Array =>
  frame(MessageType.sync, (encoder) => {
    writeVarUint(encoder, type);
    writeVarUint8Array(encoder, body);
  });

/** "What have you got that I have not?" */
export const encodeSyncStep1 = (doc: Y.Doc): Uint8Array => sync(SyncType.step1, Y.encodeStateVector(doc));

/** What the document holds beyond a state vector. */
export const encodeSyncStep2 = (doc: Y.Doc, stateVector: Uint8Array): Uint8Array =>
  sync(SyncType.step2, Y.encodeStateAsUpdate(doc, stateVector));

export const encodeUpdate = (update: Uint8Array): Uint8Array => sync(SyncType.update, update);

/** One client's presence as it goes out; `null` in the place of the state means that it left. */
export function encodePresence(clientId: number, clock: number, json: string): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, clientId);
  writeVarUint(encoder, clock);
  writeVarString(encoder, json);
  return toUint8Array(encoder);
}

export const encodeAwareness = (presences: readonly Uint8Array[]): Uint8Array => {
  const entries = createEncoder();
  writeVarUint(entries, presences.length);
  const bytes = [toUint8Array(entries), ...presences];
  const length = bytes.reduce((sum, part) => sum + part.length, 0);
  const body = new Uint8Array(length);
  let at = 0;
  for (const part of bytes) {
    body.set(part, at);
    at += part.length;
  }
  return frame(MessageType.awareness, (encoder) => writeVarUint8Array(encoder, body));
};

/** Says nothing; keeps a connection on which nothing happens from looking dead to y-websocket. */
export const nobodyMoved: Uint8Array = encodeAwareness([]);
