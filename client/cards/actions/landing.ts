import type { Hand } from '../../../shared/method/behaviours/behaviour.ts';
import { behaviours } from '../../../shared/method/behaviours/behaviours.ts';
import { applyDrop, layoutZone, type PlacedScene } from '../../../shared/method/behaviours/scene.ts';
import type { Scenes } from '../../../shared/method/behaviours/scenes.ts';
import { isCardKind } from '../../../shared/method/cards/kinds.ts';
import type { FieldChanges } from './card-actions.ts';
import type { Draft } from './draft.ts';
import { hang } from './edges.ts';
import { intoLane } from './lanes.ts';
import { seenWith } from './seen.ts';
import { spotKey } from './spots.ts';

/** What a place says about something that has come there. */
interface Landing {
  readonly cardId: string;
  readonly fields: FieldChanges;
  readonly hang: () => void;
}

/** Where something was before it was taken in hand. */
export interface Was {
  /** As `spotKey` says it. */
  readonly spot: string;
  readonly x: number;
  readonly y: number;
}

/**
 * What was moved by hand: the new place has its say about each, then the cards around make room.
 * @param from what is not in it has come from elsewhere.
 */
export function land(draft: Draft, ids: readonly string[], from: ReadonlyMap<string, Was>): void {
  for (const id of ids) wake(draft, id);
  // All read the board as it was let go of, so that it does not depend on the order in which they land.
  const scenes = draft.scenes();
  const hands = new Map<PlacedScene, Hand>(scenes.all.map((scene) => [scene, handOver(draft, scene, ids, from)]));
  const moved = new Set(ids.flatMap((id) => draft.item(id)?.card.id ?? []));
  const landings = ids.flatMap((id) => landingOf(draft, scenes, id, { from: from.get(id)?.spot, hands, moved }) ?? []);
  for (const { cardId, fields } of landings) draft.setFields(cardId, fields);
  for (const landing of landings) landing.hang();
  for (const id of ids) intoLane(draft, scenes, id);
  for (const id of ids) draft.move(id);
}

/** A ghost that somebody has taken in hand is a card; what was nothing in particular becomes what the place is for. */
function wake(draft: Draft, id: string): void {
  const [shape, item] = [draft.card(id), draft.item(id)];
  if (shape === undefined || item === undefined) return;
  const kind = item.spot.zone?.cardKind;
  if (item.card.isGhost) draft.update({ id: shape.id, type: 'card', props: { placeholder: '' } });
  if (shape.props.kind === 'idea' && isCardKind(kind)) draft.update({ id: shape.id, type: 'card', props: { kind } });
}

/** What has come to a scene in one hand, with the places that it had there before. */
function handOver(draft: Draft, scene: PlacedScene, ids: readonly string[], from: ReadonlyMap<string, Was>): Hand {
  const { frame, zones, items } = scene;
  const own = frame.zones.filter((zone) => zones.includes(layoutZone(frame, zone)));
  const keys = new Set(own.map((zone) => spotKey({ frame, zone })));
  const inHand = items.filter(({ id }) => ids.includes(id));
  return new Map(
    inHand.map(({ id, box }) => {
      const [was, now] = [from.get(id), draft.item(id)?.spot.shape];
      if (was === undefined || now === undefined || !keys.has(was.spot)) return [id, null];
      return [id, { ...box, x: box.x + was.x - now.x, y: box.y + was.y - now.y }];
    }),
  );
}

interface Landed {
  /** As `spotKey` says it. */
  readonly from: string | undefined;
  readonly hands: ReadonlyMap<PlacedScene, Hand>;
  /** Cards that were moved together. */
  readonly moved: ReadonlySet<string>;
}

function landingOf(draft: Draft, scenes: Scenes, id: string, { from, hands, moved }: Landed): Landing | null {
  const [found, scene] = [draft.item(id), scenes.of(id)];
  const item = scene?.items.find((one) => one.id === id);
  if (found?.spot.zone == null || found.spot.frame === null || scene === undefined || item === undefined) return null;
  const { card, spot } = found;
  if (!draft.speaksFor(id, card.id)) return null;
  const { frame, zone } = { frame: found.spot.frame, zone: found.spot.zone };
  const cardIds = new Set(scene.items.map(({ cardId }) => cardId));
  // What being in a zone says is said on coming in: who changes it there afterwards knows better.
  const arranging = layoutZone(frame, zone);
  const [seen, hand] = [seenWith(draft, scene, draft.isPrivate(card.id)), hands.get(scene)];
  const said =
    from === spotKey(spot)
      ? behaviours[scene.layout]?.drop(seen, item, arranging, hand)
      : applyDrop(seen, id, zone, hand);
  return {
    cardId: card.id,
    fields: said?.fields ?? {},
    hang() {
      // Branches that are moved as a whole keep hanging together.
      if (!hangsOnAny(draft, card.id, moved)) hang(draft, card.id, said?.parent, cardIds);
    },
  };
}

const hangsOnAny = (draft: Draft, cardId: string, others: ReadonlySet<string>): boolean =>
  draft.view.relations.some(
    ({ props: { kind, from, to } }) =>
      (kind === 'causes' && from === cardId && others.has(to)) ||
      (kind === 'leads_to' && to === cardId && others.has(from)),
  );
