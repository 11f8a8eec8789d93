import type { PlacedScene } from '../../../shared/method/behaviours/scene.ts';
import type { Draft } from './draft.ts';

/**
 * A scene as those see it who see a card: what only this person sees says nothing about what others see. Layouts that hang
 * cards on each other look after that by themselves.
 * @param isPrivate whether nobody else sees the card
 */
export function seenWith(draft: Draft, scene: PlacedScene, isPrivate: boolean): PlacedScene {
  if (scene.layout !== 'grid' || isPrivate) return scene;
  return { ...scene, items: scene.items.filter((item) => !draft.isPrivate(item.id) && !draft.isPrivate(item.cardId)) };
}
