import type { Editor } from 'tldraw';

/** Letters that tldraw's handwriting and typewriter lack; the page declares stand-ins for them, see fallback-fonts.css. */
const greek = /[\u0370-\u03ff\u1f00-\u1fff]/;

/** Waits for every face that the board's text is set in: measured before, text would be placed as another face has it. */
export async function loadTextFaces(editor: Editor): Promise<void> {
  await editor.fonts.loadRequiredFontsForCurrentPage();
  const wanted = ["600 20px 'Source Sans 3'"];
  const texts = editor.getCurrentPageShapes().map((shape) => JSON.stringify(shape.props));
  if (texts.some((text) => greek.test(text)))
    for (const family of ['tldraw_draw', 'tldraw_mono'])
      for (const style of ['', 'bold ', 'italic ', 'italic bold ']) wanted.push(`${style}20px ${family}`);
  // A face that cannot be had leaves its substitute, which the canvas shows as well.
  await Promise.allSettled(wanted.map((font) => document.fonts.load(font, 'aΑα')));
  await document.fonts.ready;
}
