import { type ClientOptions, WebSocket } from 'ws';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { Subprotocol, SyncType } from '../../../shared/protocol/messages.ts';
import type { RoomName } from '../../../shared/protocol/room-name.ts';
import { noteGroups } from '../../support/notes.ts';
import { eventually } from '../../support/wait.ts';
import { decodeFrame, type Heard, syncFrame } from '../../unit/rooms/peer.ts';

export interface ProgramOptions {
  readonly address: string;
  readonly room: RoomName | string;
  readonly token?: string;
  /** In the place of the usual ones. */
  readonly protocols?: readonly string[];
  readonly isLive?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly socket?: ClientOptions;
}

/** A bare socket that understands the wire and can say whatever a test wants; it answers nothing by itself but pings. */
export class Program {
  readonly ws: WebSocket;
  readonly heard: Heard[] = [];
  readonly doc = new Y.Doc();
  readonly #listeners = new Set<() => void>();
  /** Status of the answer when it was no upgrade. */
  status: number | null = null;
  code: number | null = null;
  pings = 0;

  constructor({ address, room, token, protocols, isLive = true, headers, socket }: ProgramOptions) {
    const bearer = token === undefined ? [] : [`${Subprotocol.bearerPrefix}${token}`];
    const offered = protocols ?? [Subprotocol.v1, ...(isLive ? [Subprotocol.live] : []), ...bearer];
    this.ws = new WebSocket(`${address.replace(/^http/, 'ws')}/sync/${room}`, [...offered], {
      ...socket,
      headers: { ...headers },
    });
    this.ws.on('message', (frame: Buffer) => {
      const heard = decodeFrame(frame);
      if (heard.type === 'update' || heard.type === 'step-2') Y.applyUpdate(this.doc, heard.body, this);
      this.heard.push(heard);
      this.#changed();
    });
    this.ws.on('open', () => this.#changed());
    this.ws.on('ping', () => {
      this.pings++;
      this.#changed();
    });
    this.ws.on('unexpected-response', (request, response) => {
      this.status = response.statusCode ?? 0;
      request.destroy();
      this.#changed();
    });
    this.ws.on('error', () => this.#changed());
    this.ws.on('close', (code) => {
      this.code = code;
      this.#changed();
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.say(syncFrame(SyncType.update, update));
    });
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  until(what: string, holds: () => boolean): Promise<void> {
    return eventually(what, holds, (changed) => {
      this.#listeners.add(changed);
      return () => this.#listeners.delete(changed);
    });
  }

  say(frame: Uint8Array | string): void {
    this.ws.send(frame);
  }

  create(recordId: string): void {
    recordsOf(this.doc).set(recordId, noteGroups(recordId));
  }

  /** Asks for the document and waits for it. */
  async synced(): Promise<this> {
    await this.until('the socket to open', () => this.ws.readyState !== WebSocket.CONNECTING);
    const before = this.all('step-2').length;
    this.say(syncFrame(SyncType.step1, Y.encodeStateVector(this.doc)));
    await this.until('the document', () => this.all('step-2').length > before || this.code !== null);
    return this;
  }

  /** Waits until so many step 2 and update messages are acknowledged. */
  acknowledged(count: number): Promise<void> {
    return this.until(`${count} acknowledged`, () => this.acks >= count);
  }

  async closed(): Promise<number> {
    await this.until('the socket to close', () => this.code !== null);
    return this.code ?? 0;
  }

  get acks(): number {
    return this.all('ack').at(-1)?.received ?? 0;
  }

  all<Type extends Heard['type']>(type: Type): readonly Extract<Heard, { type: Type }>[] {
    return this.heard.filter((heard): heard is Extract<Heard, { type: Type }> => heard.type === type);
  }

  get recordIds(): readonly string[] {
    return [...recordsOf(this.doc).keys()].sort();
  }

  close(): void {
    this.ws.close();
  }
}
