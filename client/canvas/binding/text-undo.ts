import type { Editor } from 'tldraw';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { type Diff, emptyDiff } from './diff.ts';
import { isEqualJson } from './equal.ts';
import { historyOf, type Stack } from './tldraw-internals.ts';

/**
 * Makes what was written in a shape one step of undo, once the text editor closes; as long as it is open it has an undo of
 * its own. A text in which somebody else has written meanwhile is left out: taking it back would take theirs too.
 * @param options.takeForeign whether somebody else wrote in the shape that is being edited, since the last call.
 * @returns stops that.
 */
export function recordTextSessions(
  editor: Editor,
  { get, takeForeign }: { get(id: string): AnyRecord | undefined; takeForeign(): boolean },
): () => void {
  let before: AnyRecord | undefined;
  return editor.sideEffects.registerAfterChangeHandler('instance_page_state', (prev, next) => {
    if (prev.editingShapeId === next.editingShapeId) return;
    const after = prev.editingShapeId === null ? undefined : get(prev.editingShapeId);
    const isOwn = !takeForeign();
    if (isOwn && before !== undefined && after?.id === before.id) push(editor, textChange(before, after));
    before = next.editingShapeId === null ? undefined : get(next.editingShapeId);
  });
}

const textOf = (record: AnyRecord): unknown => (record.props as Record<string, unknown> | undefined)?.richText;

/** @returns null where the text is the same. */
function textChange(before: AnyRecord, after: AnyRecord): Diff | null {
  if (isEqualJson(textOf(before), textOf(after))) return null;
  const from = { ...after, props: { ...(after.props as object), richText: textOf(before) } } as AnyRecord;
  return { ...emptyDiff(), updated: { [after.id]: [from, after] } };
}

/** Adds a diff to what the next undo takes back. */
function push(editor: Editor, diff: Diff | null): void {
  if (diff === null) return;
  const history = historyOf(editor);
  history.flushPendingDiff();
  const { undos, redos } = history.stacks.get();
  history.stacks.set({ undos: undos.push({ type: 'diff', diff }), redos: bottomOf(redos) });
}

/** The empty stack. */
function bottomOf(stack: Stack): Stack {
  let bottom = stack;
  while (bottom.head !== null) bottom = bottom.tail;
  return bottom;
}
