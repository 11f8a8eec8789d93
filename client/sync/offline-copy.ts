import * as Y from 'yjs';
import type { BoardId, ParticipantId } from '../../shared/protocol/ids.ts';
import type { RoomAddress } from '../../shared/protocol/room-name.ts';
import { forgetWaitingChanges } from './waiting-changes.ts';

/**
 * What a browser keeps of one board for one participant, so that work which the server has not got yet outlives the page.
 *
 * Invariants: only ever holds updates of one document. Several pages may use one copy at the same time: each adds its own
 * entries and removes only such as it has put into a newer entry of its own. Nothing here throws or rejects: a browser
 * that keeps nothing (private mode, full disk, storage taken away) has a copy that holds nothing.
 */
export interface OfflineCopy {
  /** Resolves with the updates that are there; with null where none can be kept. May take for ever. */
  read(): Promise<readonly Uint8Array[] | null>;
  /**
   * Writes an update behind those before it; in a moment, or at once where it is this person's own work.
   * @param snapshot the whole document as one update, asked for when the entries have become too many.
   */
  append(update: Uint8Array, isOwn: boolean, snapshot: () => Uint8Array): void;
  /** Whether this browser keeps what is appended. */
  isKeeping(): boolean;
  /** @param listener called when `isKeeping` may have changed. */
  onChange(listener: () => void): void;
  /** Holds this one update from now on and nothing else; null for nothing at all. */
  replace(update: Uint8Array | null): void;
  /** Writes what waits for its moment. */
  flush(): void;
  /** Removes everything and keeps nothing more. Idempotent. */
  clear(): Promise<void>;
  /** Writes what waits and lets go of the storage. Idempotent. */
  close(): void;
}

const prefix = 'commonboard/';
const storeName = 'updates';

export const offlineCopyName = (
  participantId: ParticipantId,
  boardId: BoardId,
  layer: RoomAddress['layer'] = 'shared',
): string => `${prefix}${participantId}/${boardId}${layer === 'shared' ? '' : `/${layer}`}`;

/** How long other people's edits may wait to be written; one's own take them along. */
const holdMs = 1_000;
/** Entries are made one when there are so many of them, or when they have outgrown the first. */
const entriesMax = 400;
const growthMinBytes = 100_000;

/** @param factory undefined where the browser has none. */
export function openOfflineCopy(
  name: string,
  factory: IDBFactory | undefined = globalThis.indexedDB as IDBFactory | undefined,
): OfflineCopy {
  return new IndexedCopy(name, factory);
}

/** Whether this browser keeps something under that name; true where it does not tell. */
export async function hasOfflineCopy(name: string): Promise<boolean> {
  try {
    // Asked first, because opening it would make it.
    if (!(await indexedDB.databases()).some((found) => found.name === name)) return false;
    const copy = openOfflineCopy(name);
    const updates = await copy.read();
    copy.close();
    return updates === null || updates.length > 0;
  } catch {
    return true;
  }
}

/** Removes all that is kept of a participant, or of everybody in this browser: for signing out. */
export async function forgetOfflineCopies(participantId?: ParticipantId): Promise<void> {
  forgetWaitingChanges(participantId);
  const start = participantId === undefined ? prefix : `${prefix}${participantId}/`;
  try {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith(start));
    await Promise.all(names.map((name) => openOfflineCopy(name).clear()));
  } catch {
    // A browser that cannot list its databases cannot be asked to forget some of them.
  }
}

class IndexedCopy implements OfflineCopy {
  readonly #name: string;
  readonly #factory: IDBFactory | undefined;
  readonly #opened: Promise<IDBDatabase | null>;
  #db: IDBDatabase | null = null;
  #state: 'opening' | 'open' | 'lost' | 'closing' | 'closed' = 'opening';
  #waiting: Uint8Array[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Keys of entries whose content is in the document of this page. */
  #keys: IDBValidKey[] = [];
  #firstBytes = 0;
  #laterBytes = 0;
  #listener = () => {};
  #snapshot: () => Uint8Array = () => new Uint8Array();

