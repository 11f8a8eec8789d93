import { expect, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { seriousIssues } from './support/axe.ts';
import { hears } from './support/listen.ts';
import { come, readyBoard } from './support/ready-board.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

test('[RCT20] a reaction is shown with one press, passes on every screen with its name, and is told in one sentence', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const vera = await come(browser, server.address, board, 'Vera', {
    ...{ viewport: { width: 390, height: 844 }, touch: true },
  });
  await vera.page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await vera.page.getByRole('menuitem', { name: 'React' }).click();
  const tray = vera.page.getByRole('toolbar', { name: 'Reactions' });
  await expect(tray.getByRole('button', { name: 'I agree' })).toBeFocused();
  expect(await seriousIssues(vera.page)).toEqual([]);
  const passing = fatima.page.locator('main').getByText('Vera', { exact: true });
  await tray.getByRole('button', { name: 'Applause' }).click();
  await expect(passing).toBeVisible();
  await hears(fatima.page, 'Vera: Applause');
  await expect(passing).toHaveCount(0);
  await tray.getByRole('button', { name: 'I agree' }).press('Escape');
  await expect(tray).toBeHidden();

  await fatima.page.getByRole('button', { name: 'React' }).click();
  const theirs = fatima.page.getByRole('toolbar', { name: 'Reactions' });
  for (const name of ['I agree', 'I have an idea', 'With all my heart'])
    await theirs.getByRole('button', { name }).click();
  await hears(vera.page, '3 reactions');
  expect([...fatima.complaints, ...vera.complaints]).toEqual([]);
});
