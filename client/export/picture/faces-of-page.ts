import type { DisplayPage, TextRun } from '../display-list.ts';
import { faceChain, faces } from '../faces.ts';
import { pageTexts } from '../text/page-texts.ts';
import { type Script, scriptOf, scripts } from '../text/scripts.ts';
import type { WebFace } from './web-faces.ts';

/**
 * The faces that a page's text is set in, each once: of the wanted family, of those that stand in for letters it lacks, and
 * of the scripts its letters belong to. Bars need none.
 */
export function facesOfPage(page: DisplayPage, all: readonly WebFace[]): WebFace[] {
  const used = new Set<WebFace>();
  const take = (letters: readonly number[], candidates: readonly WebFace[]): number[] => {
    const covers = candidates.map((face) => ({ face, has: letterTest(face.ranges) }));
    return letters.filter((letter) => {
      const holding = covers.filter(({ has }) => has(letter));
      for (const { face } of holding) used.add(face);
      return holding.length === 0;
    });
  };
  for (const style of styles(page)) {
    const letters = [...style.letters];
    for (const script of scripts)
      take(
        letters.filter((letter) => scriptOf(letter) === script),
        scriptFaces(all, script, style.weight),
      );
    faceChain(style.family, style.weight, style.italic).reduce(
      (missing, name) =>
        take(
          missing,
          all.filter((face) => face.family === faces[name].family && fits(face, faces[name])),
        ),
      letters.filter((letter) => scriptOf(letter) === null),
    );
  }
  return all.filter((face) => used.has(face));
}

type Style = Pick<TextRun, 'family' | 'weight' | 'italic'>;

const weightsOf = ({ weight }: WebFace): readonly [from: number, to: number] => {
  const [from = 0, to = from] = weight.split(' ').map(Number);
  return [from, to];
};

function fits(face: WebFace, { weight, italic }: Pick<Style, 'weight' | 'italic'>): boolean {
  const [from, to] = weightsOf(face);
  return face.italic === italic && from <= weight && weight <= to;
}

/** In the nearest weight. */
function scriptFaces(all: readonly WebFace[], script: Script, weight: number): readonly WebFace[] {
  const own = all.filter(({ family }) => family === script);
  const distance = (face: WebFace): number => {
    const [from, to] = weightsOf(face);
    return Math.max(from - weight, weight - to, 0);
  };
  const nearest = Math.min(...own.map(distance));
  return own.filter((face) => distance(face) === nearest);
}

function styles(page: DisplayPage): Iterable<Style & { readonly letters: Set<number> }> {
  const found = new Map<string, Style & { readonly letters: Set<number> }>();
  for (const { family, weight, italic, text } of pageTexts(page)) {
    const key = `${family} ${weight} ${italic}`;
    const known = found.get(key) ?? { family, weight, italic, letters: new Set<number>() };
    found.set(key, known);
    for (const letter of text.trim()) known.letters.add(letter.codePointAt(0) ?? 0);
  }
  return found.values();
}

/** @param ranges as `unicode-range` has them */
function letterTest(ranges: string): (letter: number) => boolean {
  const spans = ranges.split(',').map((range) => {
    const [from = 0, to = from] = range
      .replace('U+', '')
      .split('-')
      .map((digits) => Number.parseInt(digits, 16));
    return { from, to };
  });
  return (letter) => spans.some(({ from, to }) => from <= letter && letter <= to);
}