  constructor(name: string, factory: IDBFactory | undefined) {
    this.#name = name;
    this.#factory = factory;
    this.#opened = openDatabase(name, factory).then((db) => {
      if (db === null) this.#lose();
      else if (this.#state === 'opening' || this.#state === 'closing') this.#take(db);
      else db.close();
      return this.#db;
    });
  }

  async read(): Promise<readonly Uint8Array[] | null> {
    const db = await this.#opened;
    if (db === null) return null;
    return new Promise((resolve) => {
      const entries: Uint8Array[] = [];
      const transaction = this.#transact('readonly');
      if (transaction === null) return resolve(null);
      const request = transaction.objectStore(storeName).openCursor();
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor === null) return;
        this.#keys.push(cursor.key);
        entries.push(cursor.value as Uint8Array);
        cursor.continue();
      };
      transaction.oncomplete = () => {
        this.#firstBytes = entries[0]?.length ?? 0;
        this.#laterBytes = entries.slice(1).reduce((sum, { length }) => sum + length, 0);
        resolve(entries);
      };
      transaction.onabort = () => resolve(null);
    });
  }

  append(update: Uint8Array, isOwn: boolean, snapshot: () => Uint8Array): void {
    if (this.#state !== 'opening' && this.#state !== 'open') return;
    this.#waiting.push(update);
    this.#snapshot = snapshot;
    if (isOwn) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), holdMs);
  }

  isKeeping(): boolean {
    return this.#state === 'open';
  }

  onChange(listener: () => void): void {
    this.#listener = listener;
  }

  replace(update: Uint8Array | null): void {
    this.#waiting = [];
    this.#write((store) => {
      store.clear();
      if (update !== null) this.#add(store, update);
    });
    this.#keys = [];
    this.#firstBytes = update?.length ?? 0;
    this.#laterBytes = 0;
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.length === 0 || this.#db === null) return;
    const [first = new Uint8Array(), ...more] = this.#waiting;
    const update = more.length === 0 ? first : Y.mergeUpdates(this.#waiting);
    this.#waiting = [];
    this.#laterBytes += update.length;
    this.#write((store) => this.#add(store, update));
    const isTooLong = this.#keys.length > entriesMax;
    if (isTooLong || this.#laterBytes > Math.max(growthMinBytes, this.#firstBytes)) this.#merge(this.#snapshot());
  }

  async clear(): Promise<void> {
    this.#waiting = [];
    const db = await this.#opened;
    if (db === null || this.#state !== 'open') return;
    this.#state = 'closing';
    await new Promise<void>((resolve) => this.#write((store) => store.clear(), resolve));
    this.#state = 'closed';
    db.close();
    // A second page with the same board closes its end of it as soon as it is asked to.
    this.#factory?.deleteDatabase(this.#name);
  }

  close(): void {
    if (this.#state === 'opening') this.#state = 'closing';
    if (this.#state !== 'open') return;
    this.flush();
    this.#state = 'closed';
    // What is being written is finished first.
    this.#db?.close();
  }

  #take(db: IDBDatabase): void {
    this.#db = db;
    const isWanted = this.#state === 'opening';
    this.#state = 'open';
    // Somebody removes the database, or the browser takes it away.
    db.onversionchange = () => this.#lose();
    db.onclose = () => this.#lose();
    if (isWanted) {
      this.flush();
      this.#listener();
    } else this.close();
  }

  #lose(): void {
    if (this.#state === 'closed') return;
    this.#state = 'lost';
    this.#db?.close();
    this.#db = null;
    this.#waiting = [];
    this.#listener();
  }

  /** Several entries become one. */
  #merge(snapshot: Uint8Array): void {
    const keys = this.#keys;
    this.#keys = [];
    this.#firstBytes = snapshot.length;
    this.#laterBytes = 0;
    this.#write((store) => {
      this.#add(store, snapshot);
      for (const key of keys) store.delete(key);
    });
  }

  #add(store: IDBObjectStore, update: Uint8Array): void {
    const request = store.add(update);
    request.onsuccess = () => {
      this.#keys.push(request.result);
    };
  }

  #write(change: (store: IDBObjectStore) => void, done = () => {}): void {
    const transaction = this.#transact('readwrite');
    if (transaction === null) {
      done();
      return;
    }
    transaction.oncomplete = done;
    transaction.onabort = () => {
      // No room on the disk, most often.
      this.#lose();
      done();
    };
    change(transaction.objectStore(storeName));
    // Now, and not once the page has heard of each request: a page that is reloaded meanwhile hears nothing, and the browser
    // takes back what it was not told to keep.
    transaction.commit();
  }

  #transact(mode: IDBTransactionMode): IDBTransaction | null {
    try {
      return this.#db?.transaction(storeName, mode) ?? null;
    } catch {
      this.#lose();
      return null;
    }
  }
}

/** @returns null where the browser refuses; does not settle where it gives no answer. */
function openDatabase(name: string, factory: IDBFactory | undefined): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      if (factory === undefined) return resolve(null);
      const request = factory.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(storeName, { autoIncrement: true });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}
