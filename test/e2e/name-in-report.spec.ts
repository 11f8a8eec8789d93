import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { inspectPdf, type PdfFacts } from '../unit/export/support/pdf-tools.ts';
import { arrive, boardIsThere, copyLink, createBoard, createWorkshop, type Person } from './support/person.ts';

test.setTimeout(240_000);

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const consent = (page: Page) => page.getByRole('checkbox', { name: 'My name may stand in the report' });

interface Guest {
  readonly name: string;
  readonly organisation: string;
  readonly agrees: boolean;
}

async function joinAs(browser: Browser, link: string, { name, organisation, agrees }: Guest): Promise<Person> {
  const person = await arrive(browser, server.address);
  const { page } = person;
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await expect(consent(page)).not.toBeChecked();
  if (agrees) await consent(page).check();
  await page.getByLabel('Your organisation').fill(organisation);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Join the board|Look at the board/ }).click();
  await boardIsThere(page);
  return person;
}

/** A facilitator on a board of hers, and links to it. */
async function lead(browser: Browser) {
  const fatima = await arrive(browser, server.address);
  await createWorkshop(fatima.page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const link = await copyLink(fatima.page, 'Copy link');
  const viewerLink = await copyLink(fatima.page, 'Copy viewer link');
  await createBoard(fatima.page, { template: 'Blank board', title: 'Who was there', language: 'English' });
  await boardIsThere(fatima.page);
  return { fatima, link, viewerLink };
}

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('region', { name: 'Pages of the report' }).getByRole('listitem').first()).toBeVisible({
    timeout: 60_000,
  });
}

async function downloadPdf(page: Page): Promise<PdfFacts & { readonly bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 60_000 }),
    page
      .getByRole('dialog')
      .getByRole('button', { name: /^Download/ })
      .click(),
  ]);
  const bytes = await readFile(await file.path());
  return { ...inspectPdf(bytes), bytes };
}

const closeDialog = (page: Page): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

async function leave(people: readonly Person[]): Promise<void> {
  for (const { complaints, strangers, context } of people) {
    expect(complaints).toEqual([]);
    expect(strangers).toEqual([]);
    await context.close();
  }
}

test('[CNS11] the report names those who agreed and nobody else, and nobody who took it back', async ({ browser }) => {
  const { fatima, link, viewerLink } = await lead(browser);
  const anna = await joinAs(browser, link, { name: 'Annabel', organisation: 'De Schakel', agrees: true });
  const jonas = await joinAs(browser, link, { name: 'Jonas', organisation: 'Korf', agrees: false });
  const vera = await joinAs(browser, viewerLink, { name: 'Veronica', organisation: 'Lumen Fund', agrees: true });

  // Her page has been open since before they came.
  await openDialog(fatima.page);
  const names = fatima.page.getByRole('checkbox', { name: 'Names of people who agreed to it (2 of 4)' });
  await expect(names).toBeChecked();
  const first = await downloadPdf(fatima.page);
  expect(first.text).toMatch(/De Schakel[\s\S]*Korf[\s\S]*Lumen Fund/);
  expect(first.text).toContain('Annabel');
  expect(first.text).toContain('Veronica');
  expect(first.text).not.toMatch(/Jonas|Fatima/);
  await closeDialog(fatima.page);

  await vera.page.getByRole('link', { name: 'Back to Full Plates' }).click();
  await expect(vera.page.getByText('Reports made before keep your name.')).toBeVisible();
  await consent(vera.page).uncheck();
  await expect(vera.page.getByText('Otherwise only your organisation')).toBeVisible();
  await vera.page.reload();
  await expect(consent(vera.page)).not.toBeChecked();

  await openDialog(fatima.page);
  await expect(fatima.page.getByText('Names of people who agreed to it (1 of 4)')).toBeVisible();
  const second = await downloadPdf(fatima.page);
  expect(second.text).toContain('Annabel');
  expect(second.text).toContain('Lumen Fund');
  expect(second.text).not.toMatch(/Jonas|Fatima|Veronica/);
  await leave([fatima, anna, jonas, vera]);
});

test('[CNS12] a colour and a logo of one facilitator are those of every report; others see them and change nothing', async ({
  browser,
}) => {
  const { fatima, link } = await lead(browser);
  const anna = await joinAs(browser, link, { name: 'Annabel', organisation: 'De Schakel', agrees: false });
  await openDialog(anna.page);
  await expect(anna.page.getByText('Colour and logo')).toHaveCount(0);
  const plain = await downloadPdf(anna.page);
  await closeDialog(anna.page);

  await openDialog(fatima.page);
  await fatima.page.getByText('Colour and logo').click();
  await fatima.page.getByTitle('Plum').click();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><circle cx="50" cy="50" r="40"/></svg>';
  const kept = fatima.page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith('/report-look'),
  );
  await fatima.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
  expect((await kept).status()).toBe(204);

  await openDialog(anna.page);
  const given = anna.page.getByRole('dialog');
  await expect(given.getByText('Chosen by the facilitators')).toBeVisible();
  await expect(given.getByText('Plum')).toBeVisible();
  await expect(given.getByRole('img', { name: 'Your logo' })).toBeVisible();
  await expect(given.getByRole('radio', { name: 'Plum' })).toHaveCount(0);
  await expect(given.getByRole('button', { name: /logo|file/ })).toHaveCount(0);
  const { bytes, complaints } = await downloadPdf(anna.page);
  expect(complaints).toBe('');
  expect(bytes.includes('/Subtype /Image')).toBe(true);
  expect(plain.bytes.includes('/Subtype /Image')).toBe(false);

  const unattended = await anna.page.evaluate(async () => (await window.commonboardExport?.())?.base64 ?? '');
  expect(Buffer.from(unattended, 'base64').includes('/Subtype /Image')).toBe(true);
  await leave([fatima, anna]);
});

test('[CNS13] at a phone in German the way in is as short as before, and nothing is ticked', async ({
  browser,
}, info) => {
  const { fatima, link } = await lead(browser);
  const guest = await arrive(browser, server.address, {
    ...{ locale: 'de-DE', touch: true, viewport: { width: 375, height: 720 } },
  });
  const { page } = guest;
  await page.goto(link);
  const box = page.getByRole('checkbox', { name: 'Mein Name darf im Bericht stehen' });
  await expect(box).not.toBeChecked();
  await expect(box).toHaveAccessibleDescription(/Sonst nur Ihre Organisation/);
  const label = await page.getByText('Mein Name darf im Bericht stehen').locator('..').boundingBox();
  expect(label?.height).toBeGreaterThanOrEqual(44);
  await page.screenshot({ path: info.outputPath('join-de-phone.png'), fullPage: true });
  await expect(page.getByText('Ihr Name ist nur in diesem Workshop zu sehen.')).toBeAttached();
  await box.check();
  await expect(page.getByText('in diesem Workshop und in seinem Bericht')).toBeAttached();
  await box.uncheck();
  await page.getByLabel('Ihr Name').fill('Lena');
  await page.getByLabel('Ihre Organisation').fill('Tafel');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Zum Board' }).click();
  await boardIsThere(page);

  await page.goto(link);
  await page.getByRole('button', { name: /berichtigen/ }).click();
  await expect(box).not.toBeChecked();
  await box.check();
  await page.getByRole('button', { name: 'Zum Board' }).click();
  await boardIsThere(page);
  await page.goto(link);
  await page.getByRole('button', { name: 'Weiter als Lena' }).click();
  await boardIsThere(page);
  await page.goto(link);
  await page.getByRole('button', { name: /berichtigen/ }).click();
  await expect(box).toBeChecked();
  await leave([fatima, guest]);
});
