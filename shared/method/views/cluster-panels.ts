import { type Panel, panelLook, panelsOf } from '../behaviours/clusters.ts';
import { layoutZone } from '../behaviours/scene.ts';
import type { BoardView, CardView, MirrorView } from '../board-view.ts';
import { rectangle } from '../draw.ts';
import type { Frame } from '../template.ts';
import { words } from './marks.ts';
import type { Mark, ViewInput } from './picture.ts';

/** Of a name, in board units. */
const nameSize = { A4: 18, A3: 24 } as const;

/** Behind the cards of each cluster a panel with its name. */
export function clusterPanels({ view, frame, page }: Pick<ViewInput, 'view' | 'frame' | 'page'>): readonly Mark[] {
  return panelsOn(view, frame, page).flatMap(({ name, box, head, ids }): Mark[] => {
    const { pad } = panelLook[frame.paper];
    const { x, y, w, h } = head;
    return [
      {
        ...{ type: 'path', path: rectangle(box.x, box.y, box.w, box.h, 10), tone: 'plain', fill: 'paper' },
        ...{ strokeWidth: 1.5, dash: 'solid' },
      },
      {
        ...words({ x: x + pad + 4, y: y + 2, w: w - 2 * pad - 8, h: h - 4 }, name, nameSize[frame.paper]),
        ...{ weight: 700, about: ids },
      },
    ];
  });
}

/** Those of one page of a frame, zone by zone, in coordinates of the page. */
export function panelsOn(view: BoardView, frame: Frame, page: number): readonly Panel[] {
  const shape = view.frames.find((one) => one.frame === frame && one.page === page)?.shape;
  if (shape === undefined) return [];
  const here = [
    ...[...view.cards.values()].map((spot) => standing(spot, spot)),
    ...view.mirrors.map((spot) => standing(spot, spot.card)),
  ].filter(({ spot }) => spot.frame === frame && spot.frameShape?.id === shape.id);
  return frame.zones
    .filter(({ layout }) => layout === 'grid')
    .flatMap((zone) => {
      const inZone = here.filter(({ spot }) => spot.zone !== null && layoutZone(frame, spot.zone) === zone);
      const items = inZone.map(({ spot: { centre }, card, id, w, h }) => ({
        ...{ id, fields: card.fields, isGhost: card.isGhost },
        box: { x: centre.x - shape.x - w / 2, y: centre.y - shape.y - h / 2, w, h },
      }));
      return panelsOf(items, zone, frame.paper);
    });
}

function standing(spot: CardView | MirrorView, card: CardView) {
  const { id, props } = spot.shape;
  return { spot, card, id, w: props.w, h: props.h };
}
