import type * as Y from 'yjs';
import type { Role } from '../../shared/access/capabilities.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { permit } from '../access/permit.ts';
import type { GuardReason } from './guard/refusal.ts';
import { checkUpdate, syncStep2Limits, updateLimits } from './guard.ts';
import type { ConnectionLimits } from './limits.ts';
import { type AwarenessEntry, decodeMessage } from './message.ts';

/** What somebody writes. */
export interface Edit {
  readonly update: Uint8Array;
  /** It also repeats every deletion that its sender knows of, whoever made it. */
  readonly isStep2: boolean;
}

/** What a room does with one message. */
export type Verdict =
  | { readonly kind: 'answer'; readonly stateVector: Uint8Array }
  | ({ readonly kind: 'apply'; readonly writers: readonly number[] } & Edit)
  /** Legal and counted, but it brings nothing that the document has a place for. */
  | ({ readonly kind: 'count' } & Edit)
  /** A write without the right to: not applied. */
  | { readonly kind: 'offence' }
  | { readonly kind: 'present'; readonly entries: readonly AwarenessEntry[] }
  /** Presence of somebody who shows none. */
  | { readonly kind: 'ignore' }
  | { readonly kind: 'tell-presence' }
  | { readonly kind: 'close'; readonly code: CloseCode; readonly reason: string };

const tooMuch: ReadonlySet<GuardReason> = new Set([
  'too-many-structs',
  'too-many-clients',
  'too-many-deletes',
  'too-many-marks',
  'too-dear',
  'too-long',
]);

/** Whose message it is. */
export interface Sender {
  readonly role: Role;
  /** Nobody changes the board for now, whatever their role. */
  readonly isFrozen: boolean;
}

/**
 * Decides about one frame: decode once, ask for the right, look at the bytes, in this order. What no case names is refused.
 * Changes nothing.
 */
export function judge(doc: Y.Doc, sender: Sender, frame: Uint8Array, limits: ConnectionLimits): Verdict {
  const { role } = sender;
  const message = decodeMessage(frame, limits);
  switch (message.type) {
    case 'too-large':
      return { kind: 'close', code: CloseCode.limits, reason: 'message too large' };
    case 'unreadable':
      return { kind: 'close', code: CloseCode.notAllowed, reason: 'unreadable message' };
    case 'awareness':
      return permit(role, 'room.be-present') ? { kind: 'present', entries: message.entries } : { kind: 'ignore' };
    case 'sync-step-1':
      return permit(role, 'room.open') ? { kind: 'answer', stateVector: message.stateVector } : { kind: 'offence' };
    case 'query-awareness':
      return permit(role, 'room.open') ? { kind: 'tell-presence' } : { kind: 'offence' };
    case 'sync-step-2':
      return judgeUpdate(doc, sender, { update: message.update, isStep2: true });
    case 'update':
      return judgeUpdate(doc, sender, { update: message.update, isStep2: false });
  }
}

function judgeUpdate(doc: Y.Doc, { role, isFrozen }: Sender, edit: Edit): Verdict {
  const checked = checkUpdate(doc, edit.update, edit.isStep2 ? syncStep2Limits : updateLimits);
  // A stock client's step 2 always repeats the deletions that it knows of: what brings nothing is nobody's offence.
  if (checked.status === 'legal' && !checked.isNews) return { kind: 'count', ...edit };
  // Before legality: what follows on a write that was not applied has a gap, and is the same offence again.
  if (!permit(role, 'room.write')) return { kind: 'offence' };
  if (isFrozen) return { kind: 'close', code: CloseCode.sessionClosed, reason: 'the session is closed' };
  if (checked.status === 'legal') return { kind: 'apply', ...edit, writers: checked.writers };
  const code = tooMuch.has(checked.reason) ? CloseCode.limits : CloseCode.refused;
  return { kind: 'close', code, reason: `update refused: ${checked.reason}` };
}
