import { cardsOf } from '../../../shared/board/ends.ts';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { indexKeyAbove } from '../../../shared/board/order.ts';
import { fromPage, placeOnPage, toPage } from '../../../shared/board/place.ts';
import { hangsOnCards, relationKey } from './edges.ts';
import { isStructureEqual, type Ledger } from './ledger.ts';
import { recordLimits, withinBounds } from './limits.ts';
import { isLocked } from './rights.ts';
import { releaseEnd } from './terminal.ts';
import {
  ancestorsOf,
  firstPage,
  indexOnTop,
  indexRightAbove,
  pageOf,
  parentsFirst,
  placeOf,
  subtreeOf,
  untangleSiblings,
} from './tree.ts';

/** Looks at one record per round; a mend that brings about another is rare, one that goes on for ever is a bug. */
const ROUNDS_PER_RECORD_MAX = 50;

/**
 * Mends what concurrent edits leave behind, in the ledger alone: bindings without an end, mirrors and relations without
 * their cards, the second of two equal relations, shapes whose parent is gone, circles of parents, arrows with an old
 * parent, groups of one, siblings at one place of the order.
 */
export class Integrity {
  readonly #ledger: Ledger;
  readonly #queue = new Set<string>();
  readonly #mended = new Set<string>();
  /** Parents whose children may share an index. */
  readonly #crowded = new Set<string>();
  /** By parent, the next index that is above everything in it. */
  readonly #tops = new Map<string, string>();
  readonly #isParticipant: boolean;

  constructor(ledger: Ledger, { isParticipant }: { readonly isParticipant: boolean }) {
    this.#ledger = ledger;
    this.#isParticipant = isParticipant;
  }

