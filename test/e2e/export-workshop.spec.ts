import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { inspectPdf } from '../unit/export/support/pdf-tools.ts';
import { arrive, createBoard, createWorkshop, joinByLink } from './support/person.ts';

test.setTimeout(240_000);

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

test('[DLG28] the report of a whole workshop is made on its page, by whoever may read it', async ({ browser }) => {
  const fatima = await arrive(browser, server.address);
  const { page } = fatima;
  await createWorkshop(page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const address = page.url();
  await expect(page.getByRole('button', { name: 'Report of the workshop' })).toHaveCount(0);
  await createBoard(page, { template: 'Actor map', title: 'Who counts', language: 'English' });
  await page.goto(address);
  await createBoard(page, { template: 'Root cause tree', title: 'Why food is wasted', language: 'English' });
  await page.goto(address);
  await page.getByRole('button', { name: 'Report of the workshop' }).click();
  const dialog = page.getByRole('dialog', { name: 'Report of the workshop' });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'The tree' }).first()).toBeVisible({ timeout: 90_000 });
  await expect(dialog.getByRole('radio', { name: 'Core group' })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^Full Plates - .+\.pdf$/);
  const { complaints: faults, info, pages, text } = inspectPdf(await readFile(await file.path()));
  expect(faults).toBe('');
  expect(info.get('Title')).toBe('Full Plates');
  expect(pages[0]).toContain('City of Merelbrugge');
  expect(text).toContain('Who counts');
  expect(text).toContain('Why food is wasted');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Copy viewer link' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const viewer = await arrive(browser, server.address);
  await joinByLink(viewer.page, link, 'Bram', 'Food Safety Desk');
  await viewer.page.waitForURL('**/workshop/**');
  await viewer.page.goto(address);
  await viewer.page.getByRole('button', { name: 'Report of the workshop' }).click();
  await expect(viewer.page.getByText('For everybody: the link you came with reads what is public.')).toBeVisible();
  await expect(viewer.page.getByRole('radio', { name: 'Partners' })).toHaveCount(0);
  await expect(viewer.page.getByRole('listitem').filter({ hasText: 'Who?' }).first()).toBeVisible({ timeout: 90_000 });
  for (const { complaints, strangers } of [fatima, viewer]) {
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
  }
  await Promise.all([fatima.context.close(), viewer.context.close()]);
});
