import type { Computed, Editor, TLShapeId, TLShapePartial } from 'tldraw';
import type { CardShape, MirrorShape } from '../../../shared/board/card-shapes.ts';
import { isEqualJson } from '../../../shared/board/equal.ts';
import { behaviours } from '../../../shared/method/behaviours/behaviours.ts';
import type { PlacedScene } from '../../../shared/method/behaviours/scene.ts';
import { readScenes, type Scenes, sceneKey } from '../../../shared/method/behaviours/scenes.ts';
import type { BoardView, CardView, MirrorView } from '../../../shared/method/board-view.ts';
import type { FieldName, Fields } from '../../../shared/method/cards/fields.ts';
import type { Template } from '../../../shared/method/template.ts';
import { isPrivate } from '../../canvas/private-shapes.ts';
import { arrange, hasPrivate } from './arranging.ts';
import type { FieldChanges } from './card-actions.ts';
import { dropEmptyPages } from './empty-pages.ts';
import { spotKey } from './spots.ts';

/**
 * One action while it happens: what it has changed so far, and what has to be arranged because of it.
 *
 * Invariants: only what this person did is followed up; only what differs is written; locked shapes stay as they are;
 * nothing that only this person sees changes anything that others see.
 */
export class Draft {
  readonly editor: Editor;
  readonly template: Template;
  readonly #view: Computed<BoardView>;
  readonly #before: Scenes;
  readonly #spots: ReadonlyMap<string, string>;
  readonly #wasPrivate: ReadonlySet<string>;
  readonly #moved = new Set<string>();
  readonly #entered = new Set<string>();
  readonly #relinked = new Set<string>();
  readonly #changed = new Map<string, Set<string>>();
  readonly #asked = new Set<string>();

  constructor(editor: Editor, template: Template, view: Computed<BoardView>) {
    this.editor = editor;
    this.template = template;
    this.#view = view;
    const before = view.get();
    this.#before = readScenes(before, template);
    const shapes = [...before.cards.values(), ...before.mirrors].map(({ shape }) => shape);
    this.#wasPrivate = new Set([...shapes, ...before.relations].filter(isPrivate).map(({ id }) => id));
    this.#spots = new Map([...before.cards.values(), ...before.mirrors].map((spot) => [spot.shape.id, spotKey(spot)]));
  }

  get view(): BoardView {
    return this.#view.get();
  }

  /** As they are by now. */
  scenes(): Scenes {
    return readScenes(this.view, this.template);
  }

  /** Others make room for a card or mirror where it is now, and close up where it was. */
  move(itemId: string): void {
    this.#moved.add(itemId);
    this.enter(itemId);
  }

  /** It stands where it is to stand; what only invited to write gives way to it. */
  enter(itemId: string): void {
    this.#entered.add(itemId);
  }

  /** Whether nobody but this person sees a shape, or saw it before it went. */
  isPrivate(id: string): boolean {
    const shape = this.editor.getShape(id as TLShapeId);
    return shape === undefined ? this.#wasPrivate.has(id) : isPrivate(shape);
  }

  /** Whether a place may say something about a card: a second place of it that others do not see says nothing. */
  speaksFor(itemId: string, cardId: string): boolean {
    return this.isPrivate(cardId) || !this.isPrivate(itemId);
  }

  /** Edges of cards are others than before. */
  relink(edgeId: string, cardIds: readonly string[]): void {
    if (!this.isPrivate(edgeId)) for (const id of cardIds) this.#relinked.add(id);
  }

  /** Arranges a scene, whether or not anything in it has changed. */
  ask(key: string): void {
    this.#asked.add(key);
  }

  /** @returns the names of the fields that are others now. */
  setFields(cardId: string, changes: FieldChanges): readonly FieldName[] {
    const shape = this.card(cardId);
    if (shape === undefined) return [];
    const { fields } = shape.props;
    const next: Record<string, Fields[string]> = { ...fields };
    const names: FieldName[] = [];
    for (const [name, value] of Object.entries(changes) as [FieldName, Fields[string] | null | undefined][]) {
      if (value === undefined || isEqualJson(fields[name] ?? null, value)) continue;
      names.push(name);
      if (value === null) delete next[name];
      else next[name] = value;
    }
    if (names.length === 0) return [];
    this.update({ id: shape.id, type: 'card', props: { fields: next } });
    const known = this.#changed.get(cardId) ?? new Set<string>();
    for (const name of names) known.add(name);
    this.#changed.set(cardId, known);
    return names;
  }

