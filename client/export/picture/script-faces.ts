import { faceUrls } from 'virtual:pdf-faces';
import { type FaceName, faceFor } from '../faces.ts';
import { pairsOf, type SlicedScript, scriptOfSlice } from '../text/script-slices.ts';
import { rangesOf, unicodeRange } from '../text/scripts.ts';
import type { WebFace } from './web-faces.ts';

const urls: Readonly<Record<FaceName, string>> = faceUrls;

/** Faces of scripts beyond Latin, Greek and Cyrillic; the list is long and comes with the first letter of one. */
export async function scriptFaces(): Promise<readonly WebFace[]> {
  const whole = (['arabic', 'hebrew'] as const).flatMap((family): WebFace[] =>
    [400, 700].map((weight) => ({
      ...{ family, weight: String(weight), italic: false },
      ...{ url: urls[faceFor(family, weight, false)], ranges: unicodeRange(rangesOf(family)) },
    })),
  );
  const { slices } = await import('virtual:script-slices');
  const sliced = slices.map(({ name, ranges, url }): WebFace => {
    const family = scriptOfSlice(name);
    return { family, weight: weightOfScript(family), italic: false, url, ranges: unicodeRange(pairsOf(ranges)) };
  });
  return [...whole, ...sliced];
}

/** Emoji have one weight; the other scripts are variable. */
const weightOfScript = (script: SlicedScript): string => (script === 'emoji' ? '400' : '100 900');
