import { createEncoder, type Encoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { ySyncPluginKey } from 'y-prosemirror';
import { type Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import { readSyncMessage, writeUpdate } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { isFinal } from '../../shared/protocol/close-codes.ts';
import {
  decodeLiveMessage,
  type LiveMessage,
  MessageType,
  Subprotocol,
  SyncType,
} from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION, VERSION_PARAMETER } from '../../shared/protocol/version.ts';
import type { Acks } from './acks.ts';
import { reconnectDelayMs } from './backoff.ts';
import type { Clock } from './clock.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createWatchdog, type Watchdog } from './watchdog.ts';

export type WebSocketConstructor = NonNullable<
  NonNullable<ConstructorParameters<typeof WebsocketProvider>[3]>['WebSocketPolyfill']
>;

const liveTypes = [
  MessageType.ack,
  MessageType.roster,
  MessageType.notice,
  MessageType.session,
  MessageType.comments,
  MessageType.privateCounts,
  MessageType.voters,
  MessageType.guests,
  MessageType.reaction,
];

/** A message larger than the server takes: the same one would be sent again after a reconnect. */
const messageTooBig = 1009;

export const isFinalClose = (code: number): boolean => isFinal(code) || code === messageTooBig;

export interface RoomProviderOptions {
  readonly serverUrl: string;
  readonly roomName: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly acks: Acks;
  readonly webSocket: WebSocketConstructor;
  readonly clock: Clock;
  /** Origin of transactions that bring what the server gets by sync only; they are no edits. */
  readonly silentOrigin: unknown;
  onMessage(message: LiveMessage): void;
  /** Something that the room's state may depend on has changed. */
  onChange(): void;
}

/**
 * y-websocket's provider with what it lacks for our server. Does nothing until `connect`.
 *
 * Invariants: no exchange between tabs beside the server. Only this client's own awareness is sent, never an echo of the
 * others'. No update leaves before the server's sync step 1 is answered: until then the server may lack what it builds on,
 * and the answer carries it anyway. Every sync step 2 and every update is counted in `acks`. A
 * connection on which the server has gone silent is ended and tried again.
 */
export class RoomProvider extends WebsocketProvider {
  readonly #acks: Acks;
  readonly #outbox: Outbox;
  readonly #watchdog: Watchdog;
  readonly #onUpdate: (update: Uint8Array, origin: unknown) => void;
  readonly #onAwareness: (change: { updated: number[]; added: number[]; removed: number[] }, origin: unknown) => void;
  #answered = false;
  /** Connections in a row that ended before they had synced. */
  #failures = 0;
  /** Whether anything at all has come from the server, on any connection. */
  #hasHeard = false;

  constructor(options: RoomProviderOptions) {
    const { serverUrl, roomName, doc, awareness, acks, webSocket, clock, silentOrigin, onMessage, onChange } = options;
    super(serverUrl, roomName, doc, {
      connect: false,
      awareness,
      params: { [VERSION_PARAMETER]: String(PROTOCOL_VERSION) },
      protocols: [Subprotocol.v1, Subprotocol.live],
      WebSocketPolyfill: webSocket,
      disableBc: true,
      shouldReconnect: (event) => !isFinalClose(event.code),
    });
    doc.off('update', this._updateHandler);
    awareness.off('update', this._awarenessUpdateHandler);
    this.#acks = acks;
    this.#outbox = createOutbox({
      isOpen: () => this.#answered,
      send: (update) => this.#sendUpdate(update),
    });
    this.#watchdog = createWatchdog(clock, () => this.drop());
    const isEdit = (origin: unknown) => origin !== this && origin !== silentOrigin;
    this.#onUpdate = (update, origin) => {
      this.#followClientId();
      if (!isEdit(origin)) return;
      this.#outbox.add(update, origin === ySyncPluginKey);
      onChange();
    };
    this.#onAwareness = ({ added, updated, removed }, origin) => {
      if (origin !== this && [...added, ...updated, ...removed].includes(doc.clientID)) this.#sendAwareness();
    };
    // Goes on with the document, which may outlive this connection.
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (isEdit(origin)) acks.edited();
    });
    doc.on('update', this.#onUpdate);
    awareness.on('update', this.#onAwareness);
    this.messageHandlers[MessageType.sync] = (encoder, decoder) => {
      writeVarUint(encoder, MessageType.sync);
      // Without a handler the reader swallows errors and this replica would part ways with the others unnoticed.
      const type = readSyncMessage(decoder, encoder, doc, this, () => this.ws?.close());
      if (type === SyncType.step1) {
        this.#answered = true;
        this.#outbox.clear();
        acks.sent();
      } else if (type === SyncType.step2 && !this.synced) {
        this.#failures = 0;
        this.synced = true;
      }
      onChange();
    };
    this.messageHandlers[MessageType.queryAwareness] = (encoder) => this.#writeAwareness(encoder);
    for (const type of liveTypes)
      this.messageHandlers[type] = (_encoder, decoder) => {
        const message = decodeLiveMessage(decoder.arr);
        if (message?.type === 'ack') acks.acknowledged(message.received);
        if (message !== null) onMessage(message);
        onChange();
      };
    this.messageHandlers = this.messageHandlers.map((handle): typeof handle => (...message) => {
      this.#hasHeard = true;
      this.#watchdog.heard();
      handle(...message);
    });
    this.on('status', ({ status }) => {
      this.#followClientId();
      if (status === 'connecting') this.#watchdog.start();
      if (status === 'connected') acks.connected();
      onChange();
    });
    this.on('connection-close', (event) => {
      // A code of the server's is a word from it as well; 1006 is the browser's, for a socket that just went.
      if (event !== null && event.code !== 1006) this.#hasHeard = true;
      this.#watchdog.stop();
      this.#answered = false;
      this.#outbox.clear();
      acks.disconnected();
      this.#spreadReconnect();
    });
    this.on('closed', onChange);
  }

  get hasHeard(): boolean {
    return this.#hasHeard;
  }

  /** Connections in a row that ended before they had synced. */
  get failures(): number {
    return this.#failures;
  }

  /** Ends a connection without waiting for the other side, and tries again in a while. */
  drop(): void {
    if (this.ws === null) return;
    this.disconnect();
    this.shouldConnect = true;
  }

  /** Tries now instead of in a while, unless the server does not want this page any more. */
  retry(): void {
    if (this.shouldConnect) this.connect();
  }

  /** For a page that may have slept: ends a connection that has gone silent meanwhile. */
  check(): void {
    this.#watchdog.check();
  }

  /** Puts held keystrokes on the wire, for a page that may be gone in a moment. */
  flush(): void {
    this.#outbox.flush();
  }

  override disconnect(): void {
    this.#followClientId();
    super.disconnect();
  }

  override destroy(): void {
    this.flush();
    this.#watchdog.stop();
    this.doc.off('update', this.#onUpdate);
    this.awareness.off('update', this.#onAwareness);
    super.destroy();
  }

  /**
   * Yjs gives a document another client id where somebody else writes under the same. Presence comes along: y-websocket
   * throws where it has none to tell of for the document's id.
   */
  #followClientId(): void {
    const { awareness, doc } = this;
    const former = awareness.clientID;
    if (former === doc.clientID) return;
    const state = awareness.getLocalState();
    awareness.clientID = doc.clientID;
    removeAwarenessStates(awareness, [former], this);
    awareness.setLocalState(state);
  }

  /** y-websocket waits the smaller of its own backoff, which has no jitter, and `maxBackoffTime`. */
  #spreadReconnect(): void {
    this.wsUnsuccessfulReconnects = 30;
    this.maxBackoffTime = reconnectDelayMs(this.#failures, Math.random());
    this.#failures += 1;
  }

  #sendUpdate(update: Uint8Array): void {
    const encoder = createEncoder();
    writeVarUint(encoder, MessageType.sync);
    writeUpdate(encoder, update);
    this.#send(encoder);
    this.#acks.sent();
  }

  #sendAwareness(): void {
    if (!this.wsconnected) return;
    const encoder = createEncoder();
    this.#writeAwareness(encoder);
    this.#send(encoder);
  }

  #writeAwareness(encoder: Encoder): void {
    const own = this.awareness.meta.has(this.doc.clientID) ? [this.doc.clientID] : [];
    writeVarUint(encoder, MessageType.awareness);
    writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, own));
  }

  #send(encoder: Encoder): void {
    const ws = this.ws;
    if (ws !== null && ws.readyState === ws.OPEN) ws.send(toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
  }
}
