import type { DisplayPage, PageLayer } from '../display-list.ts';
import { type Matrix, multiply } from '../matrix.ts';
import { pageFoot } from '../page-foot.ts';
import { breakLines } from './break-lines.ts';
import { lineRuns, text } from './draft.ts';
import { type Measure, shorten } from './measure.ts';
import type { CollectedPage, Paper } from './report-input.ts';
import { paperSizes } from './sheet.ts';
import { type } from './type.ts';

/** Points. A frame of A4's or A3's proportions fills what these leave of its paper. */
const around = { side: pageFoot.side, top: 24, topWithHeading: 50, bottom: 35 } as const;
const headingBaseline = 36;
/** Width of a frame that fills its paper. Board units. */
const frameWidth = { A4: 1600, A3: 2240 } as const;
/** Within this share of a paper, it is that paper. */
const nearlyPaper = 0.02;
/** What lies between a page's content and its foot. Points. */
const aboveFoot = 12;

export type Laid = Pick<DisplayPage, 'sheet' | 'layers'>;

/** A page read off a board, on its paper: as large as fits, in the middle of what heading and foot leave. */
export function boardPage(measure: Measure, page: CollectedPage, paper: Paper): Laid {
  const { view, heading } = page;
  const top = heading === null ? around.top : around.topWithHeading;
  const sheet = sheetOf(page, paper, top);
  const room = { width: sheet.width - 2 * around.side, height: sheet.height - top - around.bottom };
  const scale = Math.min(room.width / view.width, room.height / view.height);
  const left = around.side + (room.width - view.width * scale) / 2;
  const down = top + (room.height - view.height * scale) / 2;
  const place: Matrix = [scale, 0, 0, scale, left, down];
  // What sticks out of a frame runs on to the edge of the paper, not into heading or foot.
  const clipTop = heading === null ? 0 : top - 6;
  const clip = {
    ...{ x: 0, y: clipTop, width: sheet.width },
    height: sheet.height - clipTop - pageFoot.up - pageFoot.size - aboveFoot + 6,
  };
  return {
    sheet,
    layers: [
      ...(heading === null ? [] : [headingLayer(measure, heading, sheet.width)]),
      ...(page.framed ? [paperLayer(view, place, clip)] : []),
      { matrix: multiply(place, view.matrix), clip, items: page.items },
    ],
  };
}

function sheetOf({ view, drawnFor }: CollectedPage, paper: Paper, top: number): DisplayPage['sheet'] {
  const lies = view.width >= view.height;
  const turned = ([long, short]: readonly [number, number]): DisplayPage['sheet'] =>
    lies ? { width: long, height: short } : { width: short, height: long };
  if (paper !== 'fit') return turned(paperSizes[paper]);
  const natural = turned(paperSizes[drawnFor]);
  const scale = (paperSizes[drawnFor][0] - 2 * around.side) / frameWidth[drawnFor];
  const fitted = {
    width: view.width * scale + 2 * around.side,
    height: view.height * scale + top + around.bottom,
  };
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= b * nearlyPaper;
  return isNear(fitted.width, natural.width) && isNear(fitted.height, natural.height) ? natural : fitted;
}

function headingLayer(measure: Measure, heading: string, sheetWidth: number): PageLayer {
  const look = type.pageHeading;
  const shown = shorten(measure, heading, look.style, (sheetWidth - 2 * around.side) / look.size);
  const [line] = breakLines(measure, [{ text: shown, type: look }], Number.POSITIVE_INFINITY);
  const runs = line === undefined ? [] : lineRuns(line, { x: around.side, y: headingBaseline });
  return {
    matrix: [1, 0, 0, 1, 0, 0],
    clip: null,
    items: [
      {
        ...text([{ tag: 'H1', key: 'heading' }], runs),
        ...{ id: 'heading', readingRank: Number.MIN_SAFE_INTEGER, greeked: false },
      },
    ],
  };
}

function paperLayer(view: CollectedPage['view'], place: Matrix, clip: PageLayer['clip']): PageLayer {
  return {
    matrix: place,
    clip,
    items: [
      {
        ...{ id: 'paper', readingRank: 0, greeked: false, figure: null, structure: [] },
        ops: [
          {
            op: 'path',
            matrix: [1, 0, 0, 1, 0, 0],
            d: `M0 0H${view.width}V${view.height}H0Z`,
            fill: { colour: '#FFFFFF', alpha: 1 },
            evenOdd: false,
            stroke: {
              ...{ paint: { colour: '#D5D3C8', alpha: 1 }, width: 1, dash: [], dashOffset: 0 },
              ...{ cap: 'butt', join: 'miter' },
            },
          },
        ],
      },
    ],
  };
}
