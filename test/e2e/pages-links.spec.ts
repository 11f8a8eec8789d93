import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { arrive, copyLink, createWorkshop, joinByLink, type Person } from './support/person.ts';
import { readyBoard, takePart } from './support/ready-board.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

/** A browser says so in its console when the server refuses something. */
const refusals = /status of 4\d\d/;

async function facilitator(browser: Parameters<typeof arrive>[0], title: string): Promise<Person> {
  const fatima = await arrive(browser, server.address, { expected: refusals });
  await createWorkshop(fatima.page, title, 'Fatima', 'City of Merelbrugge');
  return fatima;
}
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const people = (page: Page) => page.getByRole('region', { name: /^People/ });

test('[PAG1][PAG18][I18N8] a link with a code opens for whoever knows the code, and for nobody else; what was wrong is said in the language in use', async ({
  browser,
}) => {
  const fatima = await facilitator(browser, 'Full Plates');
  await fatima.page.getByRole('button', { name: 'Make another link' }).click();
  const dialog = fatima.page.getByRole('dialog');
  await dialog.getByLabel('How long it lets people in').selectOption('tonight');
  await dialog.getByLabel('Ask for a code as well').check();
  await dialog.getByLabel('Code', { exact: true }).fill('12');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByText('A code has at least 4 characters.')).toBeVisible();
  await dialog.getByLabel('Code', { exact: true }).fill('apple 27');
  await fatima.page.mouse.click(5, 5);
  await expect(dialog.getByLabel('Code', { exact: true })).toHaveValue('apple 27');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await expect(dialog.getByText('apple 27')).toBeVisible();
  // What is shown for the only time stays until one is done with it.
  await fatima.page.mouse.click(5, 5);
  await dialog.getByRole('button', { name: 'Copy link and code' }).click();
  const [title, link = '', code] = (await clipboard(fatima.page)).split('\n');
  expect([title, code]).toEqual(['Full Plates', 'Code: apple 27']);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await fatima.page.getByRole('button', { name: 'Make another link' }).click();
  await expect(dialog).toBeVisible();
  await fatima.page.mouse.click(5, 5);
  await expect(dialog).toHaveCount(0);

  const anna = await arrive(browser, server.address, { expected: refusals });
  await anna.page.goto(link);
  await anna.page.getByLabel('Code').fill('pear 11');
  await anna.page.keyboard.press('Enter');
  await expect(anna.page.getByText('That is not the code')).toBeVisible();
  await expect(anna.page.getByText('City of Merelbrugge')).toHaveCount(0);
  await anna.page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expect(anna.page.getByText('Das ist nicht der Code')).toBeVisible();
  await anna.page.getByRole('combobox', { name: 'Sprache' }).selectOption('en');
  await expect(anna.page.getByText('That is not the code')).toBeVisible();
  await anna.page.getByLabel('Code').fill('apple 27');
  await anna.page.keyboard.press('Enter');
  await anna.page.getByRole('button', { name: 'Join the board' }).click();
  await expect(anna.page.getByText('Write your name.')).toBeVisible();
  await anna.page.getByRole('combobox', { name: 'Language' }).selectOption('nl');
  await expect(anna.page.getByText('Vul je naam in.')).toBeVisible();
  await anna.page.getByRole('combobox', { name: 'Taal' }).selectOption('en');
  await anna.page.getByLabel('Your name').fill('Anna');
  await anna.page.getByLabel('Your organisation').fill('De Schakel');
  await anna.page.keyboard.press('Escape');
  await anna.page.getByRole('button', { name: 'Join the board' }).click();
  await expect(people(anna.page).getByText('Anna (you)')).toBeVisible();

  await fatima.page.getByText('4 working links').click();
  const links = fatima.page.getByRole('region', { name: 'Invite' });
  await expect(links.getByText(/lets in until today/)).toBeVisible();
  await expect(links.getByText('with a code')).toBeVisible();
  expect([...fatima.complaints, ...anna.complaints, ...anna.strangers]).toEqual([]);
});

test('[PAG7] before a closed door one waits, and is let in by itself when it opens', async ({ browser }) => {
  const fatima = await facilitator(browser, 'Warm homes');
  const link = await copyLink(fatima.page, 'Copy link');
  await fatima.page.getByRole('button', { name: 'Close the door' }).click();
  await expect(fatima.page.getByText('The door is closed')).toBeVisible();

  const anna = await arrive(browser, server.address, { expected: refusals });
  await anna.page.goto(link);
  await expect(anna.page.getByRole('heading', { name: 'The door is closed for now' })).toBeVisible();
  await anna.page.getByRole('button', { name: 'Try again' }).click();
  await expect(anna.page.getByText(/still closed/)).toBeVisible();

  await fatima.page.getByRole('button', { name: 'Open the door' }).click();
  await expect(anna.page.getByLabel('Your name')).toBeVisible({ timeout: 20_000 });
  expect([...fatima.complaints, ...anna.complaints]).toEqual([]);
});

