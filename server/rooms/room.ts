import type * as Y from 'yjs';
import { can } from '../../shared/access/capabilities.ts';
import type { Diff } from '../../shared/board/diff.ts';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { BoardId, ParticipantId, SessionId, WorkshopId } from '../../shared/protocol/ids.ts';
import type { Notice, Reacted, Voters } from '../../shared/protocol/messages.ts';
import { parseRoomName, type RoomName } from '../../shared/protocol/room-name.ts';
import { rulesForShared } from '../../shared/session/rules.ts';
import type { Session } from '../../shared/session/session.ts';
import type { Guest } from '../../shared/session/waiting.ts';
import type { Visitor } from '../access/visitor.ts';
import { StorageError, type StorageFailure } from '../storage/update-log.ts';
import { within } from './clock.ts';
import { Compaction } from './compaction/compaction.ts';
import { joinDeleted } from './compaction/join-deleted.ts';
import { Delivery } from './delivery.ts';
import { Edits, type Write } from './edits.ts';
import { Hearing } from './hearing.ts';
import { BoardHistory } from './history.ts';
import { Member } from './member.ts';
import { Owners } from './owners.ts';
import { type Change, Persist } from './persist.ts';
import type { Actor, Outcome } from './review.ts';
import type { PersonFact, RoomActivity, RoomOptions } from './room-options.ts';
import type { Socket } from './socket.ts';
import { readStored, type StoredDocument } from './stored-document.ts';

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
  readonly #edits: Edits;
  readonly history: BoardHistory;
  readonly #delivery: Delivery;
  readonly #hearing: Hearing;
  readonly #compaction: Compaction;
  /** Whoever writes in this very turn without a connection. */
  #writer: Visitor | null = null;
  /** Works under way that are no connections. */
  #holders = 0;
  #phase: 'open' | 'closing' | 'broken' = 'open';
  #isGone = false;

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
      isGathering: () => this.#members.size > limits.room.connectionsAtOnce,
      onDurable: (changes) => this.#deliver(changes),
      onOutage: (failure) => this.#tellOutage(failure),
      onBroken: (error) => this.#break(error),
    });
    const persist = this.#persist;
    const owners = new Owners(doc, options.writers);
    this.history = new BoardHistory({
      ...{ boardId: boardOf(name), store: options.history, clock, log, records: () => this.records },
    });
    this.#edits = new Edits({
      doc,
      persist,
      owners,
      clock,
      history: this.history,
      outside: options.outside,
      // What one person alone reads goes on whatever is locked.
      ...(options.outside === undefined && {
        rules: ({ role, workshopId }: Visitor) =>
          rulesForShared(role, options.sessions.now(workshopId), this.boardId, () => options.sessions.nowMs()),
      }),
      promiseOf: options.promiseOf,
    });
    const stored = () => this.#readStored();
    this.#delivery = new Delivery({ doc, persist, stored, owners, members: this.#members, clock, limits });
    const [edits, delivery, members] = [this.#edits, this.#delivery, this.#members];
    this.#hearing = new Hearing({ ...options, persist, edits, delivery, members });
    this.#compaction = new Compaction({
      ...{ document: name, updateLog, merger: options.merger, log, snapshotBytes, tailBytes },
      tailMaxBytes: limits.room.tailMaxBytes,
      // When so much was written again, the document in memory has gathered as much that a new one would not hold.
      onCompacted: () => joinDeleted(doc),
    });
  }

  get name(): RoomName {
    return this.#options.name;
  }

  get boardId(): BoardId {
    return boardOf(this.#options.name);
  }

  /** How many are in it. */
  get connections(): number {
    return this.#members.size;
  }

  /** Whether nobody is here and nothing is done with it. */
  get isEmpty(): boolean {
    return this.#members.size === 0 && this.#holders === 0;
  }

  /** Keeps the room from being let go while something is done with it. */
  async hold<Result>(work: () => Promise<Result>): Promise<Result> {
    const release = this.retain();
    try {
      return await work();
    } finally {
      release();
    }
  }

  /** Keeps the room from being let go. @returns ends that; to be called once. */
  retain(): () => void {
    this.#holders++;
    return () => {
      this.#holders--;
      if (this.isEmpty) this.#options.onEmpty();
    };
  }

  join(socket: Socket, visitor: Visitor, { isLive }: { readonly isLive: boolean }): Membership {
    const member = new Member(socket, visitor, isLive);
    if (this.#phase !== 'open') member.dismiss(CloseCode.restart, 'closing');
    else {
      this.#members.add(member);
      this.#delivery.welcome(member, this.#options.sessions.now(visitor.workshopId));
      this.#hearing.tellOwed(member);
      const counts = this.#options.privateCounts(visitor.participantId, visitor.workshopId);
      if (counts.own > 0 || counts.counts.length > 0) this.#delivery.tellPrivateCounts(member, counts);
      const guests = can(visitor.role, 'canFacilitate') ? this.#options.guests(visitor.workshopId) : [];
      if (guests.length > 0) this.#delivery.tellGuests([member], { guests: [...guests] });
    }
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

  /** The records as they were last accepted, durable or not. */
  get records(): ReadonlyMap<string, AnyRecord> {
    return this.#edits.records;
  }

  /**
   * Makes an edit of the server on somebody's behalf; everybody sees it like any other.
   * @param actor null: on nobody's, and nobody is to know whose
   * @param retired documents that are empty from the moment in which it is stored
   * @returns what it came to, once it is durable.
   * @throws StorageError when the room takes no edits any more or storage gave up.
   */
  async edit(actor: Actor | null, write: Write, retired: readonly RoomName[] = []): Promise<Diff> {
    return this.#stored(() => this.#edits.write(actor, write, retired));
  }

  /**
   * Makes an edit that somebody asked for without a connection here, as if one of theirs had brought it.
   * @returns what it came to, once it is durable.
   * @throws StorageError when the room takes no edits any more or storage gave up.
   */
  async editAs(visitor: Visitor, write: Write): Promise<Outcome> {
    return this.#stored(() => {
      this.#writer = visitor;
      try {
        return this.#edits.writeAs(visitor, write);
      } finally {
        this.#writer = null;
        this.#options.onEdited(visitor);
      }
    });
  }

  async #stored<Result>(make: () => Result): Promise<Result> {
    if (this.#phase !== 'open') throw new StorageError('closed', 'the room takes no edits any more');
    // Connections keep what is not stored and are told; who waits for an answer here would wait for storage.
    if (this.#persist.isOut) throw new StorageError('io', 'storage takes nothing for now');
    let made: Result;
    try {
      made = make();
    } catch (error) {
      this.#break(error);
      throw error;
    }
    const at = this.#persist.newest;
    await this.#persist.settled(at);
    if (this.#persist.durable < at) throw new StorageError('closed', 'the edit was not stored');
    return made;
  }

  /** Tells everybody here. */
  announce(notice: Notice): void {
    this.#delivery.notify(this.#members, notice);
  }

  /** Whose workshop the board is of, as long as anybody is on it or writes there. */
  get workshopId(): WorkshopId | null {
    const [member] = this.#members;
    return (this.#writer ?? member?.visitor)?.workshopId ?? null;
  }

  get activity(): RoomActivity {
    const here = [...this.#members].filter(({ phase }) => phase === 'here');
    return { tally: this.history.tally, here: [...new Set(here.map(({ visitor }) => visitor.participantId))] };
  }

  /** How much is private by now: each hears their own. */
  tellPrivateCounts(): void {
    for (const member of this.#members) {
      const { participantId, workshopId } = member.visitor;
      this.#delivery.tellPrivateCounts(member, this.#options.privateCounts(participantId, workshopId));
    }
  }

  /**
   * Takes nothing more from now on; what came until then is stored. Who is here stays until `close` or `retire`.
   * @throws StorageError when it cannot be stored.
   */
  async freeze(): Promise<void> {
    if (this.#phase === 'open') this.#phase = 'closing';
    const at = this.#persist.newest;
    if (this.#persist.isOut) throw new StorageError('io', 'storage takes nothing for now');
    await this.#persist.settled(at);
    if (this.#persist.durable < at) throw new StorageError('closed', 'the edits were not stored');
  }

  /** The document is not this one any more: everybody here begins with the one that is stored by now. */
  retire(code: CloseCode): void {
    for (const member of this.#members) member.dismiss(code, 'another document by now');
    this.destroy();
  }

  /** Tells those who lead who waits to be let in. */
  tellGuests(guests: readonly Guest[]): void {
    const leading = [...this.#members].filter(({ visitor }) => can(visitor.role, 'canFacilitate'));
    this.#delivery.tellGuests(leading, { guests: [...guests] });
  }

  tellReaction(reacted: Reacted): void {
    this.#delivery.tellReaction(reacted);
  }

  tellVoters(voters: Voters): void {
    this.#delivery.tellVoters(voters);
  }

  tellCommentsChanged(): void {
    this.#delivery.tellCommentsChanged();
  }

  tellSession(session: Session): void {
    this.#delivery.tellSession(this.#members, session);
  }

  /** Says of everybody here what is known of them now. @param read null for somebody who is not known any more */
  async refreshPeople(read: (id: ParticipantId) => Promise<Pick<Visitor, PersonFact> | null>): Promise<void> {
    for (const id of new Set([...this.#members].map(({ visitor }) => visitor.participantId))) {
      const facts = await read(id);
      for (const member of this.#members) {
        if (facts !== null && member.visitor.participantId === id) member.visitor = { ...member.visitor, ...facts };
      }
    }
    this.#delivery.renewRoster();
  }

  /** Shows everybody out for good, for a board that is not there any more. */
  dismissAll(code: CloseCode, reason: string): void {
    for (const member of this.#members) member.dismiss(code, reason);
  }

  /** Closes the sockets of these sessions; what they sent and was not applied yet never is. */
  closeSessions(sessionIds: ReadonlySet<SessionId>, code: CloseCode): void {
    for (const member of this.#members) {
      if (sessionIds.has(member.visitor.sessionId)) member.dismiss(code, 'session closed');
    }
  }

  /** Whether something in it cannot be shown by any canvas. */
  get hasUnreadable(): boolean {
    return this.#edits.unreadable.size > 0;
  }

  /** Makes sure that the room can be let go: all is durable and the log is short. */
  async rest({ isForced = false } = {}): Promise<void> {
    await this.#persist.settled();
    await Promise.all([this.history.rest(), this.#compaction.run({ isForced })]);
  }

  /** Takes nothing more, stores what it has as long as storage takes it, then closes every socket. */
  async close(code: CloseCode): Promise<void> {
    if (this.#phase === 'open') this.#phase = 'closing';
    const { clock, limits } = this.#options;
    await within(clock, limits.room.closingMaxMs, this.#settle());
    for (const member of this.#members) member.dismiss(code, 'closing');
    this.destroy();
  }

  async #settle(): Promise<void> {
    await Promise.all([this.#persist.settled(), this.#hearing.settled()]);
    await this.history.rest();
  }

  /** Lets go of the memory. Nothing may be unstored unless it is to be lost. */
  destroy(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#options.onGone?.();
    // Whoever found the room before it was let go has to ask for it again.
    if (this.#phase === 'open') this.#phase = 'closing';
    this.#persist.stop();
    this.#delivery.stop();
    this.history.stop();
    this.#doc.destroy();
  }

  #forget(member: Member): void {
    member.phase = 'gone';
    if (!this.#members.delete(member)) return;
    this.#delivery.forget(member);
    if (this.isEmpty) this.#options.onEmpty();
  }

  #receive(member: Member, frame: Uint8Array): void {
    if (member.phase !== 'here' || this.#phase !== 'open') return;
    try {
      const before = this.#persist.newest;
      this.#hearing.hear(member, frame);
      if (this.#persist.newest !== before) this.#options.onEdited(member.visitor);
    } catch (error) {
      this.#break(error);
    }
  }

  #deliver(changes: readonly Change[]): void {
    this.#delivery.deliver(changes);
    this.#compaction.grow(changes.reduce((bytes, { update }) => bytes + update.length, 0));
  }

  #tellOutage(failure: StorageFailure | null): void {
    const { log, name } = this.#options;
    if (failure === null) log.info({ room: name }, 'room.stored-again');
    else log.error({ room: name, failure }, 'room.not-stored');
    this.announce({ code: failure === null ? 'stored-again' : 'not-stored' });
    if (failure !== null) this.#delivery.outage();
  }

  async #readStored(): Promise<StoredDocument | null> {
    try {
      return await readStored(this.#options.updateLog, this.#options.name);
    } catch (error) {
      this.#break(error);
      return null;
    }
  }

  /** A bug must not write: whatever the document is now, what is stored stays as it was and is loaded anew. */
  #break(error: unknown): void {
    if (this.#phase === 'broken') return;
    this.#phase = 'broken';
    this.#persist.stop();
    this.history.stop();
    this.#delivery.stop();
    const { log, name, onBroken } = this.#options;
    log.error({ room: name, err: error }, 'room.broken');
    for (const member of this.#members) member.dismiss(CloseCode.internal, 'internal error');
    onBroken();
  }
}

function boardOf(name: RoomName): BoardId {
  const address = parseRoomName(name);
  if (address === null) throw new Error(`no room is called ${name}`);
  return address.boardId;
}
