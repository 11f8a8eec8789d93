import * as Y from 'yjs';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { SessionId } from '../../shared/protocol/ids.ts';
import { encodeAck, encodeNotice, type Notice } from '../../shared/protocol/messages.ts';
import type { RoomName } from '../../shared/protocol/room-name.ts';
import type { Visitor } from '../access/visitor.ts';
import type { Log } from '../observe/log.ts';
import type { StorageFailure, UpdateLog } from '../storage/update-log.ts';
import { Answers } from './answers.ts';
import { broadcast, broadcastLive } from './broadcast.ts';
import { type Clock, within } from './clock.ts';
import { Compaction } from './compaction.ts';
import { encodeSyncStep1, encodeUpdate } from './frames.ts';
import type { ConnectionLimits, RoomLimits } from './limits.ts';
import { Member } from './member.ts';
import type { Origin } from './origin.ts';
import { type Change, Persist } from './persist.ts';
import { Presence } from './presence.ts';
import { judge, type Verdict } from './receive.ts';
import { encodeRosterOf } from './roster.ts';
import type { Socket } from './socket.ts';
import { NewRecords } from './stamp.ts';

/** What a room shares with every other room of the server. */
export interface RoomSurroundings {
  readonly updateLog: UpdateLog;
  readonly log: Log;
  readonly clock: Clock;
  readonly limits: { readonly connection: ConnectionLimits; readonly room: RoomLimits };
}

export interface RoomOptions extends RoomSurroundings {
  readonly name: RoomName;
  /** Holds what the log holds, and nothing else. The room destroys it. */
  readonly doc: Y.Doc;
  /** Sequence number of the newest entry of the log. */
  readonly last: number;
  readonly snapshotBytes: number;
  readonly tailBytes: number;
  readonly onEmpty: () => void;
  /** The room has given up: it must be loaded again from what is stored. */
  readonly onBroken: () => void;
}

/** A connection's seat in a room. */
export interface Membership {
  /** One message of the client. After `leave`, or once the room has closed the socket, it is not listened to. */
  receive(frame: Uint8Array): void;
  /** Idempotent. */
  leave(): void;
}

/**
 * The live holder of one document. Everything that changes it happens in one turn, one after the other; nothing that it
 * sends says more than the log holds.
 */
export class Room {
  readonly #options: RoomOptions;
  readonly #doc: Y.Doc;
  readonly #members = new Set<Member>();
  readonly #persist: Persist;
  readonly #answers: Answers;
  readonly #presence: Presence;
  readonly #newRecords: NewRecords;
  readonly #compaction: Compaction;
  #phase: 'open' | 'closing' | 'broken' = 'open';
  /** Changes of the transactions under way; they go to the log once those have ended well. */
  #made: Change[] = [];
  #isRosterNew = false;
  #cancelTick: (() => void) | null = null;
  #cancelLate: (() => void) | null = null;

