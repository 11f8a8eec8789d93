import {
  createShapeId,
  createTLStore,
  Editor,
  type TLGeoShape,
  type TLShapeId,
  type TLShapePartial,
  toRichText,
} from 'tldraw';
import * as Y from 'yjs';
import { type Binding, type BindOptions, bindLayers } from '../../../client/canvas/binding/bind-layers.ts';
import { createTextBinding, type TextOptions } from '../../../client/canvas/binding/rich-text.ts';
import { historyOf } from '../../../client/canvas/binding/tldraw-internals.ts';
import { createBoardStore } from '../../../client/canvas/board-store.ts';
import { bindingUtils, shapeUtils, tools } from '../../../client/canvas/shape-utils.ts';
import { snapshotOf } from '../../../client/export/board-records.ts';
import type { Role } from '../../../shared/access/capabilities.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import { boardSchema } from '../../../shared/board/schema.ts';
import { openCards } from './cards.ts';
import { htmlOf, readHtml } from './html.ts';
import { playMany } from './many.ts';
import { openText } from './open-text.ts';
import { OwnStage } from './own-layer.ts';
import { openPairsRoom, playPair } from './pairs.ts';
import { type Link, Relay } from './relay.ts';
import { playSchedule } from './schedules.ts';
import { openTable } from './table.ts';

/** An editor without an interface, bound to a document of its own that is connected to the relay. */
export interface Peer extends Link {
  readonly editor: Editor;
  readonly doc: Y.Doc;
  readonly binding: Binding;
  /** Own updates since the last `forget`. */
  sends: number;
  /** Steps that undo could take, since the last `forget`. */
  undoSteps(): number;
  quarantined: readonly string[];
  pending: boolean;
  /** What the server put back since the last `forget`. */
  putBack: string[];
}

export interface JoinOptions extends Partial<BindOptions> {
  readonly role?: Role;
}

const page = (): AnyRecord[] =>
  [
    { id: 'document:document', typeName: 'document', name: '', gridSize: 10, meta: {} },
    { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} },
  ] as unknown as AnyRecord[];

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  );
};
export const canonical = (records: readonly AnyRecord[]): string =>
  JSON.stringify(
    records.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((record) => [record.id, sorted(splitRecord(record))]),
  );

export const recordsIn = (doc: Y.Doc): AnyRecord[] =>
  [...recordsOf(doc)].map(([id, groups]) => joinRecord(id, groups)).filter((record) => record !== null);

export interface RoomOptions extends JoinOptions {
  /** False: a server that lets everything through, so that the canvases meet what they otherwise never see. */
  readonly reviewed?: boolean;
}

const still = { mayMove: () => false, now: () => 0, requestFrame: () => {} };

export class Room {
  readonly peers: Peer[] = [];
  readonly #relay: Relay;

  constructor(people: number, options: RoomOptions = {}) {
    const { reviewed = true, ...join } = options;
    this.#relay = new Relay({ reviewed });
    this.write((records) => {
      for (const record of page()) records.set(record.id, createGroups(splitRecord(record)));
    });
    for (let n = 0; n < people; n++) this.join(join);
  }

  get doc(): Y.Doc {
    return this.#relay.doc;
  }

