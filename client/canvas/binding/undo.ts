import type { Editor } from 'tldraw';
import { type Diff, reverseDiff, toTldraw } from '../../../shared/board/diff.ts';
import { type Board, rebase } from '../../../shared/board/rebase.ts';
import { type Entry, type HistoryInternals, historyOf, type Stack, storeInternals } from './tldraw-internals.ts';

export interface UndoOptions {
  /** The board as it is when called. */
  board(): Board;
  /** Called before a step is undone or redone. */
  beforePlay(): void;
  /** The text that is open goes back or on by a piece of its own, as long as it can; true when it did. */
  undoInText(): boolean;
  redoInText(): boolean;
}

const playing = new WeakSet<Editor>();

/**
 * Whether what changes at this moment is a step that is being undone or redone. tldraw's history pauses for more than
 * that: for what somebody does and cannot take back, and for what follows from the documents.
 */
export const isPlaying = (editor: Editor): boolean => playing.has(editor);

/**
 * Replaces the methods of tldraw's history that apply diffs, so that undo and redo touch one's own changes only.
 *
 * tldraw squashes own diffs, and a squash across a colleague's change swallows the colleague's value. Invariants: diffs
 * are kept apart and are played one by one, each through a rebase onto the board as it then is; what the stacks hold is
 * what was done, not what the rebase made of it, so that undo and redo can be repeated.
 *
 * @returns puts tldraw's own methods back.
 */
export function installUndo(editor: Editor, { board, beforePlay, undoInText, redoInText }: UndoOptions): () => void {
  const history = historyOf(editor);

  const paused = (fn: () => void): HistoryInternals => {
    const before = history.state;
    history.state = 'paused';
    try {
      fn();
    } finally {
      history.state = before;
    }
    return history;
  };

  const applyDiffs = (diffs: readonly Diff[]) => {
    const store = storeInternals(editor);
    store.atomic(() => {
      for (const diff of diffs) editor.store.applyDiff(toTldraw(rebase(board(), diff)), { ignoreEphemeralKeys: true });
    });
    store.ensureStoreIsUsable();
  };

  /** Texts are written in their documents, which the store cannot follow within one change of its own. */
  const play = (moves: readonly Move[], direction: 'undo' | 'redo') => {
    beforePlay();
    playing.add(editor);
    try {
      let diffs: Diff[] = [];
      for (const move of moves) {
        if (move.type === 'diff') diffs.push(direction === 'undo' ? reverseDiff(move.diff) : move.diff);
        else {
          applyDiffs(diffs);
          diffs = [];
          move.step.play(direction, (diff) => applyDiffs([diff]));
        }
      }
      applyDiffs(diffs);
    } finally {
      playing.delete(editor);
    }
  };

  const replaced: Pick<HistoryInternals, '_undo' | 'redo' | 'squashToMark'> = {
    _undo: ({ pushToRedoStack, toMark }) =>
      paused(() => {
        if (toMark === undefined && undoInText()) return;
        history.flushPendingDiff();
        const { undos, redos } = history.stacks.get();
        const step = takeUndo(undos, toMark);
        if (step === null) return;
        play(step.moves, 'undo');
        const done = pushToRedoStack ? step.taken.reduce((stack, entry) => stack.push(entry), redos) : redos;
        history.stacks.set({ undos: step.rest, redos: done });
      }),
    redo: () =>
      paused(() => {
        if (redoInText()) return;
        history.flushPendingDiff();
        const { undos, redos } = history.stacks.get();
        if (redos.head === null) return;
        const step = takeRedo(redos);
        play(step.moves, 'redo');
        history.stacks.set({ undos: step.taken.reduce((stack, entry) => stack.push(entry), undos), redos: step.rest });
      }),
    squashToMark: (id) => {
      history.flushPendingDiff();
      const { undos, redos } = history.stacks.get();
      const kept: Entry[] = [];
      let top = undos;
      for (; top.head !== null && !(top.head.type === 'stop' && top.head.id === id); top = top.tail)
        if (top.head.type !== 'stop') kept.unshift(top.head);
      // The marks between go, the diffs stay apart.
      if (top.head !== null)
        history.stacks.set({ undos: kept.reduce((stack, entry) => stack.push(entry), top), redos });
      return history;
    },
  };
  const own = { _undo: history._undo, redo: history.redo, squashToMark: history.squashToMark };
  Object.assign(history, replaced);
  return () => {
    Object.assign(history, own);
  };
}

/** An entry that does something. */
type Move = Exclude<Entry, { readonly type: 'stop' }>;

interface Step {
  /** To be played, in this order. */
  readonly moves: readonly Move[];
  /** Entries that leave the stack, the top one first. */
  readonly taken: readonly Entry[];
  readonly rest: Stack;
}

/**
 * Down to the mark before the last change, or to the mark with the given id. A text that has been taken back already is no
 * change.
 * @returns null when there is no such mark.
 */
function takeUndo(undos: Stack, toMark: string | undefined): Step | null {
  const moves: Move[] = [];
  const taken: Entry[] = [];
  let rest = undos;
  let changed = false;
  while (rest.head !== null) {
    const entry = rest.head;
    rest = rest.tail;
    taken.push(entry);
    if (entry.type !== 'stop') {
      changed ||= entry.type === 'diff' || entry.step.canUndo();
      moves.push(entry);
    } else if (entry.id === toMark) return { moves, taken, rest };
    else if (changed && toMark === undefined) break;
  }
  return toMark === undefined ? { moves, taken, rest } : null;
}

/** Up through the next change. */
function takeRedo(redos: Stack): Step {
  const moves: Move[] = [];
  const taken: Entry[] = [];
  let rest = redos;
  let changed = false;
  while (rest.head !== null) {
    const entry = rest.head;
    rest = rest.tail;
    taken.push(entry);
    if (entry.type === 'stop') {
      if (changed) break;
      continue;
    }
    changed ||= entry.type === 'diff' || entry.step.canRedo();
    moves.push(entry);
  }
  return { moves, taken, rest };
}
