import * as Y from 'yjs';
import type { Guests, Notice, PrivateCounts, Reacted, Voters } from '../../shared/protocol/messages.ts';
import type { Session } from '../../shared/session/session.ts';
import { Answers } from './answers.ts';
import { Backlog, PRESENCE_SHARE, UPDATES_SHARE } from './backlog.ts';
import { Broadcast, type OutgoingUpdate } from './broadcast.ts';
import type { Clock } from './clock.ts';
import {
  commentsChanged,
  concat,
  encodeAckFrame,
  encodeAwareness,
  encodeGuestsFrame,
  encodeNoticeFrame,
  encodePrivateCountsFrame,
  encodeReactedFrame,
  encodeSessionFrame,
  encodeUpdate,
  encodeVotersFrame,
} from './frames.ts';
import type { ConnectionLimits, RoomLimits } from './limits.ts';
import type { Member } from './member.ts';
import type { AwarenessEntry } from './message.ts';
import type { Owners } from './owners.ts';
import type { Change, Persist } from './persist.ts';
import { Presence } from './presence.ts';
import { encodeRosterOf } from './roster.ts';
import type { StoredDocument } from './stored-document.ts';

export interface DeliveryOptions {
  readonly doc: Y.Doc;
  readonly persist: Persist;
  /** Reads the document as the log holds it; null when it cannot be read. Never rejects. */
  readonly stored: () => Promise<StoredDocument | null>;
  readonly owners: Owners;
  readonly members: ReadonlySet<Member>;
  readonly clock: Clock;
  readonly limits: { readonly connection: ConnectionLimits; readonly room: RoomLimits };
}

