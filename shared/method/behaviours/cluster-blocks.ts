import { clusterOf } from '../cards/cluster.ts';
import type { Box, Paper } from '../template.ts';
import { gap, overlaps } from './arrange.ts';
import type { Item } from './behaviour.ts';
import { panelLook } from './clusters.ts';
import { groupBy } from './group.ts';

/** Between two panels, in board units. */
const blockGap = 8;

/** Cards that stand together: those of a cluster below its name, or all that are in none. */
interface Block {
  readonly name: string | null;
  readonly cards: readonly Item[];
}

export interface LaidCard {
  readonly id: string;
  readonly box: Box;
}

export interface Laid {
  readonly cards: readonly LaidCard[];
  /** Ids that there is no room for, in order. */
  readonly rest: readonly string[];
}

/** What blocks are laid into. */
export interface Ground {
  readonly body: Box;
  readonly paper: Paper;
  /** Where no card and no name may come. */
  readonly standing: readonly Box[];
}

/** In the order of their first cards; what is in no cluster comes last. @param cards in reading order */
function blocksOf(cards: readonly Item[]): readonly Block[] {
  const byName = groupBy(cards, ({ fields }) => clusterOf(fields));
  const blocks = [...byName].map(([name, members]): Block => ({ name, cards: members }));
  return [...blocks.filter(({ name }) => name !== null), ...blocks.filter(({ name }) => name === null)];
}

/**
 * Lays cards by their clusters: each cluster is a block of about as many columns as rows under a line for its name; blocks
 * fill shelves from the left. All cards have one size, as wide as the fullest shelf lets them be.
 * @param cards in reading order @param size the least that a card may have
 * @param stretch how much wider it may become where more than one stand side by side
 */
export function layBlocks(
  ground: Ground,
  cards: readonly Item[],
  size: { readonly w: number; readonly h: number },
  stretch: number,
): Laid {
  const blocks = blocksOf(cards);
  const narrow = new Shelves(ground, size).lay(blocks);
  const isAlone = 2 * size.w + gap > ground.body.w - 2 * panelLook[ground.paper].pad;
  for (const widest of [narrow.widest, narrow.widestOfAll]) {
    const w = Math.floor(isAlone ? widest : Math.min(widest, size.w * stretch));
    if (w <= size.w || !Number.isFinite(widest)) continue;
    const wide = new Shelves(ground, { ...size, w }).lay(blocks);
    if (wide.rest.length <= narrow.rest.length) return wide;
  }
  return narrow;
}

/** Where the next block goes, and what it has to leave alone. */
class Shelves {
  readonly #ground: Ground;
  readonly #w: number;
  readonly #h: number;
  readonly #head: number;
  readonly #pad: number;
  readonly #cards: LaidCard[] = [];
  #top: number;
  #x: number;
  #bottom: number;
  /** Cards side by side on this shelf, and what is between and around them, in board units. */
  #columns = 0;
  #between = 0;
  /** How wide a card may be so that every shelf still holds what it holds: those with names, and that of the others too. */
  #widest = Number.POSITIVE_INFINITY;
  #widestOfAll = Number.POSITIVE_INFINITY;

  constructor(ground: Ground, { w, h }: { readonly w: number; readonly h: number }) {
    this.#ground = ground;
    this.#w = w;
    this.#h = h;
    const { head, pad } = panelLook[ground.paper];
    this.#head = head;
    this.#pad = pad;
    this.#top = ground.body.y;
    this.#x = ground.body.x;
    this.#bottom = ground.body.y;
  }

  lay(blocks: readonly Block[]): Laid & { readonly widest: number; readonly widestOfAll: number } {
    const rest: string[] = [];
    for (const { name, cards } of blocks) {
      const left = rest.length > 0 ? cards : name === null ? this.#layLoose(cards) : this.#layCluster(cards);
      rest.push(...left.map(({ id }) => id));
    }
    return { cards: this.#cards, rest, widest: this.#widest, widestOfAll: this.#widestOfAll };
  }

  get #right(): number {
    return this.#ground.body.x + this.#ground.body.w;
  }

