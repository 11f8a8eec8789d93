import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import * as Y from 'yjs';
import type { Visitor } from '../../../server/access/visitor.ts';
import type { Membership, Room } from '../../../server/rooms/room.ts';
import type { Socket } from '../../../server/rooms/socket.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { createGroups } from '../../../shared/board/groups.ts';
import { OrganisationId, ParticipantId, SessionId, WorkshopId } from '../../../shared/protocol/ids.ts';
import {
  decodeLiveMessage,
  type Guests,
  MessageType,
  type Notice,
  type PrivateCounts,
  type Reacted,
  type RosterEntry,
  SyncType,
  type Voters,
} from '../../../shared/protocol/messages.ts';
import type { Session } from '../../../shared/session/session.ts';
import { noteParts } from '../../support/notes.ts';

/** @param kind and number together make an id; equal ones equal ids */
const id = (kind: string, number: number): string => `${kind}${number}`.padEnd(21, '-');

export const visitor = (number: number, role: Role = 'participant'): Visitor => ({
  sessionId: SessionId.parse(id('session', number)),
  workshopId: WorkshopId.parse(id('workshop', 1)),
  participantId: ParticipantId.parse(id('person', number)),
  role,
  name: `Person ${number}`,
  organisationId: OrganisationId.parse(id('organisation', 1)),
  organisation: 'Wells',
  colour: 1,
  remote: false,
});

export function syncFrame(type: number, body: Uint8Array): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, MessageType.sync);
  writeVarUint(encoder, type);
  writeVarUint8Array(encoder, body);
  return toUint8Array(encoder);
}

export type Presences = readonly (readonly [clientId: number, clock: number, state: unknown])[];

export function awarenessFrame(entries: Presences): Uint8Array {
  const body = createEncoder();
  writeVarUint(body, entries.length);
  for (const [clientId, clock, state] of entries) {
    writeVarUint(body, clientId);
    writeVarUint(body, clock);
    writeVarString(body, JSON.stringify(state));
  }
  const encoder = createEncoder();
  writeVarUint(encoder, MessageType.awareness);
  writeVarUint8Array(encoder, toUint8Array(body));
  return toUint8Array(encoder);
}

type PutBack = Extract<Notice, { code: 'put-back' }>;

/** What a client was told, in order, in words. */
export type Heard =
  | { readonly type: 'step-1' | 'step-2' | 'update'; readonly body: Uint8Array }
  | { readonly type: 'awareness'; readonly entries: Presences }
  | { readonly type: 'ack'; readonly received: number }
  | { readonly type: 'roster'; readonly entries: readonly RosterEntry[] }
  /** With what was put back, where that is what it says. */
  | { readonly type: 'notice'; readonly code: string; readonly records?: PutBack['records'] }
  | { readonly type: 'session'; readonly session: Session }
  | { readonly type: 'comments' }
  | { readonly type: 'private-counts'; readonly counts: PrivateCounts }
  | { readonly type: 'reaction'; readonly reacted: Reacted }
  | { readonly type: 'guests'; readonly guests: Guests }
  | { readonly type: 'voters'; readonly voters: Voters };

export function decodeFrame(frame: Uint8Array): Heard {
  const decoder = createDecoder(frame);
  const type = readVarUint(decoder);
  if (type === MessageType.sync) {
    const names = { [SyncType.step1]: 'step-1', [SyncType.step2]: 'step-2', [SyncType.update]: 'update' } as const;
    const name = names[readVarUint(decoder) as keyof typeof names];
    return { type: name, body: readVarUint8Array(decoder) };
  }
  if (type === MessageType.awareness) {
    const body = createDecoder(readVarUint8Array(decoder));
    const entries = Array.from(
      { length: readVarUint(body) },
      () => [readVarUint(body), readVarUint(body), JSON.parse(readVarString(body))] as const,
    );
    return { type: 'awareness', entries };
  }
  const message = decodeLiveMessage(frame);
  switch (message?.type) {
    case 'ack':
      return message;
    case 'roster':
      return { type: 'roster', entries: message.roster.entries };
    case 'notice':
      return message.notice.code === 'put-back'
        ? { type: 'notice', ...message.notice }
        : { type: 'notice', code: message.notice.code };
    case 'session':
    case 'comments':
    case 'private-counts':
    case 'reaction':
    case 'guests':
    case 'voters':
      return message;
    default:
      throw new Error('the server said something unknown');
  }
}