test('[PAG6] a replaced link lets nobody in, its successor does, and who came through it stays', async ({
  browser,
}) => {
  const fatima = await facilitator(browser, 'Safe routes');
  const link = await copyLink(fatima.page, 'Copy link');
  const anna = await arrive(browser, server.address, { expected: refusals });
  await joinByLink(anna.page, link, 'Anna', 'De Schakel');
  await expect(people(anna.page).getByText('Anna (you)')).toBeVisible();

  await fatima.page.getByText('3 working links').click();
  await fatima.page.getByRole('button', { name: /^Replace the participant link/ }).click();
  await fatima.page.getByRole('alertdialog').getByRole('button', { name: 'Replace the link' }).click();
  await fatima.page.getByRole('button', { name: 'Done' }).click();
  const successor = await copyLink(fatima.page, 'Copy link');
  expect(successor).not.toBe(link);

  await anna.page.reload();
  await expect(people(anna.page).getByText('Anna (you)')).toBeVisible();
  const jonas = await arrive(browser, server.address, { expected: refusals });
  await jonas.page.goto(link);
  await expect(jonas.page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await joinByLink(jonas.page, successor, 'Jonas', 'Korf');
  await expect(people(jonas.page).getByText('Jonas (you)')).toBeVisible();
});

test('[PAG4] a link is shown on a wall, with its address, and saved as a picture', async ({ browser }) => {
  const fatima = await facilitator(browser, 'Clean water');
  const link = await copyLink(fatima.page, 'Copy link');
  await fatima.page.getByRole('button', { name: 'Show the participant link large' }).click();
  const wall = fatima.page.getByRole('dialog', { name: 'Clean water' });
  await expect(wall.getByText('Scan to join')).toBeVisible();
  await expect(wall.getByText(link.replace('http://', ''))).toBeVisible();
  const size = await wall.getByRole('img', { name: 'QR code of this link' }).boundingBox();
  expect(size?.width ?? 0).toBeGreaterThan(400);
  const [picture] = await Promise.all([
    fatima.page.waitForEvent('download'),
    wall.getByRole('button', { name: 'Save as a picture' }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe('Link to Clean water.png');
  await fatima.page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
  expect(fatima.complaints).toEqual([]);
});

test('[PAG5] somebody carries on on their phone as the same person; the link works once', async ({ browser }) => {
  const fatima = await facilitator(browser, 'Green roofs');
  await fatima.page.getByRole('button', { name: 'Carry on on another device' }).click();
  await expect(fatima.page.getByText(/Works once, until/)).toBeVisible();
  await fatima.page.getByRole('dialog').getByRole('button', { name: 'Copy link' }).click();
  await expect(fatima.page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const link = await clipboard(fatima.page);

  const phone = await arrive(browser, server.address, { viewport: { width: 390, height: 844 }, touch: true });
  await phone.page.goto(link);
  await phone.page.getByRole('button', { name: 'Carry on here as Fatima (City of Merelbrugge)' }).click();
  await expect(phone.page.getByRole('heading', { level: 1, name: 'Green roofs' })).toBeVisible();
  await expect(people(phone.page).getByText('Fatima (you)')).toBeVisible();
  await expect(phone.page.getByRole('button', { name: 'New board' }).first()).toBeVisible();
  expect(phone.complaints).toEqual([]);

  const stranger = await arrive(browser, server.address, { expected: refusals });
  await stranger.page.goto(link);
  await stranger.page.getByRole('button', { name: /Carry on here/ }).click();
  await expect(stranger.page.getByRole('heading', { name: 'This link is over' })).toBeVisible();
});

test('[LNK23] a facilitator who opens the link of somebody who may do less is told so and stays who they are', async ({
  browser,
}) => {
  const { address } = server;
  const { path, tokens } = await readyBoard(address, 'blank');
  const anna = await arrive(browser, address);
  await takePart(anna, address, tokens.participant, 'Anna', 'De Schakel');
  const made = await anna.context.request.post(`${address}/api/sessions/resume-link`, {
    headers: { origin: address },
    data: { workshopId: path.split('/')[2] },
  });
  const { url } = (await made.json()) as { url: string };
  const fatima = await arrive(browser, address, { expected: refusals });
  await takePart(fatima, address, tokens.facilitator, 'Fatima', 'City of Merelbrugge');
  await fatima.page.goto(url);
  await fatima.page.getByRole('button', { name: /Carry on here/ }).click();
  await expect(fatima.page.getByRole('heading', { name: 'You can do more here already' })).toBeVisible();
  await fatima.page.goto(path.replace(/\/board\/.*/, ''));
  await expect(people(fatima.page).getByText('Fatima (you)')).toBeVisible();
  expect(fatima.complaints).toEqual([]);
});
