import { createShapeId, type TLRichText, type TLShapeId, type TLShapePartial } from 'tldraw';
import type { CardShape, MirrorShape } from '../../../shared/board/card-shapes.ts';
import type { NewPlace } from '../../../shared/method/behaviours/behaviour.ts';
import { kindAt, looseBox, nextOnPage, readSite, type Site } from '../../../shared/method/behaviours/sites.ts';
import type { Fields, FieldValue } from '../../../shared/method/cards/fields.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { writesPrivately } from '../../canvas/private-shapes.ts';
import { place } from './arranging.ts';
import type { NewCard } from './card-actions.ts';
import type { Draft } from './draft.ts';
import { hang } from './edges.ts';
import { seenWith } from './seen.ts';
import { siteOf } from './sites.ts';

interface CardWords {
  readonly kind: CardKind | undefined;
  readonly richText: TLRichText;
  readonly fields: Fields;
}

/** A new card at a place, which has its say about it. @returns undefined where the zone is not on the board. */
export function makeCard(draft: Draft, at: NewCard['at'], words: CardWords): TLShapeId | undefined {
  const site = siteOf(draft, at);
  if (site === undefined) return undefined;
  const id = createShapeId();
  const kind = words.kind ?? kindAt(site.spot);
  const said = readSite(asSeen(draft, site), { id, cardId: id, kind, fields: words.fields });
  const fields = withChanges(words.fields, said.fields ?? {});
  const card = cardOf(draft, id, { ...words, kind, fields }, enterSite(draft, site, id, fields));
  draft.editor.createShapes([card as TLShapePartial]);
  hang(draft, id, said.parent, cardsIn(site));
  return id;
}

const cardOf = (
  draft: Draft,
  id: TLShapeId,
  { kind, richText, fields }: CardWords & { readonly kind: CardKind },
  { box: { x, y, w, h }, face, textSize }: NewPlace,
): TLShapePartial<CardShape> => ({
  ...{ id, type: 'card', parentId: draft.editor.getCurrentPageId(), x, y },
  props: { w, h, face, textSize, pinned: false, kind, fields, placeholder: '', richText },
});

/** Between cards that no layout arranges, in board units, and how many stand in a row. */
const spread = { gap: 20, columns: 8 } as const;

/** Many cards at one place. They are laid there together: what a zone means is asked for each, its layout once. */
export function makeCards(draft: Draft, at: NewCard['at'], all: readonly CardWords[]): readonly TLShapeId[] {
  const site = siteOf(draft, at);
  if (site === undefined) return [];
  const { box, ...look } = looseBox(site);
  const made = all.map((words, index) => {
    const id = createShapeId();
    const kind = words.kind ?? kindAt(site.spot);
    const said = readSite(asSeen(draft, site), { id, cardId: id, kind, fields: words.fields });
    const fields = withChanges(words.fields, said.fields ?? {});
    const [column, row] =
      site.scene === undefined ? [index % spread.columns, Math.floor(index / spread.columns)] : [0, 0];
    const at = { x: box.x + column * (box.w + spread.gap), y: box.y + row * (box.h + spread.gap) };
    const card = cardOf(draft, id, { ...words, kind, fields }, { ...look, box: { ...box, ...at } });
    return { card, parent: said.parent };
  });
  draft.editor.createShapes(made.map(({ card }) => card as TLShapePartial));
  for (const { card, parent } of made) {
    draft.move(card.id);
    hang(draft, card.id, parent, cardsIn(site));
  }
  return made.map(({ card }) => card.id);
}

/**
 * A card's second place. Where it stands already, nothing is made.
 * @returns undefined where there is no such card or zone.
 */
export function makeMirror(draft: Draft, cardId: string, at: NewCard['at']): TLShapeId | undefined {
  const [site, card] = [siteOf(draft, at), draft.view.cards.get(cardId)];
  if (site === undefined || card === undefined) return undefined;
  if (site.spot.zone !== null) {
    if (card.zone === site.spot.zone) return card.id;
    const there = draft.view.mirrors.find((mirror) => mirror.card.id === cardId && mirror.zone === site.spot.zone);
    if (there !== undefined) return there.shape.id;
  }
  const id = createShapeId();
  const said = readSite(site, { id, cardId, kind: card.kind, fields: card.fields });
  const { box, face, textSize } = enterSite(draft, site, id, withChanges(card.fields, said.fields ?? {}));
  const mirror: TLShapePartial<MirrorShape> = {
    ...{ id, type: 'mirror', parentId: draft.editor.getCurrentPageId(), x: box.x, y: box.y },
    props: { w: box.w, h: box.h, face, textSize, pinned: false, of: card.id },
  };
  draft.editor.createShapes([mirror as TLShapePartial]);
  if (draft.speaksFor(id, cardId)) draft.setFields(cardId, said.fields ?? {});
  return id;
}

/** Puts a card or a mirror into another place. */
export function moveTo(draft: Draft, id: string, at: NewCard['at']): void {
  const [site, found] = [siteOf(draft, at), draft.item(id)];
  if (site === undefined || found === undefined || draft.editor.isShapeOrAncestorLocked(found.spot.shape.id)) return;
  const { card } = found;
  const isItsSay = draft.speaksFor(id, card.id);
  const said = isItsSay ? readSite(site, { id, cardId: card.id, kind: card.kind, fields: card.fields }) : {};
  draft.setFields(card.id, said.fields ?? {});
  const target = enterSite(draft, site, id, withChanges(card.fields, said.fields ?? {}));
  draft.move(id);
  place(draft, { ...target, id });
  hang(draft, card.id, said.parent, cardsIn(site));
}

/** Where something new comes, as those see it who will see that. */
const asSeen = (draft: Draft, site: Site): Site =>
  site.scene === undefined ? site : { ...site, scene: seenWith(draft, site.scene, writesPrivately(draft.editor)) };

const cardsIn = ({ scene }: Site): ReadonlySet<string> => new Set(scene?.items.map(({ cardId }) => cardId));

/** The next free place of a zone, else the place itself, where the others will make room. In page coordinates. */
function enterSite(draft: Draft, site: Site, id: string, fields: Fields): NewPlace {
  const next = nextOnPage(site, fields);
  if (next === null) draft.move(id);
  else draft.enter(id);
  return next ?? looseBox(site);
}

function withChanges(fields: Fields, changes: Readonly<Record<string, FieldValue | null | undefined>>): Fields {
  const next: Record<string, FieldValue> = { ...fields };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete next[name];
    else if (value !== undefined) next[name] = value;
  }
  return next;
}
