import { uniqueId, type VecLike } from 'tldraw';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { sizeOf } from './prepare-picture.ts';
import { type Job, sendPicture } from './send-pictures.ts';
import { sideBySide } from './side-by-side.ts';
import { addWaiting, removeWaiting, setWaiting, type WaitingPicture } from './waiting-pictures.ts';

interface Putting extends Pick<WaitingPicture, 'isPrivate'> {
  /** Where the middle of them comes. */
  readonly middle: VecLike;
}

/** Puts pictures on the board, side by side. @returns once they are seen to be on their way */
export async function putPictures(
  boardId: BoardId,
  files: readonly File[],
  { middle, isPrivate }: Putting,
): Promise<void> {
  const pictures = await Promise.all(files.map(look));
  const places = sideBySide(
    pictures.map(({ size }) => size),
    middle,
  );
  for (const [at, place] of places.entries()) {
    const picture = pictures[at];
    if (picture === undefined) continue;
    const { file, size, preview } = picture;
    const id = uniqueId();
    const job: Job = { boardId, id, file, size, cancel: new AbortController(), prepared: null, image: null };
    addWaiting(boardId, {
      ...{ id, name: file.name, preview, place, isPrivate, state: { status: 'waiting' } },
      retry: () => {
        setWaiting(boardId, id, { status: 'waiting' });
        sendPicture(job);
      },
      drop: () => {
        job.cancel.abort();
        removeWaiting(boardId, id);
      },
    });
    sendPicture(job);
  }
}

/** Its size, and an address to show it by, where this browser can show it. */
async function look(file: File) {
  const url = URL.createObjectURL(file);
  const size = await sizeOf(url);
  // The browser would keep it as long as the page.
  if (size === null) URL.revokeObjectURL(url);
  return { file, size, preview: size === null ? null : url };
}
