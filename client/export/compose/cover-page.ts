import type { DisplayItem } from '../display-list.ts';
import { breakLines } from './break-lines.ts';
import { coverOrganisations, howMany } from './cover-organisations.ts';
import { area, type Draft, lineRuns, shapes, text } from './draft.ts';
import type { FlowedPage } from './flow.ts';
import { imageSize } from './image-size.ts';
import { shorten } from './measure.ts';
import type { ReportInput } from './report-input.ts';
import type { Setting } from './setting.ts';
import { ink, type Type, type } from './type.ts';

/** Points. */
const margin = 64;
const logo = { width: 150, height: 60, pad: 10, radius: 6 } as const;
const title = { largest: 44, smallest: 16, leading: 1.1 } as const;
const belowBand = 34;
const foot = 44;
/** Of the first fact, from its top. */
const factBaseline = 13;
/** Width of the column of facts beside few organisations, and to these. Points. */
const facts = { width: 190, gap: 36 } as const;

interface Ground {
  readonly bandHeight: number;
  readonly factWidth: number;
  /** Whether the organisations stand beside the facts and not below them. */
  readonly isBeside: boolean;
}

/** Few organisations stand beside the date and the boards, under a band of half the page; many need all the width. */
function groundOf({ sheet }: Setting, { organisations }: ReportInput): Ground {
  const below = { factWidth: sheet.width - 2 * margin, isBeside: false };
  switch (howMany(organisations)) {
    case 'few':
      return { bandHeight: Math.round(sheet.height * 0.48), factWidth: facts.width, isBeside: true };
    case 'several':
      return { ...below, bandHeight: 240 };
    case 'many':
      return { ...below, bandHeight: 206 };
  }
}

const looks = (accent: Setting['accent']) =>
  ({
    label: { ...type.lead, style: type.entry.style, size: 13, colour: accent.quiet },
    title: { ...type.title, colour: accent.text },
    workshop: { ...type.lead, size: 17, colour: accent.quiet },
    fact: { ...type.lead, size: 13, leading: 19, colour: ink.text },
    quiet: { ...type.lead, size: 11, leading: 15 },
  }) as const satisfies Readonly<Record<string, Type>>;

export function coverPage(setting: Setting, input: ReportInput): FlowedPage {
  const { measure, sheet, accent, words } = setting;
  const look = looks(accent);
  const width = sheet.width - 2 * margin;
  const { bandHeight, factWidth, isBeside } = groundOf(setting, input);
  const plate = logoDrafts(setting, input);
  const line = (
    tag: 'H1' | 'P',
    key: string,
    content: string,
    of: { readonly look: Type; readonly y: number },
  ): Draft =>
    text(
      [{ tag, key }],
      lineRuns(oneLine(setting, content, of.look, key === 'label' ? width - plate.width : width), {
        x: margin,
        y: of.y,
      }),
    );
  // Beside the logo, which a title of two lines would reach under a low band.
  const heading = fittedTitle(setting, input.title, look.title, width - plate.width);
  const titleBottom = bandHeight - 58;
  const audience = breakLines(measure, [{ text: words.audience, type: look.quiet }], factWidth).slice(0, 5);
  const audienceTop = sheet.height - foot - audience.length * look.quiet.leading;
  const top = bandHeight + belowBand;
  const told = factDrafts(setting, input, look.fact, { top, bottom: audienceTop, width: factWidth, isBeside });
  const room = isBeside
    ? { x: margin + facts.width + facts.gap, baseline: top + factBaseline, bottom: sheet.height - foot }
    : { x: margin, baseline: told.bottom + 30, bottom: audienceTop - 14 };
  return [
    shapes(area({ x: 0, y: 0, width: sheet.width, height: bandHeight }, accent.colour)),
    line('P', 'label', words.label, { look: look.label, y: 60 }),
    text(
      [{ tag: 'H1', key: 'title' }],
      heading.lines.flatMap((each, index) =>
        lineRuns(each, {
          x: margin,
          y: titleBottom - (heading.lines.length - 1 - index) * heading.size * title.leading,
        }),
      ),
    ),
    line('P', 'workshop', input.workshop, { look: look.workshop, y: bandHeight - 26 }),
    ...plate.drafts,
    ...told.drafts,
    ...coverOrganisations(setting, input.organisations, { ...room, width: sheet.width - margin - room.x }),
    text(
      [{ tag: 'P', key: 'audience' }],
      audience.flatMap((each, index) =>
        lineRuns(each, { x: margin, y: audienceTop + look.quiet.size + index * look.quiet.leading }),
      ),
    ),
  ];
}

