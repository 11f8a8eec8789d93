import { useEffect, useState } from 'react';
import type { TLUiOverrides } from 'tldraw';
import type { Language } from '../../../shared/api/text.ts';
import { untilThere } from '../../ui/lazy-part.ts';

const none: TLUiOverrides = {};

/**
 * Texts that tldraw lacks in a language. They come after the canvas: it does not wait for words of its tools. Until then
 * they are empty, not absent: tldraw does not notice that a list of overrides became longer.
 */
export function useCanvasTexts(language: Language): TLUiOverrides {
  const [texts, setTexts] = useState(none);
  useEffect(() => {
    if (language === 'en') return;
    let isWanted = true;
    void untilThere(() => import('./translations.ts')).then(({ missingTranslations }) => {
      if (isWanted) setTexts({ translations: missingTranslations });
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return texts;
}
