import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { recordsOf } from '../../shared/board/document.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import { formatRoomName, type RoomAddress, type RoomName } from '../../shared/protocol/room-name.ts';
import { getClientConfig } from '../api/client-config.ts';
import { reconnectDelayMs } from './backoff.ts';
import { type Clock, systemClock } from './clock.ts';
import { createHeard, type Heard } from './heard.ts';
import { type Observable, variable } from './observable.ts';
import type { OfflineCopy } from './offline-copy.ts';
import { listenToPage, type PageEvents } from './page-events.ts';
import { createReplica, type OwnReplica, type Replica } from './replica.ts';
import { isFinalClose, RoomProvider, type WebSocketConstructor } from './room-provider.ts';
import { isFarewell, isSameState, type RoomState, stateOf } from './room-state.ts';
import { pageServerUrl } from './server-url.ts';
import type { WaitingChanges } from './waiting-changes.ts';

export interface OpenRoom extends Heard {
  readonly boardId: BoardId;
  /** The part of the board that its document is. */
  readonly layer: RoomAddress['layer'];
  /** Differs for each opening. */
  readonly id: string;
  /** Changes when the server has refused an edit: its listeners have to move over to the new one at once. */
  readonly replica: Observable<Replica>;
  /** Of the replica of the moment. */
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly state: Observable<RoomState>;
  /** True from the first complete answer of the server on, or once the board has come from this browser's copy. */
  readonly loaded: Observable<boolean>;
  /** Where changes are kept that a refused replica held, until they are in the next one. */
  readonly waiting: WaitingChanges | undefined;
  /** For whoever holds edits that are not in the document yet: while true, nothing counts as saved. */
  setPending(pending: boolean): void;
  /** Called when the page may be gone in a moment, to put pending edits into the document. @returns stops that. */
  onLeave(flush: () => void): () => void;
  /** Ends the connection and destroys the document. Idempotent. */
  close(): void;
}

/** A room whose document is there and whose server hears nothing of it yet. */
export interface SleepingRoom extends OpenRoom {
  /** @param copy see OpenRoomOptions. Idempotent. */
  wake(copy: OfflineCopy | undefined): void;
}

export interface OpenRoomOptions {
  readonly boardId: BoardId;
  /** Whose own layer of the board it is: nobody else is there. The shared layer by default. */
  readonly ownerId?: ParticipantId;
  /** Viewers send no presence, and nothing else. */
  readonly silent?: boolean;
  /** Where this browser keeps the board; nowhere by default. Closed with the room. */
  readonly copy?: OfflineCopy | undefined;
  readonly waiting?: WaitingChanges | undefined;
  /** While false, what is shown of a refused replica is not replaced yet. */
  readonly mayMoveOver?: Observable<boolean>;
  /** Origin of the server's sockets, `ws:` or `wss:`; the page's own by default. */
  readonly serverUrl?: string;
  readonly webSocket?: WebSocketConstructor;
  readonly clock?: Clock;
  readonly page?: PageEvents | undefined;
  /** Whether the server answers by other ways than its live connection. */
  readonly isServerThere?: () => Promise<boolean>;
}

/** A browser that takes longer than this to give its copy is not waited for. */
const copyMaxMs = 1_000;
/** Connections that never opened, after which the page asks whether the network lets none through. */
const blockedAfter = 3;
/** Refusals in a row after which the page gives up; it is no row any more once all is saved and some time has gone by. */
const refusalsMax = 8;
const refusalsApartMs = 60_000;

/** Of an own layer nothing stays on a computer that others use, once the server has had it for so long. */
const emptyAfterMs = 2_000;

/** How often a page asks whether the session that it writes for is open again. */
const askAgainMs = 5_000;

const refusals: ReadonlySet<number> = new Set([CloseCode.refused, CloseCode.limits, 1009]);
/** What was not sent comes back with the next page. */
const pauses: ReadonlySet<number> = new Set([CloseCode.oldPage, CloseCode.quarantined, CloseCode.sessionClosed]);

