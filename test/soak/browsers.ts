import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { chromiumArguments, resolveChromium } from '../../deploy/chromium.mjs';
import { arrive, boardIsThere, joinByLink } from '../e2e/support/person.ts';
import type { Workshop } from './workshop.ts';

/** Real browsers on the first board. */
export interface Crowd {
  /** Writes notes with mouse and keyboard until a time of `performance.now`. */
  work(untilMs: number): Promise<void>;
  /** Until each page says that everything is saved. */
  settle(): Promise<void>;
  /** What each canvas shows: the words of every shape, by id. */
  shapes(): Promise<readonly ReadonlyMap<string, string>[]>;
  close(): Promise<void>;
}

export async function openBrowsers(address: string, workshop: Workshop, count: number): Promise<Crowd> {
  if (count === 0)
    return { work: async () => {}, settle: async () => {}, shapes: async () => [], close: async () => {} };
  const { path } = await resolveChromium();
  const browsers: Browser[] = [];
  const pages: Page[] = [];
  for (let n = 0; n < count; n++) {
    const browser = await chromium.launch({ executablePath: path, args: chromiumArguments });
    browsers.push(browser);
    const { page } = await arrive(browser, address);
    await joinByLink(page, workshop.participantLink, `Person ${n}`, 'Wells');
    await page.goto(`/workshop/${workshop.id}/board/${workshop.boards[0]}`);
    await boardIsThere(page);
    pages.push(page);
  }
  return {
    work: async (untilMs) => {
      await Promise.all(pages.map((page, index) => workOn(page, index, untilMs)));
    },
    settle: async () => {
      // Waits of a page between two tries grow while the server is gone.
      await Promise.all(
        pages.map((page) => expect(page.locator('[data-saved="true"]')).toBeVisible({ timeout: 60_000 })),
      );
    },
    shapes: () => Promise.all(pages.map(shapesOn)),
    close: async () => {
      await Promise.all(browsers.map((browser) => browser.close()));
    },
  };
}

async function workOn(page: Page, index: number, untilMs: number): Promise<void> {
  for (let n = 0; performance.now() < untilMs; n++) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.mouse.click(300 + ((n * 97) % 700), 250 + ((n * 61) % 400));
    await page.keyboard.type(`written by person ${index}`, { delay: 20 });
    await page.keyboard.press('Escape');
    // Every other note goes again, so that the board does not fill up.
    if (n % 2 === 0) await page.keyboard.press('Delete');
    await page.waitForTimeout(500);
  }
  await page.keyboard.press('Escape');
}

/** What is in view stands in the page under its id, cards that are small on the screen aside. Goes back to the first page. */
async function shapesOn(page: Page): Promise<ReadonlyMap<string, string>> {
  await page.keyboard.press('Shift+1');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const shapes = await page.evaluate(() =>
    [...document.querySelectorAll('.tl-shape')].map(
      (element) => [element.getAttribute('data-shape-id') ?? '', element.textContent ?? ''] as const,
    ),
  );
  await page.getByRole('navigation', { name: 'Frames of this board' }).locator('li button').first().click();
  await page.locator('.tl-container').focus();
  return new Map(shapes);
}
