import { expect, type Page, type Route, test } from '@playwright/test';
import { leave, place, serveTwo } from './support/two-people.ts';

const pair = serveTwo();

const open = (page: Page) =>
  page
    .getByRole('banner')
    .getByRole('button', { name: /^Comments/ })
    .click();
const drawer = (page: Page) => page.getByRole('complementary', { name: /comment/i });
const pins = (page: Page) => page.getByRole('button', { name: /^Comment by/ });

/** A comment on a place of the board. */
async function say(page: Page, at: { readonly x: number; readonly y: number }, text: string): Promise<void> {
  await drawer(page).getByRole('button', { name: 'Comment on the board' }).click();
  await page.mouse.click(at.x, at.y);
  await drawer(page).getByRole('textbox').fill(text);
  await drawer(page).getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(drawer(page).getByRole('listitem').filter({ hasText: text })).toBeVisible();
}

test('[CMT10] one asks beside the board, naming somebody who came later; the other is told, answers and settles', async ({
  browser,
}) => {
  const { fatima, anna } = await pair.meet(browser);
  await open(fatima.page);
  await say(fatima.page, { x: place.x + 260, y: place.y }, 'To nobody in particular');
  await expect(anna.page.getByRole('button', { name: 'Comments, 1 new', exact: true })).toBeVisible();
  await expect(pins(anna.page).and(anna.page.locator('[data-pin="new"]'))).toHaveCount(1);
  await expect(anna.page.getByRole('button', { name: 'To the comment' })).toHaveCount(0);
  await fatima.page.keyboard.press('Escape');
  await drawer(fatima.page).getByRole('button', { name: 'Comment on the board' }).click();
  await fatima.page.mouse.click(place.x, place.y);
  const words = drawer(fatima.page).getByRole('textbox');
  await words.pressSequentially('Is this so, @ann');
  await expect(drawer(fatima.page).getByRole('option', { name: /Anna/ })).toBeVisible();
  await words.press('Enter');
  await words.pressSequentially('?');
  await expect(words).toHaveValue('Is this so, @Anna ?');
  await words.press('Control+Enter');
  await expect(pins(fatima.page)).toHaveCount(2);

  await expect(anna.page.getByText('Fatima names you in a comment: Is this so, @Anna ?').first()).toBeVisible();
  await expect(anna.page.getByRole('button', { name: 'Comments, 2 new, you are named' })).toBeVisible();
  await expect(anna.page.getByRole('button', { name: 'Comment by Fatima, 0 answers, names you' })).toBeVisible();
  await anna.page.getByRole('button', { name: 'To the comment' }).click();
  await expect(drawer(anna.page).locator('mark')).toHaveText('@Anna');
  await drawer(anna.page).getByRole('textbox').fill('Yes.\nSince May.');
  await drawer(anna.page).getByRole('button', { name: 'Send' }).click();
  await expect(drawer(fatima.page).getByText('Since May.')).toBeVisible();
  await expect(drawer(anna.page).getByRole('textbox')).toHaveValue('');

  await drawer(fatima.page).getByRole('button', { name: 'Settle' }).click();
  await expect(drawer(anna.page).getByText(/Settled by Fatima/)).toBeVisible();
  await anna.page.keyboard.press('Escape');
  await expect(pins(anna.page)).toHaveCount(1);
  await drawer(anna.page).getByText('Settled', { exact: true }).click();
  await drawer(anna.page)
    .getByRole('button', { name: /Is this so/ })
    .click();
  await drawer(anna.page).getByRole('button', { name: 'Open again' }).click();
  await expect(pins(fatima.page)).toHaveCount(2);
  await leave(fatima, anna);
});

test('[CMT16] a comment is hung in the middle of the view by the keys alone', async ({ browser }) => {
  const { fatima, anna } = await pair.meet(browser);
  await open(fatima.page);
  const begin = drawer(fatima.page).getByRole('button', { name: 'Comment on the board' });
  await begin.press('Enter');
  await expect(fatima.page.getByText('Enter puts it in the middle of the view')).toBeVisible();
  await fatima.page.keyboard.press('Escape');
  await begin.press('Enter');
  await fatima.page.keyboard.press('Enter');
  const words = drawer(fatima.page).getByRole('textbox');
  await expect(words).toBeFocused();
  await words.pressSequentially('By the keys');
  await words.press('Control+Enter');
  const pin = await pins(fatima.page).boundingBox();
  const canvas = await fatima.page.locator('.tl-canvas').boundingBox();
  expect((pin?.x ?? 0) - (canvas?.x ?? 0)).toBeCloseTo((canvas?.width ?? 0) / 2 - 4, -1);
  await expect(pins(anna.page)).toHaveCount(1);
  await leave(fatima, anna);
});

test('[CMT21] Enter in a menu that is open does what is chosen there, and hangs no comment', async ({ browser }) => {
  const { fatima, anna } = await pair.meet(browser);
  await open(fatima.page);
  await drawer(fatima.page).getByRole('button', { name: 'Comment on the board' }).click();
  await fatima.page.getByRole('banner').getByRole('button', { name: 'More' }).press('Enter');
  await fatima.page.getByRole('menuitem', { name: 'Find on this board' }).press('Enter');
  await expect(fatima.page.getByRole('combobox', { name: /^Find in/ })).toBeFocused();
  await expect(drawer(fatima.page).getByRole('textbox')).toHaveCount(0);
  await leave(fatima, anna);
});

