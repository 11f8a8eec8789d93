import type { BoardView, Spot } from '../board-view.ts';
import type { Template } from '../template.ts';
import { layoutZone, type PlacedScene, scenesOf } from './scene.ts';

/** The scenes of a board at one moment, by what stands in them. */
export interface Scenes {
  readonly all: readonly PlacedScene[];
  /** Where a card or a mirror takes part; undefined outside of every zone. */
  of(itemId: string): PlacedScene | undefined;
  at(spot: Pick<Spot, 'frame' | 'zone'>): PlacedScene | undefined;
}

/** The same for the scenes of two moments that are the same place. */
export const sceneKey = ({ frame, zones }: PlacedScene): string => `${frame.id} ${zones[0]?.id}`;

export function readScenes(view: BoardView, template: Template): Scenes {
  const all = scenesOf(view, template);
  const byItem = new Map(all.flatMap((scene) => scene.items.map(({ id }) => [id, scene] as const)));
  return {
    all,
    of: (itemId) => byItem.get(itemId),
    at({ frame, zone }) {
      if (frame === null || zone === null) return undefined;
      const { id: arranging } = layoutZone(frame, zone);
      return all.find((scene) => scene.frame.id === frame.id && scene.zones.some(({ id }) => id === arranging));
    },
  };
}

/** Corner on the page that a scene's coordinates count from; a continuation lies below it in the same coordinates. */
export const originOf = ({ pages }: PlacedScene): { readonly x: number; readonly y: number } => {
  const { x = 0, y = 0 } = pages[0]?.shape ?? {};
  return { x, y };
};
