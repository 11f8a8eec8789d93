import type { Diff } from '../../../shared/board/diff.ts';
import type { Replica } from '../../sync/replica.ts';
import type { UnsentLog } from './recover-log.ts';

/** A change that waits to be played again. */
export interface Waiting {
  readonly diff: Diff;
  /** Was on the wire at a refusal before, though not alone. */
  readonly isSuspect: boolean;
}

export interface Replay {
  /** Goes on as far as the server's acks allow. */
  step(): void;
  isBusy(): boolean;
  /**
   * The replica was refused.
   * @param isAlone whether nothing else was on the wire.
   * @returns the change that is the reason for it, if that is certain enough, and those that are left.
   */
  end(isAlone: boolean): { readonly refused: Diff | null; readonly waiting: readonly Waiting[] };
}

export interface ReplayOptions {
  readonly replica: Replica;
  readonly log: UnsentLog;
  /** False as long as nothing can be played yet. */
  mayPlay(): boolean;
  /** Whether a change that is in the replica counts as waiting until the server has it. */
  readonly keepsOnWire: boolean;
  flush(): void;
  /** Into the documents. @param later those that come after it */
  play(diff: Diff, later: readonly Diff[]): void;
  /** Told of what is in no replica: all at first, then as it grows less. */
  onWaiting(diffs: readonly Diff[]): void;
  onDone(): void;
}

/** Plays changes one after the other, each once the one before it is durable. */
export function createReplay(all: readonly Waiting[], options: ReplayOptions): Replay {
  const { replica, log, mayPlay, keepsOnWire, flush, play, onWaiting, onDone } = options;
  const waiting = [...all];
  let onWire: (Waiting & { readonly edit: number }) | null = null;
  let isStepping = false;
  const keep = () => {
    const kept = keepsOnWire && onWire !== null ? [onWire, ...waiting] : waiting;
    onWaiting(kept.map(({ diff }) => diff));
  };
  if (waiting.length > 0) keep();

  const next = (): boolean => {
    if (!mayPlay()) return false;
    if (onWire !== null && replica.editsDurable < onWire.edit) return false;
    const wasOnWire = onWire !== null;
    onWire = null;
    const change = waiting.shift();
    if (change === undefined) {
      if (wasOnWire && keepsOnWire) keep();
      return false;
    }
    flush();
    const before = replica.edits;
    log.silently(() => {
      play(
        change.diff,
        waiting.map(({ diff }) => diff),
      );
    });
    if (replica.edits > before) onWire = { ...change, edit: replica.edits };
    // In the replica, and so in the browser's copy, before it is taken from here.
    keep();
    log.cut();
    return true;
  };

  return {
    step() {
      if (isStepping || (waiting.length === 0 && onWire === null)) return;
      isStepping = true;
      try {
        while (next());
      } finally {
        isStepping = false;
      }
      if (waiting.length === 0 && onWire === null) onDone();
    },
    isBusy: () => mayPlay() && (waiting.length > 0 || onWire !== null),
    end(isAlone) {
      if (onWire === null || replica.editsDurable >= onWire.edit) return { refused: null, waiting };
      const { diff, isSuspect, edit } = onWire;
      const wasSent = edit <= replica.editsSent;
      if (wasSent && (isAlone || isSuspect)) return { refused: diff, waiting };
      return { refused: null, waiting: [{ diff, isSuspect: wasSent }, ...waiting] };
    },
  };
}
