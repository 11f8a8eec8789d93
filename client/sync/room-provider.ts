import { createEncoder, type Encoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { ySyncPluginKey } from 'y-prosemirror';
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
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
import type { Acks } from './acks.ts';
import { reconnectDelayMs } from './backoff.ts';
import { createOutbox, type Outbox } from './outbox.ts';

export type WebSocketConstructor = NonNullable<
  NonNullable<ConstructorParameters<typeof WebsocketProvider>[3]>['WebSocketPolyfill']
>;

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
  onMessage(message: LiveMessage): void;
  /** Something that the room's state may depend on has changed. */
  onChange(): void;
}

/**
 * y-websocket's provider with what it lacks for our server.
 *
 * Invariants: no exchange between tabs beside the server. Only this client's own awareness is sent, never an echo of the
 * others'. No update leaves before the server's sync step 1 is answered: until then the server may lack what it builds on,
 * and the answer carries it anyway. Every sync step 2 and every update is counted in `acks`.
 */
export class RoomProvider extends WebsocketProvider {
  readonly #acks: Acks;
  readonly #outbox: Outbox;
  readonly #onUpdate: (update: Uint8Array, origin: unknown) => void;
  readonly #onAwareness: (change: { updated: number[]; added: number[]; removed: number[] }, origin: unknown) => void;
  #answered = false;
  /** Connections in a row that ended before they had synced. */
  #failures = 0;

  constructor({ serverUrl, roomName, doc, awareness, acks, webSocket, onMessage, onChange }: RoomProviderOptions) {
    super(serverUrl, roomName, doc, {
      connect: false,
      awareness,
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
    this.#onUpdate = (update, origin) => {
      if (origin === this) return;
      acks.edited();
      this.#outbox.add(update, origin === ySyncPluginKey);
      onChange();
    };
    this.#onAwareness = ({ added, updated, removed }, origin) => {
      if (origin !== this && [...added, ...updated, ...removed].includes(doc.clientID)) this.#sendAwareness();
    };
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
    for (const type of [MessageType.ack, MessageType.roster, MessageType.notice])
      this.messageHandlers[type] = (_encoder, decoder) => {
        const message = decodeLiveMessage(decoder.arr);
        if (message?.type === 'ack') acks.acknowledged(message.received);
        if (message !== null) onMessage(message);
        onChange();
      };
    this.on('status', ({ status }) => {
      if (status === 'connected') acks.connected();
      onChange();
    });
    this.on('connection-close', () => {
      this.#answered = false;
      this.#outbox.clear();
      acks.disconnected();
      this.#spreadReconnect();
    });
    this.on('closed', onChange);
    this.connect();
  }

  /** Puts held keystrokes on the wire, for a page that may be gone in a moment. */
  flush(): void {
    this.#outbox.flush();
  }

  override destroy(): void {
    this.flush();
    this.doc.off('update', this.#onUpdate);
    this.awareness.off('update', this.#onAwareness);
    super.destroy();
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
