import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import type { Log } from '../../observe/log.ts';
import { startWorker } from '../../threads/start-worker.ts';
import type { AgendaStore } from '../agenda-store.ts';
import type { BlobStore } from '../blob-store.ts';
import type { CommentStore } from '../comment-store.ts';
import type { HistoryStore } from '../history-store.ts';
import type { SentStore } from '../sent-store.ts';
import type { Storage } from '../storage.ts';
import { StorageError, type StorageFailure, type UpdateLog } from '../update-log.ts';
import type { VoteStore } from '../vote-store.ts';
import type { WorkshopStore } from '../workshop-store.ts';
import { fromProblem, type Method, type Reply, type Request, type Service, type ThreadOptions } from './rpc.ts';

type CallService = <Name extends Method>(
  method: Name,
  args: Parameters<Service[Name]>,
  transfer?: readonly ArrayBuffer[],
) => ReturnType<Service[Name]>;

interface Waiting {
  readonly method: Method;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type State = 'open' | 'closing' | 'lost';

/**
 * Starts a storage thread and speaks for it.
 * @param entry file that calls `serve`
 */
export async function startThread(entry: URL, options: ThreadOptions, log: Log): Promise<Storage> {
  const worker = startWorker(entry, { workerData: options, name: 'storage' });
  const [first] = (await once(worker, 'message')) as [Reply];
  if (first.type === 'refused') throw fromProblem(first.problem);
  log.info({ dataDir: options.dataDir }, 'storage.opened');
  const { call, close } = connect(worker, log);
  return {
    log: logOver(call),
    workshops: workshopsOver(call),
    history: historyOver(call),
    images: imagesOver(call),
    comments: commentsOver(call),
    votes: votesOver(call),
    agendas: agendasOver(call),
    sent: sentOver(call),
    close,
  };
}

function connect(worker: Worker, log: Log): { readonly call: CallService; close(): Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let state: State = 'open';
  let lastId = 0;
  let failing: StorageFailure | null = null;
  /** A full disk refuses every append of every room: said once, until one is stored again. */
  const note = (method: Method, failure: StorageFailure | null) => {
    if (method !== 'append' || failure === failing) return;
    failing = failure;
    if (failure === null) log.info('storage.recovered');
    else log.error({ failure }, 'storage.failing');
  };
  worker.on('message', (reply: Reply) => {
    if (reply.type !== 'done' && reply.type !== 'failed') return;
    const { method, resolve, reject } = waiting.get(reply.id) ?? never();
    waiting.delete(reply.id);
    if (reply.type === 'done') {
      note(method, null);
      resolve(reply.value);
    } else {
      // What has no failure is a bug, which whoever called reports.
      if (reply.problem.failure !== null) note(method, reply.problem.failure);
      reject(fromProblem(reply.problem));
    }
  });
  worker.on('error', (error) => log.fatal({ err: error }, 'storage.thread-failed'));
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      if (state === 'open') state = 'lost';
      for (const { reject } of waiting.values()) reject(lost());
      waiting.clear();
      resolve();
    });
  });
  const post = (request: Request, transfer: readonly ArrayBuffer[] = []) => worker.postMessage(request, transfer);
  return {
    call: (async (method, args, transfer) => {
      if (state !== 'open') throw state === 'lost' ? lost() : new StorageError('closed', 'storage is closed');
      const id = ++lastId;
      const answered = new Promise((resolve, reject) => waiting.set(id, { method, resolve, reject }));
      post({ type: 'call', id, method, args } as Request, transfer);
      return answered;
    }) as CallService,
    close: async () => {
      if (state === 'open') {
        state = 'closing';
        post({ type: 'close' });
        await ended;
        log.info('storage.closed');
      }
      await ended;
    },
  };
}

const lost = () => new StorageError('io', 'The storage thread has ended.');

const never = (): never => {
  throw new Error('a reply to nothing');
};

/**
 * Takes bytes over as buffers of their own, which move to the thread without another copy. Views into larger buffers, as
 * sockets hand them out, would take the whole of those along.
 */
function moved(blobs: readonly Uint8Array[]) {
  const copies = blobs.map((bytes) => Uint8Array.from(bytes));
  return { copies, buffers: copies.map(({ buffer }) => buffer) };
}

const logOver = (call: CallService): UpdateLog => ({
  append: (document, updates, writers, retired) => {
    const { copies, buffers } = moved(updates);
    return call('append', [document, copies, writers, retired], buffers);
  },
  list: (prefix) => call('list', [prefix]),
  load: (document) => call('load', [document]),
  compact: (document, through, state) => {
    const { copies, buffers } = moved([state]);
    return call('compact', [document, through, ...(copies as [Uint8Array])], buffers);
  },
});

