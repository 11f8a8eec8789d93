import { type Site, zoneSite } from '../../../shared/method/behaviours/sites.ts';
import type { NewCard } from './card-actions.ts';
import type { Draft } from './draft.ts';
import { spotAt } from './spots.ts';

/** @returns undefined where the zone is not on the board. */
export function siteOf(draft: Draft, at: NewCard['at']): Site | undefined {
  const scenes = draft.scenes();
  if ('point' in at) {
    const spot = spotAt(draft.editor, draft.template, at.point);
    return { spot, centre: at.point, scene: scenes.at(spot), isChosen: true };
  }
  const { frameId, zoneId } = at.zone;
  const frame = draft.template.frames.find(({ id }) => id === frameId);
  const zone = frame?.zones.find(({ id }) => id === zoneId);
  if (frame === undefined || zone === undefined) return undefined;
  return zoneSite(scenes, frame, zone, (point) => spotAt(draft.editor, draft.template, point));
}
