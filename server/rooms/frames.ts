import { createEncoder, length, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import {
  encodeAck,
  encodeCommentsChanged,
  encodeGuests,
  encodeNotice,
  encodePrivateCounts,
  encodeReacted,
  encodeSession,
  encodeVoters,
  type Guests,
  MessageType,
  type Notice,
  type PrivateCounts,
  type Reacted,
  SyncType,
  type Voters,
} from '../../shared/protocol/messages.ts';
import type { Session } from '../../shared/session/session.ts';

/**
 * Everything here makes WebSocket frames (RFC 6455, 5.2), ready to be written: what a server sends is not masked, so the
 * same bytes go to every socket, and frames behind each other in one buffer are one write.
 */
const FINAL_BINARY = 0x82;
const IN_16_BITS = 126;
const IN_64_BITS = 127;

export const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const [first = new Uint8Array(), ...rest] = parts;
  return rest.length === 0 ? first : Buffer.concat(parts);
};

/** One message, given in parts. */
export function frame(...parts: readonly Uint8Array[]): Uint8Array {
  let bytes = 0;
  for (const part of parts) bytes += part.length;
  const headerBytes = bytes < IN_16_BITS ? 2 : bytes < 0x1_0000 ? 4 : 10;
  const framed = Buffer.allocUnsafe(headerBytes + bytes);
  framed[0] = FINAL_BINARY;
  framed[1] = headerBytes === 2 ? bytes : headerBytes === 4 ? IN_16_BITS : IN_64_BITS;
  if (headerBytes === 4) framed.writeUInt16BE(bytes, 2);
  if (headerBytes === 10) framed.writeBigUInt64BE(BigInt(bytes), 2);
  let at = headerBytes;
  for (const part of parts) {
    framed.set(part, at);
    at += part.length;
  }
  return framed;
}

function sync(type: number, body: Uint8Array): Uint8Array {
  const head = createEncoder();
  writeVarUint(head, MessageType.sync);
  writeVarUint(head, type);
  writeVarUint(head, body.length);
  return frame(toUint8Array(head), body);
}

/** "What have you got that I have not?" */
export const encodeSyncStep1 = (stateVector: Uint8Array): Uint8Array => sync(SyncType.step1, stateVector);

/** What somebody asked for. */
export const encodeSyncStep2 = (update: Uint8Array): Uint8Array => sync(SyncType.step2, update);

export const encodeUpdate = (update: Uint8Array): Uint8Array => sync(SyncType.update, update);

/** An update that brings nothing (yjs, update format V1). */
const emptyUpdate = Uint8Array.of(0, 0);

/** Ends an answer whose content went before it as updates. */
export const endOfAnswer: Uint8Array = encodeSyncStep2(emptyUpdate);

/** One client's presence as it goes out, its state as JSON; `null` means that it left. No frame yet. */
export function encodePresence(clientId: number, clock: number, state: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, clientId);
  writeVarUint(encoder, clock);
  writeVarUint8Array(encoder, state);
  return toUint8Array(encoder);
}

export function encodeAwareness(presences: readonly Uint8Array[]): Uint8Array {
  const count = createEncoder();
  writeVarUint(count, presences.length);
  const head = createEncoder();
  writeVarUint(head, MessageType.awareness);
  writeVarUint(
    head,
    presences.reduce((bytes, presence) => bytes + presence.length, length(count)),
  );
  return frame(toUint8Array(head), toUint8Array(count), ...presences);
}

export const encodeAckFrame = (received: number): Uint8Array => frame(encodeAck(received));
export const encodeNoticeFrame = (notice: Notice): Uint8Array => frame(encodeNotice(notice));
export const encodeSessionFrame = (session: Session): Uint8Array => frame(encodeSession(session));
export const encodeReactedFrame = (reacted: Reacted): Uint8Array => frame(encodeReacted(reacted));
export const encodeGuestsFrame = (guests: Guests): Uint8Array => frame(encodeGuests(guests));
export const encodeVotersFrame = (voters: Voters): Uint8Array => frame(encodeVoters(voters));
export const encodePrivateCountsFrame = (counts: PrivateCounts): Uint8Array => frame(encodePrivateCounts(counts));

export const commentsChanged: Uint8Array = frame(encodeCommentsChanged());

/** Says nothing; keeps a connection on which nothing happens from looking dead to y-websocket. */
export const nobodyMoved: Uint8Array = encodeAwareness([]);
