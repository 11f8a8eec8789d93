import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { seriousIssues } from './support/axe.ts';
import { facilitate, type PersonOptions, writeNote } from './support/person.ts';
import { come, comeAs, readyBoard } from './support/ready-board.ts';
import { place } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const openBalance = (page: Page) => facilitate(page, 'Balance');

test('[BAL40] whoever leads sees how cards and turns are shared and who was not heard, and gives the floor with one press; nobody else does, and no projector', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'blank');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await comeAs(browser, server.address, board, { name: 'Anna', organisation: 'De Schakel Food Aid' });
  const ilse = await comeAs(browser, server.address, board, { name: 'Ilse', organisation: 'De Schakel Food Aid' });
  const { page } = fatima;
  const drawer = page.getByRole('complementary', { name: 'Balance' });
  await openBalance(page);
  await expect(drawer).toContainText('No figures yet');
  const omar = await comeAs(browser, server.address, board, { name: 'Omar', organisation: 'De Schakel Food Aid' });
  const jonas = await comeAs(browser, server.address, board, { name: 'Jonas', organisation: 'Korf Supermarkets' });
  const cards = drawer.getByRole('region', { name: 'Cards on this board' }).getByRole('listitem');
  await expect(cards).toHaveText([/De Schakel Food Aid.*0 cards/], { timeout: 15_000 });
  const unheard = drawer.getByRole('region', { name: 'Not heard yet' });
  await expect(unheard.getByRole('listitem')).toHaveCount(5);

  await writeNote(anna.page, place, 'First of ours');
  await expect(cards).toHaveText([/De Schakel Food Aid.*1 card · 100%/], { timeout: 15_000 });
  await expect(unheard).not.toContainText('Anna');
  await writeNote(jonas.page, place, 'Ours too');
  await expect(unheard).not.toContainText('Jonas', { timeout: 15_000 });
  await expect(cards).toHaveText([/De Schakel Food Aid.*1 card · 100%/]);
  await expect(drawer).toContainText(/Fewer than three people here, so no figures.*: .*Korf Supermarkets/);

  await unheard.getByRole('button', { name: 'Give the floor to Omar' }).click();
  await expect(omar.page.getByText('You have the floor.', { exact: true })).toBeVisible();
  await expect(unheard).not.toContainText('Omar', { timeout: 15_000 });
  const turns = drawer.getByRole('region', { name: 'Turns to speak' }).getByRole('listitem');
  await expect(turns).toHaveText([/De Schakel Food Aid.*1 turn · 100%/]);
  expect(await seriousIssues(page)).toEqual([]);

  await expect(anna.page.getByRole('button', { name: 'Facilitate' })).toHaveCount(0);
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Full screen' }).click();
  await expect(drawer).toHaveCount(0);
  for (const { context } of [fatima, anna, ilse, omar, jonas]) await context.close();
});

test('[BAL41] on a phone the balance fits, and a gap in the network is told while the last figures stay', async ({
  browser,
}) => {
  const phone: PersonOptions = { viewport: { width: 360, height: 740 }, touch: true, expected: /Failed to load/ };
  const board = await readyBoard(server.address, 'blank');
  const fatima = await come(browser, server.address, board, 'Fatima', phone);
  const others = [];
  for (const name of ['Anna', 'Ilse', 'Omar'])
    others.push(await comeAs(browser, server.address, board, { name, organisation: 'De Schakel Food Aid' }));
  const { page } = fatima;
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Balance' }).click();
  const drawer = page.getByRole('complementary', { name: 'Balance' });
  await expect(drawer).toContainText('0 cards');
  const give = drawer.getByRole('button', { name: 'Give the floor to Ilse' });
  const box = await give.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  await page.route('**/balance', (route) => route.abort());
  await expect(drawer.getByRole('alert')).not.toBeEmpty({ timeout: 15_000 });
  await expect(drawer).toContainText('0 cards');
  await page.unroute('**/balance');
  await expect(drawer.getByRole('alert')).toBeEmpty({ timeout: 15_000 });
  for (const { context } of [fatima, ...others]) await context.close();
});
