import type { Editor, TLUiActionsContextType, TLUiOverrideHelpers } from 'tldraw';
import { offerSheet } from './sheet-request.ts';

/**
 * Paste of the menus does what the keys do. A spreadsheet puts a picture of its cells on the clipboard beside them, which
 * tldraw would take first.
 */
export function pastingSheets(
  editor: Editor,
  actions: TLUiActionsContextType,
  { addToast, msg, paste }: TLUiOverrideHelpers,
): TLUiActionsContextType {
  const action = actions.paste;
  if (action === undefined) return actions;
  const onSelect: typeof action.onSelect = async (source) => {
    // Where the pointer was when the menu opened: by the time the clipboard is read it is elsewhere.
    const point = source === 'context-menu' ? editor.inputs.currentPagePoint.clone() : undefined;
    const items = await navigator.clipboard?.read().catch(() => null);
    if (items == null) {
      const [title, description] = [msg('action.paste-error-title'), msg('action.paste-error-description')];
      return void addToast({ title, description, severity: 'error' });
    }
    const [text, html] = await Promise.all([wordsAs('text/plain', items), wordsAs('text/html', items)]);
    if (!offerSheet(editor, { text, html, point })) paste(items, source, point);
  };
  return { ...actions, paste: { ...action, onSelect } };
}

/** Empty where the clipboard holds nothing of this type. */
async function wordsAs(type: string, items: readonly ClipboardItem[]): Promise<string> {
  const item = items.find(({ types }) => types.includes(type));
  return item === undefined ? '' : (await item.getType(type)).text();
}
