import type { ReportItem } from '../../../shared/board/report/report.ts';
import type { StructureStep } from '../display-list.ts';
import { baselineOf, run, text } from './draft.ts';
import type { Row } from './flow.ts';
import type { Measure } from './measure.ts';
import { textRows } from './text-rows.ts';
import { type } from './type.ts';

/** Points. */
const indent = 14;
const before = { outer: 6, inner: 3, opening: 14, labelled: 8 } as const;
/** Further in, lists would have no room. */
const deepest = 6;
/** Lines of an item that is not divided. */
const wholeUpTo = 4;
/** Lines of an item and all below it that are not divided. */
const togetherUpTo = 6;

/** In the order of depth, and round again. All are letters of the text face. */
const markers = ['•', '–'] as const;

interface ListPlace {
  readonly width: number;
  readonly depth: number;
  /** Of the list within what it stands in. */
  readonly key: string;
  readonly structure: readonly StructureStep[];
}

export function listRows(measure: Measure, items: readonly ReportItem[], place: ListPlace): Row[] {
  const rows = items.map((item, index) => itemRows(measure, item, { ...place, index, label: null }));
  return rows.flatMap((own, index) =>
    // No short item stands alone at the end of a column or at the top of the next.
    index + 1 < rows.length && (index === 0 || index === rows.length - 2) && own.length <= togetherUpTo
      ? [...own.slice(0, -1), ...own.slice(-1).map((row) => ({ ...row, keepsWithNext: true }))]
      : own,
  );
}

export interface LabelledItem {
  readonly label: string;
  readonly item: ReportItem;
}

/** Each behind a label of its own in bold, in the place of a heading above it. */
export function labelledRows(measure: Measure, items: readonly LabelledItem[], place: ListPlace): Row[] {
  return items.flatMap(({ label, item }, index) => itemRows(measure, item, { ...place, index, label }));
}

interface ItemPlace extends ListPlace {
  readonly index: number;
  readonly label: string | null;
}

function itemRows(measure: Measure, item: ReportItem, place: ItemPlace): Row[] {
  const { width, depth, key, structure, index, label } = place;
  const left = Math.min(depth, deepest) * indent;
  const own: StructureStep[] = [...structure, { tag: 'L', key }, { tag: 'LI', key: String(index) }];
  const body: StructureStep[] = [...own, { tag: 'LBody', key: 'body' }];
  const spans = [
    ...(label === null ? [] : [{ text: `${label}\u00a0 `, type: type.bodyStrong }]),
    { text: item.text, type: item.strong ? type.bodyStrong : type.body },
    ...(item.detail === null || item.detail === '' ? [] : [{ text: `\u00a0 ${item.detail}`, type: type.detail }]),
  ];
  const marker = markers[depth % markers.length] ?? markers[0];
  const markerWidth = measure(marker, type.detail.style) * type.detail.size;
  return keptTogether([
    ...textRows(measure, spans, {
      width,
      indent: label === null ? left + indent : left,
      before: label === null ? before[depth === 0 ? 'outer' : 'inner'] : before[index === 0 ? 'opening' : 'labelled'],
      structure: body,
      wholeUpTo,
      keepsWithNext: item.items.length > 0,
      ...(label === null && {
        beside: ({ x, y }, leftwards) => {
          const at = leftwards ? x + width - left - markerWidth - 1 : x + left + 1;
          const sign = run(marker, type.detail, { x: at, y: y + baselineOf(type.body) });
          return [text([...own, { tag: 'Lbl', key: 'label' }], [{ ...sign, marker: true }])];
        },
      }),
    }),
    ...listRows(measure, item.items, { width, depth: depth + 1, key: 'items', structure: body }),
  ]);
}

/** A short item stays on one column with what belongs to it. */
const keptTogether = (rows: readonly Row[]): Row[] =>
  rows.map((row, index) =>
    rows.length <= togetherUpTo && index < rows.length - 1 ? { ...row, keepsWithNext: true } : row,
  );
