import type * as Y from 'yjs';
import type { Clock } from '../../../client/sync/clock.ts';
import { type OpenRoom, openRoom } from '../../../client/sync/open-room.ts';
import type { Visitor } from '../../../server/access/visitor.ts';
import { type Diff, emptyDiff } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, joinRecord } from '../../../shared/board/groups.ts';
import { type LayeredRecords, layerRecords } from '../../../shared/board/layers.ts';
import type { Board } from '../../../shared/board/rebase.ts';
import { writeDiff } from '../../../shared/board/write.ts';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import type { BrowserCopy, CopyAccess } from './browser-copy.ts';
import type { Network } from './network.ts';

export interface PageOptions {
  readonly slot: number;
  readonly visitor: Visitor;
  readonly boardId: BoardId;
  readonly network: Network;
  readonly copy: BrowserCopy;
  readonly clock: Clock;
}

const canvas = 'canvas';

/** A page with the board open: the real client below the canvas, on the sockets of the model. */
export class Page {
  readonly slot: number;
  readonly room: OpenRoom;
  /** Yjs clients whose writing may be nowhere but here. */
  readonly clients: ReadonlySet<number>;
  readonly #access: CopyAccess;
  readonly #copy: BrowserCopy;
  #layers: LayeredRecords;
  readonly #network: Network;
  readonly #foreign = new Set<string>();
  readonly #graves = new Map<string, AnyRecord>();
  /** Grows with every change of the document. */
  version = 0;
  readonly done: Diff[] = [];
  readonly undone: Diff[] = [];

  constructor({ slot, visitor, boardId, network, copy, clock }: PageOptions) {
    this.slot = slot;
    this.#network = network;
    this.#access = copy.open();
    this.room = openRoom({
      ...{ boardId, clock, copy: this.#access, serverUrl: 'ws://model', isServerThere: async () => false },
      webSocket: network.socketsOf(slot, visitor),
    });
    this.#copy = copy;
    this.clients = copy.clients;
    this.#layers = this.#bind();
    this.room.replica.subscribe(() => {
      this.#layers = this.#bind();
    });
  }

  get doc(): Y.Doc {
    return this.room.doc;
  }

  /** Whether the page says that everything on it is durable. */
  get saysSaved(): boolean {
    const state = this.room.state.get();
    return state.status === 'live' && state.saved;
  }

  /** Whether everything made on the page outlives it in this browser. */
  get isKept(): boolean {
    return this.#access.isKeeping();
  }

  get(id: string): AnyRecord | undefined {
    const groups = recordsOf(this.doc).get(id);
    return (groups && joinRecord(id, groups)) ?? undefined;
  }

  get ids(): readonly string[] {
    return [...recordsOf(this.doc).keys()].sort();
  }

  get board(): Board {
    return {
      get: (id) => this.get(id),
      childrenOf: (id) => this.ids.filter((child) => this.get(child)?.parentId === id),
      foreign: this.#foreign,
      graves: this.#graves,
      pageId: 'page:page',
    };
  }

  /** Writes as a canvas does. */
  write(diff: Partial<Diff>): void {
    const whole = { ...emptyDiff(), ...diff };
    for (const record of Object.values(whole.removed)) this.#graves.set(record.id, record);
    writeDiff(this.#layers, whole, canvas);
  }

  /** @param isCrash whether the page is gone without another word on the network. */
  leave(isCrash: boolean): void {
    if (isCrash) {
      for (const line of this.#network.linesOf(this.slot)) line.abandon();
      this.#access.crash();
    }
    this.room.close();
  }

  /** Goes on with the replica of the moment. */
  #bind(): LayeredRecords {
    const { doc } = this.room;
    this.version++;
    this.#copy.clients.add(doc.clientID);
    doc.on('update', () => {
      this.version++;
    });
    recordsOf(doc).observeDeep((events, { local }) => {
      if (local) return;
      for (const { path, changes } of events) {
        if (path.length > 0) this.#foreign.add(String(path[0]));
        else for (const id of changes.keys.keys()) this.#foreign.add(id);
      }
    });
    const layer = { name: 'shared', doc } as const;
    return layerRecords([layer], () => layer);
  }
}