  /**
   * @param ids of what has changed
   * @returns ids of what was mended
   */
  run(ids: Iterable<string>): ReadonlySet<string> {
    const noted = new Set<string>();
    for (const id of parentsFirst(this.#ledger, new Set(ids))) this.#noteChange(id, noted);
    let rounds = ROUNDS_PER_RECORD_MAX * (this.#queue.size + this.#ledger.records.size + 1);
    for (const id of this.#queue) {
      if (rounds-- < 0) throw new Error('the board does not come to rest');
      this.#queue.delete(id);
      this.#examine(id);
    }
    for (const parentId of this.#crowded)
      for (const shape of untangleSiblings(this.#ledger, parentId)) this.#write(shape);
    return this.#mended;
  }

  /**
   * Queues a record and everything whose soundness depends on it.
   * @param noted whose insides are queued already
   */
  #noteChange(id: string, noted?: Set<string>): void {
    const ledger = this.#ledger;
    const [before, now] = [ledger.was(id), ledger.get(id)];
    this.#queue.add(id);
    for (const record of [before, now]) {
      if (record?.typeName === 'binding') this.#queue.add(record.fromId as string);
      if (record?.typeName === 'shape') this.#queue.add(record.parentId as string);
    }
    if (now !== undefined && ledger.sharesSlot(now)) this.#crowded.add(now.parentId as string);
    if (before !== undefined && now !== undefined && isStructureEqual(before, now)) return;
    for (const inside of subtreeOf(ledger, id, noted)) {
      this.#queue.add(inside);
      for (const binding of ledger.bindingsOf(inside)) {
        this.#queue.add(binding);
        this.#queue.add(ledger.get(binding)?.fromId as string);
      }
      for (const edge of ledger.edgesOf(inside)) this.#queue.add(edge);
    }
  }

  #write(record: AnyRecord): void {
    const left = this.#ledger.get(record.id);
    this.#ledger.put(withinBounds(record));
    this.#mended.add(record.id);
    this.#noteChange(record.id);
    // It may have been put there in this very turn, and counted among those that are in it.
    if (left?.typeName === 'shape') this.#queue.add(left.parentId as string);
  }

  #remove(id: string): void {
    const record = this.#ledger.get(id);
    this.#ledger.remove(id);
    this.#mended.add(id);
    this.#noteChange(id);
    if (record?.typeName === 'shape') this.#queue.add(record.parentId as string);
    if (record?.typeName === 'binding') this.#queue.add(record.fromId as string);
  }

  #examine(id: string): void {
    if (this.#ledger.isOutside(id)) return;
    const record = this.#ledger.get(id);
    if (record?.typeName === 'binding') this.#examineBinding(record);
    if (record?.typeName === 'shape') this.#examineShape(record);
  }

  #examineBinding(binding: AnyRecord): void {
    const { get } = this.#ledger;
    const [arrow, target] = [get(binding.fromId as string), get(binding.toId as string)];
    if (this.#canBind(binding, arrow, target)) return;
    this.#remove(binding.id);
    if (arrow?.type === 'arrow' && !this.#ledger.isOutside(arrow.id))
      this.#write(releaseEnd(this.#ledger, arrow, binding));
  }

  #canBind(binding: AnyRecord, arrow: AnyRecord | undefined, target: AnyRecord | undefined): boolean {
    if (arrow?.typeName !== 'shape' || arrow.type !== 'arrow') return false;
    if (target?.typeName !== 'shape' || target.type === 'arrow') return false;
    const { get } = this.#ledger;
    const pages = [pageOf(get, arrow.id), pageOf(get, target.id)];
    // Who is on no page yet is brought onto one first, and then looked at again.
    if (!pages.includes(undefined) && pages[0] !== pages[1]) return false;
    return this.#bindingAt(arrow, terminalOf(binding))?.id === binding.id;
  }

  /** Of several bindings of one end, the one that was there before, then the one with the smallest id. */
  #bindingAt(arrow: AnyRecord, terminal: unknown): AnyRecord | undefined {
    const { get, was } = this.#ledger;
    const isOld = (binding: AnyRecord) => {
      const before = was(binding.id);
      return before !== undefined && before.fromId === arrow.id && terminalOf(before) === terminal;
    };
    let best: AnyRecord | undefined;
    for (const id of this.#ledger.bindingsOf(arrow.id)) {
      const binding = get(id);
      if (binding === undefined || binding.fromId !== arrow.id || terminalOf(binding) !== terminal) continue;
      const isBetter = best === undefined || (isOld(binding) === isOld(best) ? binding.id < best.id : isOld(binding));
      if (isBetter) best = binding;
    }
    return best;
  }

  /** @returns whether it stays */
  #examineEdge(edge: AnyRecord): boolean {
    if (!hangsOnCards(this.#ledger.get, edge)) {
      this.#remove(edge.id);
      return false;
    }
    const equal = [...this.#ledger.relationsLike(relationKey(edge) ?? '')];
    if (equal.length < 2) return true;
    // Whoever is locked counts before who is not: nobody's new one takes its place.
    const rank = (id: string) => `${isLocked(this.#ledger.get, id) ? 0 : 1} ${id}`;
    const kept = equal.reduce((a, b) => (rank(a) < rank(b) ? a : b));
    for (const id of equal) if (id !== kept) this.#remove(id);
    return kept === edge.id;
  }

  #examineShape(shape: AnyRecord): void {
    if (cardsOf(shape).length > 0 && !this.#examineEdge(shape)) return;
    const { get } = this.#ledger;
    const parent = get(shape.parentId as string);
    if (parent?.typeName !== 'shape' && parent?.typeName !== 'page') {
      this.#rescue(shape);
      return;
    }
    if (this.#isForbidden(shape, parent)) {
      this.#moveTo(shape, this.#pageFor(shape));
      return;
    }
    const chain = ancestorsOf(get, shape.id);
    if (chain.at(-1) === shape.id) {
      this.#breakCircle(chain);
      return;
    }
    if (get(chain.at(-1) as string)?.typeName !== 'page') return;
    // What is in it is looked at too, whenever it moves.
    if (chain.length > recordLimits.depthMax) {
      this.#moveTo(shape, this.#pageFor(shape));
      return;
    }
    if (shape.type === 'group') this.#examineGroup(shape);
    if (shape.type === 'arrow') this.#examineArrow(shape);
  }

  /** What is in something locked nobody can move, so a participant's shape does not go there. */
  #isForbidden(shape: AnyRecord, parent: AnyRecord): boolean {
    if (!this.#isParticipant || parent.typeName === 'page') return false;
    const { was } = this.#ledger;
    return was(shape.id)?.parentId !== parent.id && isLocked(was, parent.id);
  }

  /** Into the nearest of its parents that lives and is not locked, at the same place on the page. */
  #rescue(shape: AnyRecord): void {
    const { get, was } = this.#ledger;
    let place = placeOf(shape);
    let parentId = shape.parentId as string;
    for (const seen = new Set<string>(); !seen.has(parentId); ) {
      seen.add(parentId);
      const living = get(parentId);
      if (living?.typeName === 'page') break;
      if (living?.typeName === 'shape' && !isLocked(get, living.id)) break;
      const parent = living ?? was(parentId) ?? this.#ledger.grave(parentId);
      if (parent?.typeName !== 'shape') break;
      place = toPage(placeOf(parent), place);
      parentId = parent.parentId as string;
    }
    const isHome = ['page', 'shape'].includes(String(get(parentId)?.typeName));
    const home = isHome ? parentId : firstPage(this.#ledger);
    if (home !== undefined)
      this.#write({ ...shape, ...place, parentId: home, index: this.#indexOnTop(home) } as AnyRecord);
  }

  #pageFor(shape: AnyRecord): string | undefined {
    const { get, was } = this.#ledger;
    const page = pageOf(get, shape.id) ?? pageOf(was, shape.id);
    return page !== undefined && get(page)?.typeName === 'page' ? page : firstPage(this.#ledger);
  }

  /** To another parent, at the same place on the page. */
  #moveTo(shape: AnyRecord, parentId: string | undefined, index?: string): void {
    if (parentId === undefined) return;
    const { get } = this.#ledger;
    const place = fromPage(placeOnPage(get, parentId), placeOnPage(get, shape.id));
    this.#write({ ...shape, ...place, parentId, index: index ?? this.#indexOnTop(parentId) } as AnyRecord);
  }

  /** Index above everything in a parent, and above what was put on top of it before. */
  #indexOnTop(parentId: string): string {
    const top = this.#tops.get(parentId) ?? indexOnTop(this.#ledger, parentId);
    this.#tops.set(parentId, indexKeyAbove(top));
    return top;
  }

  /** As every canvas shows it until then: the shape with the smallest id on the page, its coordinates untouched. */
  #breakCircle(circle: readonly string[]): void {
    const smallest = circle.reduce((a, b) => (a < b ? a : b));
    const shape = this.#ledger.get(smallest);
    const parentId = shape && this.#pageFor(shape);
    if (shape === undefined || parentId === undefined) return;
    this.#write({ ...shape, parentId } as AnyRecord);
  }

