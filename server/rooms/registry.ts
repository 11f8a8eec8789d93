import type * as Y from 'yjs';
import type { AnyRecord } from '../../shared/board/groups.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { BoardId, ParticipantId, SessionId, WorkshopId } from '../../shared/protocol/ids.ts';
import type { Notice, PrivateCounts, Reacted, Voters } from '../../shared/protocol/messages.ts';
import {
  formatRoomName,
  ownLayersOf,
  parseRoomName,
  type RoomAddress,
  type RoomName,
} from '../../shared/protocol/room-name.ts';
import type { Session } from '../../shared/session/session.ts';
import type { Guest } from '../../shared/session/waiting.ts';
import { StorageError } from '../storage/update-log.ts';
import { Admissions } from './admissions.ts';
import { systemClock, within } from './clock.ts';
import { shortenLoaded } from './compaction/compaction.ts';
import { defaultLimits, roomLimits } from './limits.ts';
import { loadStored, type Stored } from './load-stored.ts';
import { keepsNothing } from './no-history.ts';
import { type EmptyWork, emptyOwnLayers, type OwnAddress } from './own-layers/empty-own-layers.ts';
import { createKeepPrivately } from './own-layers/keep-privately.ts';
import { OwnLayers } from './own-layers/own-layers.ts';
import { promiseIn } from './own-layers/own-promise.ts';
import { factsOf } from './person-facts.ts';
import { readRecords } from './read-records.ts';
import type { OpenResult, RegistryOptions } from './registry-options.ts';
import { Room } from './room.ts';
import type { RoomActivity, RoomSurroundings } from './room-options.ts';
import { buildDocument } from './stored-document.ts';

/** The layer that everybody reads, around one that only one person does. */
interface Wider {
  readonly records: ReadonlyMap<string, AnyRecord>;
  readonly release: () => void;
}

type Entry =
  | { readonly phase: 'loading'; readonly loading: Promise<OpenResult> }
  | { readonly phase: 'open'; readonly room: Room; readonly cancelIdle: () => void }
  /** On the way out, unless somebody comes back. */
  | { readonly phase: 'resting'; readonly room: Room };

/** All rooms of this server: each document is loaded once, however many ask for it, and let go when nobody is left. */
export class Registry {
  readonly #surroundings: RoomSurroundings;
  readonly #people: RegistryOptions['people'];
  readonly #entries = new Map<RoomName, Entry>();
  readonly admissions = new Admissions();
  /** How much is written privately on the boards that are open here. */
  readonly #own: OwnLayers;
  readonly #keepPrivately: ReturnType<typeof createKeepPrivately>;
  #closing: Promise<void> | null = null;

