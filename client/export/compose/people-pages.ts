import type { StructureStep } from '../display-list.ts';
import type { Draft } from './draft.ts';
import { type FlowedPage, flow, type Row } from './flow.ts';
import { pageHead } from './page-head.ts';
import type { ReportOrganisation } from './report-input.ts';
import type { Setting } from './setting.ts';
import { columnsOf, columnWidth } from './sheet.ts';
import { stamp, stampProportion } from './stamp.ts';
import { textRows } from './text-rows.ts';
import { type } from './type.ts';

/** Points. */
const stampHeight = 15;
const indent = stampHeight * stampProportion + 8;
const between = 12;
const columns = 3;

/** Who took part, by organisation; people by name only where they are given. */
export function peoplePages(setting: Setting, organisations: readonly ReportOrganisation[]): FlowedPage[] {
  const { measure, sheet, words } = setting;
  const head = pageHead(measure, sheet, { title: words.people, lead: words.peopleLead });
  const width = columnWidth(sheet, columns);
  const room = sheet.bottom - sheet.top;
  const rows = organisations.flatMap((organisation, index) =>
    organisationRows(setting, organisation, { index, width, room }),
  );
  const { pages } = flow(rows, columnsOf(sheet, columns, head.bottom), columnsOf(sheet, columns, sheet.top));
  return pages.map((drafts, page) => (page === 0 ? [...head.drafts, ...drafts] : drafts));
}

interface OrganisationPlace {
  readonly index: number;
  readonly width: number;
  /** Of a whole column. */
  readonly room: number;
}

function organisationRows(
  { measure }: Setting,
  organisation: ReportOrganisation,
  { index, width, room }: OrganisationPlace,
): Row[] {
  const item: StructureStep[] = [
    { tag: 'L', key: 'organisations' },
    { tag: 'LI', key: String(index) },
  ];
  const common = { width, indent, structure: [...item, { tag: 'LBody', key: 'body' }] as StructureStep[] };
  const whole = Number.POSITIVE_INFINITY;
  const { name, headCount, names } = organisation;
  const heading = textRows(
    measure,
    [
      { text: name, type: type.organisation },
      { text: `\u00a0 ${headCount}`, type: type.detail },
    ],
    {
      ...{ ...common, before: between, wholeUpTo: whole, keepsWithNext: names.length > 0 },
      beside: ({ x, y }, leftwards): Draft[] => [
        stamp(measure, organisation, {
          ...{ x: leftwards ? x + width - stampHeight * stampProportion : x, y: y + 0.5, height: stampHeight },
        }),
      ],
    },
  );
  const people = textRows(measure, [{ text: names.join(', '), type: type.detail }], {
    ...{ ...common, before: 0, wholeUpTo: whole, keepsWithNext: false },
  });
  const height = [...heading, ...people].reduce((sum, row) => sum + row.height, 0);
  if (height <= room) return [...heading, ...people];
  // More names than a column has room for.
  return [...heading, ...people.map((row) => ({ ...row, keepsWithNext: false }))];
}
