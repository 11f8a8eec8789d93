import type { Editor } from 'tldraw';
import { surroundingsOf } from '../../canvas/card-shapes/surroundings.ts';
import { faces } from '../../canvas/template-shapes/fonts.ts';
import { nextTurn } from '../next-turn.ts';
import { mayHaveScripts, scriptOf } from '../text/scripts.ts';
import { textOf } from '../text/text-of.ts';

/** Letters that tldraw's handwriting and typewriter lack; the page declares stand-ins for them, see fallback-fonts.css. */
const greek = /[\u0370-\u03ff\u1f00-\u1fff]/;
const styles = ['', 'bold ', 'italic ', 'italic bold '];

/** Waits for every face that the board's text is set in: measured before, text would be placed as another face has it. */
export async function loadTextFaces(editor: Editor): Promise<void> {
  await editor.fonts.loadRequiredFontsForCurrentPage();
  const { organisations } = surroundingsOf(editor).get().people;
  const text = [...editor.getCurrentPageShapes().map(textOf), ...organisations.map(({ name }) => name)].join('');
  const letters = [...new Set(text)].join('');
  // Cards are laid out by us in faces that come in parts, each with its letters.
  const wanted = Object.values(faces).map(({ family, weight, style }) =>
    load(`${style} ${weight} 20px '${family}'`, letters),
  );
  if (greek.test(text))
    for (const family of ['tldraw_draw', 'tldraw_mono'])
      for (const style of styles) wanted.push(load(`${style}20px ${family}`, 'aΑα'));
  if (mayHaveScripts(text)) wanted.push(...(await loadScripts(text)));
  // A face that cannot be had leaves its substitute, which the canvas shows as well.
  await Promise.allSettled(wanted);
  await document.fonts.ready;
  // What has been measured in a substitute is then known to be wrong.
  await nextTurn();
}

const load = (font: string, letters: string): Promise<FontFace[]> => document.fonts.load(font, letters);

async function loadScripts(text: string): Promise<Promise<FontFace[]>[]> {
  const { declareScripts } = await import('../text/declare-scripts.ts');
  declareScripts(text);
  const letters = [...new Set(text)].filter((letter) => scriptOf(letter.codePointAt(0) ?? 0) !== null).join('');
  // Each face unpacks its own copy of a file, so that only those are loaded that the board has.
  const families = ['draw', 'sans', 'serif', 'mono'].filter((name) => text.includes(`"font":"${name}"`));
  const kinds = styles.filter(
    (style) =>
      (!style.includes('bold') || text.includes('"type":"bold"')) &&
      (!style.includes('italic') || text.includes('"type":"italic"')),
  );
  return [
    ...families.flatMap((family) => kinds.map((style) => load(`${style}20px tldraw_${family}`, letters))),
    ...["20px 'Source Sans 3'", "20px 'Bricolage Grotesque'"].map((font) => load(font, letters)),
  ];
}