/** Opens a layer of a board and keeps it open, through failures, until `close` or a final refusal. */
export function openRoom(options: OpenRoomOptions): OpenRoom {
  const room = new Room(options);
  room.wake(options.copy);
  return room;
}

/** A layer of which the server is told once there is something to tell. */
export const sleepingRoom = (options: Omit<OpenRoomOptions, 'copy'>): SleepingRoom => new Room(options);

interface Link {
  readonly replica: OwnReplica;
  readonly provider: RoomProvider;
}

class Room implements SleepingRoom {
  readonly boardId: BoardId;
  readonly layer: RoomAddress['layer'];
  readonly id: string;
  readonly replica;
  readonly state = variable<RoomState>({ status: 'connecting' }, isSameState);
  readonly loaded = variable(false);
  /** What is held here goes out at once when the session closes: the server takes it for some seconds more. */
  readonly #heard = createHeard(() => this.#leave());
  readonly roster = this.#heard.roster;
  readonly session = this.#heard.session;
  readonly privateCounts = this.#heard.privateCounts;
  readonly guests = this.#heard.guests;
  readonly voters = this.#heard.voters;
  readonly onNotice = this.#heard.onNotice;
  readonly onReaction = this.#heard.onReaction;
  readonly onCommentsChanged = this.#heard.onCommentsChanged;
  readonly #options: OpenRoomOptions;
  readonly #clock: Clock;
  readonly #name: RoomName;
  #copy: OfflineCopy | undefined;
  /** Nothing of the document is in the browser's copy. */
  #isCopyEmpty = false;
  #cancelEmpty: (() => void) | null = null;
  readonly waiting: WaitingChanges | undefined;
  readonly #leaveListeners = new Set<() => void>();
  #stops: (() => void)[] = [];
  #cancelTimer = () => {};
  /** What is being connected; another replica than the one that is shown while the page recovers from a refusal. */
  #link: Link;
  #shown: OwnReplica;
  #isPending = false;
  #endedWith: number | null = null;
  #hasFailed = false;
  #hasHeard = false;
  #isBlocked = false;
  #isFull = false;
  #refusals = 0;
  #refusedMs = 0;
  #isAwake = false;
  #isClosed = false;

