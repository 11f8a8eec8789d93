import { Box, type Editor, type TLUiActionsContextType, type TLUiOverrides, type TLUiToolsContextType } from 'tldraw';
import { choosePictures, takePhoto } from '../pictures/picture-request.ts';
import { putContent } from '../put-content.ts';
import { ownTexts } from './own-texts.ts';
import { pastingSheets } from './paste-action.ts';

/**
 * Actions of tldraw that have no place on a board: what would fetch from elsewhere, put files on it, leave the one page,
 * change locks that the server decides on, or show tldraw's own workshop tools. Its pictures bring every font along and
 * look as on the screen; ours take their place.
 */
const unwanted: readonly string[] = [
  'change-page-next',
  'change-page-prev',
  'convert-to-bookmark',
  'convert-to-embed',
  'copy-as-png',
  'copy-as-svg',
  'download-original',
  'export-all-as-png',
  'export-all-as-svg',
  'export-as-png',
  'export-as-svg',
  'flatten-to-image',
  'image-replace',
  'insert-embed',
  'insert-media',
  'move-to-new-page',
  'new-page',
  'open-cursor-chat',
  'open-embed-link',
  'open-kbd-shortcuts',
  'print',
  'toggle-dark-mode',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'toggle-lock',
  'unlock-all',
  'video-replace',
];

/** Tools that would put something on a board that no other canvas takes. */
const unwantedTools: readonly string[] = ['asset', 'embed'];

/** Viewers send nothing, so nobody would see what they point at; who only looks for now is seen. */
function withLaserForWriters(editor: Editor, tools: TLUiToolsContextType): TLUiToolsContextType {
  const { laser } = tools;
  if (laser === undefined) return tools;
  return {
    ...tools,
    laser: {
      ...laser,
      get readonlyOk() {
        return editor.getInstanceState().meta.isLooking === true;
      },
    },
  };
}

const without = <T>(all: Record<string, T>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));

const ourTypes: ReadonlySet<string> = new Set(['card', 'mirror', 'relation']);

/** tldraw's copies of edges and second places would hang on the cards that were copied, not on the copies. */
function duplicatingCards(editor: Editor, actions: TLUiActionsContextType): TLUiActionsContextType {
  const { duplicate } = actions;
  if (duplicate === undefined) return actions;
  const onSelect: typeof duplicate.onSelect = (source) => {
    const ids = editor.getSelectedShapeIds();
    const shapes = ids.flatMap((id) => editor.getShape(id) ?? []);
    if (!shapes.some(({ type }) => ourTypes.has(type))) return duplicate.onSelect(source);
    const content = editor.getContentFromCurrentPage(ids);
    const bounds = Box.Common(shapes.flatMap((shape) => editor.getShapePageBounds(shape) ?? []));
    if (content === undefined || editor.getIsReadonly()) return;
    editor.run(() => {
      editor.markHistoryStoppingPoint('duplicate shapes');
      putContent(editor, content, { x: bounds.maxX + bounds.w / 2 + duplicateGap, y: bounds.midY });
    });
  };
  return { ...actions, duplicate: { ...duplicate, onSelect } };
}

/** Between shapes and their copies, in board units. */
const duplicateGap = 10;

export const uiOverrides: TLUiOverrides = {
  actions: (editor, actions, helpers) =>
    pastingSheets(editor, duplicatingCards(editor, without(actions, unwanted)), helpers),
  tools: (editor, tools) => ({
    ...withLaserForWriters(editor, without(tools, unwantedTools)),
    picture: { id: 'picture', label: 'tool.picture', icon: 'tool-media', onSelect: () => choosePictures(editor) },
    photo: { id: 'photo', label: 'tool.photo', icon: 'tool-screenshot', onSelect: () => takePhoto(editor) },
  }),
  translations: { en: ownTexts },
};
