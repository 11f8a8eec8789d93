import { originOf, type Scenes } from '../../../shared/method/behaviours/scenes.ts';
import type { Draft } from './draft.ts';

/**
 * In a tree a card stands in a lane of its kind: dropped on the trunk it hangs there, in the nearest lane, and is not a
 * second trunk.
 */
export function intoLane(draft: Draft, scenes: Scenes, id: string): void {
  const [item, scene] = [draft.item(id), scenes.of(id)];
  if (item === undefined || scene?.layout !== 'tree') return;
  const { card, spot } = item;
  const lanes = scene.zones.filter(({ cardKind }) => cardKind === card.kind);
  if (spot.zone === null || lanes.length === 0 || lanes.includes(spot.zone)) return;
  const origin = originOf(scene);
  const yOf = ({ box }: (typeof lanes)[number]) => origin.y + box.y + box.h / 2;
  const [nearest] = lanes.toSorted((a, b) => Math.abs(yOf(a) - spot.centre.y) - Math.abs(yOf(b) - spot.centre.y));
  if (nearest === undefined) return;
  const { shape } = spot;
  draft.update({ id: shape.id, type: shape.type, y: yOf(nearest) - shape.props.h / 2 });
}
