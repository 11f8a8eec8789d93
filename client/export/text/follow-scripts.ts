import { atom, type Editor } from 'tldraw';
import { mayHaveScripts } from './scripts.ts';
import { textOf } from './text-of.ts';

/**
 * Gives the board's faces the scripts its texts are written in, as they come, so that every browser sets them in the same
 * letters and the file after them. A board without such letters loads nothing. @returns stops that
 */
export function followScripts(editor: Editor): () => void {
  const stopMeasuring = measureAgain(editor);
  const look = (text: string): void => {
    if (!mayHaveScripts(text)) return;
    // Without them the browser takes a face of the system.
    import('./declare-scripts.ts').then(({ declareScripts }) => declareScripts(text)).catch(() => undefined);
  };
  look(editor.store.allRecords().map(textOf).join(''));
  const stopListening = editor.store.listen(
    ({ changes: { added, updated } }) => {
      for (const record of Object.values(added)) look(textOf(record));
      for (const [before, after] of Object.values(updated))
        if (after.typeName === 'shape' && before.typeName === 'shape' && before.props !== after.props)
          look(textOf(after));
    },
    { scope: 'document' },
  );
  return () => {
    stopListening();
    stopMeasuring();
  };
}

/** What tldraw measured in a face of the system is measured again once faces have come. @returns stops that */
function measureAgain(editor: Editor): () => void {
  const { fonts } = editor;
  const arrivals = atom('faces arrived', 0);
  const arrived = (): void => {
    arrivals.update((count) => count + 1);
  };
  const track = fonts.trackFontsForShape;
  // Whoever measures a shape calls this, and is called again when what it read has changed.
  fonts.trackFontsForShape = (shape) => {
    arrivals.get();
    track.call(fonts, shape);
  };
  document.fonts.addEventListener('loadingdone', arrived);
  return () => {
    fonts.trackFontsForShape = track;
    document.fonts.removeEventListener('loadingdone', arrived);
  };
}
