import type { StructureStep } from '../display-list.ts';
import { type Draft, run, text } from './draft.ts';
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

/** Points. */
const highestRow = 27;
const largest = 13;
const smallest = 5;

const columnsFor = (count: number): number => (count <= 7 ? 1 : count <= 18 ? 2 : count <= 36 ? 3 : 4);

/** Rows shrink and columns are added as more organisations take part; sixty still fit. */
export function coverOrganisations(setting: Setting, organisations: readonly ReportOrganisation[], box: Box): Draft[] {
  if (organisations.length === 0) return [];
  const columns = columnsFor(organisations.length);
  const rows = Math.ceil(organisations.length / columns);
  const height = Math.min(highestRow, box.height / rows);
  const width = box.width / columns;
  return organisations.flatMap((organisation, index) =>
    organisationDrafts(setting, organisation, {
      ...{ index, width: width - 16, height },
      ...{ x: box.x + Math.floor(index / rows) * width, y: box.y + (index % rows) * height },
    }),
  );
}

function organisationDrafts(
  { measure }: Setting,
  organisation: ReportOrganisation,
  { index, x, y, width, height }: Box & { readonly index: number },
): Draft[] {
  const { name, headCount } = organisation;
  const size = Math.min(largest, height * 0.5);
  const stampHeight = Math.min(18, height * 0.72);
  const left = x + stampHeight * stampProportion + 8;
  const baseline = y + height / 2 + size * 0.33;
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
