import type { Duplex } from 'node:stream';
import { type RawData, WebSocket } from 'ws';
import { CloseCode } from '../../shared/protocol/close-codes.ts';
import { MessageType } from '../../shared/protocol/messages.ts';
import type { Clock } from '../rooms/clock.ts';
import { nobodyMoved } from '../rooms/frames.ts';
import type { ConnectionLimits } from '../rooms/limits.ts';
import type { Membership } from '../rooms/room.ts';
import type { Socket } from '../rooms/socket.ts';
import { TokenBucket } from '../rooms/token-bucket.ts';

/** What a connection is doing; it goes through these in order and may leave some out. */
type Phase =
  | { readonly name: 'admitting' }
  | { readonly name: 'joined'; readonly membership: Membership }
  /** The close frame is on its way; nothing is listened to. */
  | { readonly name: 'closing' }
  | { readonly name: 'closed' };

/** A message counts as one update for each of these. */
const BYTES_PER_TOKEN = 4_096;
/**
 * It counts as so many for each millisecond that it took, if that is more: nobody keeps the server busy for more than a seventh
 * of its time. Not more than two, because what takes half a millisecond, as honest edits do at most, is to cost no more than the
 * one for which it came.
 */
const TOKENS_PER_MS = 2;
/** How long a peer has to answer a close frame. */
const CLOSING_MAX_MS = 3_000;
/** How often a connection over its rate is looked at again. */
const PACE_MS = 100;
/** Up to so many bytes are read of what comes over the rate, to see how much it is; the rest waits in the network. */
const OVER_RATE_MAX_BYTES = 256_000;
/** Being within the rate for this long ends a streak of being over it. */
const CALM_MS = 1_000;
/**
 * Of the bytes at which a reader is cut off: to one that owes less than this share anything may be sent, however large,
 * and as much again behind it: a board has to arrive.
 */
const RESIDUE_SHARE = 1 / 8;

/** One socket: keeps it alive, within its limits, and hands its messages to the room. */
export class Connection implements Socket {
  readonly #ws: WebSocket;
  readonly #raw: Duplex;
  readonly #clock: Clock;
  readonly #limits: ConnectionLimits;
  readonly #rate: TokenBucket;
  #phase: Phase = { name: 'admitting' };
  /** What came too early or too fast, in order. */
  #inbox: Uint8Array[] = [];
  #inboxBytes = 0;
  /** Of what is in the inbox, those that the rate counts. */
  #inboxRated = 0;
  #heardAtMs: number;
  #sentAtMs: number;
  #pingedAtMs: number;
  #cancelPace: (() => void) | null = null;
  #overRateSinceMs = Number.NEGATIVE_INFINITY;
  #withinRateSinceMs = Number.NEGATIVE_INFINITY;
  /** More than `bufferedMaxBytes` while something larger is on its way. */
  #bufferedMaxBytes: number;
  #isCorked = false;
  /** Resolves with the code once the socket is gone. */
  readonly closed: Promise<number>;

