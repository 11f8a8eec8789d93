import { useEffect, useState } from 'react';
import type { TLUiOverrides } from 'tldraw';
import type { Language } from '../../../shared/api/text.ts';
import { untilThere } from '../../ui/lazy-part.ts';

/** Texts that tldraw lacks in a language. They come after the canvas: it does not wait for words of its tools. */
export function useCanvasTexts(language: Language): TLUiOverrides | null {
  const [texts, setTexts] = useState<TLUiOverrides | null>(null);
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
