import { type Atom, atom, type Editor, type TLShapeId, useValue } from 'tldraw';

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

export const usePictureRequest = (editor: Editor): PictureRequest | null =>
  useValue('picture request', () => pictureRequestOf(editor).get(), [editor]);
