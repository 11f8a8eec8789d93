import type { Editor } from 'tldraw';
import type * as Y from 'yjs';
import { type Diff, emptyDiff, reverseDiff } from '../../../shared/board/diff.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { canonicalRichText, type RichText } from '../../../shared/board/rich-text.ts';
import { createTextLog, type Session, type TextLog } from './text-log.ts';
import { type Entry, historyOf, type Stack, type TextStep } from './tldraw-internals.ts';

export interface TextUndoOptions {
  get(id: string): AnyRecord | undefined;
  /** The shape's text as the document has it. */
  fragmentOf(id: string): Y.XmlFragment | undefined;
  /** Whether somebody else wrote in the shape that is being edited, since the last call. */
  takeForeign(): boolean;
  /** Writes what the canvas holds into the documents. */
  flush(): void;
  /** Puts the shape on the canvas as the documents have it. */
  show(id: string): void;
}

export interface TextUndo {
  /** A text is opened in the editor. @returns the manager of one's own writing in it. */
  open(shapeId: string, fragment: Y.XmlFragment): Y.UndoManager;
  /** Of the text that is open. @returns false where there is none, or nothing left in it. */
  undoInOpen(): boolean;
  redoInOpen(): boolean;
  dispose(): void;
}

/**
 * Undo of writing. As long as a text is open it goes back piece by piece; once it is closed, all that was written in it is
 * one step of the canvas. Both play the same log of one's own writing, so nothing is taken back twice and nothing of
 * others at all.
 */
export function createTextUndo(editor: Editor, options: TextUndoOptions): TextUndo {
  const { get, fragmentOf, takeForeign } = options;
  const logs = new Map<string, TextLog>();
  let before: AnyRecord | undefined;
  let open: TextLog | undefined;

  const close = (shapeId: string) => {
    const isOwn = !takeForeign();
    const session = open?.end() ?? null;
    const after = get(shapeId);
    if (session !== null && open !== undefined && after !== undefined) {
      const diff = isOwn && before !== undefined ? textChange(before, after) : null;
      push(editor, { type: 'text', step: createStep(options, { shapeId, log: open, session, diff }) });
    }
    open = undefined;
  };

  const stop = editor.sideEffects.registerAfterChangeHandler('instance_page_state', (prev, next) => {
    if (prev.editingShapeId === next.editingShapeId) return;
    if (prev.editingShapeId !== null) close(prev.editingShapeId);
    before = undefined;
    takeForeign();
  });

  /** Texts that are gone for good: a shape that comes back has a new one. */
  const forget = () => {
    for (const [shapeId, log] of logs)
      if (fragmentOf(shapeId) !== log.fragment) {
        log.dispose();
        logs.delete(shapeId);
      }
  };

  return {
    open(shapeId, fragment) {
      forget();
      const log = logs.get(shapeId) ?? createTextLog(fragment);
      logs.set(shapeId, log);
      log.begin();
      open = log;
      before = get(shapeId);
      return log.manager;
    },
    undoInOpen: () => open?.manager.undo() != null,
    redoInOpen: () => open?.manager.redo() != null,
    dispose() {
      stop();
      for (const log of logs.values()) log.dispose();
    },
  };
}

interface StepOptions {
  readonly shapeId: string;
  readonly log: TextLog;
  readonly session: Session;
  /** The change as JSON, for a shape that was removed and came back with a new text; null where others wrote too. */
  readonly diff: Diff | null;
}

function createStep({ get, fragmentOf, flush, show }: TextUndoOptions, step: StepOptions): TextStep {
  const { shapeId, log, session, diff } = step;
  const isSameText = () => fragmentOf(shapeId) === log.fragment;
  const says = (side: 0 | 1): boolean => {
    const [record, now] = [diff?.updated[shapeId]?.[side], get(shapeId)];
    return record !== undefined && now !== undefined && isEqualJson(textOf(record), textOf(now));
  };
  return {
    canUndo: () => (isSameText() ? session.canUndo() : says(1)),
    canRedo: () => (isSameText() ? session.canRedo() : says(0)),
    play(direction, applyDiff) {
      flush();
      if (isSameText()) {
        session[direction]();
        show(shapeId);
      } else if (diff !== null) applyDiff(direction === 'undo' ? reverseDiff(diff) : diff);
    },
  };
}

/** Spelled as the documents spell it, which a text that was never in one is not. */
function textOf({ props }: AnyRecord): unknown {
  const text = (props as { richText?: RichText } | undefined)?.richText;
  return text && (canonicalRichText(text) ?? text);
}

/** @returns null where the text is the same. */
function textChange(before: AnyRecord, after: AnyRecord): Diff | null {
  if (isEqualJson(textOf(before), textOf(after))) return null;
  const from = { ...after, props: { ...(after.props as object), richText: textOf(before) } } as AnyRecord;
  return { ...emptyDiff(), updated: { [after.id]: [from, after] } };
}

/** Adds an entry to what the next undo takes back. */
function push(editor: Editor, entry: Entry): void {
  const history = historyOf(editor);
  history.flushPendingDiff();
  const { undos, redos } = history.stacks.get();
  history.stacks.set({ undos: undos.push(entry), redos: bottomOf(redos) });
}

/** The empty stack. */
function bottomOf(stack: Stack): Stack {
  let bottom = stack;
  while (bottom.head !== null) bottom = bottom.tail;
  return bottom;
}
