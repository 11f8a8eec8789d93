import type { Id } from './bytes.ts';
import { admit, type Container, type HeldDocument, isSamePlace, type Place } from './places.ts';
import { refuse } from './refusal.ts';
import type { ClientStructs, GuardLimits, Position, Struct } from './structs.ts';

/** A struct that the update brings, once it is clear where it belongs. */
interface Placed {
  readonly clock: number;
  readonly place: Place;
  readonly container: Container | 'gone' | null;
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
  readonly #limits: GuardLimits;
  readonly #clients = new Map<number, Progress>();
  readonly #siblings = new Map<string, number>();

  constructor(held: HeldDocument, limits: GuardLimits, sections: readonly ClientStructs[]) {
    this.#held = held;
    this.#limits = limits;
    for (const { client, structs } of sections) {
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
  #missing(client: Progress, struct: Struct): Id | null {
    for (const id of idsIn(struct.position)) {
      if (id.client === client.client) {
        if (id.clock >= struct.clock) return refuse('dependency');
      } else if (id.clock >= this.state(id.client)) return id;
    }
    return null;
  }

  #integrate(client: Progress, struct: Struct): void {
    if (struct.position.by === 'root') this.#held.root(struct.position.root);
    if (struct.content === 'gap' || struct.end <= client.held) return;
    const place = struct.content === 'nothing' ? 'gone' : this.#placeOf(struct.position);
    if (place !== 'gone') {
      // Yjs links the new part of a struct that is half held behind the old one.
      const isContinued = struct.clock < client.held;
      const before = isContinued ? this.#held.place({ client: client.client, clock: client.held - 1 }) : place;
      if (!isSamePlace(before, place)) refuse('mixed-parents');
      if (place.key === null && !isContinued) this.#countSibling(struct.position);
    }
    const made = place === 'gone' ? 'gone' : admit(place, struct.content);
    client.placed.push({ clock: struct.clock, place, container: struct.content === 'deleted' ? 'gone' : made });
    client.state = struct.end;
  }

  #countSibling(position: Position): void {
    const [{ client, clock } = { client: 0, clock: 0 }] = idsIn(position);
    const spot = `${position.by} ${client} ${clock}`;
    const count = (this.#siblings.get(spot) ?? 0) + 1;
    if (count > this.#limits.siblingsMax) refuse('too-many-structs');
    this.#siblings.set(spot, count);
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
        const [first, second] = idsIn(position).map((id) => this.#placeAt(id));
        if (first === undefined || first === 'gone' || second === 'gone') return 'gone';
        return second === undefined || isSamePlace(first, second) ? first : refuse('mixed-parents');
      }
    }
  }

  #placeAt(id: Id): Place {
    return id.clock < this.#held.state(id.client) ? this.#held.place(id) : this.#placedAt(id).place;
  }

  #containerAt(id: Id): Container | 'gone' | null {
    return id.clock < this.#held.state(id.client) ? this.#held.container(id) : this.#placedAt(id).container;
  }

  /** The struct of the update that holds an element, found by halving. */
  #placedAt({ client, clock }: Id): Placed {
    const placed = this.#clients.get(client)?.placed ?? [];
    let low = 0;
    let high = placed.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((placed[middle]?.clock ?? 0) <= clock) low = middle;
      else high = middle - 1;
    }
    return placed[low] ?? refuse('dependency');
  }
}

function refuseGaps(structs: readonly Struct[], held: number): void {
  let reach = held;
  for (const { clock, end, content } of structs) {
    if (content === 'gap') continue;
    if (clock > reach) refuse('clock-gap');
    reach = Math.max(reach, end);
  }
}

function idsIn(position: Position): readonly Id[] {
  switch (position.by) {
    case 'parent':
      return [position.parent];
    case 'neighbours':
      return [position.origin, position.rightOrigin].filter((id) => id !== null);
    case 'root':
    case 'none':
      return [];
  }
}