const workshopsOver = (call: CallService): WorkshopStore => ({
  createWorkshop: (...args) => call('createWorkshop', args),
  copyWorkshop: (...args) => call('copyWorkshop', args),
  getWorkshop: (...args) => call('getWorkshop', args),
  updateWorkshop: (...args) => call('updateWorkshop', args),
  listOrganisations: (...args) => call('listOrganisations', args),
  listMergedOrganisations: (...args) => call('listMergedOrganisations', args),
  renameOrganisation: (...args) => call('renameOrganisation', args),
  mergeOrganisation: (...args) => call('mergeOrganisation', args),
  listParticipants: (...args) => call('listParticipants', args),
  updateParticipant: (...args) => call('updateParticipant', args),
  removeParticipant: (...args) => call('removeParticipant', args),
  createBoard: (...args) => call('createBoard', args),
  getBoard: (...args) => call('getBoard', args),
  listBoards: (...args) => call('listBoards', args),
  updateBoard: (...args) => call('updateBoard', args),
  setBinned: (...args) => call('setBinned', args),
  createInvite: (...args) => call('createInvite', args),
  listInvites: (...args) => call('listInvites', args),
  findInvite: (...args) => call('findInvite', args),
  revokeInvite: (...args) => call('revokeInvite', args),
  rotateInvite: (...args) => call('rotateInvite', args),
  findSession: (...args) => call('findSession', args),
  join: (...args) => call('join', args),
  deleteSession: (...args) => call('deleteSession', args),
  createResumeLink: (...args) => call('createResumeLink', args),
  takeResumeLink: (...args) => call('takeResumeLink', args),
  getParticipant: (...args) => call('getParticipant', args),
  getReportLook: (...args) => call('getReportLook', args),
  setReportLook: (...args) => call('setReportLook', args),
  readSession: (...args) => call('readSession', args),
  hasCommand: (...args) => call('hasCommand', args),
  saveSession: (...args) => call('saveSession', args),
});

const historyOver = (call: CallService): HistoryStore => ({
  createVersion: (version, content) => {
    const { copies, buffers } = moved([content]);
    return call('createVersion', [version, ...(copies as [Uint8Array])], buffers);
  },
  listVersions: (...args) => call('listVersions', args),
  readVersion: (...args) => call('readVersion', args),
  deleteVersions: (...args) => call('deleteVersions', args),
  appendJournal: (...args) => call('appendJournal', args),
  readJournal: (...args) => call('readJournal', args),
  listTouchedByOthers: (...args) => call('listTouchedByOthers', args),
  listContributions: (...args) => call('listContributions', args),
  findInJournal: (...args) => call('findInJournal', args),
  pruneJournal: (...args) => call('pruneJournal', args),
  keepTally: (...args) => call('keepTally', args),
  listTallies: (...args) => call('listTallies', args),
});

const imagesOver = (call: CallService): BlobStore => ({
  putImages: (boardId, images, room) => {
    const { copies, buffers } = moved(images.map(({ content }) => content));
    const own = images.map(({ image }, at) => ({ image, content: copies[at] ?? never() }));
    return call('putImages', [boardId, own, room], buffers);
  },
  getImage: (...args) => call('getImage', args),
  listImages: (...args) => call('listImages', args),
  listImageBoards: () => call('listImageBoards', []),
  noteImageUse: (...args) => call('noteImageUse', args),
  deleteImage: (...args) => call('deleteImage', args),
});

const commentsOver = (call: CallService): CommentStore => ({
  addComment: (...args) => call('addComment', args),
  listComments: (...args) => call('listComments', args),
  getComment: (...args) => call('getComment', args),
  editComment: (...args) => call('editComment', args),
  resolveThread: (...args) => call('resolveThread', args),
  deleteComment: (...args) => call('deleteComment', args),
});

const votesOver = (call: CallService): VoteStore => ({
  keepBallot: (...args) => call('keepBallot', args),
  readBallot: (...args) => call('readBallot', args),
  listBallots: (...args) => call('listBallots', args),
  closeRound: (...args) => call('closeRound', args),
  getClosedRound: (...args) => call('getClosedRound', args),
  listClosedRounds: (...args) => call('listClosedRounds', args),
});

const agendasOver = (call: CallService): AgendaStore => ({
  readAgenda: (...args) => call('readAgenda', args),
  keepAgenda: (...args) => call('keepAgenda', args),
});

const sentOver = (call: CallService): SentStore => ({
  hasArrived: (...args) => call('hasArrived', args),
  noteArrived: (...args) => call('noteArrived', args),
});