/**
 * All that a room says to its members, and when. Nothing of it tells more than the log holds. Small rooms are told at
 * once; in larger ones what happens within a tick goes out together, one write per socket.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #answers: Answers;
  readonly #presence: Presence;
  readonly #presenceMaxBytes: number;
  readonly #updatesMaxBytes: number;
  /** Durable and not yet sent, in the order of the log. */
  #updates: OutgoingUpdate[] = [];
  #isRosterNew = false;
  #rosterAtMs = Number.NEGATIVE_INFINITY;
  #cancelTick: (() => void) | null = null;
  #cancelLate: (() => void) | null = null;
  #cancelRoster: (() => void) | null = null;
  #commentsAtMs = Number.NEGATIVE_INFINITY;
  #cancelComments: (() => void) | null = null;

  constructor(options: DeliveryOptions) {
    this.#options = options;
    const { doc, persist, stored, owners, clock, limits } = options;
    this.#answers = new Answers(doc, persist, stored);
    this.#presence = new Presence(clock, limits.connection, owners);
    this.#presenceMaxBytes = limits.connection.bufferedMaxBytes * PRESENCE_SHARE;
    this.#updatesMaxBytes = limits.connection.bufferedMaxBytes * UPDATES_SHARE;
  }

  stop(): void {
    this.#cancelTick?.();
    this.#cancelLate?.();
    this.#cancelRoster?.();
    this.#cancelComments?.();
  }

  /** Before it is asked for what it has, it hears whether the session takes that. The others' presence comes once it asks. */
  welcome(member: Member, session: Session): void {
    this.tellSession([member], session);
    member.socket.send(this.#answers.question);
    if (this.#options.persist.isOut) this.notify([member], { code: 'not-stored' });
    this.renewRoster();
  }

  forget(member: Member): void {
    this.#answers.forget(member);
    this.#presence.forget(member);
    this.renewRoster();
  }

  /** Who is here, or what they are called, has changed. */
  renewRoster(): void {
    this.#isRosterNew = true;
    this.#flushSoon();
  }

  /** Answers a sync step 1. @returns whether it asks again and again without waiting for the answers or taking them */
  answer(member: Member, stateVector: Uint8Array): 'answered' | 'kept' | 'too-many' {
    if (!member.readsDocument) {
      member.readsDocument = true;
      this.tellPresence(member);
    }
    if (member.socket.bufferedBytes > this.#updatesMaxBytes) return this.#backlogOf(member).ask(stateVector);
    return this.#answers.give(member, stateVector);
  }

  hear(member: Member, entries: readonly AwarenessEntry[]): void {
    if (this.#presence.hear(member, entries)) this.#isRosterNew = true;
    if (this.#presence.hasChanged || this.#presence.hasLate || this.#isRosterNew) this.#flushSoon();
  }

  /** Everybody else's presence. */
  tellPresence(member: Member): void {
    const others = this.#presence.others(member);
    if (others.length > 0) member.socket.send(encodeAwareness(others));
  }

  /** Storage begins to refuse. */
  outage(): void {
    this.#answers.outage();
  }

  notify(members: Iterable<Member>, notice: Notice): void {
    this.#tellLive(members, encodeNoticeFrame(notice));
  }

  tellPrivateCounts(member: Member, counts: PrivateCounts): void {
    this.#tellLive([member], encodePrivateCountsFrame(counts));
  }

  tellGuests(members: Iterable<Member>, guests: Guests): void {
    this.#tellLive(members, encodeGuestsFrame(guests));
  }

  tellReaction(reacted: Reacted): void {
    this.#tellLive(this.#options.members, encodeReactedFrame(reacted));
  }

  tellVoters(voters: Voters): void {
    this.#tellLive(this.#options.members, encodeVotersFrame(voters));
  }

  tellSession(members: Iterable<Member>, session: Session): void {
    this.#tellLive(members, encodeSessionFrame(session));
  }

  /** At once, and what follows shortly after together. */
  tellCommentsChanged(): void {
    if (this.#cancelComments !== null) return;
    const { clock, limits } = this.#options;
    const waitMs = this.#commentsAtMs + limits.room.commentsEveryMs - clock.monotonicMs();
    if (waitMs > 0) this.#cancelComments = clock.after(waitMs, () => this.#tellComments());
    else this.#tellComments();
  }

  #tellComments(): void {
    this.#cancelComments = null;
    this.#commentsAtMs = this.#options.clock.monotonicMs();
    this.#tellLive(this.#options.members, commentsChanged);
  }

  #tellLive(members: Iterable<Member>, frames: Uint8Array): void {
    for (const member of members) if (member.isLive && member.phase === 'here') member.socket.send(frames);
  }

  /** A step 2 or update of this connection is dealt with; it is acknowledged once all before it and itself are durable. */
  count(member: Member): void {
    const { newest, durable } = this.#options.persist;
    if (!member.isLive) return;
    member.acks.note(newest);
    if (member.acks.isDue(durable)) this.#flushSoon();
  }

  /** What has become durable goes to everybody but whom it came from; then those hear of it who waited. */
  deliver(changes: readonly Change[]): void {
    const first = this.#options.persist.durable - changes.length + 1;
    const updates = changes.map(({ update, origin }, index) => ({
      ...{ at: first + index, frames: encodeUpdate(update), from: origin.by === 'member' ? origin.member : null },
    }));
    this.#answers.deliver(updates);
    this.#updates.push(...updates);
    // They have waited for the tick before they were stored; what has come since waits for the next.
    this.#flush();
    this.gather();
  }

  /** Something waits to be stored: in a larger room with the next tick, all of it in one append. */
  gather(): void {
    if (this.#options.persist.hasQueued) this.#flushSoon();
  }

  #flushSoon(): void {
    const { clock, limits, members, persist } = this.#options;
    const { connectionsAtOnce, connectionsMany, tickMs, tickOfManyMs } = limits.room;
    if (members.size <= connectionsAtOnce) {
      // The room may have become small while they waited.
      if (persist.hasQueued) persist.write();
      this.#flush();
    } else this.#cancelTick ??= clock.after(members.size < connectionsMany ? tickMs : tickOfManyMs, () => this.#tick());
  }

  /** What waits is stored first and goes out with the rest as soon as it is; a disk that hesitates holds up nothing else. */
  #tick(): void {
    this.#cancelTick = null;
    const { persist, clock, limits } = this.#options;
    if (!persist.hasQueued) {
      this.#flush();
      return;
    }
    persist.write();
    this.#cancelTick = clock.after(limits.room.tickMs, () => this.#flush());
  }

  /** Everything is forwarded before anything is acknowledged. */
  #flush(): void {
    const { members, persist } = this.#options;
    this.#cancelTick?.();
    this.#cancelTick = null;
    const broadcast = new Broadcast(this.#updates, this.#presence.takeChanges(), this.#takeRoster());
    this.#updates = [];
    const acknowledged: Member[] = [];
    for (const member of members) {
      if (member.phase !== 'here') continue;
      if (member.acks.isDue(persist.durable)) acknowledged.push(member);
      else if (!broadcast.isEmpty) this.#tell(member, broadcast, []);
    }
    for (const member of acknowledged) {
      const received = member.acks.advance(persist.durable);
      this.#tell(member, broadcast, received === null ? [] : [encodeAckFrame(received)]);
    }
    if (this.#presence.hasLate) this.#flushLate();
  }

  /** All that one member hears in a tick, in one write. */
  #tell(member: Member, broadcast: Broadcast, acks: readonly Uint8Array[]): void {
    const isBehind = member.backlog !== null || member.socket.bufferedBytes > this.#presenceMaxBytes;
    const shared = isBehind ? null : broadcast.sharedWith(member);
    const parts = shared === null ? this.#partsFor(member, broadcast, isBehind) : [shared];
    const frames = concat([...parts, ...acks]);
    if (frames.length > 0) member.socket.send(frames);
  }

  #partsFor(member: Member, broadcast: Broadcast, isBehind: boolean): readonly Uint8Array[] {
    if (!member.readsDocument) return member.isLive && broadcast.roster !== null ? [broadcast.roster] : [];
    if (isBehind) {
      const backlog = this.#backlogOf(member);
      backlog.missPresence(broadcast.presence, member.clientId);
      if (broadcast.roster !== null) backlog.isRosterMissed = true;
      return broadcast.updatesFor(member, backlog.through);
    }
    const presence = broadcast.presenceFor(member);
    const roster = member.isLive ? broadcast.roster : null;
    const updates = broadcast.updatesFor(member, Number.POSITIVE_INFINITY);
    return [...updates, ...(presence ? [presence] : []), ...(roster ? [roster] : [])];
  }

  #backlogOf(member: Member): Backlog {
    const { doc, persist } = this.#options;
    if (member.backlog === null) {
      member.backlog = new Backlog();
      member.socket.whenDrained(() => this.#catchUp(member));
    }
    // What is on its way into the log still goes out, so that it is known here what the member will know.
    if (member.socket.bufferedBytes > this.#updatesMaxBytes)
      member.backlog.stopUpdates(persist.newest, () => Y.encodeStateVector(doc));
    return member.backlog;
  }

  /** The network has taken all that was on its way: what was left out meanwhile follows, in its newest form. */
  #catchUp(member: Member): void {
    const { backlog } = member;
    if (backlog === null || member.phase !== 'here') return;
    member.backlog = null;
    const presence = backlog.encodePresence();
    if (presence) member.socket.send(presence);
    if (backlog.isRosterMissed && member.isLive) member.socket.send(encodeRosterOf(this.#options.members));
    if (backlog.stateVector !== null) this.#answers.catchUp(member, backlog.stateVector);
  }

  /** @returns who is here, if that has changed and was not said only just now */
  #takeRoster(): Uint8Array | null {
    if (!this.#isRosterNew) return null;
    const { clock, limits, members } = this.#options;
    const waitMs = this.#rosterAtMs + limits.room.rosterEveryMs - clock.monotonicMs();
    if (members.size > limits.room.connectionsAtOnce && waitMs > 0) {
      this.#cancelRoster ??= clock.after(waitMs, () => {
        this.#cancelRoster = null;
        this.#flushSoon();
      });
      return null;
    }
    this.#isRosterNew = false;
    this.#rosterAtMs = clock.monotonicMs();
    return encodeRosterOf(members);
  }

  #flushLate(): void {
    const { clock, limits } = this.#options;
    this.#cancelLate ??= clock.after(1_000 / limits.connection.awarenessPerSecond, () => {
      this.#cancelLate = null;
      this.#presence.admitLate();
      this.#flushSoon();
    });
  }
}
