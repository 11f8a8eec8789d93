import type { Visitor } from '../../../server/access/visitor.ts';
import type { Membership } from '../../../server/rooms/room.ts';
import type { Socket } from '../../../server/rooms/socket.ts';
import { connectionLimits } from '../../../shared/protocol/limits.ts';
import type { World } from './world.ts';

/** How a connection ends without anybody having wanted it. */
export type Cut =
  /** Both ends notice at once; what is under way is lost. */
  | 'both'
  /** The page notices at once; what it has sent still arrives, perhaps after its next connection. */
  | 'page-first'
  /** The server notices at once; what it has sent still arrives. */
  | 'server-first'
  /** Nobody notices, and nothing arrives any more. */
  | 'deaf';

/** Who answers requests for a connection. */
export interface Server {
  /** Takes the line or closes it; false when no server listens. */
  admit(line: Line): boolean;
}

/** Code of a connection that ended without a close frame. */
const ABNORMAL = 1006;

type Up = Uint8Array | 'bye' | 'reset';
type Down = Uint8Array | 'open' | 'reset' | { readonly code: number };

/** The messages in what a room sends: unmasked WebSocket frames behind each other (RFC 6455, 5.2). */
export function messagesIn(frames: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(frames.buffer, frames.byteOffset, frames.byteLength);
  const messages: Uint8Array[] = [];
  for (let at = 0; at < frames.length; ) {
    if (view.getUint8(at) !== 0x82) throw new Error('a frame that is not one whole binary message');
    const short = view.getUint8(at + 1);
    const [headerBytes, bytes] =
      short < 126 ? [2, short] : short === 126 ? [4, view.getUint16(at + 2)] : [10, Number(view.getBigUint64(at + 2))];
    messages.push(Uint8Array.from(frames.subarray(at + headerBytes, at + headerBytes + bytes)));
    at += headerBytes + bytes;
  }
  return messages;
}

/** One connection: what is under way in either direction, in order, until the schedule delivers it. */
export class Line implements Socket {
  readonly visitor: Visitor;
  readonly #ws: ModelWebSocket;
  readonly #world: World;
  readonly #server: Server;
  #up: Up[] = [];
  #down: Down[] = [];
  #page: 'asking' | 'connected' | 'gone' = 'asking';
  #end: 'none' | 'admitting' | 'closing' | 'gone' | { readonly membership: Membership } = 'none';
  isDeaf = false;
  #onDrained: (() => void)[] = [];

  constructor(ws: ModelWebSocket, visitor: Visitor, server: Server, world: World) {
    this.#ws = ws;
    this.visitor = visitor;
    this.#server = server;
    this.#world = world;
  }

  /** Whether nothing more can happen on it. */
  get isOver(): boolean {
    return this.#page === 'gone' && (this.#end === 'gone' || this.#end === 'none');
  }

  get isQuiet(): boolean {
    if (this.isDeaf) return true;
    const isAsking = this.#page === 'asking' && this.#end === 'none';
    return !isAsking && this.#up.length === 0 && this.#down.length === 0 && this.#end !== 'admitting';
  }

  // The server's end, as a room sees it.

