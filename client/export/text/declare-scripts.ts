import { faceUrls } from 'virtual:pdf-faces';
import { slices } from 'virtual:script-slices';
import { faceFor } from '../faces.ts';
import { holds, pairsOf, scriptOfSlice } from './script-slices.ts';
import { intersect, type Range, rangesOf, scriptOf, scriptsFamily, unicodeRange } from './scripts.ts';

interface Home {
  readonly family: string;
  readonly weight: string;
  readonly style: 'normal' | 'italic';
}

const tldrawFamilies = ['tldraw_draw', 'tldraw_sans', 'tldraw_serif', 'tldraw_mono'];

/**
 * The faces that texts are set in, described as the page declares them: only then does a browser take a face of the same
 * family and description for the letters that this one has.
 */
const homes: readonly Home[] = [
  ...tldrawFamilies.flatMap((family) =>
    ['400', '700'].flatMap((weight): Home[] => [
      { family, weight, style: 'normal' },
      { family, weight, style: 'italic' },
    ]),
  ),
  { family: 'Source Sans 3', weight: '200 900', style: 'normal' },
  { family: 'Bricolage Grotesque', weight: '200 800', style: 'normal' },
  { family: scriptsFamily, weight: '100 900', style: 'normal' },
];

const declared = new Set<string>();

/**
 * Lets every text face of this document draw the scripts of these letters. A file is fetched when a letter is drawn from
 * it, and shared by all faces.
 */
export function declareScripts(letters: string): void {
  for (const letter of new Set(letters)) {
    const codePoint = letter.codePointAt(0) ?? 0;
    const script = scriptOf(codePoint);
    if (script === null) continue;
    if (script === 'arabic' || script === 'hebrew') {
      const regular = faceUrls[script];
      const heavy = faceUrls[faceFor(script, 700, false)];
      declare(script, rangesOf(script), ({ weight }) => (weight === '700' ? heavy : regular));
      continue;
    }
    const slice = slices.find(({ name, ranges }) => scriptOfSlice(name) === script && holds(ranges, codePoint));
    if (slice === undefined) continue;
    const { name, ranges, url } = slice;
    declare(name, intersect(pairsOf(ranges), rangesOf(script)), () => url);
  }
}

function declare(name: string, ranges: readonly Range[], urlFor: (home: Home) => string): void {
  if (declared.has(name)) return;
  declared.add(name);
  for (const home of homes) {
    const { family, weight, style } = home;
    const description = { weight, style, unicodeRange: unicodeRange(ranges) };
    document.fonts.add(new FontFace(family, `url(${JSON.stringify(urlFor(home))})`, description));
  }
}
