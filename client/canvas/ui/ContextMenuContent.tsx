import {
  ArrangeMenuSubmenu,
  ClipboardMenuGroup,
  EditMenuSubmenu,
  ReorderMenuSubmenu,
  SelectAllMenuItem,
  TldrawUiMenuGroup,
  TldrawUiMenuItem,
  useEditor,
  useValue,
} from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { afterFocusCameBack } from './after-focus.ts';
import { askForComment, takesComments } from './comment-request.ts';
import { pictureRequestOf, selectionForPicture } from './picture-request.ts';

/** tldraw's menu of the canvas on a board of one page, with our pictures in place of its own. */
export function ContextMenuContent() {
  const editor = useEditor();
  const t = useText();
  const isSelecting = useValue('is selecting', () => editor.getCurrentToolId() === 'select', [editor]);
  if (!isSelecting) return null;
  return (
    <>
      <TldrawUiMenuGroup id="modify">
        <EditMenuSubmenu />
        <ArrangeMenuSubmenu />
        <ReorderMenuSubmenu />
      </TldrawUiMenuGroup>
      <ClipboardMenuGroup />
      <TldrawUiMenuGroup id="picture">
        <TldrawUiMenuItem
          id="picture"
          label={t('export.pictureMenu')}
          readonlyOk
          onSelect={() => afterFocusCameBack(() => pictureRequestOf(editor).set(selectionForPicture(editor)))}
        />
      </TldrawUiMenuGroup>
      {takesComments(editor) && (
        <TldrawUiMenuGroup id="comment">
          <TldrawUiMenuItem
            id="comment"
            label={t('tools.comment')}
            onSelect={() => afterFocusCameBack(() => void askForComment(editor))}
          />
        </TldrawUiMenuGroup>
      )}
      <TldrawUiMenuGroup id="select-all">
        <SelectAllMenuItem />
      </TldrawUiMenuGroup>
    </>
  );
}