  send(frames: Uint8Array): void {
    if (this.#end === 'closing' || this.#end === 'gone') return;
    for (const message of messagesIn(frames)) this.#toPage(message);
  }

  /** The network takes as much as it delivers. */
  get bufferedBytes(): number {
    return this.#down.reduce((sum, what) => sum + (what instanceof Uint8Array ? what.length : 0), 0);
  }

  whenDrained(call: () => void): void {
    this.#onDrained.push(call);
  }

  close(code: number): void {
    if (this.#end === 'closing' || this.#end === 'gone') return;
    this.#leave('closing');
    this.#toPage({ code });
  }

  seat(membership: Membership): void {
    if (this.#end === 'admitting') this.#end = { membership };
    else membership.leave();
  }

  /** The process behind it is gone: nobody takes leave any more. */
  die(): void {
    if (this.#end === 'gone') return;
    this.#end = 'gone';
    this.#up = [];
    this.#toPage('reset');
  }

  // The page's end.

  say(frame: Uint8Array): void {
    if (this.#page === 'connected' && !this.isDeaf) this.#up.push(Uint8Array.from(frame));
  }

  /** The page is gone without a word. */
  abandon(): void {
    this.#page = 'gone';
    this.#down = [];
    this.#toServer('reset');
  }

  hangUp(): void {
    if (this.#page === 'gone') return;
    this.#page = 'gone';
    this.#down = [];
    this.#toServer('bye');
  }

  // What the schedule does.

  /** Delivers the oldest that the page has sent. */
  stepUp(): void {
    if (this.isDeaf) return;
    if (this.#end === 'none') this.#ask();
    else if (this.#end !== 'admitting') {
      const next = this.#up.shift();
      if (next === 'bye' || next === 'reset') this.#leave('gone');
      else if (next !== undefined && typeof this.#end === 'object') this.#end.membership.receive(next);
    }
  }

  /** Delivers all that the page has sent. */
  arrive(): void {
    while (this.#up.length > 0 && typeof this.#end === 'object') this.stepUp();
  }

  /** Delivers the oldest that the server has sent. */
  stepDown(): void {
    const next = this.isDeaf ? undefined : this.#down.shift();
    if (next === undefined || this.#page === 'gone') return;
    if (next === 'open') {
      this.#page = 'connected';
      this.#ws.open();
    } else if (next === 'reset') this.#endPage(ABNORMAL);
    else if (next instanceof Uint8Array) {
      this.#ws.hear(next);
      if (this.bufferedBytes === 0) this.#drain();
    } else {
      this.#endPage(next.code);
      this.#leave('gone');
    }
  }

  cut(how: Cut): void {
    if (this.isOver) return;
    switch (how) {
      case 'both':
        this.#leave('gone');
        this.#endPage(ABNORMAL);
        break;
      case 'page-first':
        this.#toServer('reset');
        this.#endPage(ABNORMAL);
        break;
      case 'server-first':
        this.#leave('gone');
        this.#toPage('reset');
        break;
      case 'deaf':
        this.isDeaf = true;
        this.#up = [];
        this.#down = [];
        // What a server's heartbeat does.
        this.#world.clock.after(connectionLimits.deadAfterMs, () => this.#leave('gone'));
        break;
    }
  }

  #drain(): void {
    const calls = this.#onDrained;
    this.#onDrained = [];
    if (typeof this.#end === 'object') for (const call of calls) call();
  }

  #ask(): void {
    if (this.#page === 'gone') {
      this.#end = 'gone';
      return;
    }
    this.#end = 'admitting';
    this.#down.push('open');
    if (this.#server.admit(this)) return;
    this.#leave('gone');
    this.#down = ['reset'];
  }

  #toPage(what: Down): void {
    if (!this.isDeaf && this.#page !== 'gone') this.#down.push(what);
  }

  #toServer(what: Up): void {
    if (!this.isDeaf && this.#end !== 'gone') this.#up.push(what);
  }

  #endPage(code: number): void {
    if (this.#page === 'gone') return;
    this.#page = 'gone';
    this.#down = [];
    this.#ws.end(code);
  }

  #leave(next: 'closing' | 'gone'): void {
    const end = this.#end;
    this.#end = next;
    if (next === 'gone') this.#up = [];
    if (typeof end === 'object') end.membership.leave();
  }
}

/** What a browser's WebSocket is to y-websocket. */
export class ModelWebSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readonly CLOSED = 3;
  readyState = 0;
  binaryType = 'blob';
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #line: Line;

  constructor(dial: (ws: ModelWebSocket) => Line) {
    this.#line = dial(this);
  }

  send(frame: Uint8Array): void {
    this.#line.say(frame);
  }

  close(): void {
    this.readyState = this.CLOSED;
    this.#line.hangUp();
  }

  open(): void {
    this.readyState = this.OPEN;
    this.onopen?.();
  }

  hear(frame: Uint8Array): void {
    this.onmessage?.({ data: Uint8Array.from(frame).buffer });
  }

  end(code: number): void {
    this.readyState = this.CLOSED;
    this.onclose?.({ code, reason: '' });
  }
}
