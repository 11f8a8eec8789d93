import * as Y from 'yjs';
import { recordsOf, schemaOf } from '../../../shared/board/document.ts';
import type { Id } from './bytes.ts';
import { refuse } from './refusal.ts';
import type { Content } from './structs.ts';

/** Elements inside each other in a rich text: a list in a list in a list is six. */
const RICH_DEPTH_MAX = 12;

/** Something that holds items: a root or a shared type, held already or made by the update. Compared by identity. */
export interface Container {
  readonly kind: 'records' | 'schema' | 'record' | 'fragment' | 'element' | 'text-node' | 'other';
  /** Elements around what a fragment holds; 0 elsewhere. */
  readonly richDepth: number;
}

/** Where an item is. `gone`: its parent is garbage-collected, so Yjs keeps nothing of it but its length. */
export type Place = { readonly container: Container; readonly key: string | null } | 'gone';

export const isSamePlace = (a: Place, b: Place): boolean =>
  a === b || (a !== 'gone' && b !== 'gone' && a.container === b.container && a.key === b.key);

const inside = (container: Container): number => container.richDepth + (container.kind === 'element' ? 1 : 0);

/**
 * The layout of documents (shared/board/document.ts) as what may be where.
 * @returns the container that a new item is; null when it is none.
 */
export function admit({ container, key }: Exclude<Place, 'gone'>, content: Content): Container | null {
  const isMap = container.kind === 'records' || container.kind === 'record';
  if (container.kind === 'schema') return refuse('root');
  if (isMap ? key === null : key !== null && container.kind !== 'element') return refuse('key');
  if (content === 'deleted') return null;
  switch (container.kind) {
    case 'records':
      return content === 'map' ? { kind: 'record', richDepth: 0 } : refuse('content');
    case 'record':
      if (key === 'rich') return content === 'fragment' ? { kind: 'fragment', richDepth: 0 } : refuse('content');
      return content === 'value' ? null : refuse('content');
    case 'fragment':
    case 'element': {
      if (key !== null) return content === 'value' ? null : refuse('content');
      if (content !== 'element' && content !== 'text-node') return refuse('content');
      const richDepth = inside(container);
      return richDepth < RICH_DEPTH_MAX ? { kind: content, richDepth } : refuse('depth');
    }
    case 'text-node':
      return content === 'text' || content === 'format' ? null : refuse('content');
    case 'other':
      return refuse('parent');
  }
}

/** What the server's document holds, in the words of the guard. */
export class HeldDocument {
  readonly #store: Y.Doc['store'];
  readonly #containers = new Map<unknown, Container>();
  readonly #types = new Map<Container, Pick<Y.AbstractType<unknown>, '_start' | '_map'>>();
  readonly #roots: ReadonlyMap<string, Container>;

  constructor(doc: Y.Doc) {
    this.#store = doc.store;
    const records: Container = { kind: 'records', richDepth: 0 };
    const schema: Container = { kind: 'schema', richDepth: 0 };
    this.#containers.set(recordsOf(doc), records).set(schemaOf(doc), schema);
    this.#types.set(records, recordsOf(doc));
    this.#roots = new Map([
      ['records', records],
      ['schema', schema],
    ]);
  }

  /** Clock behind the last struct of a client. */
  state(client: number): number {
    return Y.getState(this.#store, client);
  }

  root(name: string): Container {
    return this.#roots.get(name) ?? refuse('root');
  }

  /** @param id of something that is held */
  place(id: Id): Place {
    const item = this.#find(id.client, id.clock);
    if (!(item instanceof Y.Item)) return 'gone';
    return { container: this.containerOf(item.parent), key: item.parentSub };
  }

  /**
   * The container that a held item is.
   * @returns null when it is none.
   */
  container(id: Id): Container | 'gone' | null {
    const item = this.#find(id.client, id.clock);
    if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return 'gone';
    return item.content instanceof Y.ContentType ? this.containerOf(item.content.type) : null;
  }

  /** @returns null where nothing is kept of it. */
  itemAt(client: number, clock: number): Y.Item | null {
    const item = this.#find(client, clock);
    return item instanceof Y.Item ? item : null;
  }

  /** Whether a held element is where a struct begins. */
  isFirst(client: number, clock: number): boolean {
    return this.#find(client, clock)?.id.clock === clock;
  }

  /** How many structs a client has written from a held element on. */
  structsFrom(client: number, clock: number): number {
    const structs = this.#store.clients.get(client) ?? [];
    return structs.length - Y.findIndexSS(structs, clock);
  }

  /** First item of the list that a container holds, deleted ones included. */
  firstIn(container: Container): Y.Item | null {
    return this.#types.get(container)?._start ?? null;
  }

  /** What a container holds under a key, deleted or not. */
  lastUnder(container: Container, key: string): Y.Item | null {
    return this.#types.get(container)?._map.get(key) ?? null;
  }

  /** Whether a container is a text that has, or had, marks. */
  hasMarks(container: Container): boolean {
    const type = this.#types.get(container);
    return type instanceof Y.XmlText && type._hasFormatting;
  }

  /** What is held and not deleted of the elements from `clock` to before `end`. */
  *standing(client: number, clock: number, end: number): Iterable<Y.Item> {
    const structs = this.#store.clients.get(client);
    if (structs === undefined || clock >= this.state(client)) return;
    for (let n = Y.findIndexSS(structs, clock); n < structs.length; n++) {
      const struct = structs[n];
      if (struct === undefined || struct.id.clock >= end) return;
      if (struct instanceof Y.Item && !struct.deleted) yield struct;
    }
  }

  #find(client: number, clock: number): Y.Item | Y.GC | undefined {
    const structs = this.#store.clients.get(client);
    return structs?.[Y.findIndexSS(structs, clock)];
  }

  /** What a shared type of the document is. */
  containerOf(type: unknown): Container {
    const known = this.#containers.get(type);
    if (known !== undefined) return known;
    const container = this.#describe(type);
    this.#containers.set(type, container);
    if (type instanceof Y.AbstractType) this.#types.set(container, type);
    return container;
  }

  /** Goes up to the root: held documents are no deeper than the layout, because nothing else was ever let in. */
  #describe(type: unknown): Container {
    if (!(type instanceof Y.AbstractType) || type._item === null) return { kind: 'other', richDepth: 0 };
    const around = this.containerOf(type._item.parent);
    const richDepth = inside(around);
    if (type instanceof Y.XmlElement) return { kind: 'element', richDepth };
    if (type instanceof Y.XmlText) return { kind: 'text-node', richDepth };
    if (type instanceof Y.XmlFragment) return { kind: 'fragment', richDepth };
    return { kind: type instanceof Y.Map && around.kind === 'records' ? 'record' : 'other', richDepth: 0 };
  }
}
