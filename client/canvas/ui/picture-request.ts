import { type Atom, atom, type Editor, type TLShapeId, useValue } from 'tldraw';
import { isTemplateShapeType } from '../../../shared/board/template-shapes.ts';

/** What somebody wants a picture of; nothing chosen asks for the frame in view. */
export type PictureRequest = readonly TLShapeId[];

const requests = new WeakMap<Editor, Atom<PictureRequest | null>>();

/** Of one canvas; null while nobody asks. */
export function pictureRequestOf(editor: Editor): Atom<PictureRequest | null> {
  const known = requests.get(editor);
  if (known !== undefined) return known;
  const request = atom<PictureRequest | null>('picture request', null);
  requests.set(editor, request);
  return request;
}

/** What is selected, without the scenery of the template: the mouse picks that up where nothing else is under it. */
export const selectionForPicture = (editor: Editor): PictureRequest =>
  editor
    .getSelectedShapes()
    .filter(({ type }) => !isTemplateShapeType(type))
    .map(({ id }) => id);

export const usePictureRequest = (editor: Editor): PictureRequest | null =>
  useValue('picture request', () => pictureRequestOf(editor).get(), [editor]);
