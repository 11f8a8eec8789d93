import { fetchBoardTexts } from '../i18n/LanguageProvider.tsx';
import { initialLanguage } from '../i18n/language.ts';

/** Fetches what every board is made of while somebody still writes their name: on a slow line it is most of the way in. */
export async function fetchBoardAhead(): Promise<void> {
  // On the way there whatever did not come is asked for again.
  await Promise.allSettled([
    ...[import('./board/BoardPage.tsx'), import('./board/BoardView.tsx'), fetchBoardTexts(initialLanguage())],
    ...[
      import('../canvas/text/text-editor.ts'),
      import('../cards/tools/CardsOnCanvas.tsx'),
      import('../cards/ground.ts'),
    ],
  ]);
}