  /** @param raw the stream under the socket; what is sent in one turn leaves in one write. */
  constructor(ws: WebSocket, raw: Duplex, clock: Clock, limits: ConnectionLimits) {
    this.#ws = ws;
    this.#raw = raw;
    this.#clock = clock;
    this.#limits = limits;
    this.#bufferedMaxBytes = limits.bufferedMaxBytes;
    this.#rate = new TokenBucket(clock, limits.updatesBurst, limits.updatesPerSecond);
    const nowMs = clock.monotonicMs();
    this.#heardAtMs = nowMs;
    this.#sentAtMs = nowMs;
    this.#pingedAtMs = nowMs;
    ws.pause();
    ws.on('message', (data, isBinary) => this.#onMessage(data, isBinary));
    ws.on('pong', () => this.#heard());
    ws.on('ping', () => this.#heard());
    // Broken framing and reset connections: the socket closes itself, and without a listener the process would end.
    ws.on('error', () => {});
    this.closed = new Promise((resolve) => {
      ws.on('close', (code) => {
        this.#leave({ name: 'closed' });
        resolve(code);
      });
    });
  }

  get isAdmitting(): boolean {
    return this.#phase.name === 'admitting';
  }

  get bufferedBytes(): number {
    return this.#raw.writableLength;
  }

  /** From here on messages go to the room, those that came meanwhile first. */
  take(membership: Membership): void {
    if (this.#phase.name === 'admitting') {
      this.#phase = { name: 'joined', membership };
      this.#drain();
    } else membership.leave();
  }

  /**
   * Frames are written past `ws`, which would make a header and a write of its own for each. Without compression it sends
   * what it is told in the same turn, so that its pings and close frames and these stay in order.
   */
  send(frames: Uint8Array): void {
    if (this.#ws.readyState !== WebSocket.OPEN || this.#phase.name === 'closing') return;
    const { bufferedMaxBytes } = this.#limits;
    const residueBytes = bufferedMaxBytes * RESIDUE_SHARE;
    const bufferedBytes = this.bufferedBytes + frames.length;
    if (this.bufferedBytes <= residueBytes)
      this.#bufferedMaxBytes = Math.max(bufferedMaxBytes, bufferedBytes + residueBytes);
    if (bufferedBytes > this.#bufferedMaxBytes) {
      this.close(CloseCode.limits, 'reads too slowly');
      return;
    }
    this.#cork();
    this.#raw.write(frames);
    this.#sentAtMs = this.#clock.monotonicMs();
  }

  whenDrained(call: () => void): void {
    this.#raw.once('drain', call);
  }

  close(code: number, reason: string): void {
    if (this.#phase.name === 'closing' || this.#phase.name === 'closed') return;
    this.#leave({ name: 'closing' });
    // A paused socket would never see the answer to its close frame.
    this.#ws.resume();
    this.#ws.close(code, reason);
    const cancel = this.#clock.after(CLOSING_MAX_MS, () => this.terminate());
    void this.closed.then(cancel);
  }

  /** Without a word, for a peer that does not listen. */
  terminate(): void {
    this.#ws.terminate();
  }

  /** To be called regularly, a few times per `silenceMs`. */
  beat(): void {
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#heardAtMs >= this.#limits.deadAfterMs) this.terminate();
    else if (nowMs - this.#pingedAtMs >= this.#limits.heartbeatMs && this.#ws.readyState === WebSocket.OPEN) {
      this.#pingedAtMs = nowMs;
      this.#ws.ping();
    }
    if (nowMs - this.#sentAtMs >= this.#limits.silenceMs && this.#phase.name === 'joined') this.send(nobodyMoved);
  }

  #heard(): void {
    this.#heardAtMs = this.#clock.monotonicMs();
  }

  #onMessage(data: RawData, isBinary: boolean): void {
    this.#heard();
    if (this.#phase.name === 'closing' || this.#phase.name === 'closed') return;
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.close(CloseCode.notAllowed, 'text message');
      return;
    }
    this.#inbox.push(data);
    this.#inboxBytes += data.length;
    if (!hasOwnRate(data)) this.#inboxRated++;
    if (this.#cancelPace === null) this.#drain();
    else this.#weighInbox();
  }

  /** Hands over what waits, as far as the rate allows. */
  #drain(): void {
    let handed = 0;
    while (this.#phase.name === 'joined' && handed < this.#inbox.length) {
      const frame = this.#inbox[handed];
      if (frame === undefined || !this.#isWithinRate(frame)) break;
      handed++;
      this.#hand(this.#phase.membership, frame);
    }
    for (const frame of this.#inbox.splice(0, handed)) {
      this.#inboxBytes -= frame.length;
      if (!hasOwnRate(frame)) this.#inboxRated--;
    }
    if (this.#phase.name !== 'joined') return;
    if (this.#inbox.length > 0) this.#waitForRate();
    else this.#ws.resume();
  }

  #hand(membership: Membership, frame: Uint8Array): void {
    const startedMs = this.#clock.monotonicMs();
    membership.receive(frame);
    const tookMs = this.#clock.monotonicMs() - startedMs;
    if (!hasOwnRate(frame)) this.#rate.charge(Math.max(0, this.#within(tookMs * TOKENS_PER_MS) - this.#costOf(frame)));
  }

  #isWithinRate(frame: Uint8Array): boolean {
    return hasOwnRate(frame) || this.#rate.take(this.#costOf(frame));
  }

  /** What a message costs to look at grows with its size. */
  #costOf(frame: Uint8Array): number {
    return this.#within(Math.ceil(frame.length / BYTES_PER_TOKEN));
  }

  /** The largest leave something to those behind them. */
  #within(cost: number): number {
    return Math.min(cost, this.#limits.updatesBurst / 2);
  }

  #waitForRate(): void {
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#withinRateSinceMs > CALM_MS) this.#overRateSinceMs = nowMs;
    this.#withinRateSinceMs = nowMs;
    if (nowMs - this.#overRateSinceMs >= this.#limits.pausedMaxMs) {
      this.close(CloseCode.limits, 'too many messages');
    } else {
      this.#cancelPace = this.#clock.after(PACE_MS, () => {
        this.#cancelPace = null;
        this.#drain();
      });
      this.#weighInbox();
    }
  }

  /** What could not be let through before its sender is closed for it is a flood: there is nothing to wait for. */
  #weighInbox(): void {
    const { updatesPerSecond, pausedMaxMs } = this.#limits;
    if (this.#inboxRated > (updatesPerSecond * pausedMaxMs) / 1_000) this.close(CloseCode.limits, 'too many messages');
    else if (this.#inboxBytes >= OVER_RATE_MAX_BYTES) this.#ws.pause();
  }

  #cork(): void {
    if (this.#isCorked) return;
    this.#isCorked = true;
    this.#raw.cork();
    process.nextTick(() => {
      this.#isCorked = false;
      this.#raw.uncork();
    });
  }

  #leave(next: Phase): void {
    const phase = this.#phase;
    this.#phase = next;
    this.#inbox = [];
    this.#inboxBytes = 0;
    this.#inboxRated = 0;
    this.#cancelPace?.();
    this.#cancelPace = null;
    if (phase.name === 'joined') phase.membership.leave();
  }
}

/** Presence has a rate of its own, and stock clients echo other people's: the room deals with it. */
const hasOwnRate = (frame: Uint8Array): boolean => frame[0] === MessageType.awareness;
