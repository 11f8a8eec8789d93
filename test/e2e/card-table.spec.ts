import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { isSaved } from './support/person.ts';
import { leave, serveTwo } from './support/two-people.ts';

const { meet } = serveTwo();

const cell = (page: Page, row: string, column: string) =>
  page.getByRole('row', { name: row }).locator(`[data-column="${column}"]`);
const titles = (page: Page) => page.locator('[data-column="title"]').allInnerTexts();

async function openTable(page: Page, tab: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('tab', { name: tab }).click();
}

/** Into the field that has the focus, as a spreadsheet puts it on the clipboard. */
async function paste(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    async ([plain, markup]) => {
      const types: Record<string, Blob> = { 'text/plain': new Blob([plain], { type: 'text/plain' }) };
      if (markup !== '') types['text/html'] = new Blob([markup], { type: 'text/html' });
      await navigator.clipboard.write([new ClipboardItem(types)]);
    },
    [text, html] as const,
  );
  await page.keyboard.press('Control+v');
}

test('[TAB40] with the keyboard alone one fills, changes, sorts and takes back, and the others see it at once', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  const { page } = fatima;
  await openTable(page, /Causes/);
  await openTable(anna.page, /Causes/);
  await page.getByRole('textbox', { name: 'New: Cause' }).focus();
  for (const words of ['One van', 'Cold room', 'Opening hours']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('rowheader', { name: words })).toBeVisible();
  }
  await expect(page.getByRole('tab', { name: 'Causes 3' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('rowheader', { name: 'Opening hours' })).toBeFocused();
  await page.keyboard.press('Control+Home');
  for (const _ of ['org', 'depth', 'category']) await page.keyboard.press('ArrowRight');
  await expect(cell(page, 'One van', 'category')).toBeFocused();
  // A letter opens the cell, with the choice that begins with it.
  await page.keyboard.type('pl');
  await page.keyboard.press('Tab');
  await expect(cell(anna.page, 'One van', 'category')).toHaveText('Place & equipment');
  await expect(cell(page, 'One van', 'evidence')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('Counted twice');
  await page.keyboard.press('Enter');
  await expect(cell(anna.page, 'One van', 'evidence')).toHaveText('Counted twice');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' and again');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'One van', 'evidence')).toHaveText('Counted twice');
  await expect(cell(page, 'One van', 'evidence')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(cell(anna.page, 'One van', 'evidence')).toHaveText('');
  await page.keyboard.press('Control+z');
  await expect(cell(anna.page, 'One van', 'evidence')).toHaveText('Counted twice');
  // To the heading of the first column, which sorts.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Cause', exact: true })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  expect(await titles(page)).toEqual(['Cold room', 'One van', 'Opening hours']);
  await expect(page.getByText('3 cards Sorted by Cause, upwards.')).toBeVisible();
  await leave(fatima, anna);
});

test('[TAB41] a cell that cannot be read stays open and says why', async ({ browser }) => {
  const { fatima, anna } = await meet(browser);
  const { page } = fatima;
  await openTable(page, /Causes/);
  await page.getByRole('textbox', { name: 'New: Cause' }).fill('One van');
  await page.keyboard.press('Enter');
  await cell(page, 'One van', 'weight').dblclick();
  await page.keyboard.type('nine');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('This is not a number.');
  await page.getByRole('textbox', { name: 'Weight' }).fill('3,5');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'One van', 'weight')).toHaveText('3.5');
  await leave(fatima, anna);
});

