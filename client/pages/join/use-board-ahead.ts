import { useEffect } from 'react';
import type { Language } from '../../../shared/api/text.ts';
import { fetchBoardTexts, useLanguage } from '../../i18n/LanguageProvider.tsx';

/** A browser has six ways to a server of HTTP/1.1: what somebody does meanwhile has to find one free. */
const atOnce = 5;

/** The first moments belong to the form: to its faces, the keyboard of a phone, the list of organisations. */
const quietMs = 1_000;

/** What a board is made of, as the build lists it in the page; nothing in development. */
function boardFiles(): readonly string[] {
  const list = document.querySelector<HTMLTemplateElement>('#board-files');
  return list === null ? [] : [...list.content.querySelectorAll('link')].map(({ href }) => href);
}

/** Puts files into the browser's store and runs none. A gap costs nothing: what did not come is asked for on the way in. */
async function download(files: readonly string[], signal: AbortSignal): Promise<void> {
  const waiting = [...files];
  const some = async () => {
    for (let file = waiting.shift(); file !== undefined && !signal.aborted; file = waiting.shift()) {
      await fetch(file, { priority: 'low' })
        .then((response) => response.arrayBuffer())
        .catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, some));
}

/** What only a person does: the focus of the first field is the page's own. */
const firstSign = (signal: AbortSignal) =>
  new Promise((resolve) => {
    for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, resolve, { signal, capture: true });
  });

const quiet = () => new Promise((resolve) => setTimeout(resolve, quietMs));

async function runCompanion(language: Language): Promise<void> {
  const pages = Promise.all([import('../board/BoardPage.tsx'), import('../companion/Companion.tsx')]);
  const { fetchCompanionTexts } = await import('../../i18n/CompanionTexts.tsx');
  await Promise.all([pages, fetchCompanionTexts(language)]);
}

/**
 * Brings the board while somebody reads and fills in the form: on a slow line it is most of the way in. Its files come
 * with the first sign of a person or after a moment of quiet. They are run once there is both a person and all of them,
 * since running them stops an old phone for half a second.
 *
 * @param what the person will see: on a phone who takes part gets a page of its own, which is light
 */
export function useBoardAhead(what: 'nothing' | 'board' | 'companion'): void {
  const { language } = useLanguage();
  useEffect(() => {
    if (what === 'nothing') return;
    const here = new AbortController();
    const someone = firstSign(here.signal);
    const wanted = Promise.race([someone, quiet()]);
    if (what === 'companion') {
      // On the way in they are asked for again.
      void wanted.then(() => runCompanion(language)).catch(() => undefined);
      return () => here.abort();
    }
    const downloaded = wanted.then(() =>
      Promise.allSettled([download(boardFiles(), here.signal), fetchBoardTexts(language)]),
    );
    void Promise.all([downloaded, someone])
      .then(() => Promise.all([import('../board/BoardPage.tsx'), import('../board/BoardView.tsx')]))
      // On the way in they are asked for again.
      .catch(() => undefined);
    return () => here.abort();
  }, [what, language]);
}
