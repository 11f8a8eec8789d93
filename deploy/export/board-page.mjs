import { SetupError } from '../setup.mjs';
import { say } from './write-file.mjs';

/**
 * @typedef {import('./read-job.mjs').Job} Job
 * @typedef {import('./session.mjs').Session} Session
 * @typedef {import('@playwright/test').Page} Page
 */

/**
 * The page of a board in a headless Chromium, with its hooks for exports: what it makes is what people make there.
 * @param {Job} job @param {Session} session @param {string} boardId
 * @returns {Promise<{page: Page, close: () => Promise<void>}>}
 */
export async function openBoardPage({ link, timeoutMs }, session, boardId) {
  const { chromiumArguments, resolveChromium } = await import('../chromium.mjs');
  const { chromium } = await import('@playwright/test');
  const { path } = await resolveChromium();
  const browser = await chromium.launch({ executablePath: path, args: chromiumArguments });
  try {
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
    await context.addCookies([
      { name: 'cb_session', value: session.token, url: link.origin, httpOnly: true, sameSite: 'Lax' },
    ]);
    const page = await context.newPage();
    await page.exposeFunction('exportSay', say);
    await openBoard(page, `${link.origin}/workshop/${session.workshopId}/board/${boardId}`, timeoutMs);
    return { page, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** @param {Page} page @param {string} address @param {number} timeoutMs */
async function openBoard(page, address, timeoutMs) {
  const { errors } = await import('@playwright/test');
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(address, { timeout: timeoutMs });
  try {
    await page.waitForFunction(() => window.commonboardExport !== undefined, undefined, { timeout: timeoutMs });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    const heading = page.locator('h1').first();
    const shown = (await heading.textContent({ timeout: 1000 }).catch(() => null)) ?? '';
    const why = [shown, ...complaints].filter((line) => line !== '').join('; ');
    throw new SetupError(`The board did not open within ${timeoutMs / 1000} s. ${why}`.trim());
  }
}

/**
 * Waits no longer for something than it may take.
 * @template Value
 * @param {string} what @param {number} timeoutMs
 * @param {(renew: () => void) => Promise<Value>} work may ask for the whole time once more
 * @returns {Promise<Value>}
 */
export async function within(what, timeoutMs, work) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new SetupError(`${what} was not ready within ${timeoutMs / 1000} s. Try a longer --timeout.`)),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([work(() => timer?.refresh()), late]);
  } finally {
    clearTimeout(timer);
  }
}
