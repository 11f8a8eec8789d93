import { createTLStore, Editor } from 'tldraw';
import * as Y from 'yjs';
import { bindRooms, type LayerRoom, type RoomBinding } from '../../../client/canvas/binding/recover.ts';
import { createTextBinding, type TextOptions } from '../../../client/canvas/binding/rich-text.ts';
import { bindPresence } from '../../../client/canvas/presence/bind-presence.ts';
import { isPrivate } from '../../../client/canvas/private-shapes.ts';
import { bindingUtils, shapeUtils, tools } from '../../../client/canvas/shape-utils.ts';
import { variable } from '../../../client/sync/observable.ts';
import { createReplica, type OwnReplica, type Replica } from '../../../client/sync/replica.ts';
import type { Diff } from '../../../shared/board/diff.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { type AnyRecord, createGroups, joinRecord, splitRecord } from '../../../shared/board/groups.ts';
import type { Layer } from '../../../shared/board/layers.ts';
import { plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { boardSchema } from '../../../shared/board/schema.ts';

const fromServer = { name: 'server' };

/** `unsaid`: what is sent arrives, and no answer comes back. */
type Line = 'open' | 'unsaid' | 'cut';

/** One document with a server that keeps all that it gets, and what a browser keeps of waiting changes. */
class LabRoom implements LayerRoom {
  readonly layer: Layer['name'];
  readonly replica;
  pending = false;
  line: Line = 'open';
  kept: readonly Diff[];
  doc = new Y.Doc();
  /** All that was ever sent, for canaries. */
  readonly sent: Uint8Array[] = [];
  #received = 0;

  constructor(layer: Layer['name'], kept: readonly Diff[] = []) {
    this.layer = layer;
    this.kept = kept;
    this.replica = variable<Replica>(this.#open());
  }

  readonly waiting = {
    take: () => this.kept,
    isEmpty: () => this.kept.length === 0,
    keep: (changes: readonly Diff[]) => {
      this.kept = changes;
    },
    clear: () => {
      this.kept = [];
    },
  };

  readonly setPending = (pending: boolean): void => {
    this.pending = pending;
  };

  get shown(): OwnReplica {
    return this.replica.get() as OwnReplica;
  }

  /** The server's copy changes, and everybody is told. */
  write(fn: (records: ReturnType<typeof recordsOf>) => void): void {
    this.doc.transact(() => fn(recordsOf(this.doc)), fromServer);
  }

  /** The connection comes back: what was not sent is sent, and all of it acknowledged. */
  reconnect(): void {
    this.line = 'open';
    const { doc } = this.shown;
    this.#send(this.shown, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.doc)));
  }

  /** The server has erased the document: the page goes on with a fresh replica. */
  erase(): void {
    this.doc = new Y.Doc();
    this.line = 'open';
    this.replica.set(this.#open());
  }

  /** The server has refused the replica and keeps the document. */
  refuse(): void {
    this.replica.set(this.#open());
  }

  texts(): string[] {
    return [...recordsOf(this.doc)]
      .map(([id, groups]) => joinRecord(id, groups))
      .map((record) => (record?.props as { richText?: RichText } | undefined)?.richText)
      .flatMap((text) => (text === undefined ? [] : plainText(text)))
      .sort();
  }

  #open(): OwnReplica {
    const replica = createReplica(true);
    const server = this.doc;
    Y.applyUpdate(replica.doc, Y.encodeStateAsUpdate(server), fromServer);
    server.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === fromServer) Y.applyUpdate(replica.doc, update, fromServer);
    });
    replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === fromServer) return;
      replica.acks.edited();
      if (this.line !== 'cut') this.#send(replica, update);
    });
    this.#received = 0;
    replica.acks.connected();
    return replica;
  }

  #send(replica: OwnReplica, update: Uint8Array): void {
    this.sent.push(update);
    replica.acks.sent();
    Y.applyUpdate(this.doc, update, replica);
    this.#received += 1;
    if (this.line !== 'open') return;
    replica.acks.acknowledged(this.#received);
    queueMicrotask(() => replica.tellDurable());
  }
}

const page = [
  { id: 'document:document', typeName: 'document', name: '', gridSize: 10, meta: {} },
  { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} },
] as unknown as AnyRecord[];