  constructor({
    updateLog,
    history,
    merger,
    log,
    sessions,
    people,
    guests,
    clock = systemClock,
    limits,
  }: RegistryOptions) {
    this.#people = people;
    this.#surroundings = {
      ...{ updateLog, history, merger, log, clock, sessions, guests },
      limits: { connection: { ...defaultLimits, ...limits?.connection }, room: { ...roomLimits, ...limits?.room } },
    };
    this.#keepPrivately = createKeepPrivately({ registry: this, clock, log });
    this.#own = new OwnLayers({
      ...{ log: updateLog, people, clock, afterMs: this.#surroundings.limits.room.countsAfterMs },
      tell: (boardId) => this.#opened(formatRoomName({ layer: 'shared', boardId }))?.tellPrivateCounts(),
    });
  }

  async open(name: RoomName): Promise<OpenResult> {
    if (this.#closing !== null) return { status: 'unavailable', failure: 'closed' };
    const entry = this.#entries.get(name);
    switch (entry?.phase) {
      case 'loading':
        return entry.loading;
      case 'open':
        entry.cancelIdle();
        this.#keep(name, entry.room);
        return { status: 'open', room: entry.room };
      case 'resting':
        this.#keep(name, entry.room);
        return { status: 'open', room: entry.room };
      case undefined: {
        const loading = this.#load(name);
        this.#entries.set(name, { phase: 'loading', loading });
        return loading;
      }
    }
  }

  /** Whether one more connection is carried, by the room and by all of them together. */
  hasPlaceIn(room: Room): boolean {
    const { connectionsMax, connectionsInAllMax } = this.#surroundings.limits.room;
    if (room.connections >= connectionsMax) return false;
    return this.#rooms.reduce((sum, { connections }) => sum + connections, 0) < connectionsInAllMax;
  }

  /**
   * Works with a room, loading it if need be. It is not let go while the work is under way.
   * @throws StorageError when storage is out of reach.
   */
  async withRoom<Result>(name: RoomName, work: (room: Room) => Promise<Result>): Promise<Result | 'damaged'> {
    const opened = await this.open(name);
    if (opened.status === 'damaged') return 'damaged';
    if (opened.status === 'unavailable') throw new StorageError(opened.failure, 'the document cannot be opened');
    return opened.room.hold(() => work(opened.room));
  }

  /**
   * Looks at a document once what is under way in it is stored.
   * @throws StorageError when storage is out of reach.
   */
  read<Result>(name: RoomName, look: (doc: Y.Doc) => Result): Promise<Result | 'damaged'> {
    return this.withRoom(name, (room) => room.read(look));
  }

  /**
   * The records of a board as they are, for whoever goes through many: no room is opened for it. What the journal of an
   * open one holds back is stored first, so that it tells of everything that the records do not.
   * @throws StorageError when storage is out of reach.
   */
  async glance(name: RoomName): Promise<readonly AnyRecord[] | 'damaged'> {
    const room = this.#opened(name);
    if (room === null) return readRecords(this.#surroundings.updateLog, name);
    await room.history.flush();
    return [...room.records.values()];
  }

  /** Tells everybody who is in a room; nobody is when it is not open. */
  announce(name: RoomName, notice: Notice): void {
    this.#opened(name)?.announce(notice);
  }

  /** What goes on in a room; null when it is not open. */
  activityIn(name: RoomName): RoomActivity | null {
    return this.#opened(name)?.activity ?? null;
  }

  /** How much each organisation has written privately so far, as everybody on the board hears it. It has to be open. */
  hiddenOn(boardId: BoardId, asker: ParticipantId): PrivateCounts['counts'] {
    return this.#own.countsFor(boardId, asker, true).counts;
  }

  /** Tells everybody in a room that something was said or settled beside it. */
  tellCommentsChanged(name: RoomName): void {
    this.#opened(name)?.tellCommentsChanged();
  }

  /** Tells those who lead a workshop who waits to be let in. */
  tellGuests(workshopId: WorkshopId, guests: readonly Guest[]): void {
    for (const room of this.#roomsOf(workshopId)) room.tellGuests(guests);
  }

  /** Tells everybody in a room what somebody shows them. */
  tellReaction(name: RoomName, reacted: Reacted): void {
    this.#opened(name)?.tellReaction(reacted);
  }

  /** Tells everybody on a board how many have voted. */
  tellVoters(boardId: BoardId, voters: Voters): void {
    this.#opened(formatRoomName({ layer: 'shared', boardId }))?.tellVoters(voters);
  }

  /** Tells everybody on a board of a workshop how its session stands. */
  tellSession(workshopId: WorkshopId, session: Session): void {
    for (const room of this.#roomsOf(workshopId)) room.tellSession(session);
  }

  /** The layers of this board that only one person reads each, as far as something was written in them. */
  async ownLayers(boardId: BoardId): Promise<readonly OwnAddress[]> {
    const names = await this.#surroundings.updateLog.list(ownLayersOf(boardId));
    return names.map(parseRoomName).filter((address) => address?.layer === 'own');
  }

  /** As `emptyOwnLayers` does; whoever is in one of the layers begins anew then, with what the server never got. */
  emptyOwnLayers<Result>(addresses: readonly OwnAddress[], work: EmptyWork<Result>): Promise<Result> {
    return emptyOwnLayers(addresses, work, {
      open: (name) => this.open(name),
      log: this.#surroundings.log,
      letGo: (address, room) => this.#drop(formatRoomName(address), room),
      onEmpty: (address) => this.#own.empty(address),
    });
  }

  /** Keeps what stands on the boards on which somebody is as a version. Never rejects. */
  async keepSessionEnd(workshopId: WorkshopId): Promise<void> {
    await Promise.all(this.#roomsOf(workshopId).map(({ history }) => history.rest()));
  }

  /**
   * Somebody's name or organisation has changed: everybody on a board of the workshop sees the new one.
   * @throws StorageError when storage is out of reach.
   */
  async refreshPeople(workshopId: WorkshopId): Promise<void> {
    for (const room of this.#roomsOf(workshopId)) await room.refreshPeople((id) => factsOf(this.#people, id));
    for (const boardId of new Set(this.#roomsOf(workshopId).map((room) => room.boardId))) {
      await this.#own.refresh(boardId);
    }
  }

  /** Shows everybody out of a board, also those that are only just being let in. */
  dismissAll(boardId: BoardId, code: CloseCode, reason: string): void {
    this.admissions.refuse([formatRoomName({ layer: 'shared', boardId })], code);
    for (const room of this.#roomsOfBoard(boardId)) room.dismissAll(code, reason);
  }

  get #rooms(): readonly Room[] {
    return [...this.#entries.values()].flatMap((entry) => (entry.phase === 'loading' ? [] : [entry.room]));
  }

  /** Those on which somebody is. */
  #roomsOf(workshopId: WorkshopId): readonly Room[] {
    return this.#rooms.filter((room) => room.workshopId === workshopId);
  }

  /** All layers of it. */
  #roomsOfBoard(boardId: BoardId): readonly Room[] {
    return this.#rooms.filter((room) => room.boardId === boardId);
  }

  #opened(name: RoomName): Room | null {
    const entry = this.#entries.get(name);
    return entry === undefined || entry.phase === 'loading' ? null : entry.room;
  }

  /** Closes every socket of these sessions, also those that are only just being let in. */
  closeSessions(sessionIds: readonly SessionId[], code: CloseCode): void {
    const ids = new Set(sessionIds);
    this.admissions.refuse(ids, code);
    for (const room of this.#rooms) room.closeSessions(ids, code);
  }

  /** The same in one workshop: whoever has lost it keeps the others. */
  closeSessionsIn(workshopId: WorkshopId, sessionIds: readonly SessionId[], code: CloseCode): void {
    const ids = new Set(sessionIds);
    this.admissions.refuse(
      [...ids].map((id) => `${id} ${workshopId}` as const),
      code,
    );
    for (const room of this.#roomsOf(workshopId)) room.closeSessions(ids, code);
  }

  /** Opens nothing more, stores what is under way, acknowledges it, closes every socket. Idempotent. */
  closeAll(code: CloseCode): Promise<void> {
    this.#closing ??= this.#closeEntries(code);
    return this.#closing;
  }

  async #closeEntries(code: CloseCode): Promise<void> {
    const { clock, limits } = this.#surroundings;
    await Promise.all(
      [...this.#entries.values()].map(async (entry) => {
        if (entry.phase === 'open') entry.cancelIdle();
        // A load that comes to its end from now on finds that it is too late.
        if (entry.phase === 'loading') await within(clock, limits.room.closingMaxMs, entry.loading);
        else await entry.room.close(code);
      }),
    );
    this.#entries.clear();
    this.#own.stop();
  }

  async #load(name: RoomName): Promise<OpenResult> {
    const { clock } = this.#surroundings;
    const startedMs = clock.monotonicMs();
    const address = addressOf(name);
    const wider = address.layer === 'own' ? await this.open(formatRoomName({ ...address, layer: 'shared' })) : null;
    if (wider !== null && wider.status !== 'open') {
      this.#entries.delete(name);
      return wider;
    }
    // From the turn on in which it is open: what is written here refers to it.
    const surrounding = wider === null ? null : { records: wider.room.records, release: wider.room.retain() };
    try {
      const opened = await this.#loadWithin(name, address, surrounding, startedMs);
      if (opened.status !== 'open') surrounding?.release();
      else if (wider !== null && !this.#holds(wider.room.name, wider.room)) {
        // What it refers to was given up while it was loaded.
        this.#drop(name, opened.room);
        opened.room.retire(CloseCode.internal);
        return { status: 'unavailable', failure: 'io' };
      }
      return opened;
    } catch (error) {
      this.#entries.delete(name);
      surrounding?.release();
      throw error;
    }
  }

  async #loadWithin(name: RoomName, address: RoomAddress, wider: Wider | null, startedMs: number): Promise<OpenResult> {
    const { log, clock, limits } = this.#surroundings;
    const along = async () => (address.layer === 'shared' ? this.#own.load(address.boardId) : undefined);
    const loaded = await loadStored(this.#surroundings, name, along);
    if (loaded.status === 'damaged' || loaded.status === 'unavailable') {
      this.#entries.delete(name);
      return loaded;
    }
    const { status, updates, tailBytes, last } = loaded;
    const short = await shortenLoaded(this.#surroundings, name, loaded, limits.room.tailMaxBytes);
    if (this.#closing !== null) return { status: 'unavailable', failure: 'closed' };
    let room: Room;
    try {
      room = this.#build(name, address, wider, short);
    } catch (error) {
      // The bytes are those that were stored, and yet they are no document.
      this.#entries.delete(name);
      log.error({ room: name, err: error }, 'room.damaged');
      return { status: 'damaged' };
    }
    const tookMs = Math.round(clock.monotonicMs() - startedMs);
    log.info({ room: name, status, last, updates: updates.length, tailBytes, tookMs }, 'room.opened');
    this.#keep(name, room);
    if (status === 'rebuilt') void room.rest({ isForced: true });
    return { status: 'open', room };
  }

  #build(name: RoomName, address: RoomAddress, wider: Wider | null, loaded: Stored): Room {
    const { boardId } = address;
    const room = new Room({
      ...this.#surroundings,
      // Whoever reads the past of a board reads everybody's.
      ...(address.layer === 'own' && { history: keepsNothing }),
      name,
      outside: wider?.records,
      ...(address.layer === 'own' && { promiseOf: (record) => promiseIn(this.#sessionOf(room), boardId, record) }),
      privateCounts: (participantId, workshopId) =>
        address.layer === 'own'
          ? { counts: [], own: 0 }
          : this.#own.countsFor(boardId, participantId, this.#isPrivate(workshopId, boardId)),
      ...(address.layer === 'shared' && {
        keepPrivately: (visitor, change) => this.#keepPrivately(boardId, visitor, change),
      }),
      onEdited: (visitor) => {
        if (address.layer === 'own') this.#own.count(address, visitor.organisationId, room.records.values());
      },
      onGone: () => {
        wider?.release();
        if (address.layer === 'shared') this.#own.forget(boardId);
      },
      doc: buildDocument(loaded),
      last: loaded.last,
      snapshotBytes: loaded.snapshot?.length ?? 0,
      tailBytes: loaded.tailBytes,
      writers: loaded.writers,
      onEmpty: () => this.#release(name, room),
      onBroken: () => this.#drop(name, room),
    });
    return room;
  }

  /** Keeps a room for a while; then lets it go unless somebody is in it. */
  #keep(name: RoomName, room: Room): void {
    const { clock, limits } = this.#surroundings;
    const cancelIdle = clock.after(limits.room.idleMs, () => {
      if (this.#holds(name, room) && room.isEmpty) void this.#rest(name, room);
    });
    this.#entries.set(name, { phase: 'open', room, cancelIdle });
  }

  #release(name: RoomName, room: Room): void {
    const entry = this.#entries.get(name);
    if (this.#closing !== null || entry?.phase !== 'open' || entry.room !== room) return;
    entry.cancelIdle();
    this.#keep(name, room);
  }

  async #rest(name: RoomName, room: Room): Promise<void> {
    const resting: Entry = { phase: 'resting', room };
    this.#entries.set(name, resting);
    await room.rest();
    // Somebody came back meanwhile, and may have left again and be resting anew; or the server closes.
    if (this.#closing !== null || this.#entries.get(name) !== resting) return;
    this.#drop(name, room);
    room.destroy();
    this.#surroundings.log.info({ room: name }, 'room.closed');
  }

  #drop(name: RoomName, room: Room): void {
    const entry = this.#entries.get(name);
    if (entry === undefined || !this.#holds(name, room)) return;
    if (entry.phase === 'open') entry.cancelIdle();
    this.#entries.delete(name);
    // What is written in narrower layers refers to this room's records.
    if (addressOf(name).layer === 'shared')
      for (const narrower of this.#roomsOfBoard(room.boardId)) {
        this.#entries.delete(narrower.name);
        narrower.retire(CloseCode.internal);
      }
  }

  #sessionOf({ workshopId }: Room): Session | null {
    return workshopId === null ? null : this.#surroundings.sessions.now(workshopId);
  }

  #isPrivate(workshopId: WorkshopId, boardId: BoardId): boolean {
    return this.#surroundings.sessions.now(workshopId).privateWriting?.boardId === boardId;
  }

  #holds(name: RoomName, room: Room): boolean {
    const entry = this.#entries.get(name);
    return entry !== undefined && entry.phase !== 'loading' && entry.room === room;
  }
}

function addressOf(name: RoomName): RoomAddress {
  const address = parseRoomName(name);
  if (address === null) throw new Error(`no room is called ${name}`);
  return address;
}

export const createRegistry = (options: RegistryOptions): Registry => new Registry(options);