/** @returns the messages in WebSocket frames behind each other, as a server sends them */
export function messagesIn(frames: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(frames.buffer, frames.byteOffset, frames.byteLength);
  const messages: Uint8Array[] = [];
  for (let at = 0; at < frames.length; ) {
    if (view.getUint8(at) !== 0x82) throw new Error('no frame of a whole binary message');
    const short = view.getUint8(at + 1);
    const headerBytes = short < 126 ? 2 : short === 126 ? 4 : 10;
    const bytes = short < 126 ? short : short === 126 ? view.getUint16(at + 2) : Number(view.getBigUint64(at + 2));
    at += headerBytes + bytes;
    if (at > frames.length) throw new Error('a frame that is not whole');
    messages.push(frames.subarray(at - bytes, at));
  }
  return messages;
}

/** Both ends of a socket in memory: what the room sends, a client hears at once. */
export class Peer implements Socket {
  readonly doc = new Y.Doc();
  readonly heard: Heard[] = [];
  #membership: Membership | null = null;
  readonly #early: Uint8Array[] = [];
  /** What each write was of. */
  readonly written: Uint8Array[] = [];
  bufferedBytes = 0;
  #onDrain: (() => void)[] = [];
  closed: { readonly code: number; readonly reason: string } | null = null;

  constructor(room: Room, who: Visitor, { isLive = true } = {}) {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.say(syncFrame(SyncType.update, update));
    });
    this.#membership = room.join(this, who, { isLive });
    for (const frame of this.#early.splice(0)) this.say(frame);
  }

  /** What the room calls. */
  send(frames: Uint8Array): void {
    this.written.push(frames);
    for (const message of messagesIn(frames)) this.hear(message);
  }

  hear(message: Uint8Array): void {
    const heard = decodeFrame(message);
    this.heard.push(heard);
    if (heard.type === 'update' || heard.type === 'step-2') Y.applyUpdate(this.doc, heard.body, this);
    if (heard.type === 'step-1') this.say(syncFrame(SyncType.step2, Y.encodeStateAsUpdate(this.doc, heard.body)));
  }

  whenDrained(call: () => void): void {
    this.#onDrain.push(call);
  }

  /** The network takes all that was buffered. */
  drain(): void {
    this.bufferedBytes = 0;
    for (const call of this.#onDrain.splice(0)) call();
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
  }

  say(frame: Uint8Array): void {
    if (this.#membership === null) this.#early.push(frame);
    else this.#membership.receive(frame);
  }

  leave(): void {
    this.#membership?.leave();
  }

  ask(): void {
    this.say(syncFrame(SyncType.step1, Y.encodeStateVector(this.doc)));
  }

  show(clientId: number, state: unknown, clock = 1): void {
    this.say(awarenessFrame([[clientId, clock, state]]));
  }

  create(recordId: string, meta: Readonly<Record<string, unknown>> = {}): void {
    recordsOf(this.doc).set(recordId, createGroups({ ...noteParts(recordId), meta }));
  }

  /** Everything of one type that was heard, oldest first. */
  all<Type extends Heard['type']>(type: Type): readonly Extract<Heard, { type: Type }>[] {
    return this.heard.filter((heard): heard is Extract<Heard, { type: Type }> => heard.type === type);
  }

  last<Type extends Heard['type']>(type: Type): Extract<Heard, { type: Type }> | undefined {
    return this.all(type).at(-1);
  }

  get recordIds(): readonly string[] {
    return [...recordsOf(this.doc).keys()].sort();
  }
}
