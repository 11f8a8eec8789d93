import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import { MessageType, SyncType } from '../../shared/protocol/messages.ts';

export function encodeUpdate(update: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, MessageType.sync);
  writeVarUint(encoder, SyncType.update);
  writeVarUint8Array(encoder, update);
  return toUint8Array(encoder);
}

/** What a client asks for that knows nothing yet. */
export function encodeSyncStep1(): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, MessageType.sync);
  writeVarUint(encoder, SyncType.step1);
  writeVarUint8Array(encoder, Y.encodeStateVector(new Y.Doc()));
  return toUint8Array(encoder);
}

export function encodeSyncStep2(state: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, MessageType.sync);
  writeVarUint(encoder, SyncType.step2);
  writeVarUint8Array(encoder, state);
  return toUint8Array(encoder);
}

/** One client's presence. */
export function encodeAwareness(clientId: number, clock: number, state: unknown): Uint8Array {
  const inner = createEncoder();
  writeVarUint(inner, 1);
  writeVarUint(inner, clientId);
  writeVarUint(inner, clock);
  writeVarString(inner, JSON.stringify(state));
  const encoder = createEncoder();
  writeVarUint(encoder, MessageType.awareness);
  writeVarUint8Array(encoder, toUint8Array(inner));
  return toUint8Array(encoder);
}

export type Heard =
  | { readonly type: 'cursor'; readonly clientId: number; readonly sentMs: number }
  | { readonly type: 'drag'; readonly clientId: number; readonly sentMs: number }
  | { readonly type: 'ack'; readonly received: number };

/** Reads what the benchmark's own clients say; everything else in a frame is passed over. */
export function readFrame(frame: Uint8Array): readonly Heard[] {
  const decoder = createDecoder(frame);
  const type = readVarUint(decoder);
  if (type === MessageType.awareness) return readCursors(readVarUint8Array(decoder));
  if (type === MessageType.notice) throw new Error('the server refuses what the benchmark writes');
  if (type === MessageType.ack) return [{ type: 'ack', received: readVarUint(decoder) }];
  if (type !== MessageType.sync) return [];
  const kind = readVarUint(decoder);
  return kind === SyncType.update ? readDrags(readVarUint8Array(decoder)) : [];
}

function readCursors(update: Uint8Array): readonly Heard[] {
  const decoder = createDecoder(update);
  const heard: Heard[] = [];
  for (let left = readVarUint(decoder); left > 0; left--) {
    const clientId = readVarUint(decoder);
    readVarUint(decoder);
    const state: { sentMs?: number } | null = JSON.parse(readVarString(decoder));
    if (state?.sentMs !== undefined) heard.push({ type: 'cursor', clientId, sentMs: state.sentMs });
  }
  return heard;
}

/** A drag writes `at` with the time in the place of x, so its delay can be read off the update itself. */
function readDrags(update: Uint8Array): readonly Heard[] {
  return Y.decodeUpdate(update).structs.flatMap((struct): readonly Heard[] => {
    const written = struct instanceof Y.Item && struct.content instanceof Y.ContentAny ? struct.content.arr[0] : null;
    // An update names neither record nor group of what it overwrites; of all that is written only `at` is a list of four.
    if (!Array.isArray(written) || written.length !== 4) return [];
    return [{ type: 'drag', clientId: struct.id.client, sentMs: written[0] }];
  });
}