function oneLine({ measure }: Setting, content: string, look: Type, width: number) {
  const shown = shorten(measure, content.replace(/\s+/gu, ' '), look.style, width / look.size);
  return (
    breakLines(measure, [{ text: shown, type: look }], Number.POSITIVE_INFINITY)[0] ?? {
      pieces: [],
      width: 0,
      cut: false,
      leftwards: false,
    }
  );
}

interface FactPlace {
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly isBeside: boolean;
}

/** Date and, of several, which boards: in a narrow column each on a line of its own. */
function factDrafts(
  { measure, words }: Setting,
  { report }: ReportInput,
  look: Type,
  { top, bottom, width, isBeside }: FactPlace,
): { readonly drafts: readonly Draft[]; readonly bottom: number } {
  const titles = report.boards.length < 2 ? [] : report.boards.map((board) => board.title);
  const boards = isBeside ? titles.join('\n') : titles.map((each) => each.replace(/ /g, '\u00a0')).join(' · ');
  const quiet = { ...look, colour: ink.quiet };
  const most = isBeside ? Math.floor((bottom - 14 - top) / look.leading) - 1 : 3;
  const dates = breakLines(measure, [{ text: words.date, type: look }], width).slice(0, 1);
  const names = breakLines(measure, [{ text: boards, type: quiet }], width).slice(0, most);
  const drafts = [...dates, ...names].map((each, index) =>
    text(
      [{ tag: 'P', key: index < dates.length ? 'date' : 'boards' }],
      lineRuns(each, { x: margin, y: top + factBaseline + index * look.leading }),
    ),
  );
  return { drafts, bottom: top + drafts.length * look.leading };
}

/** The largest size at which the title takes at most two lines and no word is cut. */
function fittedTitle({ measure }: Setting, content: string, look: Type, width: number) {
  for (let size: number = title.largest; size > title.smallest; size -= 2) {
    const lines = breakLines(measure, [{ text: content, type: { ...look, size } }], width);
    if (lines.length <= 2 && lines.every(({ cut }) => !cut)) return { lines, size };
  }
  const size = title.smallest;
  const shown = shorten(measure, content, look.style, (2 * width * 0.95) / size);
  return { lines: breakLines(measure, [{ text: shown, type: { ...look, size } }], width).slice(0, 2), size };
}

/** At the right of the band, whole, on white: nobody knows whether it can be seen on the colour. */
function logoDrafts(
  { sheet }: Setting,
  { look, images, workshop }: ReportInput,
): { readonly drafts: readonly Draft[]; readonly width: number } {
  const url = look.logo === null ? undefined : images[look.logo];
  const size = url === undefined ? null : imageSize(url);
  if (look.logo === null || size === null || size.width === 0 || size.height === 0) return { drafts: [], width: 0 };
  const scale = Math.min(logo.width / size.width, logo.height / size.height);
  const [width, height] = [size.width * scale, size.height * scale];
  const plate = { width: width + 2 * logo.pad, height: height + 2 * logo.pad };
  const x = sheet.width - margin - plate.width;
  const y = 26;
  const picture: DisplayItem['ops'][number] = {
    ...{ op: 'image', matrix: [1, 0, 0, 1, 0, 0], x: x + logo.pad, y: y + logo.pad, width, height },
    ...{ image: look.logo, alpha: 1, alt: workshop },
  };
  return { drafts: [shapes(area({ x, y, ...plate }, ink.paper, logo.radius), picture)], width: plate.width + 24 };
}
