import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { arrive, boardIsThere, joinByLink, writeNote } from '../e2e/support/person.ts';
import { createBoard, createWorkshop, joinAsProgram } from '../support/api.ts';
import { startProductionServer } from '../support/production-server.ts';
import { readAgain } from '../unit/export/support/second-reader.ts';
import { startChromium } from './drivers/chromium.ts';
import type { Driver } from './drivers/driver.ts';
import { startFirefox } from './drivers/firefox.ts';
import { startWebKit } from './drivers/webkit.ts';
import { button, type PersonAt, personAt } from './person-at.ts';
import { findFirefox, findWebKit } from './programs.mjs';

type Start = (browser: Browser, address: string) => Promise<Driver>;

const [firefox, webKit] = [findFirefox(), findWebKit()];
/** Null for what is not on this machine, which `npm test` says. */
const engines: readonly { readonly name: string; readonly start: Start | null }[] = [
  { name: 'Chromium', start: startChromium },
  { name: 'Firefox', start: firefox === null ? null : () => startFirefox(firefox) },
  { name: 'WebKit', start: webKit === null ? null : () => startWebKit(webKit) },
];

const onCanvas = (page: Page, text: string) => page.locator('.tl-canvas').getByText(text, { exact: true });

/** A note at a place on the screen. */
async function write(driver: Driver, person: PersonAt, at: { x: number; y: number }, text: string): Promise<void> {
  await driver.press('Escape');
  await driver.press('n');
  await driver.click(at);
  await person.canWrite();
  await driver.type(text);
  await driver.press('Escape');
  await driver.press('Escape');
  await person.sees('.tl-canvas', text);
}

/** Through the dialog, as a file. */
async function exportPdf(driver: Driver, person: PersonAt): Promise<Buffer> {
  await person.click(button('Export'));
  await person.click({ css: '[role=dialog] button', says: 'Download' });
  await expect
    .poll(() => readdir(driver.downloads), { timeout: 120_000 })
    .toContainEqual(expect.stringMatching(/\.pdf$/));
  await person.click({ css: '[role=dialog] button', says: 'Close' });
  const name = (await readdir(driver.downloads)).find((file) => file.endsWith('.pdf')) ?? '';
  return readFile(join(driver.downloads, name));
}

for (const { name, start } of engines) {
  test.describe(name, () => {
    test('[BRW1] a person joins, writes, sees what others write, undoes, exports, and goes on after a cut', async ({
      browser,
    }) => {
      test.skip(start === null, 'not on this machine');
      if (start === null) return;
      const server = await startProductionServer();
      const { workshop, invites } = await createWorkshop(server.address, 'Full Plates');
      const facilitator = await joinAsProgram(server.address, invites.facilitator.token);
      await createBoard(facilitator, workshop.id, 'root-cause-tree');
      const link = `${server.address}/join#${invites.participant.token}`;
      const jonas = await arrive(browser, server.address);
      await joinByLink(jonas.page, link, 'Jonas', 'Korf Supermarkets');
      await boardIsThere(jonas.page);

      const driver = await start(browser, server.address);
      test.info().annotations.push({ type: 'browser', description: driver.version });
      const anna = personAt(driver);
      try {
        await test.step('joins by link', async () => {
          await driver.open(link);
          await anna.fill('Your name', 'Anna');
          await anna.fill('Your organisation', 'De Schakel Food Aid');
          await driver.press('Escape');
          await anna.click(button('Join the board'));
          await anna.sees('.tl-canvas', '1 Agree the problem');
        });
        await test.step('writes, and the other sees it; and the other way round', async () => {
          await write(driver, anna, { x: 600, y: 500 }, 'Anna: é ü ß ł');
          await expect(onCanvas(jonas.page, 'Anna: é ü ß ł')).toBeVisible();
          await writeNote(jonas.page, { x: 800, y: 500 }, 'Jonas: Ωμέγα Я');
          await anna.sees('.tl-canvas', 'Jonas: Ωμέγα Я');
        });
        await test.step('undoes her own', async () => {
          await anna.undoUntilGone('Anna: é ü ß ł');
          await expect(onCanvas(jonas.page, 'Anna: é ü ß ł')).toHaveCount(0);
          await anna.sees('.tl-canvas', 'Jonas: Ωμέγα Я');
        });
        await test.step('takes a report home', async () => {
          const pdf = await exportPdf(driver, anna);
          expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
          const pages = readAgain(pdf);
          // Cover and the five frames of the template at least.
          expect(pages.length).toBeGreaterThanOrEqual(6);
          expect(pages.join('\n')).toContain('Jonas: Ωμέγα Я');
        });
        expect(await driver.complaints()).toEqual([]);
        await test.step('hears of a cut, and what she writes meanwhile arrives', async () => {
          await server.kill('SIGKILL');
          await anna.sees('body', 'No connection.');
          await write(driver, anna, { x: 600, y: 650 }, 'Written meanwhile');
          await server.restart();
          await expect(onCanvas(jonas.page, 'Written meanwhile')).toBeVisible();
        });
      } catch (error) {
        await writeFile(test.info().outputPath(`${name}.png`), await driver.screenshot());
        throw error;
      } finally {
        await driver.close();
        await jonas.context.close();
        await server.stop();
      }
    });
  });
}
