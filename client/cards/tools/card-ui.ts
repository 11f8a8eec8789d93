import type { Editor, TLUiActionsContextType } from 'tldraw';
import type { CanvasUi } from '../../canvas/ui/canvas-ui.ts';
import { parentsOf } from '../actions/parents-of.ts';
import { CardMenu } from './CardMenu.tsx';
import { CardTool } from './CardTool.ts';
import { CardToolbar } from './CardToolbar.tsx';
import { ConnectTool } from './ConnectTool.ts';
import { deskOf } from './desk.ts';
import { selectedCards } from './selected.ts';

/** Tools, menu, toolbar and keys for cards. */
export const cardUi: CanvasUi = {
  components: { ContextMenu: CardMenu, Toolbar: CardToolbar },
  tools: [CardTool, ConnectTool],
  overrides: {
    actions: (editor, actions) => ({ ...actions, ...cardKeys(editor) }),
    tools: (editor, tools) => ({
      ...tools,
      card: {
        ...{ id: 'card', label: 'tool.card', icon: 'plus', kbd: 'c' },
        onSelect: () => void editor.setCurrentTool('card'),
      },
    }),
  },
};

/** Keys on a selected card. Those of a mirror are its card's. */
function cardKeys(editor: Editor): TLUiActionsContextType {
  const onlyCard = (action: (id: string) => void) => () => {
    const method = deskOf(editor).method.get();
    const [selected, ...others] = method === null ? [] : selectedCards(method);
    if (selected !== undefined && others.length === 0 && editor.isIn('select.idle')) action(selected.card.id);
  };
  const branch = (id: string | undefined) => {
    if (id !== undefined) deskOf(editor).method.get()?.actions.branch(id);
  };
  return {
    'card-branch': { id: 'card-branch', kbd: 'shift+enter', onSelect: onlyCard(branch) },
    'card-beside': {
      ...{ id: 'card-beside', kbd: 'alt+enter' },
      onSelect: onlyCard((id) => {
        const view = deskOf(editor).method.get()?.view.get();
        if (view !== undefined) branch(parentsOf(view, id)[0]);
      }),
    },
    'card-cluster': {
      ...{ id: 'card-cluster', kbd: 'shift+g' },
      onSelect: () => {
        if (!editor.getIsReadonly() && editor.isIn('select.idle')) deskOf(editor).naming.set(true);
      },
    },
    'card-choose-zone': {
      ...{ id: 'card-choose-zone', kbd: 'shift+c' },
      onSelect: () => {
        if (!editor.getIsReadonly()) deskOf(editor).choice.set({ kind: 'create' });
      },
    },
  };
}
