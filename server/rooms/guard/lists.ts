import type * as Y from 'yjs';
import type { Id } from './bytes.ts';
import type { Effort } from './effort.ts';
import type { Container, HeldDocument, Place } from './places.ts';
import { refuse } from './refusal.ts';
import { indexAt } from './structs.ts';

/** Elements side by side that one client wrote in a row: an item as Yjs will have it by then. */
class Piece {
  readonly client: number;
  readonly clock: number;
  end: number;
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  /** The item of the document that it is, or is part of. */
  readonly item: Y.Item | null;
  /** What is beside it; undefined: as the document holds it. */
  left: Piece | null | undefined = undefined;
  right: Piece | null | undefined = undefined;

  constructor({ client, clock }: Id, end: number, { origin, rightOrigin }: Neighbours, item: Y.Item | null) {
    this.client = client;
    this.clock = clock;
    this.end = end;
    this.origin = origin;
    this.rightOrigin = rightOrigin;
    this.item = item;
  }
}

/** The items of a list, or all that were written under one key of a map: the last one is its value. */
interface List {
  readonly isKeyed: boolean;
  /** undefined: as the document holds it. */
  first: Piece | null | undefined;
  /** Under a key, what the document held there last. */
  readonly heldLast: Y.Item | null;
  /** As far as it was gone through, and what is new. */
  length: number;
}

/** What an item says it was inserted between. */
export interface Neighbours {
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
}

/**
 * What Yjs will do with each new item, step by step (`Item.integrate`), beside the document: where several were inserted at
 * the same place, Yjs looks at one after the other, and what looks like one small message may mean billions of steps.
 * Costs next to nothing where an item is put between two that are side by side, as nearly all are.
 */
export class Lists {
  readonly #held: HeldDocument;
  readonly #effort: Pick<Effort, 'spend'>;
  readonly #lists = new Map<Container, Map<string | null, List>>();
  /** Of items of the document, as far as somebody came by. */
  readonly #pieces = new Map<Y.Item, Piece[]>();
  /** Of what is new, by client. */
  readonly #new = new Map<number, Piece[]>();
  /** How often something of a client was parted. */
  readonly #partings = new Map<number, number>();
  /** What keys of the document held that are written anew. */
  readonly overwritten: Y.Item[] = [];

  constructor(held: HeldDocument, effort: Pick<Effort, 'spend'>) {
    this.#held = held;
    this.#effort = effort;
  }

  /** Yjs parts what somebody wrote in one go wherever an update says that there is something in between, held or not. */
  part({ origin, rightOrigin }: Neighbours): void {
    if (origin !== null) this.partAt(origin.client, origin.clock + 1);
    if (rightOrigin !== null) this.partAt(rightOrigin.client, rightOrigin.clock);
  }

  /** Makes an element the first of its piece. */
  partAt(client: number, clock: number): void {
    const isHeld = clock < this.#held.state(client);
    if (isHeld && this.#held.isFirst(client, clock)) return;
    const pieces = this.#piecesAround(client, clock);
    if (pieces === null) return;
    const index = indexAt(pieces, clock);
    const piece = pieces[index];
    if (piece === undefined || clock <= piece.clock || clock >= piece.end) return;
    const partings = this.#partings.get(client) ?? 0;
    this.#partings.set(client, partings + 1);
    const behind = isHeld ? this.#held.structsFrom(client, clock) : 0;
    this.#effort.spend('shift', behind + (this.#new.get(client)?.length ?? 0) + partings);
    const right = this.#rightOf(piece);
    const origin = { client, clock: clock - 1 };
    const rest = new Piece({ client, clock }, piece.end, { origin, rightOrigin: piece.rightOrigin }, piece.item);
    rest.left = piece;
    rest.right = right;
    piece.end = clock;
    piece.right = rest;
    if (right !== null) right.left = rest;
    pieces.splice(index + 1, 0, rest);
  }

  insert(id: Id, end: number, place: Exclude<Place, 'gone'>, neighbours: Neighbours): void {
    const { origin, rightOrigin } = neighbours;
    const list = this.#listAt(place);
    let left = origin === null ? null : this.#pieceAt(origin);
    const rightWanted = rightOrigin === null ? null : this.#pieceAt(rightOrigin);
    const piece = new Piece(id, end, neighbours, null);
    // The element behind it would be before the one in front of it.
    if (left !== null && left === rightWanted) refuse('order');
    const isBetween =
      left === null ? rightWanted !== null && this.#leftOf(rightWanted) === null : this.#rightOf(left) === rightWanted;
    if (!isBetween) left = this.#search(list, piece, left, rightWanted);
    this.#link(list, piece, left);
    const own = this.#new.get(id.client);
    if (own === undefined) this.#new.set(id.client, [piece]);
    else own.push(piece);
  }

  /** @returns behind which it belongs among those that others put between the same two */
  #search(list: List, piece: Piece, origin: Piece | null, right: Piece | null): Piece | null {
    let left = origin;
    let other = origin === null ? this.#firstOf(list) : this.#rightOf(origin);
    const passed = new Set<Piece>();
    const conflicting = new Set<Piece>();
    while (other !== null && other !== right) {
      this.#effort.spend('compare');
      // Whoever has written under a key puts what they write there next behind it.
      if (list.isKeyed && other.client === piece.client) refuse('order');
      passed.add(other);
      conflicting.add(other);
      if (isSameId(piece.origin, other.origin)) {
        if (other.client < piece.client) {
          left = other;
          conflicting.clear();
        } else if (isSameId(piece.rightOrigin, other.rightOrigin)) break;
      } else {
        const source = other.origin === null ? null : this.#pieceAt(other.origin);
        if (source === null || !passed.has(source)) break;
        if (!conflicting.has(source)) {
          left = other;
          conflicting.clear();
        }
      }
      other = this.#rightOf(other);
    }
    return left;
  }

