import type { Measure } from '../compose/measure.ts';
import type { ReportInput } from '../compose/report-input.ts';
import { reportTexts } from '../compose/report-texts.ts';
import { type } from '../compose/type.ts';
import type { TextStyle } from '../faces.ts';
import { type FaceSources, FontBook, lettersOf } from './font-book.ts';
import { createPdf } from './pdf-document.ts';

/** Marks of ours between the words of a report. */
const ownLetters = ' .,·•–…/-0123456789';

/** Widths of everything that a report says, in every face it may be set in. */
export async function openMeasure(input: ReportInput, sources: FaceSources): Promise<Measure> {
  const letters = new Set(ownLetters);
  for (const text of reportTexts(input)) for (const letter of lettersOf(text)) letters.add(letter);
  // Nothing is drawn into it: the font engine works within a document.
  const pdf = createPdf({ title: '', author: '', language: input.report.language, createdAtMs: 0 });
  const fonts = await FontBook.open(pdf, announced([...letters]), sources);
  const known = new Map<TextStyle, Map<string, number>>();
  return (text, style) => {
    const widths = known.get(style) ?? new Map<string, number>();
    known.set(style, widths);
    const width = widths.get(text) ?? fonts.textWidth(text, style);
    widths.set(text, width);
    return width;
  };
}

const styles: readonly TextStyle[] = [
  ...new Map(Object.values(type).map(({ style }) => [JSON.stringify(style), style])).values(),
];

/** Signs between letters that are read from the right are of those letters' face, and so are announced with them too. */
function* announced(letters: readonly string[]): Generator<TextStyle & { readonly text: string }> {
  const neighbours = [
    '',
    ...[/\p{Script=Arabic}/u, /\p{Script=Hebrew}/u].map(
      (script) => letters.find((letter) => script.test(letter)) ?? '',
    ),
  ];
  for (const style of styles)
    for (const neighbour of new Set(neighbours))
      for (const letter of letters) yield { ...style, text: letter + neighbour };
}
