import type { CardShape, MirrorShape } from '../../board/card-shapes.ts';
import { createGeometry, type Place, type Records } from '../../board/containment.ts';
import { type Diff, emptyDiff } from '../../board/diff.ts';
import type { AnyRecord } from '../../board/groups.ts';
import { type BoardView, type CardView, type MirrorView, viewBoard } from '../board-view.ts';
import type { Box, Template, Zone } from '../template.ts';
import { centreX, centreY, compareOrder, gap, overlaps } from './arrange.ts';
import { changeInto, missingOfPage } from './placing.ts';
import { type Move, type PlacedScene, type Plan, planScene, scenesOf } from './scene.ts';
import { type Sheet, spreadLoose } from './spread-loose.ts';

/**
 * Gives places to cards and mirrors that have come to a board all at once, from people who did not see each other's: as
 * the canvas of somebody does who puts them there. What no layout places is moved apart so far that each can be seen.
 *
 * Only scenes in which one of them stands are arranged. Whatever is locked, pinned or in a group stays; cards keep their
 * ids, words and fields. Pure and deterministic; on a board that is arranged like this, it changes nothing.
 * @param ids of shapes that have come; what is neither a card nor a mirror is left alone
 * @returns what changes, with the records as they were
 */
export function arrangeArrivals(records: Records, template: Template, ids: ReadonlySet<string>): Diff {
  const arrivals = new Arrivals(records, template, ids);
  arrivals.dropGhosts(ids);
  let placed: ReadonlySet<string> = new Set();
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = arrivals.zones();
    const arranged = arrivals.arrange();
    placed = arranged.placed;
    // What is linked may stand in another lane by now, where it is the first card as well.
    const hasDropped = arrivals.dropGhosts(arrivals.movedSince(before));
    if (!arranged.hasChanged && !hasDropped) break;
  }
  arrivals.spread(placed);
  return arrivals.diff();
}

/**
 * The same for a card that has come to a free place: nothing has to make room, but what only invited to write one goes.
 * @returns what changes, with the records as they were
 */
export function welcomeArrival(records: Records, template: Template, id: string): Diff {
  const arrivals = new Arrivals(records, template, new Set([id]));
  arrivals.dropGhosts(new Set([id]));
  return arrivals.diff();
}

/** A place may say something about the next arrangement, as that of a card without scores in a matrix does. */
const mostPasses = 6;

const zonesOf = ({ cards, mirrors }: BoardView): ReadonlyMap<string, Zone | null> =>
  new Map([...cards.values(), ...mirrors].map(({ shape, zone }) => [shape.id, zone]));

/** How many are moved apart: each is held against all others. */
const looseMax = 80;

/**
 * Rings take time that grows with the square of what stands in them: 0.2 s for 12, 8 s for 30. Whoever waits for the board
 * waits for that too, so what comes to fuller ones only comes out from under each other.
 */
const ringsMax = 14;
const isTooLong = ({ layout, items }: PlacedScene): boolean => layout === 'rings' && items.length > ringsMax;

const isOnPage = (shape: { readonly parentId: string }): boolean => shape.parentId.startsWith('page:');

class Arrivals {
  readonly #before: Records;
  readonly #template: Template;
  readonly #ids: ReadonlySet<string>;
  readonly #now: Map<string, AnyRecord>;
  readonly #maps = new Map<string, Plan>();
  #seen: BoardView | null = null;

  constructor(records: Records, template: Template, ids: ReadonlySet<string>) {
    this.#before = records;
    this.#template = template;
    this.#ids = ids;
    this.#now = new Map(records as unknown as ReadonlyMap<string, AnyRecord>);
  }

