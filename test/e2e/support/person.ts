import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

/** One human at one browser of their own. What must never happen there is gathered and checked by `leave`. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained about in its console, and what broke in it. */
  readonly complaints: string[];
  /** Addresses outside the server that it asked for. */
  readonly strangers: string[];
}

export interface PersonOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  /** On a board for the first time: with the hints that others have put away. */
  readonly firstVisit?: boolean;
  /** At a phone: fingers instead of a mouse. */
  readonly touch?: boolean;
  /** Complaints that the test itself brings about. */
  readonly expected?: RegExp;
}

/** @param address of the server: every request elsewhere is kept in `strangers` */
export async function arrive(browser: Browser, address: string, options: PersonOptions = {}): Promise<Person> {
  const { viewport = { width: 1440, height: 900 }, locale = 'en-GB', touch = false } = options;
  const context = await browser.newContext({
    ...{ baseURL: address, viewport, locale, reducedMotion: 'reduce', hasTouch: touch, isMobile: touch },
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  if (options.firstVisit !== true)
    await context.addInitScript(() => {
      try {
        localStorage.setItem('commonboard.firstHints', '3');
      } catch {
        // Pages without an origin have no storage.
      }
    });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  const complain = (text: string) => {
    if (options.expected?.test(text) !== true) complaints.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
  });
  page.on('pageerror', (error) => complain(String(error)));
  const { host } = new URL(address);
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.host !== host) strangers.push(request.url());
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== host) strangers.push(socket.url());
  });
  return { page, context, complaints, strangers };
}

/** Fills the home page's form. Ends on the workshop's page. */
export async function createWorkshop(page: Page, title: string, name: string, organisation: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('Name of the partnership or workshop').fill(title);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your organisation').fill(organisation);
  await page.getByRole('button', { name: 'Create workshop' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Copies a link of the workshop page with its button, as a facilitator does. */
export async function copyLink(page: Page, button: 'Copy link' | 'Copy viewer link' | 'Copy facilitator link') {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Opens a link and fills the join page's form. */
export async function joinByLink(page: Page, link: string, name: string, organisation: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Your organisation').fill(organisation);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Join the board|Look at the board|Open the workshop/ }).click();
}

/** Adds a board on the workshop's page. Ends on the board. */
export async function createBoard(
  page: Page,
  { template, title, language }: { template: string; title: string; language: string },
): Promise<void> {
  await page.getByRole('button', { name: 'New board' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(template, { exact: true }).click();
  if (title !== template) await dialog.getByLabel('Name of the board').fill(title);
  await dialog.getByText(language, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Create board' }).click();
}

/** Waits until the board is drawn. @param timeoutMs more than usual where the network is slow */
export async function boardIsThere(page: Page, timeoutMs = 15_000): Promise<void> {
  const canvas = page.locator('.tl-canvas');
  // On a phone who takes part begins with a page of its own; the board is one press away.
  const look = page.locator('[data-look]');
  await expect(canvas.or(look)).toBeVisible({ timeout: timeoutMs });
  if (await look.isVisible()) await look.click();
  await expect(canvas).toBeVisible({ timeout: timeoutMs });
  await expect(page.locator('.tl-shape').first()).toBeAttached();
}

/** Chooses from the menu of whoever leads. */
export async function facilitate(page: Page, item: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Facilitate' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** The first page of the board in all the room there is: whoever leads has the guide open beside it. */
export async function hideGuide(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hide the guide' }).click();
  await expect(page.getByRole('button', { name: 'Open the guide' })).toBeVisible();
  const pages = page.getByRole('navigation', { name: 'Frames of this board' });
  const first = page.getByRole('menuitem').first();
  // The numbers are there where they have room, the menu always; it closes when the canvas gets its new room meanwhile.
  await expect(async () => {
    if (!(await first.isVisible())) await pages.getByTitle('Frames of this board').click();
    await first.click({ timeout: 2_000 });
  }).toPass();
}

/** Waits until what was just done is on the screen, where a person would look for it: two frames later. */
export const isDrawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  });

/** Waits until the page says that the server has everything. */
export const isSaved = (page: Page): Promise<void> =>
  expect(page.locator('[data-saved="true"]')).toBeVisible({ timeout: 15_000 });

/** Waits until the editor for text, which comes after the canvas, is there: without a network it would not come. */
export async function canWrite(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance
      .getEntriesByType('resource')
      // Its style sheet alone opens no text.
      .some(
        (entry) => /\/text-editor-[^/]*\.js$/.test(entry.name) && (entry as PerformanceResourceTiming).responseEnd > 0,
      ),
  );
}

/** Waits until this browser holds what was written up to now: a page that goes before that takes the last letters along. */
export async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const asked = async (request: IDBOpenDBRequest): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const db = await asked(indexedDB.open(name));
      // Comes after everything that is being written to the same stores.
      const transaction = db.transaction([...db.objectStoreNames], 'readonly');
      transaction.objectStore(db.objectStoreNames[0] ?? '').count();
      await new Promise((resolve) => {
        transaction.oncomplete = resolve;
      });
      db.close();
    }
  });
}

/** A note of one's own at a place on the screen, written with the keyboard. */
export async function writeNote(page: Page, at: { x: number; y: number }, text: string): Promise<void> {
  await page.locator('.tl-canvas').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.mouse.click(at.x, at.y);
  await expect(page.locator('.tl-canvas [contenteditable="true"]')).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.tl-canvas').getByText(text)).toBeVisible();
}

/** Draws with the tool in hand from one place of the screen to another. */
export async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2 + 10, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}
