import { type Editor, uniqueId, type VecLike } from 'tldraw';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { writesPrivately } from '../private-shapes.ts';
import { sizeOf } from './prepare-picture.ts';
import { type Job, sendPicture } from './send-pictures.ts';
import { sideBySide } from './side-by-side.ts';
import { addWaiting, removeWaiting, setWaiting } from './waiting-pictures.ts';

/** Puts pictures on the board, side by side with their middle at a point. @returns once they are seen to be on their way */
export async function putPictures(
  editor: Editor,
  boardId: BoardId,
  files: readonly File[],
  middle: VecLike,
): Promise<void> {
  const isPrivate = writesPrivately(editor);
  const previews = files.map((file) => URL.createObjectURL(file));
  const sizes = await Promise.all(previews.map(sizeOf));
  const places = sideBySide(sizes, middle);
  for (const [at, file] of files.entries()) {
    const [url, size = null, place] = [previews[at], sizes[at], places[at]];
    if (url === undefined || place === undefined) continue;
    const id = uniqueId();
    const job: Job = { boardId, id, file, size, cancel: new AbortController(), prepared: null, image: null };
    addWaiting(boardId, {
      ...{ id, name: file.name, preview: size === null ? null : url, place, isPrivate, state: { status: 'waiting' } },
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
