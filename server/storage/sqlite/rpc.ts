import type { AgendaStore } from '../agenda-store.ts';
import type { BlobStore } from '../blob-store.ts';
import type { CommentStore } from '../comment-store.ts';
import type { HistoryStore } from '../history-store.ts';
import type { SentStore } from '../sent-store.ts';
import { StorageError, type StorageFailure, type UpdateLog } from '../update-log.ts';
import type { VoteStore } from '../vote-store.ts';
import type { WorkshopStore } from '../workshop-store.ts';
import { asStorageError } from './errors.ts';

/** What the storage thread does; the main thread's side of it is as typed as a local call. */
export type Service = UpdateLog & Stores;

/** All of it but the log, which is appended to in groups. */
export type Stores = WorkshopStore & HistoryStore & BlobStore & CommentStore & VoteStore & AgendaStore & SentStore;
export type Method = keyof Service;

export interface Call<Name extends Method> {
  readonly type: 'call';
  readonly id: number;
  readonly method: Name;
  readonly args: Parameters<Service[Name]>;
}

/** To the thread. After `close` nothing more is sent. */
export type Request = { [Name in Method]: Call<Name> }[Method] | { readonly type: 'close' };

/** From the thread: first `opened` or `refused`, then one `done` or `failed` for each call, in any order. */
export type Reply =
  | { readonly type: 'opened' }
  | { readonly type: 'refused'; readonly problem: Problem }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly problem: Problem };

export interface ThreadOptions {
  readonly dataDir: string;
  /** How long a write waits for another program that locks the database. */
  readonly busyTimeoutMs: number;
}

/** An error on its way between threads, where classes are lost. */
export interface Problem {
  /** null for a bug. */
  readonly failure: StorageFailure | null;
  readonly message: string;
  readonly stack: string | undefined;
}

export function toProblem(thrown: unknown): Problem {
  const error = asStorageError(thrown);
  if (!(error instanceof Error)) return { failure: null, message: String(error), stack: undefined };
  return { failure: error instanceof StorageError ? error.failure : null, message: error.message, stack: error.stack };
}

export function fromProblem({ failure, message, stack }: Problem): Error {
  const inThread = new Error(message);
  if (stack !== undefined) inThread.stack = stack;
  return failure === null
    ? new Error(message, { cause: inThread })
    : new StorageError(failure, message, { cause: inThread });
}
