import { measureIn } from '../../canvas/template-shapes/fonts.ts';
import { wrapText } from '../../canvas/template-shapes/wrap.ts';
import type { CollectedPage } from '../compose/report-input.ts';
import type { DisplayItem, Op, PathOp, TextOp, TextRun } from '../display-list.ts';
import { identity, type Matrix, multiply } from '../matrix.ts';
import { wordBars } from '../text/word-bars.ts';
import { type Arranged, arrangeTiles } from './arrange-tiles.ts';

/** Of the paper that an overview is for, A4 lying, in points: what is left for it. */
const room = { width: 757, height: 388 } as const;
/** Of a sheet's name, in points of the paper. */
const name = { size: 9.5, leading: 1.25, mostLines: 2 } as const;
/** Between two sheets, in points of the paper. */
const gap = 14;

export interface Tile {
  readonly page: CollectedPage;
  /** Where its sheet begins on the board; pages that do are in rows by it. Null for what has no place of its own. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/**
 * A whole board in small: its pages side by side in the rows that they have on the board, folded where these are so long
 * that everything would be tiny. Their words are bars; above each stands its name.
 */
export function overviewOf(tiles: readonly Tile[]): CollectedPage {
  const numbered = tiles.some(({ page }) => /^\s*\d/.test(page.title));
  const titles = tiles.map(({ page }, index) => (numbered ? page.title : `${index + 1}  ${page.title}`));
  const arranged = (mostLines: number) =>
    arrangeTiles(
      tiles.map(({ page: { view }, at }) => ({ width: view.width, height: view.height, at })),
      { room, gap, head: name.size * name.leading * mostLines + 4 },
    );
  const isOneLine = ({ width }: Arranged, index: number): boolean => linesOf(titles[index] ?? '', width).length <= 1;
  const low = arranged(1);
  const { placed, width, height } = low.placed.every(isOneLine) ? low : arranged(name.mostLines);
  const items = tiles.flatMap(({ page }, index): DisplayItem[] => {
    const place = placed[index];
    if (place === undefined) return [];
    return [nameItem(page, linesOf(titles[index] ?? '', place.width), place, index), smallPage(page, place, index)];
  });
  return {
    id: 'overview',
    title: '',
    heading: null,
    drawnFor: 'A4',
    view: { matrix: identity, width, height },
    framed: false,
    items,
  };
}

const linesOf = (title: string, width: number): string[] =>
  wrapText(title, width, measureIn('semi', name.size), name.mostLines);

/** The name of a sheet, on the last lines above it. */
function nameItem(page: CollectedPage, lines: readonly string[], place: Arranged, rank: number): DisplayItem {
  const runs = lines.map(
    (text, index): TextRun => ({
      text: `${text.trim()} `,
      x: place.x,
      y: place.y - 5 - (lines.length - 1 - index) * name.size * name.leading,
      width: measureIn('semi', name.size)(text.trim()),
      ...{ size: name.size, family: 'text', weight: 600, italic: false },
      paint: { colour: '#1c2826', alpha: 1 },
      ...{ underline: false, strike: false, link: null, marker: false },
    }),
  );
  const op: TextOp = { op: 'text', matrix: identity, halo: null, blocks: [{ role: 'paragraph', runs }] };
  return { id: `name ${page.id}`, readingRank: rank, greeked: false, figure: null, structure: [], ops: [op] };
}

function smallPage({ id, view, framed, items }: CollectedPage, place: Arranged, rank: number): DisplayItem {
  const scale = place.width / view.width;
  const toTile: Matrix = [scale, 0, 0, scale, place.x, place.y];
  const box = `M0 0H${view.width}V${view.height}H0Z`;
  const sheet: PathOp = {
    ...{ op: 'path', matrix: toTile, d: box, evenOdd: false },
    fill: { colour: framed ? '#ffffff' : '#fbfbf8', alpha: 1 },
    stroke: {
      paint: { colour: '#d5d3c8', alpha: 1 },
      ...{ width: 1 / scale, dash: framed ? [] : [4 / scale, 3 / scale], dashOffset: 0, cap: 'butt', join: 'miter' },
    },
  };
  const toOverview = multiply(toTile, view.matrix);
  const shown = items.flatMap(({ ops }) => ops.map((op) => small(op, toOverview)));
  const cut: Op = { op: 'clip', matrix: toTile, d: box, evenOdd: false, ops: shown };
  return { id, readingRank: rank, greeked: true, figure: null, structure: [], ops: [sheet, cut] };
}

function small(op: Op, outer: Matrix): Op {
  const matrix = multiply(outer, op.matrix);
  switch (op.op) {
    case 'path':
    case 'hatch':
    case 'image':
      return { ...op, matrix };
    case 'clip':
      return { ...op, matrix, ops: op.ops.map((inner) => small(inner, outer)) };
    case 'text':
      return bars(op, matrix);
  }
}

/** Lines of words as one path: nobody could read them, and they stand elsewhere in the file. */
function bars(op: TextOp, matrix: Matrix): PathOp {
  const all = wordBars(op);
  const round = (value: number): number => Math.round(value * 10) / 10;
  const d = all
    .map(
      ({ box: { x, y, width, height } }) =>
        `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`,
    )
    .join('');
  return {
    ...{ op: 'path', matrix, d, evenOdd: false, stroke: null },
    fill: all[0]?.paint ?? null,
  };
}
