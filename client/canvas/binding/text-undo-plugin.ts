import { type EditorState, Plugin } from '@tiptap/pm/state';
import { getRelativeSelection, type ProsemirrorBinding, ySyncPluginKey, yUndoPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';

interface StackEvent {
  readonly stackItem: { readonly meta: Map<unknown, unknown> };
}
type Selection = ReturnType<typeof getRelativeSelection>;

const bindingOf = (state: EditorState): ProsemirrorBinding | undefined =>
  (ySyncPluginKey.getState(state) as { readonly binding?: ProsemirrorBinding } | undefined)?.binding;

/**
 * yUndoPlugin of y-prosemirror with a manager that outlives the editor: that plugin ends its manager with its view, and
 * leaves listeners behind. Undo and redo put the selection back to where it was.
 */
export const undoPlugin = (manager: Y.UndoManager): Plugin =>
  new Plugin({
    key: yUndoPluginKey,
    state: {
      init: () => ({ undoManager: manager, prevSel: null as Selection | null, hasUndoOps: false, hasRedoOps: false }),
      apply(_transaction, value, before) {
        const binding = bindingOf(before);
        return {
          ...value,
          // The plugin may have taken the place of another one, and its state with it.
          undoManager: manager,
          prevSel: binding === undefined ? null : getRelativeSelection(binding, before),
          hasUndoOps: manager.undoStack.length > 0,
          hasRedoOps: manager.redoStack.length > 0,
        };
      },
    },
    view(view) {
      const onAdded = ({ stackItem }: StackEvent) => {
        stackItem.meta.set('selection', yUndoPluginKey.getState(view.state)?.prevSel);
      };
      const onPopped = ({ stackItem }: StackEvent) => {
        const binding = bindingOf(view.state);
        const selection = stackItem.meta.get('selection') as Selection | null | undefined;
        if (binding !== undefined && selection) binding.beforeTransactionSelection = selection as never;
      };
      manager.on('stack-item-added', onAdded);
      manager.on('stack-item-popped', onPopped);
      return {
        destroy() {
          manager.off('stack-item-added', onAdded);
          manager.off('stack-item-popped', onPopped);
        },
      };
    },
  });
