import type { Editor } from 'tldraw';
import type { Diff } from '../../../shared/board/diff.ts';

/*
 * The parts of tldraw 3.15.6 that the binding works with and that tldraw does not publish. Another version of tldraw has
 * to be held against this file and against the tests of the binding.
 */

/** Of the HistoryManager. */
export interface HistoryInternals {
  state: 'recording' | 'recordingPreserveRedoStack' | 'paused';
  readonly stacks: { get(): Stacks; set(stacks: Stacks): void };
  flushPendingDiff(): void;
  _undo(options: { pushToRedoStack: boolean; toMark?: string }): HistoryInternals;
  redo(): HistoryInternals;
  squashToMark(id: string): HistoryInternals;
}

export interface Stacks {
  readonly undos: Stack;
  readonly redos: Stack;
}

/** A linked list; the empty one has no head and is its own tail. */
export interface Stack {
  readonly head: Entry | null;
  readonly tail: Stack;
  readonly length: number;
  push(entry: Entry): Stack;
}

/** tldraw makes stops and diffs; texts are the binding's own. */
export type Entry =
  | { readonly type: 'stop'; readonly id: string }
  | { readonly type: 'diff'; readonly diff: Diff }
  | { readonly type: 'text'; readonly step: TextStep };

/** What was written in a text, as one step. */
export interface TextStep {
  /** Whether it would change anything now. */
  canUndo(): boolean;
  canRedo(): boolean;
  /** @param applyDiff for what has to go through the store. */
  play(direction: 'undo' | 'redo', applyDiff: (diff: Diff) => void): void;
}

export const historyOf = (editor: Editor): HistoryInternals =>
  (editor as unknown as { history: HistoryInternals }).history;

/** Ends the undo entry that is being recorded, so that nothing later is squashed into it. */
export const flushPendingDiff = (editor: Editor): void => historyOf(editor).flushPendingDiff();

/** Runs changes as steps of undo where tldraw keeps what happens out of its history. */
export function record(editor: Editor, fn: () => void): void {
  const history = historyOf(editor);
  const before = history.state;
  history.state = 'recording';
  try {
    fn();
  } finally {
    history.state = before;
  }
}

/** Of the Store. */
export interface StoreInternals {
  /**
   * Runs changes as one.
   * @param runCallbacks false: without side effects.
   * @param isRemote true: the changes are reported as merged from elsewhere.
   */
  atomic(fn: () => void, runCallbacks?: boolean, isRemote?: boolean): void;
  ensureStoreIsUsable(): void;
  /** Told of every change at once, also within `atomic`. @returns stops that. */
  addHistoryInterceptor(fn: (entry: { changes: Diff }, source: 'user' | 'remote') => void): () => void;
}

export const storeInternals = (editor: Editor): StoreInternals => editor.store as unknown as StoreInternals;
