import { setsOf } from '../../../shared/method/behaviours/scene.ts';
import { readScenes } from '../../../shared/method/behaviours/scenes.ts';
import type { Spot } from '../../../shared/method/board-view.ts';
import type { FieldName, Fields } from '../../../shared/method/cards/fields.ts';
import type { Zone } from '../../../shared/method/template.ts';
import type { Draft } from './draft.ts';
import { moveTo } from './make.ts';

/** Where a place means a field, a card whose field says otherwise by now goes where it says. */
export function followFields(draft: Draft, cardId: string, names: readonly FieldName[]): void {
  const card = draft.view.cards.get(cardId);
  if (card === undefined) return;
  const scenes = readScenes(draft.view, draft.template);
  const mirrors = draft.view.mirrors.filter((mirror) => mirror.card.id === cardId);
  for (const spot of [card, ...mirrors]) {
    const target = zoneThatSays(spot, card.fields, names);
    if (spot.frame === null || target === undefined || spot.shape.props.pinned) continue;
    // Within one scene its layout reads the field itself.
    if (scenes.at(spot) === scenes.at({ ...spot, zone: target })) continue;
    moveTo(draft, spot.shape.id, { zone: { frameId: spot.frame.id, zoneId: target.id } });
  }
}

/** The zone of the same frame that means what the card says, where its own means something else. */
function zoneThatSays({ frame, zone }: Spot, fields: Fields, names: readonly FieldName[]): Zone | undefined {
  if (frame === null || zone === null) return undefined;
  const own = setsOf(frame, zone);
  if (!names.some((name) => name in own && own[name] !== fields[name])) return undefined;
  return frame.zones.find((other) => {
    const sets = setsOf(frame, other);
    const isAlike = Object.keys(own).every((name) => name in sets);
    return isAlike && Object.entries(sets).every(([name, value]) => fields[name] === value);
  });
}