  #link(list: List, piece: Piece, left: Piece | null): void {
    const right = left === null ? this.#firstOf(list) : this.#rightOf(left);
    piece.left = left;
    piece.right = right;
    if (left === null) list.first = piece;
    else left.right = piece;
    if (right !== null) right.left = piece;
    list.length++;
  }

  #firstOf(list: List): Piece | null {
    if (list.first === undefined) list.first = this.#findFirst(list);
    // Yjs remembers of a key only what was written last, and walks back from there every time.
    if (list.isKeyed) this.#effort.spend('pass', list.length);
    return list.first;
  }

  #findFirst(list: List): Piece | null {
    let first = list.heldLast;
    for (; first !== null; first = first.left) {
      this.#effort.spend('pass');
      list.length++;
      if (first.left === null) return this.#firstPieceOf(first);
    }
    return null;
  }

  #listAt({ container, key }: Exclude<Place, 'gone'>): List {
    const lists = this.#lists.get(container) ?? new Map<string | null, List>();
    this.#lists.set(container, lists);
    const known = lists.get(key);
    if (known !== undefined) return known;
    const list = key === null ? this.#listIn(container) : this.#listUnder(container, key);
    lists.set(key, list);
    return list;
  }

  #listIn(container: Container): List {
    const first = this.#held.firstIn(container);
    return { isKeyed: false, first: first && this.#firstPieceOf(first), heldLast: null, length: 0 };
  }

  #listUnder(container: Container, key: string): List {
    const heldLast = this.#held.lastUnder(container, key);
    if (heldLast !== null) this.overwritten.push(heldLast);
    return { isKeyed: true, first: undefined, heldLast, length: 0 };
  }

  #leftOf(piece: Piece): Piece | null {
    if (piece.left === undefined) piece.left = piece.item?.left ? this.#lastPieceOf(piece.item.left) : null;
    return piece.left;
  }

  #rightOf(piece: Piece): Piece | null {
    if (piece.right === undefined) piece.right = piece.item?.right ? this.#firstPieceOf(piece.item.right) : null;
    return piece.right;
  }

  #firstPieceOf(item: Y.Item): Piece {
    return this.#piecesOf(item)[0] as Piece;
  }

  #lastPieceOf(item: Y.Item): Piece {
    return this.#piecesOf(item).at(-1) as Piece;
  }

  #piecesOf(item: Y.Item): Piece[] {
    const known = this.#pieces.get(item);
    if (known !== undefined) return known;
    const pieces = [new Piece(item.id, item.id.clock + item.length, item, item)];
    this.#pieces.set(item, pieces);
    return pieces;
  }

  /** The pieces of a client among which an element is; null where nothing is kept of it. */
  #piecesAround(client: number, clock: number): Piece[] | null {
    if (clock >= this.#held.state(client)) return this.#new.get(client) ?? null;
    const item = this.#held.itemAt(client, clock);
    return item && this.#piecesOf(item);
  }

  #pieceAt({ client, clock }: Id): Piece | null {
    const pieces = this.#piecesAround(client, clock);
    const piece = pieces?.[indexAt(pieces, clock)];
    return piece !== undefined && piece.clock <= clock && clock < piece.end ? piece : null;
  }
}

const isSameId = (a: Id | null, b: Id | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
