import { expect, test } from '@playwright/test';
import { boardIsThere, isSaved, writeNote } from './support/person.ts';
import { editorIn, leave, openNote, place, serveTwo, shown } from './support/two-people.ts';

const { server, meet, meetAtNote } = serveTwo();

test('[CAN70] two people type into one note at once: every letter stays, each caret stays with its own words', async ({
  browser,
}) => {
  const { fatima, anna } = await meetAtNote(browser);
  await openNote(anna.page, 'seed', 'Home');
  await openNote(fatima.page, 'seed', 'End');
  for (let i = 0; i < 8; i++) {
    await anna.page.keyboard.type('a');
    await fatima.page.keyboard.type('f');
  }
  for (const { page } of [anna, fatima]) await expect(editorIn(page)).toHaveText('aaaaaaaaseedffffffff');
  await anna.page.keyboard.type('A');
  await fatima.page.keyboard.type('F');
  for (const { page } of [anna, fatima]) await expect(editorIn(page)).toHaveText('aaaaaaaaAseedffffffffF');

  await test.step('undo in the note takes back one’s own words only', async () => {
    await anna.page.keyboard.press('Control+z');
    for (const { page } of [anna, fatima]) await expect(editorIn(page)).toHaveText(/^seedf{8}F$|^a+seedf{8}F$/);
    await anna.page.keyboard.press('Control+Shift+z');
    for (const { page } of [anna, fatima]) await expect(editorIn(page)).toHaveText('aaaaaaaaAseedffffffffF');
  });

  for (const { page } of [anna, fatima]) await page.keyboard.press('Escape');
  for (const { page } of [anna, fatima]) await expect(shown(page, 'aaaaaaaaAseedffffffffF')).toBeVisible();
  for (const { page } of [anna, fatima]) await isSaved(page);
  await anna.page.reload();
  await boardIsThere(anna.page);
  await expect(shown(anna.page, 'aaaaaaaaAseedffffffffF')).toBeVisible();
  await leave(fatima, anna);
});

test('[CAN72] what two people type into one note while the server is gone is all there when it is back', async ({
  browser,
}) => {
  const { fatima, anna } = await meetAtNote(browser);
  await isSaved(anna.page);
  await openNote(anna.page, 'seed', 'Home');
  await openNote(fatima.page, 'seed', 'End');
  await server().kill('SIGKILL');
  await anna.page.keyboard.type('before ');
  await fatima.page.keyboard.type(' after');
  await expect(anna.page.locator('[data-saved="true"]')).toHaveCount(0);
  await server().restart();
  for (const { page } of [anna, fatima])
    await expect(editorIn(page)).toHaveText('before seed after', { timeout: 30_000 });
  for (const { page } of [anna, fatima]) await isSaved(page);
  await leave(fatima, anna);
});

test('[CAN73] somebody else’s move, colour and delete under one’s pen neither break nor double the text', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await writeNote(anna.page, place, 'mine');
  await expect(shown(fatima.page, 'mine')).toBeVisible();
  await openNote(anna.page, 'mine', 'End');
  await anna.page.keyboard.type(' one');
  await expect(shown(fatima.page, 'mine one')).toBeVisible();
  await shown(fatima.page, 'mine one').click();
  for (let i = 0; i < 5; i++) await fatima.page.keyboard.press('Shift+ArrowRight');
  await fatima.page.getByTestId('style.color.red').click();
  await anna.page.keyboard.type(' two');
  await expect(shown(fatima.page, 'mine one two')).toBeVisible();
  await expect(editorIn(anna.page)).toHaveText('mine one two');
  await fatima.page.getByTestId('quick-actions.delete').click();
  await expect(editorIn(anna.page)).toHaveCount(0);
  await anna.page.keyboard.type('x');
  await writeNote(anna.page, place, 'afterwards');
  await expect(shown(fatima.page, 'afterwards')).toBeVisible();
  await expect(shown(fatima.page, 'mine one two')).toHaveCount(0);
  await leave(fatima, anna);
});

test('[CAN75] once a note is closed, undo takes back what was written in it, and redo brings it again', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await writeNote(anna.page, place, 'first');
  await openNote(anna.page, 'first', 'End');
  await anna.page.keyboard.type(' and second');
  await anna.page.keyboard.press('Escape');
  await expect(shown(fatima.page, 'first and second')).toBeVisible();
  await anna.page.keyboard.press('Control+z');
  for (const { page } of [anna, fatima]) await expect(shown(page, 'first')).toBeVisible();
  await anna.page.keyboard.press('Control+Shift+z');
  for (const { page } of [anna, fatima]) await expect(shown(page, 'first and second')).toBeVisible();

  await test.step('where somebody else wrote too, undo takes back one’s own words only', async () => {
    await openNote(anna.page, 'first and second', 'End');
    await openNote(fatima.page, 'first and second', 'Home');
    await anna.page.keyboard.type('!');
    await fatima.page.keyboard.type('theirs ');
    for (const { page } of [anna, fatima]) await expect(editorIn(page)).toHaveText('theirs first and second!');
    for (const { page } of [anna, fatima]) await page.keyboard.press('Escape');
    await anna.page.keyboard.press('Control+z');
    for (const { page } of [anna, fatima]) await expect(shown(page, 'theirs first and second')).toBeVisible();
    await anna.page.keyboard.press('Control+Shift+z');
    for (const { page } of [anna, fatima]) await expect(shown(page, 'theirs first and second!')).toBeVisible();
  });
  await leave(fatima, anna);
});

test('[CAN74] pasting fetches nothing: an address becomes a text with a link, a drawing and an embed are refused', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  const { page } = anna;
  const paste = async (text: string) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await page.keyboard.press('Control+v');
  };
  await page.locator('.tl-canvas').click({ position: { x: 5, y: 5 } });
  await paste('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
  const link = page.locator('.tl-canvas').getByText('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
  await expect(link).toBeVisible();
  await expect(
    fatima.page.locator('.tl-canvas').getByText('https://www.youtube.com/watch?v=dQw4w9WgXcQ'),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await paste('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><circle r="9"/></svg>');
  await expect(
    page.locator('.tlui-toast__title', { hasText: 'A drawing from another program cannot be pasted' }),
  ).toBeVisible();
  await expect(page.locator('.tl-canvas iframe, .tl-canvas .tl-image')).toHaveCount(0);
  await leave(fatima, anna);
});
