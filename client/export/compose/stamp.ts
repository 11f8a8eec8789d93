import { area, type Draft, type Place, run, shapes } from './draft.ts';
import type { Measure } from './measure.ts';
import type { ReportOrganisation } from './report-input.ts';

/** Colours of organisations in the order of joining, light theme; the second and seventh are light and take dark letters. */
const colours = [
  '#1C3DA1',
  '#C8690E',
  '#437A63',
  '#6B3A51',
  '#8C5704',
  '#695894',
  '#1F8CB2',
  '#241B6C',
  '#314900',
  '#3E2318',
] as const;
const lightColours: ReadonlySet<string> = new Set(['#C8690E', '#1F8CB2']);
const style = { family: 'text', weight: 700, italic: false } as const;

/** A stamp is so many times as wide as high. */
export const stampProportion = 1.4;

/** The organisation's colour and initials. Its name stands beside it, so that it is not read out. */
export function stamp(
  measure: Measure,
  { initials, colour }: ReportOrganisation,
  { x, y, height }: Place & { readonly height: number },
): Draft {
  const fill = colours[(colour - 1) % colours.length] ?? colours[0];
  const letters = lightColours.has(fill) ? '#101816' : '#FFFFFF';
  const width = height * stampProportion;
  const natural = measure(initials, style);
  const size = Math.min(height * 0.56, (width - 4) / Math.max(natural, 0.01));
  const plate = area({ x, y, width, height }, fill, 3);
  // From the eleventh organisation on the colours repeat and a ring tells them apart.
  const isAgain = colour > colours.length;
  const ring = area({ x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3 }, letters, 2);
  const inside = area({ x: x + 2.5, y: y + 2.5, width: width - 5, height: height - 5 }, fill, 1);
  const name = run(
    initials,
    { style, size, colour: letters },
    {
      x: x + (width - natural * size) / 2,
      y: y + height / 2 + size * 0.33,
    },
  );
  return {
    ...shapes(plate, ...(isAgain ? [ring, inside] : []), {
      ...{ op: 'text', matrix: [1, 0, 0, 1, 0, 0], halo: null },
      blocks: [{ role: 'paragraph', runs: [name] }],
    }),
    figure: '',
  };
}
