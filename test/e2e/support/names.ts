import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { loadBoardCatalogue } from '../../../client/i18n/catalogue.ts';
import type { Language } from '../../../shared/api/text.ts';
import { loadAxe } from './axe.ts';

/** Something the keyboard can stop at. */
interface Control {
  /** As assistive technology has it; empty where nothing says what it is. */
  readonly role: string;
  readonly name: string;
  /** In which its name is said to be. */
  readonly language: string;
  readonly html: string;
}

/** Runs in a page. Everything that can take the focus and that one sees, each with the role and the name that are told of it. */
function controlsIn(): Control[] {
  interface Commons {
    readonly text: { accessibleText(element: Element): string };
    readonly aria: { getRole(element: Element): string | null };
  }
  const { axe } = window as unknown as { axe: { setup(): void; teardown(): void; commons: Commons } };
  const stops =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [contenteditable="true"], [tabindex="0"]';
  axe.setup();
  try {
    return (
      [...document.querySelectorAll<HTMLElement>(stops)]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }))
        .filter((element) => element.closest('[inert], [aria-hidden="true"]') === null)
        // A cell is what is written in it, while that is open.
        .filter((element) => element.querySelector('input, select, textarea') === null)
        // Turnstiles, which send the focus on; and notices, which stay in the language in which they were said.
        .filter(
          (element) => !element.matches('[data-radix-focus-guard], [role="region"] > span, [role="region"] > ol > li'),
        )
        .map((element) => ({
          role: axe.commons.aria.getRole(element) ?? '',
          name: axe.commons.text.accessibleText(element).replace(/\s+/g, ' ').trim(),
          language: [element, ...((element as HTMLInputElement).labels ?? [])]
            .flatMap((part) => part.closest<HTMLElement>('[lang]')?.lang ?? [])
            .reduce((own, next) => (own === document.documentElement.lang ? next : own)),
          html: element.outerHTML.slice(0, 120),
        }))
    );
  } finally {
    axe.teardown();
  }
}

/** Changes the language where one is, as the dialog of the settings does, which would hide the state that is looked at. */
const speak = (page: Page, language: Language): Promise<void> =>
  page.evaluate((wanted) => {
    interface Fiber {
      readonly memoizedProps: { readonly value?: { changeLanguage?(language: string): void } } | null;
      readonly return: Fiber | null;
    }
    const element = document.querySelector('main') as unknown as Record<string, Fiber> | null;
    const key = Object.keys(element ?? {}).find((name) => name.startsWith('__reactFiber$'));
    for (let fiber = element?.[key ?? ''] ?? null; fiber !== null; fiber = fiber.return) {
      const change = fiber.memoizedProps?.value?.changeLanguage;
      if (change !== undefined) return change(wanted);
    }
    throw new Error('no language on this page');
  }, language);

const assets = createRequire(import.meta.url).resolve('@tldraw/assets/translations/nl.json');
/** What is Dutch although it reads like English. */
const dutch = (async (): Promise<ReadonlySet<string>> => {
  const ours = Object.values(await loadBoardCatalogue('nl')).flatMap((area) => Object.values<unknown>(area));
  const tldraws = JSON.parse(await readFile(assets, 'utf8')) as Readonly<Record<string, string>>;
  return new Set([...ours, ...Object.values(tldraws)].filter((text) => typeof text === 'string'));
})();

/** Languages call themselves so; formats and makers have no other name; codes and counts are read as they are. */
const everywhere =
  /^(English|Nederlands|Français|Deutsch|Commonboard|made with tldraw|CSV|A3|A4|Letter|[×\d\s%.,:()+…–—-]*)$/;

/** Once all of them are there: parts of a page come after it. */
async function controlsOf(page: Page): Promise<readonly Control[]> {
  let found: readonly Control[] = [];
  await expect(async () => {
    const before = found.length;
    found = await page.evaluate(controlsIn);
    expect(found.length).toBe(before);
    expect(before).toBeGreaterThan(0);
  }).toPass({ intervals: [100, 500, 500] });
  return found;
}

/**
 * What cannot be told by whoever does not see a page, in English and in Dutch: without a role or a name, or with a name
 * that stays English. Leaves the page in English.
 * @param theirs words that people wrote, which no language changes
 */
export async function unheard(page: Page, theirs: RegExp): Promise<readonly string[]> {
  await loadAxe(page);
  const known = await dutch;
  const english = await controlsOf(page);
  await speak(page, 'nl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  let issues: readonly string[] = [];
  const look = async (): Promise<readonly string[]> => {
    const now = await page.evaluate(controlsIn);
    if (now.length !== english.length) return [`${english.length} controls in English, ${now.length} in Dutch`];
    return now.flatMap(({ role, name, language, html }, index) => {
      if (role === '' || role === 'generic') return [`no role: ${html}`];
      if (name === '') return [`no name: ${html}`];
      const own = name.replace(theirs, '').trim();
      // A board speaks its own language, and says so.
      const isSame = language === 'nl' && name === english[index]?.name && !known.has(name) && !everywhere.test(own);
      return isSame ? [`English: ${name}`] : [];
    });
  };
  try {
    // Texts of the board and of tldraw come a moment after those of the page.
    await expect(async () => {
      issues = await look();
      expect(issues).toEqual([]);
    }).toPass({ timeout: 3_000 });
  } catch {
    // What is left is told.
  }
  await speak(page, 'en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  return issues;
}
