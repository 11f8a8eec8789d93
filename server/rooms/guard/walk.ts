import type { Id } from './bytes.ts';
import type { Lists, Neighbours } from './lists.ts';
import { admit, type Container, type HeldDocument, isSamePlace, type Place } from './places.ts';
import { refuse } from './refusal.ts';
import { type ClientStructs, type GuardLimits, indexAt, type Position, type Struct } from './structs.ts';

/** A struct that the update brings, once it is clear where it belongs. */
interface Placed {
  readonly clock: number;
  readonly end: number;
  readonly place: Place;
  readonly container: Container | 'gone' | null;
}

/** What comes to a text. */
export interface NewText {
  items: number;
  isMarked: boolean;
}

/** How far the walk is in one client's structs. */
interface Progress {
  readonly client: number;
  readonly structs: readonly Struct[];
  /** Clock behind what the server held before. */
  readonly held: number;
  next: number;
  /** Clock behind what has been walked or held. */
  state: number;
  readonly placed: Placed[];
  isWaiting: boolean;
}

/**
 * Goes through an update in the order in which Yjs would integrate it, and finds for each new struct where it belongs.
 * Linear in the number of structs; the recursion of dependencies is a stack of clients.
 */
export class Walk {
  readonly #held: HeldDocument;
  readonly #lists: Lists;
  readonly #limits: GuardLimits;
  readonly #clients = new Map<number, Progress>();
  readonly #marks = new Set<string>();
  /** Text nodes in which something is new. */
  readonly texts = new Map<Container, NewText>();

  constructor(held: HeldDocument, lists: Lists, limits: GuardLimits, sections: readonly ClientStructs[]) {
    this.#held = held;
    this.#lists = lists;
    this.#limits = limits;
    // Yjs begins with the highest client.
    for (const { client, structs } of sections.toSorted((a, b) => b.client - a.client)) {
      const state = held.state(client);
      refuseGaps(structs, state);
      this.#clients.set(client, { client, structs, held: state, next: 0, state, placed: [], isWaiting: false });
    }
  }

  /** @returns the clients of which the update brings something new. */
  run(): readonly number[] {
    for (const client of this.#clients.values()) this.#finish(client);
    const isNew = ({ state, held }: Progress) => state > held;
    return [...this.#clients.values()].filter(isNew).map(({ client }) => client);
  }

  /** Clock behind what a client will have written once the update is applied. */
  state(client: number): number {
    return this.#clients.get(client)?.state ?? this.#held.state(client);
  }

  /** What is new and not deleted of the elements from `clock` to before `end`. */
  *standing(client: number, clock: number, end: number): Iterable<{ readonly clock: number; readonly end: number }> {
    const progress = this.#clients.get(client);
    if (progress === undefined || end <= progress.held) return;
    const { placed } = progress;
    for (let n = indexAt(placed, clock); n < placed.length; n++) {
      const struct = placed[n];
      if (struct === undefined || struct.clock >= end) return;
      if (struct.end > clock && struct.container !== 'gone') yield struct;
    }
  }

  #finish(first: Progress): void {
    const stack: { readonly client: Progress; readonly until: number }[] = [{ client: first, until: Infinity }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { client, until } = top;
      const struct = client.structs[client.next];
      if (client.state > until || struct === undefined) {
        // What waited for this client finds out below whether it got what it needs.
        client.isWaiting = false;
        stack.pop();
        continue;
      }
      const missing = this.#missing(client, struct);
      if (missing === null) {
        this.#integrate(client, struct);
        client.next++;
        continue;
      }
      const source = this.#clients.get(missing.client);
      client.isWaiting = true;
      // Nobody brings it, or it waits for this one itself.
      if (source === undefined || source.isWaiting || source.next >= source.structs.length) refuse('dependency');
      stack.push({ client: source, until: missing.clock });
    }
  }

  /** What has to be there before a struct and is not yet. */
  #missing(client: Progress, { clock, position }: Struct): Id | null {
    switch (position.by) {
      case 'parent':
        return this.#orMissing(client, clock, position.parent);
      case 'neighbours':
        return this.#orMissing(client, clock, position.origin) ?? this.#orMissing(client, clock, position.rightOrigin);
      case 'root':
      case 'none':
        return null;
    }
  }