test('[TAB42] rows of a spreadsheet are shown with what becomes of them, added at once and taken back at once', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  const { page } = fatima;
  await openTable(page, /Causes/);
  await openTable(anna.page, /Causes/);
  await page.getByRole('button', { name: 'Paste rows' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Paste here').focus();
  const rows = ['Ursache\tSicherheit\tNotizen', 'Ein einziger Bus\thoch\ta', 'Kühlraum voll\tsehr\tb', '\thoch\tc'];
  const html = `<meta charset="utf-8"><table>${rows
    .map(
      (row) =>
        `<tr>${row
          .split('\t')
          .map((text) => `<td>${text}</td>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;
  await paste(page, rows.join('\n'), html);
  await expect(dialog.getByLabel('What “Ursache” becomes')).toHaveValue('title');
  await expect(dialog.getByLabel('What “Sicherheit” becomes')).toHaveValue('confidence');
  await dialog.getByLabel('What “Notizen” becomes').selectOption('note');
  await expect(dialog.getByText('2 rows do not fit')).toBeVisible();
  await expect(dialog.getByText('Confidence, 1 row: This is none of the choices.')).toBeVisible();
  await expect(dialog.getByText('Row 3: “sehr”')).toBeVisible();
  const add = dialog.getByRole('button', { name: 'Add 1 card' });
  await expect(add).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Leave these 2 rows out' }).check();
  await add.click();
  await expect(cell(anna.page, 'Ein einziger Bus', 'confidence')).toHaveText('High');
  await expect(cell(anna.page, 'Ein einziger Bus', 'note')).toHaveText('a');
  // A block over cells that are there.
  await page.getByRole('textbox', { name: 'New: Cause' }).fill('Kühlraum voll');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('rowheader', { name: 'Kühlraum voll' })).toBeVisible();
  await cell(page, 'Ein einziger Bus', 'evidence').click();
  await paste(page, 'Fotos\tdata\nLisite\tstory\n');
  await expect(cell(anna.page, 'Kühlraum voll', 'evidence')).toHaveText('Lisite');
  await expect(cell(anna.page, 'Ein einziger Bus', 'evidence_kind')).toHaveText('Data');
  await page.keyboard.press('Control+z');
  for (const row of ['Kühlraum voll', 'Ein einziger Bus'])
    await expect(cell(anna.page, row, 'evidence')).toHaveText('');
  await leave(fatima, anna);
});

test('[CSVI6] a file comes in whole, or without the rows that one leaves out on purpose, and goes back at once', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  const { page } = fatima;
  await openTable(page, /Causes/);
  const mixed = Array.from({ length: 60 }, (_, row) =>
    row % 5 === 0
      ? `,cause,Cause ${row},${row === 10 ? 9 : 3}`
      : `,${row % 2 === 0 ? 'actor' : 'effect'},Other ${row},`,
  );
  const file = {
    name: 'all.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`id,type,title,weight\n${mixed.join('\n')}\n`),
  };
  await page.getByRole('button', { name: 'Paste rows' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(file);
  await expect(dialog.getByRole('status')).toHaveText('49 rows do not fit');
  await expect(dialog.getByText('24 rows are of another kind (Actor) and are not for this table.')).toBeVisible();
  await expect(dialog.getByText('24 rows are of another kind (Effect) and are not for this table.')).toBeVisible();
  await expect(dialog.getByText('Row 12: “9”')).toBeVisible();
  await expect(dialog.getByText('Other 2')).toHaveCount(1);
  await dialog.getByText('Which rows').first().click();
  await expect(dialog.getByText('Row 3: “effect · Other 1”')).toBeVisible();
  const add = dialog.getByRole('button', { name: 'Add 11 cards' });
  await expect(add).toBeDisabled();
  const leaveOut = dialog.getByRole('checkbox', { name: 'Leave these 49 rows out' });
  await expect(leaveOut).not.toBeChecked();
  await leaveOut.check();
  await expect(add).toBeEnabled();
  // Other rows are another question.
  await dialog.getByLabel('What “weight” becomes').selectOption({ label: 'Leave out' });
  await expect(dialog.getByRole('checkbox', { name: 'Leave these 48 rows out' })).not.toBeChecked();
  await dialog.getByLabel('What “weight” becomes').selectOption('weight');
  await leaveOut.check();
  await add.click();
  await expect(page.getByRole('tab', { name: 'Causes 11' })).toBeVisible();
  await page.getByRole('rowheader', { name: 'Cause 0' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('tab', { name: 'Causes 0' })).toBeVisible();
  await leave(fatima, anna);
});

test('[TAB43] the address keeps the table; filters narrow it and CSV holds what is shown', async ({ browser }) => {
  const { fatima, anna } = await meet(browser);
  const { page } = fatima;
  await openTable(page, /Causes/);
  const fresh = page.getByRole('textbox', { name: 'New: Cause' });
  for (const words of ['=SUM of causes', 'Cold room']) {
    await fresh.fill(words);
    await fresh.press('Enter');
    await expect(page.getByRole('rowheader', { name: words })).toBeVisible();
  }
  await isSaved(page);
  await expect(page).toHaveURL(/view=table/);
  await page.reload();
  await page.getByRole('tab', { name: /Causes/ }).click();
  await page.getByRole('searchbox', { name: 'Find a card' }).fill('sum');
  await expect(page.getByText('1 of 2 cards')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.startsWith('\ufefftitle,org,depth,category,')).toBe(true);
  expect(csv.split('\r\n')[1]).toMatch(/^'=SUM of causes,City of Merelbrugge,/);
  expect(csv).not.toContain('Cold room');
  await page.getByRole('searchbox', { name: 'Find a card' }).fill('nothing like it');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(page.getByRole('rowheader', { name: 'Cold room' })).toBeVisible();
  await page.getByRole('button', { name: 'Board', exact: true }).click();
  await expect(page).not.toHaveURL(/view=table/);
  await leave(fatima, anna);
});

test('[TAB44] a place chosen in the table moves the card there', async ({ browser }) => {
  const { fatima, anna } = await meet(browser);
  const { page } = fatima;
  await openTable(page, /Problems/);
  await page.getByRole('textbox', { name: 'New: Problem' }).fill('Food is binned');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Food is binned', 'status')).toHaveText('Draft');
  await cell(page, 'Food is binned', 'zone').dblclick();
  await page.getByRole('combobox', { name: 'Place' }).selectOption({ label: 'Who is affected?' });
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Food is binned', 'zone')).toHaveText('Who is affected?');
  await expect(cell(page, 'Food is binned', 'status')).toHaveText('Proposed');
  await leave(fatima, anna);
});
