import { expect, type Page, test } from '@playwright/test';
import { boardIsThere, isSaved } from './support/person.ts';
import { leave, serveTwo } from './support/two-people.ts';

const { meet } = serveTwo();

const chip = (page: Page, text: string) =>
  page.locator('[data-help-chips]').getByRole('button', { name: `Help: ${text}` });
const popover = (page: Page) => page.getByRole('dialog', { name: 'Names a missing answer' });
const guide = (page: Page) => page.getByRole('complementary', { name: 'Guide' });
const drawer = (page: Page) => page.getByRole('complementary', { name: 'Card' });
const title = (page: Page) => drawer(page).getByLabel('What the card says');
const help = (page: Page) => drawer(page).getByRole('region', { name: 'Worth a look' });
const script = (page: Page) => guide(page).getByRole('list', { name: 'Script' });
const worthALook = (page: Page) => guide(page).getByRole('region', { name: /Worth a look/ });

const openGuide = (page: Page) => page.getByRole('button', { name: 'Open the guide' }).click();

/** Writes causes as rows of the table, and comes back to the tree. */
async function addCauses(page: Page, ...titles: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('tab', { name: /Causes/ }).click();
  const fresh = page.getByRole('textbox', { name: 'New: Cause' });
  for (const title of titles) {
    await fresh.fill(title);
    await fresh.press('Enter');
    await expect(page.getByRole('rowheader', { name: `${title} Open the card`, exact: true })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Board', exact: true }).click();
}

/** The tree fills the view. */
async function goToTree(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Frames of this board' }).getByText('1 Agree the problem').click();
  await page.getByRole('menuitem', { name: '2 The tree' }).click();
  await page.keyboard.press('Escape');
}

test('[HLP12] a chip says what is worth a look to everybody; other words make it go, and one undo brings the old ones back', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await addCauses(anna.page, 'Lack of an app for surplus');
  await goToTree(anna.page);
  await goToTree(fatima.page);
  await chip(fatima.page, 'Names a missing answer').waitFor();
  await chip(anna.page, 'Names a missing answer').click();
  await expect(popover(anna.page)).toContainText('“Lack of” names a missing answer.');
  await popover(anna.page).getByLabel('Say it in other words').fill('Points hear of surplus after it is gone');
  await popover(anna.page).getByRole('button', { name: 'Save' }).click();
  for (const { page } of [anna, fatima]) {
    await expect(page.locator('.tl-canvas').getByText('Points hear of surplus', { exact: false })).toBeVisible();
    await expect(chip(page, 'Names a missing answer')).toHaveCount(0);
  }
  await anna.page.keyboard.press('Control+z');
  await chip(fatima.page, 'Names a missing answer').waitFor();
  await leave(fatima, anna);
});

test('[HLP13] what somebody leaves as it is goes with a reason; the facilitator sees it and brings it back', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await addCauses(anna.page, 'Lack of an app for surplus');
  await goToTree(anna.page);
  await chip(anna.page, 'Names a missing answer').click();
  await popover(anna.page).getByRole('button', { name: 'Leave it' }).click();
  const reason = popover(anna.page).getByLabel('Why do you leave it as it is?');
  await expect(reason).toBeFocused();
  await reason.press('Escape');
  await expect(popover(anna.page)).toBeVisible();
  await popover(anna.page).getByRole('button', { name: 'Leave it' }).click();
  await expect(popover(anna.page).getByRole('button', { name: 'Put aside' })).toBeDisabled();
  await reason.fill('users said it in these words');
  await reason.press('Enter');
  await expect(chip(anna.page, 'Names a missing answer')).toHaveCount(0);
  await openGuide(fatima.page);
  await worthALook(fatima.page).getByText('Put aside (1)').click();
  await expect(worthALook(fatima.page)).toContainText('Because: users said it in these words');
  await worthALook(fatima.page).getByRole('button', { name: 'Bring back' }).click();
  await goToTree(fatima.page);
  await chip(fatima.page, 'Names a missing answer').waitFor();
  await chip(anna.page, 'Names a missing answer').waitFor();
  await leave(fatima, anna);
});

test('[HLP14] the panel of a card says the same by keyboard, does what it suggests, and reads a chain aloud', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  const { page } = fatima;
  await openGuide(page);
  await addCauses(page, 'Points hear of surplus too late');
  await worthALook(page).getByRole('button', { name: 'Ask why once more?' }).press('Enter');
  const way = worthALook(page).getByRole('button', { name: 'Points hear of surplus too late' });
  await way.press('Enter');
  await expect(help(page)).toContainText('This branch ends at level 1.');
  await drawer(page).getByText('Read the chain aloud').click();
  await expect(drawer(page).getByRole('button', { name: 'therefore' })).toHaveCount(1);
  await help(page).getByRole('button', { name: 'Add an empty cause' }).press('Enter');
  await expect(page.locator('.tl-canvas [contenteditable="true"]')).toBeFocused();
  await expect(page.locator('[data-help-chips]')).toHaveAttribute('hidden');
  await page.keyboard.type('Shops call the points one by one');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-help-chips]')).not.toHaveAttribute('hidden');
  await chip(page, 'Ask why once more?').waitFor();
  await expect(worthALook(page).getByRole('button', { name: 'Ask why once more?' })).toBeVisible();
  await expect(worthALook(page).getByRole('button', { name: 'Shops call the points one by one' })).toBeVisible();
  await leave(fatima, anna);
});