  zones(): ReadonlyMap<string, Zone | null> {
    return zonesOf(this.#view());
  }

  /** Those that were there before, in another zone. */
  movedSince(before: ReadonlyMap<string, Zone | null>): ReadonlySet<string> {
    const now = [...this.zones()];
    return new Set(now.flatMap(([id, zone]) => (before.has(id) && before.get(id) !== zone ? [id] : [])));
  }

  /** Where the first card comes, what only invited to write one has done its work. @returns whether anything went */
  dropGhosts(entered: ReadonlySet<string>): boolean {
    const { cards, mirrors } = this.#view();
    const come = [...cards.values(), ...mirrors].filter(({ shape }) => entered.has(shape.id));
    const filled = new Set(come.flatMap((spot) => (spot.zone === null || cardOf(spot).isGhost ? [] : [spot.zone])));
    const ghosts = [...cards.values()].filter(({ isGhost, zone }) => isGhost && zone !== null && filled.has(zone));
    return this.#remove(ghosts);
  }

  /** Every scene once. @returns what has a place in one of them, and whether anything is other than before. */
  arrange(): { readonly placed: ReadonlySet<string>; readonly hasChanged: boolean } {
    const placed = new Set<string>();
    let hasChanged = false;
    for (const scene of scenesOf(this.#view(), this.#template)) {
      if (!scene.items.some(({ id }) => this.#ids.has(id)) || isTooLong(scene)) continue;
      const { plan, without } = this.#plan(scene);
      if (this.#carryOut(scene, plan)) hasChanged = true;
      if (this.#park(scene, without)) hasChanged = true;
      for (const { id } of [...plan.moves, ...without]) placed.add(id);
    }
    return { placed, hasChanged };
  }

  /** Cards that no layout has given a place come out from under each other. */
  spread(placed: ReadonlySet<string>): void {
    const sheets = this.#sheets();
    const isLoose = ({ id }: Sheet) => this.#ids.has(id) && !placed.has(id) && this.#mayMove(id);
    const loose = sheets.filter(isLoose).slice(0, looseMax);
    if (loose.length === 0) return;
    const standing = sheets.filter((sheet) => !loose.includes(sheet));
    const moved = spreadLoose(loose, standing, this.#places());
    for (const sheet of sheets) {
      const box = moved.get(sheet.id);
      const shape = this.#now.get(sheet.id) as unknown as CardShape | undefined;
      if (box === undefined || shape === undefined) continue;
      this.#put(shape.id, { x: shape.x + box.x - sheet.box.x, y: shape.y + box.y - sheet.box.y });
    }
  }

  diff(): Diff {
    const diff = emptyDiff();
    const before = this.#before as unknown as ReadonlyMap<string, AnyRecord>;
    for (const [id, record] of this.#now) {
      const was = before.get(id);
      if (was === undefined) diff.added[id] = record;
      else if (was !== record) diff.updated[id] = [was, record];
    }
    for (const [id, record] of before) if (!this.#now.has(id)) diff.removed[id] = record;
    return diff;
  }

  /**
   * More than all pages hold has no place in a plan. Then the last to come stay out, and those that stood there stay.
   */
  #plan(placed: PlacedScene): { readonly plan: Plan; readonly without: readonly PlacedScene['items'][number][] } {
    const items = placed.items.map((item) => (this.#isOnPage(item.id) ? item : { ...item, pinned: true }));
    const scene = { ...placed, items };
    const plan = this.#planOnce(scene);
    const shown = new Set(plan.moves.map(({ id }) => id));
    const left = items.filter(({ id, pinned, isGhost }) => !pinned && !isGhost && !shown.has(id));
    if (left.length === 0 || shown.size === 0) return { plan, without: [] };
    const come = items.filter(({ id, pinned, isGhost }) => this.#ids.has(id) && !pinned && !isGhost).sort(compareOrder);
    const without = come.slice(-left.length);
    return { plan: this.#planOnce({ ...scene, items: items.filter((item) => !without.includes(item)) }), without };
  }

  /** A crowded map takes seconds to plan, and where its cards stand says nothing to it but for those that stay. */
  #planOnce(scene: PlacedScene): Plan {
    if (scene.layout !== 'rings') return planScene(scene, 'pinned');
    const key = JSON.stringify(scene.items.map(({ box, ...item }) => [item, item.pinned || item.isGhost ? box : null]));
    const plan = this.#maps.get(key) ?? planScene(scene, 'pinned');
    this.#maps.set(key, plan);
    return plan;
  }

  #carryOut({ frame }: PlacedScene, { moves, pages, covered }: Plan): boolean {
    const missing = pages.flatMap((page) => missingOfPage(this.#get, this.#template, frame, page));
    for (const record of missing) this.#set(record);
    const { cards } = this.#view();
    const hasDropped = this.#remove(covered.flatMap((id) => cards.get(id) ?? []));
    const changes = moves.filter((move) => this.#place(move));
    return missing.length > 0 || hasDropped || changes.length > 0;
  }

  #place(move: Move): boolean {
    const shape = this.#now.get(move.id) as unknown as CardShape | MirrorShape;
    const change = this.#mayMove(move.id) ? changeInto(shape, move) : null;
    if (change === null) return false;
    this.#put(move.id, { ...change, props: { ...shape.props, ...change.props } });
    return true;
  }

  /** In rows above the frame, where nothing else stands. */
  #park({ pages: [first] }: PlacedScene, items: PlacedScene['items']): boolean {
    if (first === undefined || items.length === 0) return false;
    const [w, h] = [Math.max(...items.map(({ box }) => box.w)), Math.max(...items.map(({ box }) => box.h))];
    const columns = Math.max(1, Math.floor((first.shape.props.w + gap) / (w + gap)));
    const taken = this.#sheets().flatMap(({ id, box }) => (items.some((item) => item.id === id) ? [] : [box]));
    let next = 0;
    for (const { id } of items) {
      let box: Box;
      do {
        const [column, row] = [next % columns, Math.floor(next / columns) + 1];
        box = { x: first.shape.x + column * (w + gap), y: first.shape.y - row * (h + gap) - gap, w, h };
        next++;
      } while (taken.some((other) => overlaps(other, box)));
      this.#put(id, { x: box.x, y: box.y, rotation: 0 });
    }
    return true;
  }

  /** Locked ones stay. What people have joined with one of them hangs on the first card that has come there instead. */
  #remove(ghosts: readonly CardView[]): boolean {
    const gone = ghosts.filter(({ shape }) => !shape.isLocked && isOnPage(shape));
    const { cards, mirrors, relations } = this.#view();
    const ids = new Set<string>(gone.map(({ id }) => id));
    const heirs = new Map(gone.map((ghost) => [ghost.id as string, this.#heirOf(ghost, cards)]));
    for (const { id } of gone) this.#delete(id);
    for (const { shape, card } of mirrors) if (ids.has(card.id)) this.#delete(shape.id);
    for (const { id, props, meta } of relations) {
      if (!ids.has(props.from) && !ids.has(props.to)) continue;
      const [from, to] = [props.from, props.to].map((end) => (ids.has(end) ? heirs.get(end) : cards.get(end)));
      const isOfPeople = typeof meta.template !== 'string';
      const isThere = relations.some(
        (other) => other.props.kind === props.kind && other.props.from === from?.id && other.props.to === to?.id,
      );
      if (isOfPeople && from && to && from !== to && !isThere)
        this.#put(id, { props: { ...props, from: from.id, to: to.id } });
      else this.#delete(id);
    }
    return gone.length > 0;
  }

  #heirOf(ghost: CardView, cards: BoardView['cards']): CardView | undefined {
    const come = [...cards.values()].filter(
      ({ id, zone, kind, isGhost }) => this.#ids.has(id) && zone === ghost.zone && kind === ghost.kind && !isGhost,
    );
    return come.sort((a, b) => (`${a.shape.index} ${a.id}` < `${b.shape.index} ${b.id}` ? -1 : 1))[0];
  }

  /** All that lies on the board, but for what only invites to write. */
  #sheets(): readonly Sheet[] {
    const { cards, mirrors } = this.#view();
    return [...cards.values(), ...mirrors].flatMap((spot): Sheet[] => {
      const { centre, shape } = spot;
      const { w, h } = shape.props;
      if (cardOf(spot).isGhost) return [];
      const box = { x: centre.x - w / 2, y: centre.y - h / 2, w, h };
      return [{ id: shape.id, index: shape.index, parentId: shape.parentId, box }];
    });
  }

  /** Whether a card still means the same in a place: it is in the same zone, or in none as before. */
  #places(): (sheet: Sheet, box: Box) => boolean {
    const { placeOf, centreOf } = createGeometry(this.#records());
    const shapeOf = ({ id }: Sheet) => this.#now.get(id) as unknown as CardShape;
    const homes = new Map<string, Place>();
    return (sheet, box) => {
      const { x, y } = shapeOf(sheet);
      const home = homes.get(sheet.id) ?? placeOf(shapeOf(sheet));
      homes.set(sheet.id, home);
      if (home.zone !== null) {
        const middle = centreOf(home.zone);
        const { w, h } = home.zone.props;
        if (Math.hypot(centreX(box) - middle.x, centreY(box) - middle.y) > Math.hypot(w, h) / 2) return false;
      }
      const there = placeOf({ ...shapeOf(sheet), x: x + box.x - sheet.box.x, y: y + box.y - sheet.box.y });
      return there.frame === home.frame && there.zone === home.zone;
    };
  }

  #mayMove(id: string): boolean {
    const { isLocked, props } = this.#now.get(id) as unknown as CardShape | MirrorShape;
    return !isLocked && !props.pinned && this.#isOnPage(id);
  }

  #isOnPage(id: string): boolean {
    return isOnPage(this.#now.get(id) as unknown as CardShape | MirrorShape);
  }

  #put(id: string, change: object): void {
    this.#set({ ...this.#now.get(id), ...change } as AnyRecord);
  }

  #set(record: AnyRecord): void {
    this.#now.set(record.id, record);
    this.#seen = null;
  }

  #delete(id: string): void {
    this.#now.delete(id);
    this.#seen = null;
  }

  readonly #get = (id: string): AnyRecord | undefined => this.#now.get(id);

  #records(): Records {
    return this.#now as unknown as Records;
  }

  #view(): BoardView {
    this.#seen ??= viewBoard(this.#records(), this.#template);
    return this.#seen;
  }
}

const cardOf = (spot: CardView | MirrorView): CardView => ('card' in spot ? spot.card : spot);