export interface OwnStageOptions {
  /** What an earlier page left of the own layer: its document, and what it may not have sent. */
  readonly left?: { readonly doc: Y.Doc; readonly unsent: readonly Diff[] };
}

/** One person's canvas on a board of two layers. */
export class OwnStage {
  readonly shared = new LabRoom('shared');
  readonly own: LabRoom;
  readonly active = variable<Layer['name']>('shared');
  /** Whether it is told that what is written privately says nobody's name. */
  isAnonymous = false;
  readonly editor: Editor;
  readonly binding: RoomBinding;
  readonly takenBack: Diff[] = [];
  readonly awareness;
  readonly #text = createTextBinding();

  constructor({ left }: OwnStageOptions = {}) {
    this.own = new LabRoom('own', left?.unsent);
    this.shared.write((records) => {
      for (const record of page) records.set(record.id, createGroups(splitRecord(record)));
    });
    if (left !== undefined) {
      this.own.line = 'cut';
      this.own.shown.addFromCopy([Y.encodeStateAsUpdate(left.doc)]);
    }
    const container = document.createElement('div');
    container.style.cssText = 'position: absolute; inset: 0; width: 1000px; height: 800px';
    document.body.append(container);
    this.editor = new Editor({
      store: createTLStore({ schema: boardSchema }),
      shapeUtils,
      bindingUtils,
      tools,
      getContainer: () => container,
      initialState: 'select',
      textOptions: this.#text.textOptions,
    });
    this.editor.updateViewportScreenBounds(container);
    this.binding = bindRooms(this.editor, [this.shared, this.own], {
      text: this.#text,
      active: this.active,
      isAnonymous: () => this.isAnonymous,
      motion: { mayMove: () => false, now: () => 0, requestFrame: () => {} },
      onTakenBack: (diff) => this.takenBack.push(diff),
    });
    this.awareness = createReplica(false).awareness;
    bindPresence(this.editor, {
      ...{ awareness: this.awareness, carets: this.#text.carets, silent: false, isWritingPrivately: false },
      roster: variable([]),
    });
  }

  async ready(): Promise<void> {
    await (this.editor.getTextOptions() as TextOptions).load();
  }

  async settle(): Promise<void> {
    do {
      this.binding.flush();
      // Acks, and what is played after them.
      for (let n = 0; n < 20; n++) await Promise.resolve();
    } while (this.shared.pending);
  }

  /** What the server does when what was written privately is revealed; the own connection goes last. */
  reveal(how: 'named' | 'anonymous'): void {
    this.moveToShared(how);
    this.active.set('shared');
    this.own.erase();
  }

  moveToShared(how: 'named' | 'anonymous'): void {
    const records = [...recordsOf(this.own.doc)].map(([id, groups]) => joinRecord(id, groups));
    this.shared.write((shared) => {
      for (const [n, record] of records.entries()) {
        if (record === null) continue;
        const id = how === 'named' ? record.id : `shape:new-${n}`;
        shared.set(
          id,
          createGroups({ ...splitRecord({ ...record, id: id as AnyRecord['id'] }), meta: { created: 1 } }),
        );
      }
    });
  }

  /** Ids of the shapes that are shown as this person's alone. */
  marked(): string[] {
    return this.editor
      .getCurrentPageShapes()
      .filter(isPrivate)
      .map(({ id }) => id)
      .sort();
  }

  shownTexts(): string[] {
    return this.editor
      .getCurrentPageShapes()
      .map((shape) => this.editor.getShapeUtil(shape).getText(shape) ?? '')
      .filter((text) => text !== '')
      .sort();
  }

  /** Whether a word was ever part of what this page sent to the shared document, or is in it. */
  isShared(word: string): boolean {
    const all = [...this.shared.sent, Y.encodeStateAsUpdate(this.shared.doc)];
    return all.some((bytes) => new TextDecoder('latin1').decode(bytes).includes(word));
  }

  hasMeta(): boolean {
    return [...recordsOf(this.own.doc).values()].some((groups) => groups.has('meta'));
  }

  /** What the own document says of each record beside what it is. */
  metas(): Record<string, unknown> {
    return Object.fromEntries([...recordsOf(this.own.doc)].map(([id, groups]) => [id, groups.get('meta')]));
  }
}