  /** @returns null for what is there */
  #orMissing({ client }: Progress, clock: number, id: Id | null): Id | null {
    if (id === null) return null;
    if (id.client === client) return id.clock < clock ? null : refuse('dependency');
    return id.clock < this.state(id.client) ? null : id;
  }

  #integrate(client: Progress, struct: Struct): void {
    if (struct.position.by === 'root') this.#held.root(struct.position.root);
    const neighbours = struct.position.by === 'neighbours' ? struct.position : nobody;
    this.#lists.part(neighbours);
    if (struct.content === 'gap' || struct.end <= client.held) return;
    const place = struct.content === 'nothing' ? 'gone' : this.#placeOf(struct.position);
    const made = place === 'gone' ? 'gone' : this.#insert(client, struct, place, neighbours);
    const container = struct.content === 'deleted' ? 'gone' : made;
    client.placed.push({ clock: struct.clock, end: struct.end, place, container });
    client.state = struct.end;
  }

  /** @returns the container that the item is; null when it is none. */
  #insert(
    { client, held }: Progress,
    struct: Struct,
    place: Exclude<Place, 'gone'>,
    neighbours: Neighbours,
  ): Container | null {
    const made = admit(place, struct.content);
    if (place.container.kind === 'text-node') this.#countInText(place.container, struct.mark);
    if (struct.clock >= held) {
      this.#lists.insert({ client, clock: struct.clock }, struct.end, place, neighbours);
      return made;
    }
    // Yjs links the new part of a struct that is half held behind the old one.
    const origin = { client, clock: held - 1 };
    if (!isSamePlace(this.#held.place(origin), place)) refuse('mixed-parents');
    this.#lists.insert({ client, clock: held }, struct.end, place, { ...neighbours, origin });
    return made;
  }

  #countInText(container: Container, mark: string | null): void {
    const text = this.texts.get(container) ?? { items: 0, isMarked: false };
    this.texts.set(container, text);
    text.items++;
    if (mark === null) return;
    text.isMarked = true;
    this.#marks.add(mark);
    if (this.#marks.size > this.#limits.marksMax) refuse('too-many-marks');
  }

  #placeOf(position: Position): Place {
    switch (position.by) {
      case 'none':
        return 'gone';
      case 'root':
        return { container: this.#held.root(position.root), key: position.key };
      case 'parent': {
        const container = this.#containerAt(position.parent);
        return container === 'gone' ? 'gone' : { container: container ?? refuse('parent'), key: position.key };
      }
      case 'neighbours': {
        const left = position.origin && this.#placeAt(position.origin);
        const right = position.rightOrigin && this.#placeAt(position.rightOrigin);
        if (left === 'gone' || right === 'gone') return 'gone';
        if (left !== null && right !== null && !isSamePlace(left, right)) refuse('mixed-parents');
        return left ?? right ?? 'gone';
      }
    }
  }

  #placeAt(id: Id): Place {
    return id.clock < this.#held.state(id.client) ? this.#held.place(id) : this.#placedAt(id).place;
  }

  #containerAt(id: Id): Container | 'gone' | null {
    return id.clock < this.#held.state(id.client) ? this.#held.container(id) : this.#placedAt(id).container;
  }

  /** The struct of the update that holds an element. */
  #placedAt({ client, clock }: Id): Placed {
    const placed = this.#clients.get(client)?.placed ?? [];
    return placed[indexAt(placed, clock)] ?? refuse('dependency');
  }
}

const nobody: Neighbours = { origin: null, rightOrigin: null };

function refuseGaps(structs: readonly Struct[], held: number): void {
  let reach = held;
  for (const { clock, end, content } of structs) {
    if (content === 'gap') continue;
    if (clock > reach) refuse('clock-gap');
    reach = Math.max(reach, end);
  }
}
