import type { Language } from '../../api/text.ts';
import { behaviours } from '../behaviours/behaviours.ts';
import { layoutZone } from '../behaviours/scene.ts';
import { pageNumber } from '../behaviours/scene-continuation.ts';
import type { BoardView, Spot } from '../board-view.ts';
import { rectangle } from '../draw.ts';
import type { Frame, Zone } from '../template.ts';
import { clusterPanels } from './cluster-panels.ts';
import type { DrawView, Mark, ViewInput } from './picture.ts';

const words: Readonly<Record<Language, (count: number, page: string) => string>> = {
  en: (count, page) => `+ ${count} in frame ${page}`,
  nl: (count, page) => `+ ${count} in kader ${page}`,
  fr: (count, page) => `+ ${count}, cadre ${page}`,
  de: (count, page) => `+ ${count} in Rahmen ${page}`,
};

/**
 * What lies over the whole of a frame, under its cards: the panels of clusters, and on the last place of each zone that is
 * full how many of its cards are on the next page.
 */
export const more: DrawView = (input) => [...clusterPanels(input), ...(input.page === 0 ? signs(input) : [])];

const signs = ({ view, frame, language }: ViewInput): readonly Mark[] =>
  frame.zones.flatMap((zone): Mark[] => {
    const box = behaviours[zone.layout]?.sign?.(zone, frame) ?? null;
    const { count, page } = elsewhere(view, frame, zone);
    if (box === null || count === 0) return [];
    const { x, y, w, h } = box;
    return [
      {
        ...{ type: 'path', path: rectangle(x + 1, y + 1, w - 2, h - 2), tone: 'muted', fill: 'none' },
        ...{ strokeWidth: 2, dash: 'dashed' },
      },
      {
        ...{ type: 'text', box: { x: x + 8, y: y + 6, w: w - 16, h: h - 12 }, tone: 'ink', ink: 'tone', weight: 700 },
        ...{ text: words[language](count, pageNumber(frame, page)), align: 'center' },
        size: frame.paper === 'A3' ? 24 : 18,
      },
    ];
  });

/** Cards of a zone on continuations of its frame, and the first of these. */
function elsewhere({ cards, mirrors, frames }: BoardView, frame: Frame, zone: Zone) {
  const pages = new Map(frames.map(({ shape, page }) => [shape.id, page]));
  const pagesOf = (spots: readonly Spot[]): number[] =>
    spots.flatMap((spot) => {
      const page = spot.frameShape === null ? 0 : (pages.get(spot.frameShape.id) ?? 0);
      const isOfZone = spot.frame === frame && spot.zone !== null && layoutZone(frame, spot.zone) === zone;
      return isOfZone && page > 0 ? [page] : [];
    });
  const found = [...pagesOf([...cards.values()].filter(({ isGhost }) => !isGhost)), ...pagesOf(mirrors)];
  return { count: found.length, page: Math.min(...found) };
}