  constructor(options: RoomOptions) {
    const { doc, name, last, clock, limits, updateLog, log, snapshotBytes, tailBytes } = options;
    this.#options = options;
    this.#doc = doc;
    this.#persist = new Persist({
      updateLog,
      document: name,
      last,
      clock,
      limits: limits.room,
      onDurable: (changes) => this.#deliver(changes),
      onOutage: (failure) => this.#tellOutage(failure),
      onBroken: (error) => this.#break(error),
    });
    this.#answers = new Answers(doc, this.#persist);
    this.#presence = new Presence(clock, limits.connection);
    this.#newRecords = new NewRecords(doc);
    this.#compaction = new Compaction({
      ...{ doc, document: name, persist: this.#persist, updateLog, limits: limits.room, log, snapshotBytes, tailBytes },
    });
    doc.on('update', (update: Uint8Array, origin: Origin) => this.#made.push({ update, origin }));
  }

  get isEmpty(): boolean {
    return this.#members.size === 0;
  }

  join(socket: Socket, visitor: Visitor, { isLive }: { readonly isLive: boolean }): Membership {
    const member = new Member(socket, visitor, isLive);
    if (this.#phase !== 'open') member.dismiss(CloseCode.restart, 'closing');
    else this.#welcome(member);
    return {
      receive: (frame) => this.#receive(member, frame),
      leave: () => this.#forget(member),
    };
  }

  /** Reads the document once everything in it is durable, or at once while storage refuses. */
  async read<Result>(look: (doc: Y.Doc) => Result): Promise<Result> {
    if (!this.#persist.isOut) await this.#persist.settled();
    return look(this.#doc);
  }

  /** Closes the sockets of these sessions; what they sent and was not applied yet never is. */
  closeSessions(sessionIds: ReadonlySet<SessionId>, code: CloseCode): void {
    for (const member of this.#members) {
      if (sessionIds.has(member.visitor.sessionId)) member.dismiss(code, 'session closed');
    }
  }

  /** Makes sure that the room can be let go: all is durable and the log is short. */
  async rest({ isForced = false } = {}): Promise<void> {
    await this.#persist.settled();
    await this.#compaction.run({ isForced });
  }

  /** Takes nothing more, stores what it has as long as storage takes it, then closes every socket. */
  async close(code: CloseCode): Promise<void> {
    if (this.#phase === 'open') this.#phase = 'closing';
    const { clock, limits } = this.#options;
    await within(clock, limits.room.closingMaxMs, this.#persist.settled());
    for (const member of this.#members) member.dismiss(code, 'closing');
    this.destroy();
  }

  /** Lets go of the memory. Nothing may be unstored unless it is to be lost. */
  destroy(): void {
    this.#persist.stop();
    this.#cancelTick?.();
    this.#cancelLate?.();
    this.#doc.destroy();
  }

  #welcome(member: Member): void {
    this.#members.add(member);
    member.socket.send(encodeSyncStep1(this.#doc));
    const others = this.#presence.encodeOthers(member);
    if (others) member.socket.send(others);
    if (this.#persist.isOut) this.#notify([member], 'not-stored');
    this.#isRosterNew = true;
    this.#flushSoon();
  }

  #forget(member: Member): void {
    member.phase = 'gone';
    if (!this.#members.delete(member)) return;
    this.#answers.forget(member);
    this.#presence.forget(member);
    this.#isRosterNew = true;
    this.#flushSoon();
    if (this.isEmpty) this.#options.onEmpty();
  }

  #receive(member: Member, frame: Uint8Array): void {
    if (member.phase !== 'here' || this.#phase !== 'open') return;
    const { limits } = this.#options;
    try {
      this.#obey(member, judge(this.#doc, member.visitor.role, frame, limits.connection));
    } catch (error) {
      this.#break(error);
    }
  }

  #obey(member: Member, verdict: Verdict): void {
    switch (verdict.kind) {
      case 'apply':
        this.#apply(member, verdict.update);
        break;
      case 'count':
        this.#count(member);
        break;
      case 'ignore':
        break;
      case 'offence':
        this.#punish(member);
        break;
      case 'answer':
        this.#answers.give(member, verdict.stateVector);
        break;
      case 'present':
        if (this.#presence.hear(member, verdict.entries)) this.#isRosterNew = true;
        this.#flushSoon();
        break;
      case 'tell-presence': {
        const others = this.#presence.encodeOthers(member);
        if (others) member.socket.send(others);
        break;
      }
      case 'close': {
        const { sessionId } = member.visitor;
        this.#options.log.warn({ room: this.#options.name, sessionId, reason: verdict.reason }, 'message.refused');
        member.dismiss(verdict.code, verdict.reason);
        break;
      }
    }
  }

  #apply(member: Member, update: Uint8Array): void {
    const { clock, limits } = this.#options;
    if (this.#persist.unstoredBytes > limits.room.unstoredMaxBytes) {
      member.dismiss(CloseCode.internal, 'storage is out of reach');
      return;
    }
    const origin: Origin = { by: 'member', member };
    Y.applyUpdate(this.#doc, update, origin);
    if (!this.#newRecords.isEmpty) {
      const server: Origin = { by: 'server' };
      const stamp = { author: member.visitor.participantId, created: clock.nowMs() };
      this.#doc.transact(() => this.#newRecords.stamp(stamp), server);
    }
    const made = this.#made;
    this.#made = [];
    this.#persist.add(made);
    this.#count(member);
  }

  /** A step 2 or update of this connection is dealt with; it is acknowledged once all before it and itself are durable. */
  #count(member: Member): void {
    if (!member.isLive) return;
    member.acks.note(this.#persist.newest);
    this.#acknowledge(member);
  }

  #acknowledge(member: Member): void {
    const count = member.acks.advance(this.#persist.durable);
    if (count !== null && member.phase === 'here') member.socket.send(encodeAck(count));
  }

  #punish(member: Member): void {
    member.offences++;
    this.#notify([member], 'read-only');
    if (member.offences >= this.#options.limits.connection.offencesMax) {
      member.dismiss(CloseCode.notAllowed, 'may only read');
    }
  }

  /** What has become durable goes to everybody but whom it came from; then those hear of it who waited. */
  #deliver(changes: readonly Change[]): void {
    let bytes = 0;
    for (const { update, origin } of changes) {
      bytes += update.length;
      broadcast(this.#members, encodeUpdate(update), origin.by === 'member' ? origin.member : null);
    }
    this.#answers.deliver();
    for (const member of this.#members) if (member.isLive) this.#acknowledge(member);
    this.#compaction.grow(bytes);
  }

  #tellOutage(failure: StorageFailure | null): void {
    const { log, name } = this.#options;
    if (failure === null) log.info({ room: name }, 'room.stored-again');
    else log.error({ room: name, failure }, 'room.not-stored');
    this.#notify(this.#members, failure === null ? 'stored-again' : 'not-stored');
  }

  #notify(members: Iterable<Member>, code: Notice['code']): void {
    broadcastLive(members, encodeNotice({ code }));
  }

  /** Presence and roster: at once where few would have to be told, else together with what else happens in a tick. */
  #flushSoon(): void {
    const { clock, limits } = this.#options;
    if (this.#members.size <= limits.room.connectionsAtOnce) this.#flush();
    else this.#cancelTick ??= clock.after(limits.room.tickMs, () => this.#flush());
  }

  #flush(): void {
    this.#cancelTick?.();
    this.#cancelTick = null;
    if (this.#presence.hasChanged) {
      const changesFor = this.#presence.takeChanges();
      for (const member of this.#members) {
        const frame = changesFor(member);
        if (frame && member.phase === 'here') member.socket.send(frame);
      }
    }
    if (this.#isRosterNew) {
      this.#isRosterNew = false;
      broadcastLive(this.#members, encodeRosterOf(this.#members));
    }
    if (this.#presence.hasLate) this.#flushLate();
  }

  #flushLate(): void {
    const { clock, limits } = this.#options;
    this.#cancelLate ??= clock.after(1_000 / limits.connection.awarenessPerSecond, () => {
      this.#cancelLate = null;
      this.#presence.admitLate();
      this.#flushSoon();
    });
  }

  /** A bug must not write: whatever the document is now, what is stored stays as it was and is loaded anew. */
  #break(error: unknown): void {
    if (this.#phase === 'broken') return;
    this.#phase = 'broken';
    this.#persist.stop();
    const { log, name, onBroken } = this.#options;
    log.error({ room: name, err: error }, 'room.broken');
    for (const member of this.#members) member.dismiss(CloseCode.internal, 'internal error');
    onBroken();
  }
}
