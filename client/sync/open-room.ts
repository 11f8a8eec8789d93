import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { recordsOf } from '../../shared/board/document.ts';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { getClientConfig } from '../api/client-config.ts';
import { reconnectDelayMs } from './backoff.ts';
import { type Clock, systemClock } from './clock.ts';
import { createHeard, type Heard } from './heard.ts';
import { type Observable, variable } from './observable.ts';
import type { OfflineCopy } from './offline-copy.ts';
import { listenToPage, type PageEvents } from './page-events.ts';
import { createReplica, type OwnReplica, type Replica } from './replica.ts';
import { isFinalClose, RoomProvider, type WebSocketConstructor } from './room-provider.ts';
import { type RoomState, stateOf } from './room-state.ts';
import type { WaitingChanges } from './waiting-changes.ts';

export interface OpenRoom extends Heard {
  readonly boardId: BoardId;
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

export interface OpenRoomOptions {
  readonly boardId: BoardId;
  /** Viewers send no presence. */
  readonly silent?: boolean;
  /** Where this browser keeps the board; nowhere by default. Closed with the room. */
  readonly copy?: OfflineCopy | undefined;
  readonly waiting?: WaitingChanges | undefined;
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

/** How often a page asks whether the session that it writes for is open again. */
const askAgainMs = 5_000;

const refusals: ReadonlySet<number> = new Set([CloseCode.refused, CloseCode.limits, 1009]);
/** The copy is not for this browser any more. */
const farewells: ReadonlySet<number> = new Set([CloseCode.noSession, CloseCode.notAllowed, CloseCode.noSuchRoom]);
/** What was not sent comes back with the next page. */
const pauses: ReadonlySet<number> = new Set([CloseCode.oldPage, CloseCode.quarantined, CloseCode.sessionClosed]);

const pageServerUrl = (): string => location.origin.replace(/^http/, 'ws');
const isSameState = (a: RoomState, b: RoomState): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Opens the shared layer of a board and keeps it open, through failures, until `close` or a final refusal. */
export function openRoom(options: OpenRoomOptions): OpenRoom {
  const room = new Room(options);
  room.open();
  return room;
}

interface Link {
  readonly replica: OwnReplica;
  readonly provider: RoomProvider;
}

class Room implements OpenRoom {
  readonly boardId: BoardId;
  readonly id: string;
  readonly replica;
  readonly state = variable<RoomState>({ status: 'connecting' }, isSameState);
  readonly loaded = variable(false);
  /** What is held here goes out at once when the session closes: the server takes it for some seconds more. */
  readonly #heard = createHeard(() => this.#leave());
  readonly roster = this.#heard.roster;
  readonly session = this.#heard.session;
  readonly privateCounts = this.#heard.privateCounts;
  readonly onNotice = this.#heard.onNotice;
  readonly onCommentsChanged = this.#heard.onCommentsChanged;
  readonly #options: OpenRoomOptions;
  readonly #clock: Clock;
  readonly #copy: OfflineCopy | undefined;
  readonly waiting: WaitingChanges | undefined;
  readonly #leaveListeners = new Set<() => void>();
  #stopPage = () => {};
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
  #isClosed = false;

  constructor(options: OpenRoomOptions) {
    this.#options = options;
    this.boardId = options.boardId;
    this.#clock = options.clock ?? systemClock;
    this.#copy = options.copy;
    this.waiting = options.waiting;
    this.#shown = createReplica(options.silent === true);
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

  open(): void {
    const { page = globalThis.window as PageEvents | undefined } = this.#options;
    this.#stopPage = listenToPage(page, {
      clock: this.#clock,
      link: () => this.#link.provider,
      leave: () => this.#leave(),
      isWarning: () => this.#isWarning(),
    });
    this.#copy?.onChange(() => this.#update());
    if (this.#copy === undefined) this.#link.provider.connect();
    else void this.#openFromCopy(this.#copy);
  }

  // Callbacks are handed on without the room they belong to.
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
    this.#isClosed = true;
    this.#stopPage();
    this.#cancelTimer();
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
      roomName: formatRoomName({ layer: 'shared', boardId: this.boardId }),
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

  /** From now on the browser's copy follows this replica. */
  #keep({ replica, provider }: Link): void {
    const { doc, copyOrigin } = replica;
    const snapshot = () => Y.encodeStateAsUpdate(doc);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== copyOrigin) this.#copy?.append(update, origin !== provider, snapshot);
    });
  }

  #onClose(code: number | null): void {
    this.#hasFailed = true;
    this.#isFull = code === CloseCode.full;
    if (code !== null && refusals.has(code) && this.#options.silent !== true && this.#refusals < refusalsMax)
      queueMicrotask(() => this.#recover());
    else if (code !== null && isFinalClose(code)) {
      this.#endedWith = code;
      if (farewells.has(code) || refusals.has(code)) this.#forget();
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
    const replica = createReplica(false);
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
    if (provider.synced && replica !== this.#shown) this.#moveOver();
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
