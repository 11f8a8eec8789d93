import type { Tone } from '../../board/template-shapes.ts';
import { cellOf } from '../behaviours/rings-geometry.ts';
import { actorWedges } from '../boards/actor-wedges.ts';
import type { FieldName } from '../cards/fields.ts';
import { lines, rectangle } from '../draw.ts';
import { zoneBody } from '../geometry.ts';
import type { Box, Text } from '../template.ts';
import { actorsOnMap } from './actors.ts';
import { area, from, stroke, words } from './marks.ts';
import type { DrawView, Mark } from './picture.ts';
import type { Standing } from './standing.ts';

const columns: readonly {
  readonly x: number;
  readonly w: number;
  readonly name: Text;
  readonly field: FieldName | null;
}[] = [
  { x: 184, w: 166, field: null, name: { en: 'Lines', nl: 'Lijnen', fr: 'Liens', de: 'Linien' } },
  { x: 358, w: 80, field: 'readiness', name: { en: 'Ready', nl: 'Klaar', fr: 'Prêt', de: 'Bereit' } },
  { x: 446, w: 86, field: 'trusted', name: { en: 'Trusted', nl: 'Vertrouwd', fr: 'Confiance', de: 'Vertraut' } },
];
const nameWidth = 176;
const headHeight = 30;
/** Of a row, in board units. */
const [highest, lowest] = [43, 26];
const mostBar = 126;

interface Entry {
  readonly actor: Standing;
  readonly lines: number;
}

/**
 * One row per actor, those with most lines first: its lines, how ready it is and how far it is trusted. A dashed line
 * stands at a third of all lines: who passes it is where too much hangs.
 */
export const balanceBars: DrawView = ({ view, frame, zone, language }) => {
  const body = from(zone.box, zoneBody(zone, frame.paper));
  const onMap = actorsOnMap(view);
  const ids = new Set(onMap.map(({ card }) => card.id as string));
  const drawn = view.relations.filter(
    ({ props }) => props.kind === 'relates' && ids.has(props.from) && ids.has(props.to),
  );
  const entries = onMap
    .map((actor): Entry => {
      const ends = drawn.filter(({ props: { from: start, to } }) => start === actor.card.id || to === actor.card.id);
      return { actor, lines: ends.length };
    })
    .sort((a, b) => b.lines - a.lines);
  if (entries.length === 0) return [];
  const room = body.h - headHeight;
  const pitch = Math.max(lowest, Math.min(highest, Math.floor(room / entries.length)));
  const rows = Math.floor(room / pitch);
  const shown = entries.length > rows ? entries.slice(0, rows - 1) : entries;
  const third = drawn.length / 3;
  const unit = mostBar / Math.max(1, third, entries[0]?.lines ?? 0);
  const top = body.y + headHeight;
  const thirdX = body.x + (columns[0]?.x ?? 0) + third * unit;
  return [
    ...columns.map(({ x, w, name }) =>
      words({ x: body.x + x, y: body.y, w, h: headHeight - 4 }, name[language], 16, { weight: 700, tone: 'muted' }),
    ),
    ...shown.flatMap((entry, row) => drawRow(entry, { ...body, y: top + pitch * row, h: pitch }, unit)),
    ...(drawn.length > 0
      ? [
          stroke(
            lines([
              [thirdX, top],
              [thirdX, top + pitch * shown.length],
            ]),
            'voice',
            2,
            'dashed',
          ),
        ]
      : []),
    ...(shown.length < entries.length
      ? [
          words({ ...body, y: top + pitch * shown.length, h: pitch }, `+ ${entries.length - shown.length}`, 17, {
            weight: 700,
          }),
        ]
      : []),
  ];
};

function drawRow({ actor: { card }, lines: count }: Entry, { x, y, h }: Box, unit: number): readonly Mark[] {
  const tone = actorWedges[cellOf(card.fields).wedge]?.tone ?? 'criterion';
  const thick = Math.min(28, h - 8);
  const bar = Math.max(3, count * unit);
  const middle = y + h / 2;
  return columns.flatMap(({ x: left, w, field }): readonly Mark[] => {
    const value = field === null ? null : card.fields[field];
    if (typeof value === 'number') return steps(x + left, middle, w, value, tone);
    if (field !== null) return [words({ x: x + left, y, w, h }, '–', 17, { tone: 'muted' })];
    return [
      words({ x, y, w: nameWidth, h }, card.title, 17),
      area(rectangle(x + left, middle - thick / 2, bar, thick, Math.min(5, bar / 2)), tone, 'solid'),
      words({ x: x + left + mostBar, y, w: w - mostBar, h }, `${count}`, 18, { weight: 700, align: 'right' }),
    ];
  });
}

/** A score of 1 to 5 as so many of five fields. */
const steps = (x: number, middle: number, w: number, value: number, tone: Tone): readonly Mark[] =>
  [1, 2, 3, 4, 5].map((step) => {
    const [pitch, size] = [Math.floor(w / 5), Math.floor(w / 5) - 4];
    const path = rectangle(x + pitch * (step - 1), middle - size / 2, size, size, 3);
    return step <= value ? area(path, tone, 'solid') : stroke(path, 'line', 1.5);
  });