  join({ role = 'facilitator', ...options }: JoinOptions = {}): Peer {
    const container = document.createElement('div');
    container.style.cssText = 'position: absolute; inset: 0; width: 1000px; height: 800px';
    document.body.append(container);
    const doc = new Y.Doc();
    const putBack: string[] = [];
    const link = this.#relay.connect(doc, role, (findings) => {
      for (const { id, reason } of findings) putBack.push(`${id} ${reason}`);
    });
    const text = createTextBinding();
    const editor = new Editor({
      store: createTLStore({ schema: boardSchema }),
      shapeUtils,
      bindingUtils,
      tools,
      getContainer: () => container,
      initialState: 'select',
      textOptions: text.textOptions,
    });
    editor.updateViewportScreenBounds(container);
    let steps = 0;
    const undoLength = () => {
      historyOf(editor).flushPendingDiff();
      return historyOf(editor).stacks.get().undos.length;
    };
    const peer: Omit<Peer, 'binding' | keyof Link> & { binding?: Binding } = {
      editor,
      doc,
      sends: 0,
      quarantined: [],
      pending: false,
      putBack,
      undoSteps: () => undoLength() - steps,
    };
    Object.defineProperties(peer, Object.getOwnPropertyDescriptors(link));
    doc.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (transaction.local) peer.sends += 1;
    });
    const shared = { name: 'shared', doc } as const;
    peer.binding = bindLayers(editor, [shared], {
      active: () => shared,
      text,
      motion: still,
      onQuarantine: (ids) => {
        peer.quarantined = ids;
      },
      onPending: (pending) => {
        peer.pending = pending;
      },
      ...options,
    });
    Object.assign(peer, {
      forget: () => {
        steps = undoLength();
        peer.sends = 0;
        putBack.length = 0;
      },
    });
    this.peers.push(peer as Peer);
    return peer as Peer;
  }

  /** Everybody's text editor is there. */
  async ready(): Promise<void> {
    for (const { editor } of this.peers) await (editor.getTextOptions() as TextOptions).load();
  }

  /** Everything that anybody has edited is with everybody who is online. */
  async settle(): Promise<void> {
    await this.ready();
    do {
      for (const { binding } of this.peers) binding.flush();
      await Promise.resolve();
    } while (this.#relay.inFlight > 0 || this.peers.some(({ pending }) => pending));
  }

  forget(): void {
    for (const peer of this.peers) (peer as Peer & { forget(): void }).forget();
  }

  /** Changes records the way a program does that knows nothing of tldraw. */
  write(fn: (records: ReturnType<typeof recordsOf>) => void): void {
    this.#relay.write(() => fn(recordsOf(this.doc)));
  }

  /** Puts records there as the server does when a board is made. */
  seed(fn: (records: ReturnType<typeof recordsOf>) => void): void {
    this.#relay.seed(() => fn(recordsOf(this.doc)));
  }

  /** What the document in the middle holds. */
  records(): AnyRecord[] {
    return recordsIn(this.doc);
  }

  /** A document that was read from everything the relay stored. */
  reloaded(): Y.Doc {
    const doc = new Y.Doc();
    for (const update of this.#relay.log) Y.applyUpdate(doc, update);
    return doc;
  }

  /**
   * Whether all canvases say the same as the board does to whoever opens it now, and, where the server reviews, as plain
   * reading of its document does.
   */
  isSame(): boolean {
    const opened = createBoardStore([{ name: 'shared', doc: this.doc }]);
    const [truth, ...others] = [opened, ...this.peers.map(({ editor }) => editor.store)].map((store) =>
      canonical(Object.values(store.serialize('document')) as never),
    );
    if (this.#relay.reviewed && canonical(recordsIn(this.doc)) !== truth) return false;
    return others.every((shown) => shown === truth);
  }
}

const id = (name: string): TLShapeId => createShapeId(name);
const box = (name: string, x: number, y: number, more: Partial<TLShapePartial> = {}): TLShapePartial<TLGeoShape> => ({
  ...{ id: id(name), type: 'geo', x, y, props: { w: 100, h: 100 } },
  ...(more as object),
});

/** Two boxes with an arrow between them, a frame with two boxes in it, and one box more. */
function scene(editor: Editor): void {
  editor.createShapes([
    box('one', 0, 0),
    box('two', 400, 0),
    { id: id('arrow'), type: 'arrow', x: 0, y: 0 },
    { id: id('frame'), type: 'frame', x: 300, y: 500, props: { w: 500, h: 500 } },
    box('in-1', 20, 20, { parentId: id('frame') }),
    box('in-2', 200, 20, { parentId: id('frame') }),
    box('apart', 900, 0),
  ]);
  editor.createBindings([
    { type: 'arrow', fromId: id('arrow'), toId: id('one'), props: { terminal: 'start' } },
    { type: 'arrow', fromId: id('arrow'), toId: id('two'), props: { terminal: 'end' } },
  ]);
}

const lab = {
  Room,
  OwnStage,
  Y,
  id,
  box,
  scene,
  toRichText,
  recordsOf,
  openText,
  openCards,
  openTable,
  pairs: { openPairsRoom, playPair },
  playSchedule,
  playMany,
  htmlOf,
  readHtml,
  snapshotOf,
  note: (name: string, x: number, y: number, text: string): TLShapePartial => ({
    ...{ id: id(name), type: 'note', x, y, props: { richText: toRichText(text) } },
  }),
  async room(people: number, options: RoomOptions = {}) {
    const room = new Room(people, options);
    const [first] = room.peers;
    if (first === undefined) throw new Error('a room needs people');
    scene(first.editor);
    await room.settle();
    for (const { editor } of room.peers) editor.clearHistory();
    room.forget();
    return room;
  },
};
export type Lab = typeof lab;
Object.assign(globalThis, { lab });