  /** tldraw dissolves such groups in the edit that leaves them; two edits at the same time leave one to the server. */
  #examineGroup(group: AnyRecord): void {
    const children = [...this.#ledger.childrenOf(group.id)];
    if (children.length > 1 || isLocked(this.#ledger.get, group.id)) return;
    const child = this.#ledger.get(children[0] ?? '');
    // It takes the group's place in the order, so that it lies above the same shapes.
    if (child !== undefined) this.#moveTo(child, group.parentId as string, group.index as string);
    this.#remove(group.id);
  }

  /** tldraw's rule: in the nearest common parent of both ends; of one end in that one's parent if it is there already. */
  #examineArrow(arrow: AnyRecord): void {
    const { get } = this.#ledger;
    if (isLocked(get, arrow.id)) return;
    const ends = (['start', 'end'] as const)
      .map((terminal) => get(this.#bindingAt(arrow, terminal)?.toId as string))
      .filter((end) => end !== undefined);
    const [first, second] = ends;
    if (first === undefined) return;
    const chains = ends.map((end) => ancestorsOf(get, end.id));
    // What is on no page yet, or in the arrow itself, is brought somewhere else first.
    if (chains.some((chain) => chain.includes(arrow.id) || get(chain.at(-1) as string)?.typeName !== 'page')) return;
    const common = chains[0]?.find((id) => chains[1]?.includes(id));
    const wanted = second === undefined ? (first.parentId === arrow.parentId ? arrow.parentId : undefined) : common;
    const home = (wanted ?? pageOf(get, arrow.id)) as string;
    const parentId = get(home)?.typeName === 'page' || !isLocked(get, home) ? home : pageOf(get, arrow.id);
    if (parentId === undefined || parentId === arrow.parentId) return;
    const beside = ends
      .flatMap((end) => [end.id, ...ancestorsOf(get, end.id)])
      .map(get)
      .filter((shape) => shape?.typeName === 'shape' && shape.parentId === parentId)
      .reduce((top, shape) => (top === undefined || String(shape?.index) > String(top.index) ? shape : top), undefined);
    this.#moveTo(arrow, parentId, beside && indexRightAbove(this.#ledger, beside));
  }
}

const terminalOf = (binding: AnyRecord): unknown => (binding.props as { terminal?: unknown }).terminal;
