import * as Y from 'yjs';
import type { Bytes } from './bytes.ts';
import type { Effort } from './effort.ts';
import type { Lists } from './lists.ts';
import type { Container, HeldDocument } from './places.ts';
import { refuse } from './refusal.ts';
import type { GuardLimits } from './structs.ts';
import type { Walk } from './walk.ts';

/** An update whose structs have been walked. */
export interface Walked {
  readonly held: HeldDocument;
  readonly lists: Lists;
  readonly walk: Walk;
  readonly effort: Effort;
}

/**
 * Second half of an update: ranges of deleted elements, each client once, in ascending order.
 * @returns whether something is deleted that was not.
 */
export function readDeletes(bytes: Bytes, walked: Walked, limits: GuardLimits): boolean {
  const { held, lists, walk } = walked;
  const tidying = new Tidying(walked);
  let isNews = false;
  let left = limits.deleteRangesMax;
  const seen = new Set<number>();
  for (let clients = bytes.count(2); clients > 0; clients--) {
    const client = bytes.clientId();
    if (seen.has(client)) refuse('delete-set');
    seen.add(client);
    const ranges = bytes.count(2);
    left -= ranges;
    if (left < 0) refuse('too-many-deletes');
    let before = 0;
    for (let n = 0; n < ranges; n++) {
      const clock = bytes.uint();
      const end = clock + bytes.uint();
      if (clock < before || end <= clock) refuse('delete-set');
      if (end > walk.state(client)) refuse('delete-beyond-state');
      before = end;
      const parted = (from: number, to: number) => {
        if (from < clock) lists.partAt(client, clock);
        if (to > end) lists.partAt(client, end);
      };
      for (const item of held.standing(client, clock, end)) {
        isNews = true;
        parted(item.id.clock, item.id.clock + item.length);
        tidying.delete(item);
      }
      if (end > held.state(client)) isNews = true;
      for (const struct of walk.standing(client, clock, end)) {
        parted(struct.clock, struct.end);
        tidying.deletesNew = true;
      }
    }
  }
  for (const item of lists.overwritten) if (!item.deleted) tidying.delete(item);
  tidying.spend();
  return isNews;
}

/**
 * Around each deleted item of a text with marks Yjs looks for marks that mean nothing any more, over all that is deleted
 * beside it: as often as there are items, times as many as there are.
 */
class Tidying {
  readonly #walked: Walked;
  readonly #seen = new Set<Y.Item>();
  readonly #deleted = new Map<Container, number>();
  deletesNew = false;

  constructor(walked: Walked) {
    this.#walked = walked;
  }

  /** With everything in it. */
  delete(first: Y.Item): void {
    const stack = [first];
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      if (this.#seen.has(item)) continue;
      this.#seen.add(item);
      const { parent, content } = item;
      if (parent instanceof Y.XmlText) this.#count(this.#walked.held.containerOf(parent));
      if (!(content instanceof Y.ContentType)) continue;
      const { _start, _map } = content.type;
      for (let child = _start; child !== null; child = child.right) if (!child.deleted) stack.push(child);
      for (const child of _map.values()) if (!child.deleted) stack.push(child);
    }
  }

  /** What that comes to. */
  spend(): void {
    const { held, walk, effort } = this.#walked;
    for (const text of new Set([...this.#deleted.keys(), ...walk.texts.keys()])) {
      const { items, isMarked } = walk.texts.get(text) ?? { items: 0, isMarked: false };
      if (!isMarked && !held.hasMarks(text)) continue;
      const deleted = (this.#deleted.get(text) ?? 0) + (this.deletesNew ? items : 0);
      if (deleted === 0) continue;
      effort.spend('tidy', deleted * items);
      for (let item = held.firstIn(text); item !== null; item = item.right) effort.spend('tidy', deleted);
    }
  }

  #count(text: Container): void {
    this.#deleted.set(text, (this.#deleted.get(text) ?? 0) + 1);
  }
}
