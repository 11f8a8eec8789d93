import type { Editor, VecLike } from 'tldraw';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { untilThere } from '../../ui/lazy-part.ts';
import { writesPrivately } from '../private-shapes.ts';

const boards = new WeakMap<Editor, BoardId>();

/** Says for which board pictures of this canvas are kept. Without it the canvas takes none. */
export function takePictures(editor: Editor, boardId: BoardId): void {
  boards.set(editor, boardId);
}

/**
 * Puts picture files on the board, side by side.
 * @param point where the middle of them comes; by default the middle of what is in view
 */
export async function addPictures(editor: Editor, files: readonly File[], point?: VecLike): Promise<void> {
  const boardId = boards.get(editor);
  if (boardId === undefined || editor.getIsReadonly() || files.length === 0) return;
  // As it is now: people may write for everybody, and see another place, by the time that what puts them is there.
  const isPrivate = writesPrivately(editor);
  const { x, y } = point ?? editor.getViewportPageBounds().center;
  // The files are in this page alone already.
  const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault();
  addEventListener('beforeunload', askFirst);
  try {
    const { putPictures } = await untilThere(() => import('./put-pictures.ts'));
    await putPictures(boardId, files, { middle: { x, y }, isPrivate });
  } finally {
    removeEventListener('beforeunload', askFirst);
  }
}

/** Asks for files. */
export const choosePictures = (editor: Editor): void =>
  ask(editor, (input) => {
    input.multiple = true;
  });

/** Opens the camera: for pictures alone some telephones offer what was photographed before, and no camera. */
export const takePhoto = (editor: Editor): void =>
  ask(editor, (input) => {
    // Browsers of computers know no such property.
    input.setAttribute('capture', 'environment');
  });

function ask(editor: Editor, prepare: (input: HTMLInputElement) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  prepare(input);
  input.hidden = true;
  input.addEventListener('change', () => {
    input.remove();
    void addPictures(editor, [...(input.files ?? [])]);
  });
  input.addEventListener('cancel', () => input.remove());
  // Some browsers forget an input that is not in the page before the answer is there.
  document.body.append(input);
  input.click();
}
