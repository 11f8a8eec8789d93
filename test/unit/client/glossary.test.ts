import { describe, expect, it } from 'vitest';
import { loadBoardCatalogue } from '../../../client/i18n/catalogue.ts';
import { languages } from '../../../client/i18n/language.ts';
import type { Message } from '../../../client/i18n/message.ts';
import { Language } from '../../../shared/api/text.ts';

/**
 * One word for one thing. A board consists of frames: kaders, cadres, Rahmen. A page is one of a report, of a file or of
 * the browser; tldraw's own pages are never spoken of, a board has only one.
 */
const words: Readonly<Record<'frame' | 'page', Readonly<Record<Language, RegExp>>>> = {
  frame: { en: /\bframes?\b/i, nl: /\bkaders?\b/i, fr: /\bcadres?\b/i, de: /\bRahmens?\b/ },
  page: { en: /\bpages?\b/i, nl: /\bpagina/i, fr: /\bpages?\b/i, de: /\bSeiten?\b/ },
};

type Said = Readonly<Record<Language, string>>;

/** Areas whose pages are those of the browser, of a report or of a file. */
const areasOfPages: ReadonlySet<string> = new Set([
  'boardPage',
  'common',
  'errors',
  'export',
  'join',
  'session',
  'settings',
]);
/** Keys of the keyboard, a page of the web, and the page that may not copy. */
const namedPages: ReadonlySet<string> = new Set([
  'files.reason-web-page',
  'tools.cap-down',
  'tools.cap-up',
  'tools.fullScreenHint',
  'tools.linkNotCopied',
]);

/** Without the names of the values that are put in. */
const wordsOf = (message: Message): string => JSON.stringify(message).replace(/\{\w+\}/g, '');

const areas = await Promise.all(
  languages.map(async (language) => [language, await loadBoardCatalogue(language)] as const),
);
const inPages = areas.flatMap(([language, catalogue]) =>
  Object.entries(catalogue).flatMap(([area, texts]) =>
    Object.entries<Message>(texts).map(([key, text]) => ({ key: `${area}.${key}`, language, text: wordsOf(text) })),
  ),
);
const keys = new Set(inPages.map(({ key }) => key));

/** Texts in four languages that a module of the method exports, at whatever depth. */
function textsIn(value: unknown, seen: Set<unknown> = new Set()): Said[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const children = Object.values(value);
  if (Language.options.every((language) => typeof (value as Partial<Said>)[language] === 'string'))
    return [value as Said];
  return children.flatMap((child) => textsIn(child, seen));
}
const modules = import.meta.glob(['../../../shared/method/**/*.ts', '!**/demo/**'], { eager: true });
const onBoards = textsIn(Object.values(modules).map((module) => ({ ...(module as object) })));

const unequal = (texts: readonly { readonly language: Language; readonly text: string }[]): boolean =>
  new Set(texts.map(({ language, text }) => words.frame[language].test(text))).size > 1;

describe('[I18N6] one word for one thing', () => {
  it('[I18N6] what is a frame in one language is one in all', () => {
    expect([...keys].filter((key) => unequal(inPages.filter((text) => text.key === key)))).toEqual([]);
    const split = onBoards.filter((said) => unequal(languages.map((language) => ({ language, text: said[language] }))));
    expect(onBoards.length).toBeGreaterThan(500);
    expect(split).toEqual([]);
  });

  it('[I18N6] no part of a board is called a page', () => {
    const paged = inPages.filter(
      ({ key, language, text }) =>
        !namedPages.has(key) && !areasOfPages.has(key.split('.')[0] ?? '') && words.page[language].test(text),
    );
    expect(paged).toEqual([]);
  });

  it('[I18N6] what boards, their script and their hints say speaks of no page but that of a newspaper', () => {
    const ofNewspapers = /front page|groups of four to six, one page each/i;
    expect(onBoards.map(({ en }) => en).filter((text) => words.page.en.test(text) && !ofNewspapers.test(text))).toEqual(
      [],
    );
  });
});