test('[CMT11][CMT15] what is written while the server is away stays where one goes meanwhile, and is said once', async ({
  browser,
}) => {
  const { fatima, anna } = await pair.meet(browser);
  await open(fatima.page);
  await say(fatima.page, place, 'On the board itself');
  await fatima.page.keyboard.press('Escape');
  await fatima.context.setOffline(true);
  await drawer(fatima.page).getByRole('button', { name: 'Comment on the board' }).click();
  await fatima.page.mouse.click(place.x + 200, place.y);
  const words = drawer(fatima.page).getByRole('textbox');
  await words.fill('Written on the train');
  await words.press('Control+Enter');
  await expect(drawer(fatima.page).getByRole('alert')).toContainText('No connection');
  await expect(words).toHaveValue('Written on the train');

  await words.press('Escape');
  const unsaid = drawer(fatima.page).getByRole('button', { name: 'Not sent yet Written on the train' });
  await unsaid.click();
  await words.fill('Written on the train\nand on the way');
  await fatima.page.getByRole('button', { name: /here/ }).first().click();
  await expect(drawer(fatima.page)).toHaveCount(0);
  await fatima.page.getByRole('button', { name: 'Your comment that is not sent yet' }).click();
  await expect(words).toHaveValue('Written on the train\nand on the way');

  await fatima.context.setOffline(false);
  await fatima.page.reload();
  await fatima.page.getByRole('button', { name: 'Your comment that is not sent yet' }).click();
  await words.press('Control+Enter');
  await expect(pins(anna.page)).toHaveCount(2);
  await expect(drawer(fatima.page).getByText('and on the way')).toBeVisible();

  // What is begun in a thread waits there.
  await words.fill('And one more thing');
  await words.press('Escape');
  await drawer(fatima.page)
    .getByRole('button', { name: /Not sent yet/ })
    .click();
  await expect(words).toHaveValue('And one more thing');
  await words.press('Control+Enter');
  await expect(words).toHaveValue('');
  await expect(drawer(fatima.page).getByRole('listitem').filter({ hasText: 'And one more thing' })).toBeVisible();
  await words.press('Escape');
  await expect(drawer(fatima.page).getByText('Not sent yet')).toHaveCount(0);
  fatima.complaints.splice(0);
  await leave(fatima, anna);
});

test('[CMT18] words that came after an answer was lost are said too, and the comment once', async ({ browser }) => {
  const { fatima, anna } = await pair.meet(browser);
  await open(fatima.page);
  const loseAnswer = async (route: Route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  };
  await fatima.page.route('**/comments', loseAnswer);
  await drawer(fatima.page).getByRole('button', { name: 'Comment on the board' }).click();
  await fatima.page.mouse.click(place.x, place.y);
  const words = drawer(fatima.page).getByRole('textbox');
  await words.fill('The half');
  await words.press('Control+Enter');
  await expect(drawer(fatima.page).getByRole('alert')).toContainText('No connection');
  await expect(pins(anna.page)).toHaveCount(1);
  await fatima.page.unroute('**/comments', loseAnswer);
  await words.fill('The half, and the rest');
  await words.press('Control+Enter');
  const said = (page: Page) => drawer(page).getByRole('listitem').filter({ hasText: 'The half' });
  await expect(said(fatima.page)).toContainText('The half, and the rest');
  await expect(words).toHaveValue('');

  await expect(pins(anna.page)).toHaveCount(1);
  await pins(anna.page).click();
  await expect(said(anna.page)).toContainText('The half, and the rest');
  await expect(said(anna.page)).toHaveCount(1);
  await leave(fatima, anna);
});

test('[CMT19] what is said after its writer has gone elsewhere stands in no field any more', async ({ browser }) => {
  const { fatima, anna } = await pair.meet(browser);
  await open(fatima.page);
  await say(fatima.page, place, 'Since when?');
  const words = drawer(fatima.page).getByRole('textbox');
  await words.fill('Since May.');
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const hold = async (route: Route) => {
    await held;
    await route.fallback();
  };
  await fatima.page.route('**/comments', hold);
  await words.press('Control+Enter');
  await words.press('Escape');
  await drawer(fatima.page)
    .getByRole('button', { name: /Not sent yet/ })
    .click();
  await expect(words).toHaveValue('Since May.');
  letGo();
  await expect(drawer(fatima.page).getByRole('listitem').filter({ hasText: 'Since May.' })).toHaveCount(1);
  await expect(words).toHaveValue('');
  await leave(fatima, anna);
});

test('[CMT20] the way to a comment that names somebody leads there also once they have closed the comments', async ({
  browser,
}) => {
  const { fatima, anna } = await pair.meet(browser);
  await open(anna.page);
  await open(fatima.page);
  await drawer(fatima.page).getByRole('button', { name: 'Comment on the board' }).click();
  await fatima.page.mouse.click(place.x, place.y);
  const words = drawer(fatima.page).getByRole('textbox');
  await words.pressSequentially('Is this so, @ann');
  await expect(drawer(fatima.page).getByRole('option', { name: /Anna/ })).toBeVisible();
  await words.press('Enter');
  await words.press('Control+Enter');
  const way = anna.page.getByRole('button', { name: 'To the comment' });
  await expect(way).toBeVisible();
  await drawer(anna.page).getByRole('button', { name: 'Close' }).click();
  await expect(drawer(anna.page)).toHaveCount(0);
  await way.click();
  await expect(drawer(anna.page).locator('mark')).toHaveText('@Anna');
  await leave(fatima, anna);
});
