import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { arrive, copyLink, createWorkshop, joinByLink } from './support/person.ts';
import { readyBoard, takePart } from './support/ready-board.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const people = (page: Page) => page.getByRole('region', { name: /^People/ });

test('[PAG8] people correct themselves; a facilitator corrects, merges and removes, and nobody else can', async ({
  browser,
}) => {
  const fatima = await arrive(browser, server.address);
  await createWorkshop(fatima.page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const link = await copyLink(fatima.page, 'Copy link');
  const anna = await arrive(browser, server.address, { expected: /status of 403/ });
  await joinByLink(anna.page, link, 'Ana', 'De Schakel');
  const jonas = await arrive(browser, server.address);
  await joinByLink(jonas.page, link, 'Jonas', 'City');
  await expect(people(jonas.page).getByText('Jonas (you)')).toBeVisible();
  await expect(jonas.page.getByRole('button', { name: 'Manage people' })).toHaveCount(0);

  await anna.page.getByRole('button', { name: 'Correct my name or organisation' }).click();
  const own = anna.page.getByRole('dialog');
  await own.getByLabel('Your name').fill('Anna');
  await own.getByLabel('Your organisation').fill('De Schakel Food Aid');
  await anna.page.keyboard.press('Escape');
  await own.getByRole('checkbox', { name: 'I join remotely' }).check();
  await own.getByRole('button', { name: 'Save' }).click();
  await expect(people(anna.page).getByText('Anna (you) (Remote)')).toBeVisible();
  await expect(people(anna.page).getByText('De Schakel Food Aid')).toBeVisible();

  await fatima.page.reload();
  await fatima.page.getByRole('button', { name: 'Manage people' }).click();
  const list = fatima.page.getByRole('dialog', { name: 'People' });
  await expect(list.getByText('“City of Merelbrugge” and “City”: one organisation?')).toBeVisible();
  await list.getByRole('button', { name: 'Merge' }).click();
  const merging = fatima.page.getByRole('dialog', { name: 'Merge two organisations' });
  await expect(merging.getByText(/1 person of “City” and all its cards count as “City of Merelbrugge”/)).toBeVisible();
  await expect(merging.getByText(/then has 2 people/)).toBeVisible();
  await merging.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(list.getByText(/one organisation\?/)).toHaveCount(0);

  await expect(list.getByText('Remote')).toHaveCount(1);
  await list.getByRole('button', { name: 'More about Anna' }).click();
  await fatima.page.getByRole('menuitem', { name: 'Is in the room' }).click();
  await expect(list.getByText('Remote')).toHaveCount(0);
  await list.getByRole('button', { name: 'More about Jonas' }).click();
  await fatima.page.getByRole('menuitem', { name: 'Joins remotely' }).click();
  await expect(list.getByText('Remote')).toHaveCount(1);

  await list.getByRole('button', { name: 'More about Jonas' }).click();
  await fatima.page.getByRole('menuitem', { name: 'Correct name or organisation' }).click();
  const correcting = fatima.page.getByRole('dialog', { name: 'Correct Jonas' });
  await correcting.getByLabel('Name').fill('Jonas K.');
  await correcting.getByRole('combobox').fill('Korf');
  await fatima.page.keyboard.press('Escape');
  await correcting.getByRole('button', { name: 'Save' }).click();
  await expect(list.getByText('Jonas K.')).toBeVisible();

  await list.getByRole('button', { name: 'More about Korf' }).click();
  await fatima.page.getByRole('menuitem', { name: 'Rename' }).click();
  const renaming = fatima.page.getByRole('dialog', { name: 'Rename Korf' });
  await renaming.getByLabel('Name of the organisation').fill('city of merelbrugge');
  await renaming.getByRole('button', { name: 'Save' }).click();
  await expect(renaming.getByText('Another organisation has this name.')).toBeVisible();
  await renaming.getByLabel('Name of the organisation').fill('Korf Supermarkets');
  await renaming.getByRole('button', { name: 'Save' }).click();
  await expect(list.getByRole('heading', { name: /Korf Supermarkets/ })).toBeVisible();
  await jonas.page.reload();
  await expect(people(jonas.page).getByText('Jonas K. (you) (Remote)')).toBeVisible();
  await expect(people(jonas.page).getByText('Korf Supermarkets')).toBeVisible();

  await list.getByRole('button', { name: 'More about Anna' }).click();
  await fatima.page.getByRole('menuitem', { name: 'Remove from the workshop' }).click();
  await fatima.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(list.getByRole('region', { name: 'No longer here' }).getByText('Anna')).toBeVisible();
  await anna.page.reload();
  await expect(anna.page.getByRole('heading', { level: 1 })).toHaveText('This is not open to you');
  expect([...fatima.complaints, ...jonas.complaints]).toEqual([]);
});

test('[PPL22] no page asks whoever looks on whether they are in the room', async ({ browser }) => {
  const { path, link: anybodys, tokens } = await readyBoard(server.address, 'blank');
  const fatima = await arrive(browser, server.address);
  await takePart(fatima, server.address, tokens.facilitator, 'Fatima', 'City of Merelbrugge');
  const link = anybodys.replace(tokens.participant, tokens.viewer);
  const vera = await arrive(browser, server.address);
  await vera.page.goto(link);
  await expect(vera.page.getByLabel('Your name')).toBeVisible();
  await expect(vera.page.getByRole('checkbox', { name: 'I join remotely' })).toHaveCount(0);
  await joinByLink(vera.page, link, 'Vera', 'Lumen Fund');
  await expect(vera.page).toHaveURL(/\/board\//);
  const workshop = path.replace(/\/board\/.*$/, '');
  await vera.page.goto(workshop);
  await vera.page.getByRole('button', { name: 'Correct my name or organisation' }).click();
  await expect(vera.page.getByRole('dialog').getByLabel('Your name')).toBeVisible();
  await expect(vera.page.getByRole('checkbox', { name: 'I join remotely' })).toHaveCount(0);

  await fatima.page.goto(workshop);
  await fatima.page.getByRole('button', { name: 'Manage people' }).click();
  await fatima.page.getByRole('button', { name: 'More about Vera' }).click();
  await expect(fatima.page.getByRole('menuitem', { name: 'Correct name or organisation' })).toBeVisible();
  await expect(fatima.page.getByRole('menuitem', { name: 'Joins remotely' })).toHaveCount(0);
  expect([...fatima.complaints, ...vera.complaints]).toEqual([]);
});
