import { AssetRecordType, createShapeId, type Editor, uniqueId, type VecLike } from 'tldraw';
import { imagePath } from '../../../shared/api/images.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import type { Failure } from '../../api/call.ts';
import { uploadImage } from '../../api/images.ts';
import { writesPrivately } from '../private-shapes.ts';
import { type PictureSize, preparePicture, sizeOf } from './prepare-picture.ts';
import { sideBySide } from './side-by-side.ts';
import {
  addWaiting,
  type PictureFault,
  removeWaiting,
  setWaiting,
  type WaitingPicture,
  waitingPicture,
} from './waiting-pictures.ts';

/** Sent at the same time; the others wait. */
const atOnce = 2;
/** The server has much to do: asked again by itself, so often. */
const busyRetries = 5;
const busyRetryMs = 2_000;

/** Without a connection they are sent again when the browser says that it is back, and this often: it may not notice. */
const offlineRetryMs = 5_000;

interface Job {
  readonly boardId: BoardId;
  readonly id: string;
  readonly file: File;
  readonly size: PictureSize | null;
  readonly cancel: AbortController;
}

/** Of all boards that this page has shown: they share its network. */
const queue: Job[] = [];
let running = 0;
const offline = new Set<Job>();
let offlineTimer: ReturnType<typeof setTimeout> | undefined;

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
    const cancel = new AbortController();
    const job: Job = { boardId, id, file, size, cancel };
    addWaiting(boardId, {
      ...{ id, name: file.name, preview: size === null ? null : url, place, isPrivate, state: { status: 'waiting' } },
      retry: () => {
        offline.delete(job);
        setState(job, { status: 'waiting' });
        enqueue(job);
      },
      drop: () => {
        cancel.abort();
        removeWaiting(boardId, id);
      },
    });
    enqueue(job);
  }
}

function enqueue(job: Job): void {
  queue.push(job);
  run();
}

function run(): void {
  while (running < atOnce) {
    const job = queue.shift();
    if (job === undefined) return;
    if (job.cancel.signal.aborted) continue;
    running++;
    void send(job)
      .catch(() => setState(job, { status: 'refused', fault: 'failed' }))
      .finally(() => {
        running--;
        run();
      });
  }
}

async function send(job: Job): Promise<void> {
  const { boardId, id, file, size, cancel } = job;
  const prepared = await preparePicture(file, size);
  if ('fault' in prepared) return setState(job, { status: 'refused', fault: prepared.fault });
  // What is tried again by itself goes on saying that there is no connection until something of it has gone.
  if (waitingPicture(boardId, id)?.state.status === 'waiting') setState(job, { status: 'sending', share: 0 });
  for (let attempt = 0; ; attempt++) {
    const answer = await uploadImage(boardId, prepared.file, {
      signal: cancel.signal,
      onSent: (share) => setState(job, { status: 'sending', share }),
    });
    if (answer === 'cancelled' || cancel.signal.aborted) return;
    if (answer.ok) return setState(job, { status: 'arrived', image: answer.value.image });
    const fault = faultOf(answer.failure);
    if (fault === 'offline') waitForLine(job);
    if (fault !== 'busy' || attempt === busyRetries) return setState(job, { status: 'refused', fault });
    await new Promise((resolve) => setTimeout(resolve, busyRetryMs));
  }
}

function waitForLine(job: Job): void {
  offline.add(job);
  addEventListener('online', tryOffline);
  offlineTimer ??= setTimeout(tryOffline, offlineRetryMs);
}

function tryOffline(): void {
  clearTimeout(offlineTimer);
  offlineTimer = undefined;
  for (const job of offline) queue.push(job);
  offline.clear();
  run();
}

function faultOf(failure: Failure): PictureFault {
  if (failure.kind === 'unreachable') return 'offline';
  if (failure.kind === 'unreadable') return 'failed';
  switch (failure.problem.code) {
    case 'unsupported-media-type':
      return 'kind';
    case 'picture-unknown':
      return 'broken';
    case 'too-large':
      return 'too-large';
    case 'pictures-full':
      return 'board-full';
    case 'too-many-requests':
      return 'busy';
    case 'no-session':
    case 'not-allowed':
    case 'session-closed':
      return 'not-allowed';
    default:
      return 'failed';
  }
}

/** In place of what waited, and selected if nothing else is meanwhile. */
export function putArrived(editor: Editor, boardId: BoardId, picture: WaitingPicture): void {
  const { id: waitingId, name, place, state } = picture;
  if (state.status !== 'arrived') return;
  const { id, type, width, height, isAnimated } = state.image;
  const assetId = AssetRecordType.createId();
  const shapeId = createShapeId();
  // The size that the server found counts: this browser may have known none.
  const h = (place.w * height) / width;
  editor.run(() => {
    editor.markHistoryStoppingPoint('picture');
    // It stays when the picture is undone: others may have copied it, and it can be done again.
    editor.run(
      () =>
        editor.createAssets([
          {
            ...{ id: assetId, typeName: 'asset', type: 'image', meta: {} },
            props: {
              ...{ name: name.slice(0, 200), src: imagePath(id), w: width, h: height },
              ...{ mimeType: type, isAnimated },
            },
          },
        ]),
      { history: 'ignore' },
    );
    editor.createShapes([
      {
        ...{ id: shapeId, type: 'image', parentId: editor.getCurrentPageId(), x: place.x },
        ...{ y: place.y + (place.h - h) / 2, props: { assetId, w: place.w, h } },
      },
    ]);
  });
  // Somebody may have locked the place meanwhile.
  if (editor.getShape(shapeId) === undefined) {
    setWaiting(boardId, waitingId, { status: 'refused', fault: 'not-allowed' });
    return;
  }
  removeWaiting(boardId, waitingId);
  if (editor.isIn('select.idle') && editor.getSelectedShapeIds().length === 0) editor.select(shapeId);
}

const setState = ({ boardId, id }: Job, state: WaitingPicture['state']): void => setWaiting(boardId, id, state);
