import { type Atom, atom, useValue } from 'tldraw';
import type { StoredImage } from '../../../shared/api/images.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';

/** Why a picture did not get onto the board. */
export type PictureFault = 'offline' | 'failed' | 'not-allowed' | 'too-large' | 'kind' | 'broken' | 'board-full';

/** A picture on its way to the board. Nobody but this person sees it until it is there. */
export interface WaitingPicture {
  readonly id: string;
  readonly name: string;
  /** Address of the file in this browser, to show it by; null for what browsers cannot show. */
  readonly preview: string | null;
  /** Where it is going to be, in board units. */
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** Whether it was put where nobody else sees it. */
  readonly isPrivate: boolean;
  /**
   * `sending` with the share that has gone, up to 1: then the server draws it anew. `put-off`: the server has much to do,
   * and is asked again when it said. `arrived`: the server has it, and it comes onto the board as soon as there is a canvas
   * of it that can be changed.
   */
  readonly state:
    | { readonly status: 'waiting' }
    | { readonly status: 'sending'; readonly share: number }
    | { readonly status: 'put-off' }
    | { readonly status: 'arrived'; readonly image: StoredImage }
    | { readonly status: 'refused'; readonly fault: PictureFault };
  /** Once more from the start; the file is still here. */
  readonly retry: () => void;
  /** Gives it up. */
  readonly drop: () => void;
}

/** They outlast the canvas: whoever leaves the board finds on it what was sent meanwhile. */
const all = new Map<BoardId, Atom<readonly WaitingPicture[]>>();

/** Of one board, in the order in which they came. */
function waitingPicturesOf(board: BoardId): Atom<readonly WaitingPicture[]> {
  const known = all.get(board);
  if (known !== undefined) return known;
  const pictures = atom<readonly WaitingPicture[]>('waiting pictures', []);
  all.set(board, pictures);
  return pictures;
}

export const useWaitingPictures = (board: BoardId): readonly WaitingPicture[] =>
  useValue('waiting pictures', () => waitingPicturesOf(board).get(), [board]);

export const waitingPicture = (board: BoardId, id: string): WaitingPicture | undefined =>
  waitingPicturesOf(board)
    .get()
    .find((picture) => picture.id === id);

export function addWaiting(board: BoardId, picture: WaitingPicture): void {
  waitingPicturesOf(board).update((pictures) => [...pictures, picture]);
  window.addEventListener('beforeunload', askFirst);
}

export function setWaiting(board: BoardId, id: string, state: WaitingPicture['state']): void {
  waitingPicturesOf(board).update((pictures) =>
    pictures.map((picture) => (picture.id === id ? { ...picture, state } : picture)),
  );
}

export function removeWaiting(board: BoardId, id: string): void {
  const preview = waitingPicture(board, id)?.preview ?? null;
  if (preview !== null) URL.revokeObjectURL(preview);
  waitingPicturesOf(board).update((pictures) => pictures.filter((picture) => picture.id !== id));
  if ([...all.values()].every((pictures) => pictures.get().length === 0))
    window.removeEventListener('beforeunload', askFirst);
}

/** The files are in this page alone, whatever of it is shown. */
const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault();
