import type { StructureStep } from '../display-list.ts';
import { baselineOf, type Draft, run, text } from './draft.ts';
import { shorten } from './measure.ts';
import type { ReportOrganisation } from './report-input.ts';
import type { Setting } from './setting.ts';
import { stamp, stampProportion } from './stamp.ts';
import { type } from './type.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Room {
  readonly x: number;
  readonly width: number;
  /** That the first names stand on. */
  readonly baseline: number;
  readonly bottom: number;
}

interface Rhythm {
  readonly columns: number;
  /** Points. */
  readonly highestRow: number;
}

/** Points. */
const largest = 14;
const smallest = 5;
const stampHeights = { share: 0.66, most: 21 } as const;
/** More than these need the whole width of the cover. */
const few = 14;

const many = 36;

export const howMany = ({ length }: readonly ReportOrganisation[]): 'few' | 'several' | 'many' =>
  length <= few ? 'few' : length <= many ? 'several' : 'many';

const rhythmOf = (count: number): Rhythm =>
  count <= few
    ? { columns: count <= 5 ? 1 : 2, highestRow: 38 }
    : { columns: count <= 18 ? 2 : count <= many ? 3 : 4, highestRow: 27 };

/** Rows shrink and columns are added as more organisations take part; sixty still fit. */
export function coverOrganisations(
  setting: Setting,
  organisations: readonly ReportOrganisation[],
  room: Room,
): Draft[] {
  if (organisations.length === 0) return [];
  const { columns, highestRow } = rhythmOf(organisations.length);
  const rows = Math.ceil(organisations.length / columns);
  const height = Math.min(highestRow, (room.bottom - room.baseline + largest) / rows);
  const top = room.baseline - baselineIn(height);
  const width = room.width / columns;
  return organisations.flatMap((organisation, index) =>
    organisationDrafts(setting, organisation, {
      ...{ index, width: width - 16, height },
      ...{ x: room.x + Math.floor(index / rows) * width, y: top + (index % rows) * height },
    }),
  );
}

const sizeIn = (rowHeight: number): number => Math.min(largest, rowHeight * 0.48);
const baselineIn = (rowHeight: number): number => baselineOf({ size: sizeIn(rowHeight), leading: rowHeight });

function organisationDrafts(
  { measure }: Setting,
  organisation: ReportOrganisation,
  { index, x, y, width, height }: Box & { readonly index: number },
): Draft[] {
  const { name, headCount } = organisation;
  const size = sizeIn(height);
  const stampHeight = Math.min(stampHeights.most, height * stampHeights.share);
  const left = x + stampHeight * stampProportion + 8;
  const baseline = y + baselineIn(height);
  const countWidth = measure(headCount, type.detail.style) * size;
  const room = x + width - left - countWidth - 8;
  const nameStyle = type.organisation.style;
  const nameSize = Math.max(smallest, Math.min(size, room / Math.max(measure(name, nameStyle), 0.01)));
  const shown = shorten(measure, name, nameStyle, room / nameSize);
  const structure: StructureStep[] = [
    { tag: 'L', key: 'organisations' },
    { tag: 'LI', key: String(index) },
    { tag: 'LBody', key: 'body' },
  ];
  return [
    stamp(measure, organisation, { x, y: y + (height - stampHeight) / 2, height: stampHeight }),
    text(structure, [
      run(`${shown} `, { ...type.organisation, size: nameSize }, { x: left, y: baseline }),
      run(
        headCount,
        { ...type.detail, size },
        {
          x: left + measure(shown, nameStyle) * nameSize + 8,
          y: baseline,
        },
      ),
    ]),
  ];
}
