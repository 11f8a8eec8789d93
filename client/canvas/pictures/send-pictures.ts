import { imagePath, type StoredImage } from '../../../shared/api/images.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import type { Failure } from '../../api/call.ts';
import { uploadImage } from '../../api/images.ts';
import { wait } from '../../api/retry-after.ts';
import { type PictureSize, type Prepared, preparePicture, sizeOf } from './prepare-picture.ts';
import { type PictureFault, setWaiting, type WaitingPicture, waitingPicture } from './waiting-pictures.ts';

/** Sent at the same time; the others wait. */
const atOnce = 2;

/** Without a connection they are sent again when the browser says that it is back, and this often: it may not notice. */
const offlineRetryMs = 5_000;

/** The others do not wait longer for what they could see than this, however slow the line of whoever put it there. */
const hereMaxMs = 5_000;

/** A picture that is to be sent. */
export interface Job {
  readonly boardId: BoardId;
  /** Of the picture that waits. */
  readonly id: string;
  readonly file: File;
  readonly size: PictureSize | null;
  readonly cancel: AbortController;
  /** What is sent of the file; null until it was drawn, which takes a telephone its time. */
  prepared: Prepared | null;
  /** What the server has of it; null until then. */
  image: StoredImage | null;
}

/** Of all boards that this page has shown: they share its network. In the order in which they came. */
const queue = new Set<Job>();
/** Those that are being sent: whoever asks for one of them again has asked for what happens already. */
const active = new Set<Job>();
const offline = new Set<Job>();
let offlineTimer: ReturnType<typeof setTimeout> | undefined;

/** Sends a picture in its turn, and says in the picture that waits what becomes of it. Idempotent. */
export function sendPicture(job: Job): void {
  offline.delete(job);
  if (active.has(job)) return;
  queue.add(job);
  run();
}

function run(): void {
  for (const job of queue) {
    if (active.size === atOnce) return;
    queue.delete(job);
    if (job.cancel.signal.aborted) continue;
    active.add(job);
    void send(job)
      .catch(() => setState(job, { status: 'refused', fault: 'failed' }))
      .finally(() => {
        active.delete(job);
        run();
      });
  }
}

async function send(job: Job): Promise<void> {
  const { boardId, id, file, size, cancel } = job;
  const { signal } = cancel;
  // The board did not take it; the server did.
  if (job.image !== null) return setState(job, { status: 'arrived', image: job.image });
  job.prepared ??= await preparePicture(file, size);
  if (signal.aborted) return;
  if ('fault' in job.prepared) return setState(job, { status: 'refused', fault: job.prepared.fault });
  // What is tried again by itself goes on saying why it waits until something of it has gone.
  if (waitingPicture(boardId, id)?.state.status === 'waiting') setState(job, { status: 'sending', share: 0 });
  const onSent = (share: number): void => setState(job, { status: 'sending', share });
  for (;;) {
    const answer = await uploadImage(boardId, job.prepared.file, { signal, onSent });
    if (answer === 'cancelled' || signal.aborted) return;
    if (answer.ok) return arrive(job, answer.value.image);
    if (answer.againInMs === null) return refuse(job, faultOf(answer.failure));
    setState(job, { status: 'put-off' });
    // In its place among those that are sent: the others would be put off too.
    await wait(answer.againInMs, signal);
  }
}

/** The next one has its turn meanwhile. */
function arrive(job: Job, image: StoredImage): void {
  job.image = image;
  // Once this browser has it: else there would be a gap where the picture was seen all the time.
  const isHere = sizeOf(imagePath(image.id));
  const isLate = new Promise((resolve) => setTimeout(resolve, hereMaxMs));
  void Promise.race([isHere, isLate]).then(() => setState(job, { status: 'arrived', image }));
}

function refuse(job: Job, fault: PictureFault): void {
  if (fault === 'offline') waitForLine(job);
  setState(job, { status: 'refused', fault });
}

function waitForLine(job: Job): void {
  offline.add(job);
  addEventListener('online', tryOffline);
  offlineTimer ??= setTimeout(tryOffline, offlineRetryMs);
}

function tryOffline(): void {
  clearTimeout(offlineTimer);
  offlineTimer = undefined;
  for (const job of offline) sendPicture(job);
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
    case 'no-session':
    case 'not-allowed':
    case 'session-closed':
      return 'not-allowed';
    default:
      return 'failed';
  }
}

const setState = ({ boardId, id }: Job, state: WaitingPicture['state']): void => setWaiting(boardId, id, state);
