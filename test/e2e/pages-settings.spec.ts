import { expect, type Page, test } from '@playwright/test';
import { Language } from '../../shared/api/text.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { everythingFits } from './support/overflow.ts';
import { arrive, boardIsThere, copyLink, createWorkshop } from './support/person.ts';
import { phone } from './support/phone.ts';
import { openAs, readyBoard } from './support/ready-board.ts';
import { goAnew } from './support/walk.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const languages = Language.options;
const look = (page: Page) =>
  page.evaluate(() => {
    const { theme, contrast, motion } = document.documentElement.dataset;
    return { theme, contrast, motion };
  });
async function openSettings(page: Page) {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  return page.getByRole('dialog', { name: 'Settings' });
}

test('[PAG14] colours, contrast and motion follow the system until somebody chooses, on every page and from then on', async ({
  browser,
}) => {
  const fatima = await arrive(browser, server.address);
  const { page } = fatima;
  await createWorkshop(page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  expect(await look(page)).toEqual({ theme: 'light', contrast: 'normal', motion: 'less' });
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
  await expect.poll(() => look(page)).toEqual({ theme: 'dark', contrast: 'more', motion: 'less' });

  const dialog = await openSettings(page);
  await dialog.getByText('Light', { exact: true }).click();
  await dialog.getByLabel('Less motion').uncheck();
  expect(await look(page)).toEqual({ theme: 'light', contrast: 'more', motion: 'normal' });
  await page.reload();
  expect(await look(page)).toEqual({ theme: 'light', contrast: 'more', motion: 'normal' });
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'no-preference' });
  await expect.poll(() => look(page)).toEqual({ theme: 'light', contrast: 'normal', motion: 'normal' });

  const link = await copyLink(page, 'Copy link');
  for (const path of ['/', link, '/workshop/nowhere']) {
    await page.goto(path);
    await expect((await openSettings(page)).getByLabel('High contrast')).not.toBeChecked();
    await page.keyboard.press('Escape');
  }
  expect(fatima.complaints).toEqual([]);
});

test('[PAG14] in one’s settings one also corrects one’s name, where the page knows who one is', async ({ browser }) => {
  const fatima = await arrive(browser, server.address);
  await createWorkshop(fatima.page, 'Warm homes', 'Fatma', 'City of Merelbrugge');
  const dialog = await openSettings(fatima.page);
  await dialog.getByLabel('Your name').fill('Fatima');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Saved. Everybody sees it from now on.')).toBeVisible();
  await fatima.page.keyboard.press('Escape');
  await expect(fatima.page.getByText('Fatima (you)')).toBeVisible();
  expect(fatima.complaints).toEqual([]);
});

test('[PAG17] no page is wider than the window nor cuts its words, in any language and three widths, and nothing of its bar covers another thing', async ({
  browser,
}) => {
  const fatima = await arrive(browser, server.address, { ...phone, viewport: { width: 360, height: 740 } });
  const { page } = fatima;
  await createWorkshop(page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const workshop = page.url();
  const link = await copyLink(page, 'Copy link');
  for (const address of ['/', workshop, link]) {
    await goAnew(page, address);
    const choice = page.getByRole('combobox').first();
    for (const language of languages) {
      await choice.selectOption(language);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await everythingFits(page, `${address} ${language}`);
      const brand = await page.getByRole('banner').getByRole('link').first().boundingBox();
      const chosen = await choice.boundingBox();
      expect((brand?.x ?? 0) + (brand?.width ?? 0), `${address} ${language}`).toBeLessThanOrEqual(chosen?.x ?? 0);
    }
  }
  expect(fatima.complaints).toEqual([]);
});

test('[PAG17] nor do a board, its guide and its settings', async ({ browser }) => {
  const board = await readyBoard(server.address, 'actor-map');
  const fatima = await arrive(browser, server.address);
  const { page } = fatima;
  await openAs(fatima, server.address, board, 'Fatima');
  await boardIsThere(page);
  for (const language of languages) {
    await page.getByRole('button', { name: /^(Settings|Instellingen|Réglages|Einstellungen)$/ }).click();
    const settings = page.getByRole('dialog');
    await settings.getByRole('combobox').first().selectOption(language);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await everythingFits(page, `settings ${language}`);
    await page.keyboard.press('Escape');
    await expect(settings).toHaveCount(0);
    await everythingFits(page, `board ${language}`);
  }
  expect(fatima.complaints).toEqual([]);
});
