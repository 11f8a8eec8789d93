import { faceUrls } from 'virtual:pdf-faces';
import type { DisplayPage } from '../display-list.ts';
import { type FaceName, faces } from '../faces.ts';
import { needsScripts, pageTexts } from '../text/page-texts.ts';
import { scripts } from '../text/scripts.ts';
import { cssFamily } from './css-families.ts';

let declared = false;

/** Gives this document the faces of the PDF that a page needs; the browser fetches each once a text is set in it. */
export async function declareFaces(page: DisplayPage): Promise<void> {
  if (!declared) declareOwn();
  declared = true;
  if (!needsScripts(page)) return;
  const letters = Array.from(pageTexts(page), ({ text }) => text).join('');
  // Where the list of faces cannot be had, what the system has stands in.
  await import('../text/declare-scripts.ts')
    .then(({ declareScripts }) => declareScripts(letters))
    .catch(() => undefined);
}

function declareOwn(): void {
  for (const [name, { family, weight, italic }] of Object.entries(faces)) {
    if (scripts.some((script) => script === family)) continue;
    const url = faceUrls[name as FaceName];
    const descriptors = { weight: String(weight), style: italic ? 'italic' : 'normal', display: 'block' } as const;
    document.fonts.add(new FontFace(cssFamily(family), `url(${JSON.stringify(url)})`, descriptors));
  }
}