test('[HLP15] help about the whole board is the facilitator’s: urgent first, put aside for good, unseen by the others', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await addCauses(
    fatima.page,
    'Points hear too late',
    'Drivers ride by day',
    'Rooms are full',
    'Letters differ',
    'Hours clash',
  );
  const { page } = fatima;
  await openGuide(page);
  await expect(worthALook(page)).toContainText('Before you go on');
  await worthALook(page).getByRole('button', { name: 'A tree without those affected' }).click();
  await worthALook(page).getByRole('button', { name: 'Leave it' }).click();
  await page.getByLabel('Why do you leave it as it is?').fill('their own session is on Friday');
  await page.getByRole('button', { name: 'Put aside' }).click();
  await expect(worthALook(page)).not.toContainText('Before you go on');
  await isSaved(page);
  await page.reload();
  await boardIsThere(page);
  await worthALook(page).getByText('Put aside (1)').click();
  await expect(worthALook(page)).toContainText('Because: their own session is on Friday');
  await openGuide(anna.page);
  await expect(guide(anna.page)).toBeVisible();
  await expect(worthALook(anna.page)).toHaveCount(0);
  await leave(fatima, anna);
});

test('[HLP16] the script leads through the session: minutes add up, a phase leads to its page and is kept in this browser', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  const { page } = fatima;
  await openGuide(page);
  await expect(guide(page)).toContainText('0 of 115 min');
  await script(page)
    .getByRole('button', { name: /^Why again/ })
    .click();
  await expect(guide(page)).toContainText('60 of 115 min');
  await expect(script(page).locator('[aria-current="step"]')).toContainText('Minutes 60 to 75');
  await script(page).getByRole('button', { name: 'Go to 2 The tree' }).click();
  await expect(page.getByRole('navigation', { name: 'Frames of this board' })).toContainText('2 The tree');
  await page.reload();
  await expect(guide(page)).toContainText('60 of 115 min');
  await guide(page).getByText('What the signs mean').click();
  await expect(guide(page).getByText('Feeds back: a loop')).toBeVisible();
  await guide(page).getByRole('button', { name: 'Hide the guide' }).click();
  await expect(page.getByRole('button', { name: 'Open the guide' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Open the guide' })).toBeVisible();
  await expect(guide(page)).toHaveCount(0);

  await openGuide(anna.page);
  await expect(guide(anna.page).getByText('Questions in this frame')).toBeVisible();
  await expect(guide(anna.page).getByText('In one sentence: what is going wrong, for whom?')).toBeVisible();
  await expect(guide(anna.page).getByText('What the signs mean')).toBeVisible();
  await expect(script(anna.page)).toHaveCount(0);
  await leave(fatima, anna);
});

test('[HLP17] on a middle screen the guide opens from its rail over a canvas that keeps its size, on a small one from a button', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  const { page } = fatima;
  await page.setViewportSize({ width: 820, height: 900 });
  await page.reload();
  await boardIsThere(page);
  const opener = page.getByRole('button', { name: 'Open the guide' });
  const canvas = page.locator('.tl-canvas');
  await opener.waitFor();
  const before = await canvas.boundingBox();
  await opener.click();
  await expect(guide(page)).toBeVisible();
  expect(await canvas.boundingBox()).toEqual(before);
  await page.keyboard.press('Escape');
  await expect(guide(page)).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.setViewportSize({ width: 390, height: 800 });
  expect((await canvas.boundingBox())?.width).toBe(390);
  await opener.click();
  await script(page).getByRole('button', { name: 'Go to 1 Agree the problem' }).click();
  await expect(guide(page)).toHaveCount(0);
  await leave(fatima, anna);
});

test('[HLP18] one click merges two cards that say the same, with both authors, in one step of undo; another puts a question about what is unsure', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await addCauses(anna.page, 'Cold rooms are full by Tuesday');
  const { page } = fatima;
  await openGuide(page);
  await addCauses(page, 'cold rooms are full by Tuesday');
  const causes = page.locator('.tl-canvas').getByText('cold rooms are full by Tuesday');
  await goToTree(page);
  await expect(causes).toHaveCount(2);
  await worthALook(page).getByRole('button', { name: 'Nearly the same twice' }).click();
  await worthALook(page).getByRole('button', { name: 'Merge the two' }).click();
  await expect(causes).toHaveCount(1);
  await expect(drawer(page).getByLabel('Anything to add?')).toHaveValue(
    'Also written by Fatima, City of Merelbrugge: cold rooms are full by Tuesday',
  );
  await expect(drawer(page).getByText('Anna, De Schakel Food Aid')).toBeVisible();
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Control+z');
  await expect(causes).toHaveCount(2);
  await page.keyboard.press('Control+Shift+z');
  await expect(causes).toHaveCount(1);

  await drawer(page).getByLabel('Is it a root cause?').check();
  await drawer(page).getByRole('radiogroup', { name: 'How sure are we?' }).getByText('Low').click();
  await help(page).getByRole('button', { name: 'Add an open question' }).click();
  await expect(title(page)).toHaveValue('How do we know: Cold rooms are full by Tuesday?');
  await expect(worthALook(page).getByRole('button', { name: 'Chosen, but not sure' })).toHaveCount(0);
  await leave(fatima, anna);
});