  /** A card that may be changed. */
  card(id: string): CardShape | undefined {
    const shape = this.editor.getShape(id as TLShapeId) as CardShape | undefined;
    return shape?.type === 'card' && !this.editor.isShapeOrAncestorLocked(shape.id) ? shape : undefined;
  }

  /** A card, or a mirror with the card that it shows. */
  item(id: string): { readonly card: CardView; readonly spot: CardView | MirrorView } | undefined {
    const card = this.view.cards.get(id);
    if (card !== undefined) return { card, spot: card };
    const mirror = this.view.mirrors.find(({ shape }) => shape.id === id);
    return mirror && { card: mirror.card, spot: mirror };
  }

  update(...partials: TLShapePartial<CardShape | MirrorShape>[]): void {
    this.editor.updateShapes(partials as TLShapePartial[]);
  }

  /** To be called last. */
  finish(): void {
    this.#dropGhosts(this.#entered);
    const keys = this.#concerned();
    this.#arrange(keys);
    // What was linked may stand in another lane by now, where it is the first card as well.
    if (this.#dropGhosts(this.#hasCome())) this.#arrange(keys);
    // On a page that looks empty something may stand that only others see.
    dropEmptyPages(this, (scene) => keys.has(sceneKey(scene)) && !hasPrivate(this, scene));
  }

  /** Scenes in which something has changed by which things stand there. */
  #concerned(): ReadonlySet<string> {
    const scenes = this.scenes();
    const keys = new Set(this.#asked);
    for (const id of this.#moved) {
      // Nothing closes up behind what others did not see there.
      const where = this.isPrivate(id) ? [scenes.of(id)] : [this.#before.of(id), scenes.of(id)];
      for (const scene of where) if (scene !== undefined) keys.add(sceneKey(scene));
    }
    for (const scene of scenes.all)
      if (scene.items.some(({ cardId }) => this.#decides(scene, cardId))) keys.add(sceneKey(scene));
    return keys;
  }

  #arrange(keys: ReadonlySet<string>): void {
    for (const scene of this.scenes().all) if (keys.has(sceneKey(scene))) arrange(this, scene, this.#moved);
  }

  /** Cards and mirrors that are in another zone than before. */
  #hasCome(): ReadonlySet<string> {
    const { cards, mirrors } = this.view;
    const isElsewhere = (spot: CardView | MirrorView) => {
      const before = this.#spots.get(spot.shape.id);
      return before !== undefined && before !== spotKey(spot);
    };
    return new Set([...cards.values(), ...mirrors].filter(isElsewhere).map(({ shape }) => shape.id));
  }

  /** Whether something of a card has changed by which a layout places it. */
  #decides({ layout }: PlacedScene, cardId: string): boolean {
    const hangs = layout === 'tree' || layout === 'minitree';
    const names = this.#changed.get(cardId);
    return (
      (hangs && this.#relinked.has(cardId)) ||
      (names !== undefined && (behaviours[layout]?.reads.some((name) => names.has(name)) ?? false))
    );
  }

  /** Where the first card comes, what only invited to write one has done its work. @returns whether anything went */
  #dropGhosts(entered: ReadonlySet<string>): boolean {
    const filled = new Set<string>();
    for (const id of entered) {
      const item = this.item(id);
      if (item !== undefined && !item.card.isGhost && !this.isPrivate(id)) filled.add(spotKey(item.spot));
    }
    filled.delete('');
    if (filled.size === 0) return false;
    const writing = this.writtenIn();
    const ghosts = [...this.view.cards.values()].filter(
      (card) => card.isGhost && filled.has(spotKey(card)) && !writing.has(card.id),
    );
    this.editor.deleteShapes(ghosts.map(({ id }) => id));
    return ghosts.length > 0;
  }

  /** Shapes that others are writing in: they count as selected by whoever writes there. */
  writtenIn(): ReadonlySet<string> {
    return new Set(this.editor.getCollaboratorsOnCurrentPage().flatMap(({ selectedShapeIds }) => selectedShapeIds));
  }
}