  constructor(options: OpenRoomOptions) {
    this.#options = options;
    const { boardId, ownerId } = options;
    const address: RoomAddress =
      ownerId === undefined ? { layer: 'shared', boardId } : { layer: 'own', boardId, participantId: ownerId };
    this.boardId = boardId;
    this.layer = address.layer;
    this.#name = formatRoomName(address);
    this.#clock = options.clock ?? systemClock;
    this.waiting = options.waiting;
    this.#shown = this.#newReplica();
    this.id = this.#shown.doc.guid;
    this.replica = variable<Replica>(this.#shown);
    this.#link = this.#linkTo(this.#shown);
  }

  get doc(): Y.Doc {
    return this.#shown.doc;
  }

  get awareness(): Awareness {
    return this.#shown.awareness;
  }

  // Callbacks are handed on without the room they belong to.
  readonly wake = (copy: OfflineCopy | undefined): void => {
    if (this.#isAwake || this.#isClosed) return;
    this.#isAwake = true;
    const { page = globalThis.window as PageEvents | undefined, mayMoveOver } = this.#options;
    const leave = () => {
      this.#leave();
      this.#empty();
    };
    this.#stops = [
      listenToPage(page, {
        clock: this.#clock,
        link: () => this.#link.provider,
        leave,
        isWarning: () => this.#isWarning(),
      }),
      mayMoveOver?.subscribe(() => this.#update()) ?? (() => {}),
    ];
    this.#copy = copy;
    copy?.onChange(() => this.#update());
    if (copy === undefined) this.#link.provider.connect();
    else void this.#openFromCopy(copy);
  };

  readonly setPending = (pending: boolean): void => {
    this.#isPending = pending;
    this.#update();
  };

  readonly onLeave = (flush: () => void): (() => void) => {
    this.#leaveListeners.add(flush);
    return () => this.#leaveListeners.delete(flush);
  };

  readonly close = (): void => {
    if (this.#isClosed) return;
    this.#leave();
    this.#empty();
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    this.#cancelTimer();
    this.#cancelEmpty?.();
    this.#link.provider.destroy();
    this.#copy?.close();
    this.#link.replica.destroy();
    this.#shown.destroy();
  };

  async #openFromCopy(copy: OfflineCopy): Promise<void> {
    const { replica, provider } = this.#link;
    const cancel = this.#clock.after(copyMaxMs, () => provider.connect());
    const updates = await copy.read();
    cancel();
    if (this.#isClosed || this.#link.provider !== provider) return;
    const wasEmpty = Y.encodeStateVector(replica.doc).length <= 1;
    try {
      if (updates !== null) replica.addFromCopy(updates);
    } catch {
      // Damaged bytes: the server's word is all there is.
    }
    if (recordsOf(replica.doc).size > 0) this.loaded.set(true);
    // What came late goes to the server with the next sync.
    if (!wasEmpty && updates !== null && updates.length > 0) provider.drop();
    if (this.#endedWith === null) provider.connect();
    this.#update();
  }

  #linkTo(replica: OwnReplica): Link {
    const { serverUrl = pageServerUrl(), webSocket = WebSocket } = this.#options;
    const provider: RoomProvider = new RoomProvider({
      serverUrl: `${serverUrl}/sync`,
      roomName: this.#name,
      doc: replica.doc,
      awareness: replica.awareness,
      acks: replica.acks,
      silentOrigin: replica.copyOrigin,
      clock: this.#clock,
      webSocket,
      onMessage: (message) => (message.type === 'ack' ? replica.tellDurable() : this.#heard.hear(message)),
      // Several changes of one moment are one change of state.
      onChange: () => queueMicrotask(() => this.#update()),
    });
    provider.on('connection-close', (event) => {
      if (this.#link.provider === provider) this.#onClose(event?.code ?? null);
    });
    const link = { replica, provider };
    if (replica === this.#shown) this.#keep(link);
    return link;
  }

  /** In an own layer nobody else is to see this person's presence. */
  #newReplica(): OwnReplica {
    return createReplica(this.#options.silent === true || this.layer === 'own');
  }

  /** From now on the browser's copy follows this replica. */
  #keep({ replica, provider }: Link): void {
    const { doc, copyOrigin } = replica;
    const snapshot = () => Y.encodeStateAsUpdate(doc);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === copyOrigin || (this.#isCopyEmpty && origin === provider)) return;
      if (this.#isCopyEmpty) this.#copy?.replace(snapshot());
      else this.#copy?.append(update, origin !== provider, snapshot);
      this.#isCopyEmpty = false;
    });
  }

  /** The server has all of an own layer, so that this browser need not know it any more. */
  #isDone(): boolean {
    const { acks } = this.#link.replica;
    const isWhole = this.#link.replica === this.#shown && acks.isConfirmed && !acks.hasUnsaved();
    return this.layer === 'own' && isWhole && !this.#isPending;
  }

  #emptySoon(): void {
    if (!this.#isDone() || this.#isCopyEmpty) return;
    this.#cancelEmpty ??= this.#clock.after(emptyAfterMs, () => {
      this.#cancelEmpty = null;
      this.#empty();
    });
  }

  #empty(): void {
    if (!this.#isDone() || this.#isCopyEmpty || this.#copy?.isKeeping() !== true) return;
    this.#isCopyEmpty = true;
    this.#copy.replace(null);
  }

  #onClose(code: number | null): void {
    this.#hasFailed = true;
    this.#heard.forgetCounts();
    this.#isFull = code === CloseCode.full;
    if (code !== null && refusals.has(code) && this.#options.silent !== true && this.#refusals < refusalsMax)
      queueMicrotask(() => this.#recover());
    else if (code !== null && isFinalClose(code)) {
      this.#endedWith = code;
      if (isFarewell(code) || refusals.has(code)) this.#forget();
      // Nothing but this page has what the server did not take: it asks until it is taken.
      if (code === CloseCode.sessionClosed && this.#copy?.isKeeping() !== true)
        this.#cancelTimer = this.#clock.after(askAgainMs, () => this.#link.provider.connect());
    } else void this.#findBlocked();
    queueMicrotask(() => this.#update());
  }

  #forget(): void {
    void this.#copy?.clear();
    this.waiting?.clear();
  }

  /**
   * Begins with an empty replica beside the one that is shown, which keeps what is edited meanwhile. The canvas moves over
   * once the server has sent all of the board.
   */
  #recover(): void {
    if (this.#isClosed) return;
    const refused = this.#link;
    refused.provider.destroy();
    if (refused.replica !== this.#shown) refused.replica.destroy();
    const replica = this.#newReplica();
    this.#link = this.#linkTo(replica);
    const { provider } = this.#link;
    this.#hasFailed = false;
    this.#cancelTimer = this.#clock.after(reconnectDelayMs(this.#refusals, Math.random()), () => provider.connect());
    this.#refusals += 1;
    this.#refusedMs = this.#clock.nowMs();
    this.#update();
  }

  /** The fresh replica is complete: it takes the place of the refused one, here and in the browser's copy. */
  #moveOver(): void {
    const refused = this.#shown;
    this.#shown = this.#link.replica;
    this.#copy?.replace(Y.encodeStateAsUpdate(this.#shown.doc));
    this.#isCopyEmpty = false;
    this.#keep(this.#link);
    this.replica.set(this.#shown);
    refused.destroy();
  }

  async #findBlocked(): Promise<void> {
    const { isServerThere = async () => (await getClientConfig()).ok } = this.#options;
    if (this.#hasHeard || this.#link.provider.hasHeard || this.#link.provider.failures < blockedAfter) return;
    this.#isBlocked = (await isServerThere()) && !this.#link.provider.hasHeard;
    this.#update();
  }

  #update(): void {
    if (this.#isClosed) return;
    const { provider, replica } = this.#link;
    if (provider.hasHeard) this.#hasHeard = true;
    if (this.#hasHeard) this.#isBlocked = false;
    const mayMoveOver = this.#options.mayMoveOver?.get() ?? true;
    if (provider.synced && replica !== this.#shown && mayMoveOver) this.#moveOver();
    const { acks } = this.#shown;
    const saved = !this.#isPending && acks.isSaved();
    const unsaved = this.#isPending || acks.hasUnsaved();
    const kept = this.#copy?.isKeeping() === true;
    if (this.#endedWith === CloseCode.sessionClosed && provider.synced && saved) this.#endedWith = null;
    if (provider.synced && saved && this.#clock.nowMs() - this.#refusedMs > refusalsApartMs) this.#refusals = 0;
    const state = stateOf({
      ...{ endedWith: this.#endedWith, isSynced: provider.synced, isSaved: saved, isUnsaved: unsaved, isKept: kept },
      ...{ isFull: this.#isFull, hasFailed: this.#hasFailed, isBlocked: this.#isBlocked },
      isReplacing: replica !== this.#shown,
    });
    if (state !== null) this.state.set(state);
    if (provider.synced) this.loaded.set(true);
    this.#emptySoon();
  }

  #leave(): void {
    if (this.#isClosed) return;
    for (const flush of this.#leaveListeners) flush();
    this.#link.provider.flush();
    this.#copy?.flush();
  }

  #isWarning(): boolean {
    if (!this.#isPending && !this.#shown.acks.hasUnsaved()) return false;
    return this.#endedWith === null || (pauses.has(this.#endedWith) && this.#copy?.isKeeping() !== true);
  }
}
