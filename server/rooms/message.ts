import { MessageType, SyncType } from '../../shared/protocol/messages.ts';
import { Bytes, decodeText } from './guard/bytes.ts';
import { Refusal, refuse } from './guard/refusal.ts';
import type { ConnectionLimits } from './limits.ts';

/** One client's entry in an awareness message; its clock is nothing that the server relies on. */
export interface AwarenessEntry {
  readonly clientId: number;
  /** JSON text, not yet looked into: most entries are echoes of other people's and are dropped unread. */
  readonly state: Uint8Array;
}

/** What a client said, decoded once. The bytes of updates are not looked into yet. */
export type ClientMessage =
  | { readonly type: 'sync-step-1'; readonly stateVector: Uint8Array }
  | { readonly type: 'sync-step-2' | 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'too-large' }
  | { readonly type: 'unreadable' };

export function decodeMessage(
  frame: Uint8Array,
  limits: Pick<ConnectionLimits, 'messageMaxBytes' | 'syncStep2MaxBytes'>,
): ClientMessage {
  try {
    return decode(frame, limits);
  } catch (error) {
    if (error instanceof Refusal) return { type: 'unreadable' };
    throw error;
  }
}

function decode(
  frame: Uint8Array,
  limits: Pick<ConnectionLimits, 'messageMaxBytes' | 'syncStep2MaxBytes'>,
): ClientMessage {
  const bytes = new Bytes(frame);
  const type = bytes.uint();
  const sync = type === MessageType.sync ? bytes.uint() : null;
  const maxBytes = sync === SyncType.step2 ? limits.syncStep2MaxBytes : limits.messageMaxBytes;
  if (frame.length > maxBytes) return { type: 'too-large' };
  const message = decodeBody(type, sync, bytes);
  return bytes.left === 0 ? message : { type: 'unreadable' };
}

function decodeBody(type: number, sync: number | null, bytes: Bytes): ClientMessage {
  switch (type) {
    case MessageType.sync:
      switch (sync) {
        case SyncType.step1:
          return { type: 'sync-step-1', stateVector: readStateVector(bytes.block()) };
        case SyncType.step2:
          return { type: 'sync-step-2', update: bytes.block() };
        case SyncType.update:
          return { type: 'update', update: bytes.block() };
        default:
          return { type: 'unreadable' };
      }
    case MessageType.awareness:
      return { type: 'awareness', entries: readAwareness(new Bytes(bytes.block())) };
    case MessageType.queryAwareness:
      return { type: 'query-awareness' };
    default:
      return { type: 'unreadable' };
  }
}

/** @returns the same bytes, once it is clear that Yjs can read them. */
function readStateVector(encoded: Uint8Array): Uint8Array {
  const bytes = new Bytes(encoded);
  for (let left = bytes.count(2); left > 0; left--) bytes.id();
  return bytes.left === 0 ? encoded : refuse('trailing-bytes');
}

function readAwareness(bytes: Bytes): readonly AwarenessEntry[] {
  const entries: AwarenessEntry[] = [];
  for (let left = bytes.count(3); left > 0; left--) {
    const { client } = bytes.id();
    entries.push({ clientId: client, state: bytes.block() });
  }
  return bytes.left === 0 ? entries : refuse('trailing-bytes');
}

/** @returns null when the text is no JSON object; an awareness state is one, or `null` for somebody who left. */
export function judgeAwarenessState(state: Uint8Array): 'present' | 'leaving' | null {
  try {
    const value: unknown = JSON.parse(decodeText(state));
    if (typeof value !== 'object' || Array.isArray(value)) return null;
    return value === null ? 'leaving' : 'present';
  } catch (error) {
    if (error instanceof Refusal || error instanceof SyntaxError) return null;
    throw error;
  }
}
