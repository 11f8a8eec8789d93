import type { Fact } from '../../../shared/board/report/report.ts';
import type { PageLayer } from '../display-list.ts';
import { multiply } from '../matrix.ts';
import { breakLines } from './break-lines.ts';
import { baselineOf, type Draft, lineRuns, rule, shapes, text } from './draft.ts';
import { pageHead } from './page-head.ts';
import type { CollectedPage } from './report-input.ts';
import type { Setting } from './setting.ts';
import { contentWidth } from './sheet.ts';
import { ink, type } from './type.ts';

interface Overview {
  readonly title: string;
  readonly label: string;
  readonly facts: readonly Fact[];
  readonly picture: CollectedPage | null;
}

export interface OverviewPage {
  readonly drafts: readonly Draft[];
  readonly picture: PageLayer | null;
}

/** Points. */
const narrowestFact = 92;
const factGap = 18;
const spaceBelow = 16;

/** The whole board in small, under a row of figures. */
export function overviewPage(setting: Setting, { title, label, facts, picture }: Overview): OverviewPage {
  const head = pageHead(setting.measure, setting.sheet, { title, label });
  const row = factRows(setting, facts, head.bottom);
  return {
    drafts: [...head.drafts, ...row.drafts],
    picture: picture && pictureLayer(setting, picture, row.bottom),
  };
}

function factRows(setting: Setting, facts: readonly Fact[], top: number) {
  const drafts: Draft[] = [];
  let y = top;
  const perRow = Math.max(1, Math.floor(contentWidth(setting.sheet) / (narrowestFact + factGap)));
  // Rows of like length.
  const inRow = facts.length === 0 ? 1 : Math.ceil(facts.length / Math.ceil(facts.length / perRow));
  for (let from = 0; from < facts.length; from += inRow) {
    const row = factRow(setting, facts.slice(from, from + inRow), { from, columns: inRow, top: y });
    drafts.push(...row.drafts);
    y = row.bottom + spaceBelow;
  }
  return { drafts, bottom: y };
}

interface FactPlace {
  readonly from: number;
  readonly columns: number;
  readonly top: number;
}

function factRow({ measure, sheet }: Setting, facts: readonly Fact[], { from, columns, top }: FactPlace) {
  const width = contentWidth(sheet) / Math.max(columns, 4);
  const cells = facts.map(({ value, label }) => {
    const room = width - factGap;
    const natural = measure(value, type.figure.style) * type.figure.size;
    const size = Math.max(11, Math.min(type.figure.size, (type.figure.size * room) / Math.max(natural, 0.01)));
    return {
      values: breakLines(measure, [{ text: value, type: { ...type.figure, size } }], room),
      labels: breakLines(measure, [{ text: label, type: type.figureLabel }], room),
    };
  });
  const valueHeight = Math.max(...cells.map(({ values }) => values.length)) * type.figure.leading;
  const labelHeight = Math.max(...cells.map(({ labels }) => labels.length)) * type.figureLabel.leading;
  const drafts = cells.flatMap(({ values, labels }, index): Draft[] => {
    const x = sheet.margin + index * width;
    const structure = [
      { tag: 'L', key: 'facts' },
      { tag: 'LI', key: String(from + index) },
      { tag: 'LBody', key: 'body' },
    ] as const;
    const valueTop = top + 7 + valueHeight - values.length * type.figure.leading;
    const labelTop = top + 7 + valueHeight;
    return [
      shapes(rule({ x, y: top }, width - factGap, { colour: ink.line, width: 0.8 })),
      text(structure, [
        ...values.flatMap((line, at) =>
          lineRuns(line, { x, y: valueTop + at * type.figure.leading + baselineOf(type.figure) }).map((each) => ({
            ...each,
            text: `${each.text.trimEnd()} `,
          })),
        ),
        ...labels.flatMap((line, at) =>
          lineRuns(line, { x, y: labelTop + at * type.figureLabel.leading + baselineOf(type.figureLabel) }),
        ),
      ]),
    ];
  });
  return { drafts, bottom: top + 7 + valueHeight + labelHeight };
}

/** One figure with one description: its words stand on the pages that follow, and a reader hears them there. */
function pictureLayer({ sheet, words }: Setting, { view, items }: CollectedPage, top: number): PageLayer {
  const room = { width: contentWidth(sheet), height: sheet.bottom - top };
  const scale = Math.min(room.width / view.width, room.height / view.height) * sheet.magnified;
  const size = { width: view.width * scale, height: view.height * scale };
  const left = sheet.margin * sheet.magnified + (room.width * sheet.magnified - size.width) / 2;
  const down = top * sheet.magnified;
  return {
    matrix: multiply([scale, 0, 0, scale, left, down], view.matrix),
    clip: { x: left, y: down, ...size },
    items: [
      {
        ...{ id: 'overview', readingRank: Number.MAX_SAFE_INTEGER, greeked: true },
        ...{ figure: words.overviewFigure, structure: [] },
        ops: items.flatMap(({ greeked, ops }) => (greeked ? ops : [])),
      },
      // The names of the sheets stay words that one can see, and are told where the sheets themselves are.
      ...items.filter(({ greeked }) => !greeked).map((item) => ({ ...item, figure: '' })),
    ],
  };
}
