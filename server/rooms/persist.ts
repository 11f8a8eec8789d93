import type { RoomName } from '../../shared/protocol/room-name.ts';
import { StorageError, type StorageFailure, type UpdateLog, type Writer } from '../storage/update-log.ts';
import type { Clock } from './clock.ts';
import type { RoomLimits } from './limits.ts';
import type { Origin } from './origin.ts';

/** A change of the document on its way into the log. */
export interface Change {
  readonly update: Uint8Array;
  readonly origin: Origin;
  /** Client ids that it brings for the first time. */
  readonly writers: readonly Writer[];
  /** Documents that are empty from the moment in which this is stored. */
  readonly retired: readonly RoomName[];
}

export interface PersistOptions {
  readonly updateLog: UpdateLog;
  readonly document: RoomName;
  /** Sequence number of the newest entry of the log. */
  readonly last: number;
  readonly clock: Clock;
  readonly limits: RoomLimits;
  /** Whether changes are gathered until somebody calls `write`, instead of being written as they come. */
  readonly isGathering: () => boolean;
  /** Called in the order of the log, once these are durable and `durable` says so. */
  readonly onDurable: (changes: readonly Change[]) => void;
  /** Storage refuses, and when it takes again: null. */
  readonly onOutage: (failure: StorageFailure | null) => void;
  /** Something went wrong that must not: what is unstored stays so. */
  readonly onBroken: (error: unknown) => void;
}

/**
 * Writes the changes of one document behind each other: one append at a time, and whatever comes meanwhile goes with the
 * next. Positions are sequence numbers of the log, given out before the entry is stored.
 */
export class Persist {
  readonly #options: PersistOptions;
  #queue: Change[] = [];
  #queuedBytes = 0;
  /** How many of the queue are being appended. */
  #appending = 0;
  #isDue = false;
  #newest: number;
  #durable: number;
  #phase: 'resting' | 'writing' | 'refused' | 'stopped' = 'resting';
  #endPause: () => void = () => {};
  #waiting: { readonly at: number; readonly resolve: () => void }[] = [];

  constructor(options: PersistOptions) {
    this.#options = options;
    this.#newest = options.last;
    this.#durable = options.last;
  }

  /** Position of the newest change, stored or not. */
  get newest(): number {
    return this.#newest;
  }

  /** Position up to which everything survives a crash. */
  get durable(): number {
    return this.#durable;
  }

  get unstoredBytes(): number {
    return this.#queuedBytes;
  }

  get isOut(): boolean {
    return this.#phase === 'refused' || this.#phase === 'stopped';
  }

  add(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.#queue.push(...changes);
    this.#newest += changes.length;
    for (const { update } of changes) this.#queuedBytes += update.length;
    if (!this.#options.isGathering()) this.write();
  }

  /** Whether something is not on its way to the disk yet. */
  get hasQueued(): boolean {
    return this.#queue.length > this.#appending;
  }

  /** Writes what is queued, now or behind what is being written. */
  write(): void {
    this.#isDue = true;
    if (this.#phase === 'resting' && this.#queue.length > 0) void this.#run();
  }

  /** Resolves once everything up to a position is durable, or the document was given up. */
  async settled(at = this.#newest): Promise<void> {
    if (at <= this.#durable || this.#phase === 'stopped') return;
    this.write();
    await new Promise<void>((resolve) => this.#waiting.push({ at, resolve }));
  }

  /** Writes nothing more. What is under way may still arrive. */
  stop(): void {
    this.#phase = 'stopped';
    this.#endPause();
    for (const { resolve } of this.#waiting.splice(0)) resolve();
  }

  /** Never rejects. */
  async #run(): Promise<void> {
    this.#phase = 'writing';
    try {
      let pauseMs = this.#options.limits.retryFirstMs;
      while (this.#isDue && this.#queue.length > 0 && !this.#isStopped()) {
        // Whatever comes from here on is gathered for the next append where it is gathered at all.
        this.#isDue = !this.#options.isGathering();
        const failure = await this.#append();
        if (this.#isStopped()) return;
        if (failure === 'closed') return this.stop();
        this.#tellOutage(failure);
        if (failure === null) pauseMs = this.#options.limits.retryFirstMs;
        else {
          this.#isDue = true;
          await this.#pause(pauseMs);
          pauseMs = Math.min(pauseMs * 2, this.#options.limits.retryMaxMs);
        }
      }
      if (!this.#isStopped()) this.#phase = 'resting';
    } catch (error) {
      this.stop();
      this.#options.onBroken(error);
    }
  }

  /** Stores what is queued now, all or none. @returns why storage did not take it, null when it did. */
  async #append(): Promise<StorageFailure | null> {
    const { updateLog, document, onDurable } = this.#options;
    const batch = [...this.#queue];
    this.#appending = batch.length;
    const before = this.#durable;
    let last: number;
    try {
      last = await updateLog.append(
        document,
        batch.map(({ update }) => update),
        batch.flatMap(({ writers }) => writers),
        batch.flatMap(({ retired }) => retired),
      );
    } catch (error) {
      if (error instanceof StorageError) return error.failure;
      throw error;
    } finally {
      this.#appending = 0;
    }
    if (this.#isStopped()) return null;
    if (last !== before + batch.length) throw new Error(`the log ends at ${last} instead of ${before + batch.length}`);
    this.#queue.splice(0, batch.length);
    for (const { update } of batch) this.#queuedBytes -= update.length;
    this.#durable = last;
    onDurable(batch);
    for (const { resolve } of this.#takeSettled()) resolve();
    return null;
  }

  #takeSettled(): readonly { readonly resolve: () => void }[] {
    const settled = this.#waiting.filter(({ at }) => at <= this.#durable);
    if (settled.length > 0) this.#waiting = this.#waiting.filter(({ at }) => at > this.#durable);
    return settled;
  }

  #tellOutage(failure: StorageFailure | null): void {
    const isOut = failure !== null;
    if (isOut === this.isOut) return;
    this.#phase = isOut ? 'refused' : 'writing';
    this.#options.onOutage(failure);
  }

  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = this.#options.clock.after(ms, resolve);
      this.#endPause = () => {
        cancel();
        resolve();
      };
    });
  }

  #isStopped(): boolean {
    return this.#phase === 'stopped';
  }
}
