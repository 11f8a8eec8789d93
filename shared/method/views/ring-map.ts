import type { Language } from '../../api/text.ts';
import { cellOf, type Ellipses, pointAt, type Rings, wedgeFrom } from '../behaviours/rings-geometry.ts';
import { mapRings } from '../behaviours/rings-map.ts';
import { actorRings, actorWedges } from '../boards/actor-wedges.ts';
import { rectangle } from '../draw.ts';
import type { Box } from '../template.ts';
import { area, disc, from, stroke, words } from './marks.ts';
import type { DrawView, Mark } from './picture.ts';
import { standingIn } from './standing.ts';

const rimWidth = 9;
/** Between two wedges, along the rim, in radians. */
const rimGap = 0.01;

/** Rings and wedges as the layout of the same actors has them, with their names. */
export const ringMap: DrawView = ({ view, frame, zone, language }) => {
  const actors = standingIn(view, frame, ({ id }) => id === zone.id).map(({ id, card, box, pinned }) => ({
    id,
    cell: cellOf(card.fields),
    pinned: pinned ? box : null,
  }));
  const { rings } = mapRings(zone.box, actors);
  const local = {
    ...rings,
    ellipses: { ...rings.ellipses, x: rings.ellipses.x - zone.box.x, y: rings.ellipses.y - zone.box.y },
  };
  return [
    ...drawRings(local),
    ...drawWedges(local),
    ...rings.titles.flatMap((box, ring) => title(from(zone.box, box), ring, language)),
    ...rings.pills.flatMap((box, wedge) => pill(from(zone.box, box), wedge, language)),
  ];
};

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** From the outside in, so that the inner ones cover the outer. */
const drawRings = ({ ellipses, radii }: Rings): readonly Mark[] =>
  radii
    .map((radius, ring) => {
      const path = `${arc(ellipses, radius, 0, Math.PI)}${arc(ellipses, radius, Math.PI, 2 * Math.PI, 'L')}Z`;
      return area(path, ring === 0 ? 'voice' : 'plain', 'paper', ring === 0 ? 3 : 2);
    })
    .reverse();

function arc(ellipses: Ellipses, radius: number, start: number, end: number, first: 'M' | 'L' = 'M'): string {
  const [a, b] = [pointAt(ellipses, radius, start), pointAt(ellipses, radius, end)];
  const isLarge = end - start > Math.PI ? 1 : 0;
  return `${first}${n(a.x)} ${n(a.y)}A${n(radius * ellipses.ratio)} ${n(radius)} 0 ${isLarge} 1 ${n(b.x)} ${n(b.y)}`;
}

/** The centre is not divided. */
function drawWedges(rings: Rings): readonly Mark[] {
  const { ellipses, radii, ends } = rings;
  const [inner = 0, outer = 0] = [radii[0], radii.at(-1)];
  const spokes = ends.map((end) => {
    const [a, b] = [pointAt(ellipses, inner, end), pointAt(ellipses, outer, end)];
    return `M${n(a.x)} ${n(a.y)}L${n(b.x)} ${n(b.y)}`;
  });
  const rims = ends.map((end, wedge) =>
    stroke(
      arc(ellipses, outer, wedgeFrom(rings, wedge) + rimGap, end - rimGap),
      actorWedges[wedge]?.tone ?? 'line',
      rimWidth,
    ),
  );
  return [stroke(spokes.join(''), 'line', 2), ...rims];
}

function title(box: Box, ring: number, language: Language): readonly Mark[] {
  const { x, y, w, h } = box;
  const name = actorRings[ring]?.name[language] ?? '';
  return [
    area(rectangle(x, y, w, h, h / 2), ring === 0 ? 'voice' : 'muted', 'paper', 2),
    words({ x: x + 8, y, w: w - 16, h }, name, 22, {
      weight: 700,
      align: 'center',
      tone: ring === 0 ? 'voice' : 'ink',
    }),
  ];
}

/** Letter in a disc, and the name. */
function pill(box: Box, wedge: number, language: Language): readonly Mark[] {
  const { x, y, w, h } = box;
  const { letter = '', tone = 'plain', name } = actorWedges[wedge] ?? {};
  const half = h / 2;
  return [
    area(rectangle(x, y, w, h, half), 'plain', 'paper'),
    stroke(rectangle(x, y, w, h, half), tone, 3),
    disc(x + half, y + half, half - 4, tone),
    words({ x: x + 4, y, w: h - 8, h }, letter, 22, { weight: 700, align: 'center', tone, ink: 'on-solid' }),
    words({ x: x + h + 6, y, w: w - h - 20, h }, name?.[language] ?? '', 22, { weight: 700, tone }),
  ];
}
