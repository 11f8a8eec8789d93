import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { cardsSaying, clickCards, freePlace, letGo, menuByMouse, middle, putByKeys } from './support/cards.ts';
import { editorOf } from './support/editor.ts';
import { exportedBoard } from './support/example.ts';
import { readPdf } from './support/pdf.ts';
import { drag, isSaved } from './support/person.ts';
import { leave, serveTwo } from './support/two-people.ts';

const two = serveTwo();
const drafts = 'root-cause-tree/problem/drafts';

const heading = (page: Page, name: string) =>
  page.locator('.tl-canvas [data-shape-type="view"]').getByText(name, { exact: true });

async function clusters(page: Page): Promise<Readonly<Record<string, unknown>>> {
  await isSaved(page);
  const { cards } = await exportedBoard(page, 'root-cause-tree');
  const named = [...cards.values()].filter(({ fields }) => fields.cluster !== undefined);
  return Object.fromEntries(named.map(({ title, fields }) => [title, fields.cluster]));
}

const field = (page: Page) => page.getByRole('combobox', { name: 'What belongs together here?' });

test('[CLU40] two people see cards named together, let another in and out by hand, rename them and take it back', async ({
  browser,
}) => {
  const { fatima, anna } = await two.meet(browser);
  const { page } = fatima;
  for (const words of ['Bread', 'Fruit', 'Trucks', 'Fridges']) await putByKeys(page, '1 Drafts', words);
  await clickCards(page, ['Bread', 'Fridges']);
  await page.getByRole('button', { name: 'Cluster …' }).click();
  await field(page).fill('Waste');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 cards are now in the cluster “Waste”.')).toBeAttached();
  for (const person of [fatima, anna]) await expect(heading(person.page, 'Waste')).toBeVisible();
  expect(await clusters(page)).toEqual({ Bread: 'Waste', Fridges: 'Waste' });

  await page.keyboard.press('ControlOrMeta+z');
  for (const person of [fatima, anna]) await expect(heading(person.page, 'Waste')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(heading(anna.page, 'Waste')).toBeVisible();

  // Anna lets one in.
  await letGo(anna.page);
  await drag(anna.page, await middle(cardsSaying(anna.page, 'Fruit')), await middle(heading(anna.page, 'Waste')));
  await expect.poll(() => clusters(anna.page)).toEqual({ Bread: 'Waste', Fridges: 'Waste', Fruit: 'Waste' });

  // A click on the name takes all of them.
  await letGo(page);
  const name = await middle(heading(page, 'Waste'));
  await page.mouse.click(name.x, name.y);
  await page.getByRole('button', { name: 'Rename the cluster …' }).click();
  await expect(field(page)).toHaveValue('Waste');
  await page.keyboard.type('Thrown away');
  await page.keyboard.press('Enter');
  await expect(heading(anna.page, 'Thrown away')).toBeVisible();
  expect(new Set(Object.values(await clusters(page)))).toEqual(new Set(['Thrown away']));

  const report = await page.evaluate(() => window.commonboardExport?.());
  const path = join(test.info().outputDir, 'report.pdf');
  await mkdir(test.info().outputDir, { recursive: true });
  await writeFile(path, Buffer.from(report?.base64 ?? '', 'base64'));
  const { text } = readPdf(path);
  // On its page and where all words are told.
  expect(text.match(/Thrown away/g)?.length).toBeGreaterThanOrEqual(2);

  await letGo(page);
  await drag(page, await middle(cardsSaying(page, 'Bread')), await freePlace(page, drafts));
  await expect.poll(() => clusters(page)).toEqual({ Fridges: 'Thrown away', Fruit: 'Thrown away' });
  await leave(fatima, anna);
});

test('[CLU41] by key and menu alone: a name that is there is offered, Escape leaves all as it is, an empty name takes out', async ({
  browser,
}) => {
  const { fatima, anna } = await two.meet(browser);
  const { page } = fatima;
  for (const words of ['Bread', 'Fruit', 'Trucks']) await putByKeys(page, '1 Drafts', words);
  await clickCards(page, ['Bread']);
  await page.keyboard.press('Shift+G');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('Waste');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Waste')).toBeVisible();
  // What cannot be named says why.
  await (await editorOf(page)).evaluate((open) => void (open as unknown as import('tldraw').Editor).selectNone());
  await page.keyboard.press('Shift+G');
  await expect(page.getByText('Select the cards that belong together first.', { exact: true })).toBeVisible();
  await menuByMouse(page, 'Trucks', 'Cluster …');
  await expect(page.getByTestId('contextual-toolbar').locator('option')).toHaveAttribute('value', 'Waste');
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveCount(0);
  expect(await clusters(page)).toEqual({ Bread: 'Waste' });
  await clickCards(page, ['Bread']);
  await page.keyboard.press('Shift+G');
  await field(page).fill('');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Waste')).toHaveCount(0);
  await leave(fatima, anna);
});
