import { type Atom, atom, type Editor, useValue } from 'tldraw';

/** Why a picture did not get onto the board. */
export type PictureFault =
  | 'offline'
  | 'busy'
  | 'failed'
  | 'not-allowed'
  | 'too-large'
  | 'kind'
  | 'broken'
  | 'board-full';

/** A picture on its way to the board. Nobody but this person sees it until it is there. */
export interface WaitingPicture {
  readonly id: string;
  readonly name: string;
  /** Address of the file in this browser, to show it by; null for what browsers cannot show. */
  readonly preview: string | null;
  /** Where it is going to be, in board units. */
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** `sending` with the share that has gone, up to 1: then the server draws it anew. */
  readonly state:
    | { readonly status: 'waiting' }
    | { readonly status: 'sending'; readonly share: number }
    | { readonly status: 'refused'; readonly fault: PictureFault };
  /** Once more from the start; the file is still here. */
  readonly retry: () => void;
  /** Gives it up. */
  readonly drop: () => void;
}

const all = new WeakMap<Editor, Atom<readonly WaitingPicture[]>>();

/** Of one canvas, in the order in which they came. */
export function waitingPicturesOf(editor: Editor): Atom<readonly WaitingPicture[]> {
  const known = all.get(editor);
  if (known !== undefined) return known;
  const pictures = atom<readonly WaitingPicture[]>('waiting pictures', []);
  all.set(editor, pictures);
  return pictures;
}

export const useWaitingPictures = (editor: Editor): readonly WaitingPicture[] =>
  useValue('waiting pictures', () => waitingPicturesOf(editor).get(), [editor]);