  get #foot(): number {
    return this.#ground.body.y + this.#ground.body.h;
  }

  #isFree(box: Box): boolean {
    return !this.#ground.standing.some((other) => overlaps(box, other));
  }

  /** How many cards stand side by side in so much room. */
  #columnsIn(w: number): number {
    return Math.floor((w + gap + 1e-6) / (this.#w + gap));
  }

  #span(columns: number): number {
    return columns * this.#w + (columns - 1) * gap;
  }

  /** @returns the cards that there is no room for. */
  #layCluster(cards: readonly Item[]): readonly Item[] {
    const { body } = this.#ground;
    const room = body.h - this.#head - this.#pad;
    const rows = Math.max(1, Math.floor((room + gap) / (this.#h + gap)));
    const most = Math.max(1, this.#columnsIn(body.w - 2 * this.#pad));
    const columns = Math.min(most, Math.max(Math.ceil(Math.sqrt(cards.length)), Math.ceil(cards.length / rows)));
    const width = this.#span(columns) + 2 * this.#pad;
    while (this.#top + this.#head + this.#h + this.#pad <= this.#foot + 1e-6) {
      if (this.#x + width > this.#right + 1e-6 && this.#x > body.x) {
        this.#newShelf();
        continue;
      }
      const blocked = this.#blockedAt(width, columns);
      if (blocked === null) return this.#fill(cards, columns, this.#x + this.#pad, this.#top + this.#head, this.#pad);
      if (blocked.x + blocked.w + blockGap + width <= this.#right) this.#x = blocked.x + blocked.w + blockGap;
      else this.#newShelf(blocked.y + blocked.h);
    }
    return cards;
  }

  /** What stands fast where a name would come, or in the way of the whole first row. */
  #blockedAt(width: number, columns: number): Box | null {
    const strip = { x: this.#x, y: this.#top, w: width, h: this.#head };
    const { standing } = this.#ground;
    const onName = standing.find((box) => overlaps(box, strip));
    if (onName !== undefined) return onName;
    const first = this.#row(columns, this.#x + this.#pad, this.#top + this.#head);
    return first.some((box) => this.#isFree(box))
      ? null
      : (standing.find((box) => first.some((cell) => overlaps(cell, box))) ?? null);
  }

  #row(columns: number, x: number, y: number): readonly Box[] {
    return Array.from({ length: columns }, (_, index) => ({
      x: x + index * (this.#w + gap),
      y,
      w: this.#w,
      h: this.#h,
    }));
  }

  /** Row by row to the foot. @param below what the block has under its cards */
  #fill(cards: readonly Item[], columns: number, x: number, y: number, below: number): readonly Item[] {
    let placed = 0;
    for (let top = y; placed < cards.length && top + this.#h + below <= this.#foot + 1e-6; top += this.#h + gap) {
      for (const box of this.#row(columns, x, top)) {
        const card = cards[placed];
        if (card === undefined || !this.#isFree(box)) continue;
        this.#cards.push({ id: card.id, box });
        this.#bottom = Math.max(this.#bottom, top + this.#h + below);
        placed++;
      }
    }
    this.#note(columns, x, below, below > 0);
    return cards.slice(placed);
  }

  /** What a block says about how wide cards may be. */
  #note(columns: number, x: number, pad: number, isNamed: boolean): void {
    const end = x + this.#span(columns) + pad;
    this.#columns += columns;
    this.#between = end - this.#ground.body.x - this.#columns * this.#w;
    const widest = (this.#ground.body.w - this.#between) / this.#columns;
    this.#widestOfAll = Math.min(this.#widestOfAll, widest);
    if (isNamed) this.#widest = Math.min(this.#widest, widest);
    this.#x = end + blockGap;
  }

  /** @param under what the shelf has to come under, beside what stands on the one before */
  #newShelf(under = 0): void {
    this.#top = Math.max(this.#top, this.#bottom, under) + blockGap;
    this.#x = this.#ground.body.x;
    this.#columns = 0;
    this.#between = 0;
  }

  /** Beside the last cluster where its shelf holds all of them, else below. */
  #layLoose(cards: readonly Item[]): readonly Item[] {
    const { body } = this.#ground;
    if (this.#x > body.x) {
      const columns = this.#columnsIn(this.#right - this.#x);
      const y = this.#top + this.#head;
      const rows = columns === 0 ? 0 : Math.ceil(cards.length / columns);
      const isBeside = rows > 0 && y + rows * (this.#h + gap) - gap <= this.#bottom + 1e-6;
      const below = this.#bottom + blockGap;
      const rowsBelow = Math.ceil(cards.length / Math.max(1, this.#columnsIn(body.w)));
      const fitsBelow = below + rowsBelow * (this.#h + gap) - gap <= this.#foot + 1e-6;
      const fitsBeside = rows > 0 && y + rows * (this.#h + gap) - gap <= this.#foot + 1e-6;
      if (isBeside || (fitsBeside && !fitsBelow)) return this.#fill(cards, columns, this.#x, y, 0);
      this.#newShelf();
    }
    return this.#fill(cards, Math.max(1, this.#columnsIn(body.w)), body.x, this.#top, 0);
  }
}
