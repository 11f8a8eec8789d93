import type { ReportItem } from '../../../shared/board/report/report.ts';
import type { StructureStep } from '../display-list.ts';
import { baselineOf, run, text } from './draft.ts';
import type { Row } from './flow.ts';
import type { Measure } from './measure.ts';
import { textRows } from './text-rows.ts';
import { type } from './type.ts';

/** Points. */
const indent = 14;
const before = { outer: 6, inner: 3 } as const;
/** Further in, lists would have no room. */
const deepest = 6;
/** Lines of an item that is not divided. */
const wholeUpTo = 4;

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
  const { width, depth, key, structure } = place;
  const left = Math.min(depth, deepest) * indent;
  return items.flatMap((item, index) => {
    const own: StructureStep[] = [...structure, { tag: 'L', key }, { tag: 'LI', key: String(index) }];
    const body: StructureStep[] = [...own, { tag: 'LBody', key: 'body' }];
    const spans = [
      { text: item.text, type: item.strong ? type.bodyStrong : type.body },
      ...(item.detail === null || item.detail === '' ? [] : [{ text: `\u00a0 ${item.detail}`, type: type.detail }]),
    ];
    const marker = markers[depth % markers.length] ?? markers[0];
    const markerWidth = measure(marker, type.detail.style) * type.detail.size;
    return [
      ...textRows(measure, spans, {
        width,
        indent: left + indent,
        before: depth === 0 ? before.outer : before.inner,
        structure: body,
        wholeUpTo,
        keepsWithNext: item.items.length > 0,
        beside: ({ x, y }, leftwards) => {
          const at = leftwards ? x + width - left - markerWidth - 1 : x + left + 1;
          const sign = run(marker, type.detail, { x: at, y: y + baselineOf(type.body) });
          return [text([...own, { tag: 'Lbl', key: 'label' }], [{ ...sign, marker: true }])];
        },
      }),
      ...listRows(measure, item.items, { width, depth: depth + 1, key: 'items', structure: body }),
    ];
  });
}
