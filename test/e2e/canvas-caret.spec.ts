import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { boardIsThere, isSaved } from './support/person.ts';
import { editorIn, leave, openNote, place, serveTwo, shown } from './support/two-people.ts';

const { meet, meetAtNote } = serveTwo();

/** The words before somebody's caret in the text that is open; null where no such caret is shown. */
const beforeCaretOf = (page: Page, name: string): Promise<string | null> =>
  page.evaluate((name) => {
    const text = document.querySelector('.tl-canvas [contenteditable="true"]');
    const caret = text?.querySelector(`[data-caret="${name}"]`);
    if (text == null || caret == null) return null;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEndBefore(caret);
    return before.toString();
  }, name);
const caretOf = (page: Page, name: string) => expect.poll(() => beforeCaretOf(page, name));
const selectedByOthers = (page: Page) => editorIn(page).locator('[data-caret-selection]');
const tag = (page: Page, text: string) => page.locator('[data-writing]').getByText(text, { exact: true });

test('[CAN80] whoever writes in the same note is seen there: name, colour of the organisation, caret and selection', async ({
  browser,
}) => {
  const { fatima, anna } = await meetAtNote(browser);
  await openNote(anna.page, 'seed', 'Home');
  await openNote(fatima.page, 'seed', 'End');
  await caretOf(fatima.page, 'Anna').toBe('');
  await caretOf(anna.page, 'Fatima').toBe('seed');
  await expect(editorIn(fatima.page).locator('[data-caret]')).toHaveCount(1);
  const colours = await fatima.page.evaluate(() => {
    const caret = document.querySelector<HTMLElement>('[data-caret="Anna"]');
    const wanted = document.createElement('i');
    wanted.dataset.org = '2';
    document.body.append(wanted);
    const org = getComputedStyle(wanted).getPropertyValue('--org').trim();
    wanted.remove();
    return { shown: caret && getComputedStyle(caret).getPropertyValue('--org').trim(), org };
  });
  expect(colours.shown).toBe(colours.org);

  await test.step('it moves with what is typed, before it and by its owner', async () => {
    await fatima.page.keyboard.type('ling');
    await caretOf(anna.page, 'Fatima').toBe('seedling');
    await anna.page.keyboard.type('my ');
    await caretOf(fatima.page, 'Anna').toBe('my ');
    await caretOf(anna.page, 'Fatima').toBe('my seedling');
  });

  await test.step('a selection is tinted, and gone with the next letter', async () => {
    await anna.page.keyboard.press('Control+Shift+End');
    await expect(selectedByOthers(fatima.page)).toHaveText('seedling');
    await anna.page.keyboard.press('Control+Home');
    await expect(selectedByOthers(fatima.page)).toHaveCount(0);
    await caretOf(fatima.page, 'Anna').toBe('');
  });

  await test.step('whoever closes the note is seen there no more', async () => {
    await anna.page.keyboard.press('Escape');
    await expect(editorIn(fatima.page).locator('[data-caret]')).toHaveCount(0);
    await expect(editorIn(fatima.page)).toHaveText('my seedling');
  });
  await leave(fatima, anna);
});

test('[CAN85] who looks at a note sees by name who is writing in it, for as long as that is so', async ({
  browser,
}) => {
  const { fatima, anna } = await meetAtNote(browser);
  await expect(fatima.page.locator('[data-writing]')).toHaveCount(0);
  await openNote(anna.page, 'seed', 'End');
  await expect(tag(fatima.page, 'Anna is writing')).toBeVisible();
  await expect(anna.page.locator('[data-writing]')).toHaveCount(0);
  const [note, label] = await Promise.all([
    shown(fatima.page, 'seed').boundingBox(),
    tag(fatima.page, 'Anna is writing').boundingBox(),
  ]);
  if (note === null || label === null) throw new Error('not on the screen');
  expect(Math.hypot(label.x - note.x, label.y - note.y)).toBeLessThan(200);
  await openNote(fatima.page, 'seed', 'End');
  await expect(fatima.page.locator('[data-writing]')).toHaveCount(0);
  for (const { page } of [fatima, anna]) await page.keyboard.press('Escape');
  for (const { page } of [fatima, anna]) await expect(page.locator('[data-writing]')).toHaveCount(0);
  await leave(fatima, anna);
});

/** Composes a word as an input method does, with `meanwhile` in the middle of it. */
async function compose(cdp: CDPSession, steps: readonly string[], word: string, meanwhile: () => Promise<void>) {
  const compositionOf = (text: string) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  for (const step of steps) await compositionOf(step);
  await meanwhile();
  const last = steps.at(-1);
  if (last !== undefined) await compositionOf(`${last}d`);
  await cdp.send('Input.insertText', { text: word });
}

test('[CAN86] a word that is being composed survives what somebody else types into the same paragraph', async ({
  browser,
}) => {
  const { fatima, anna } = await meetAtNote(browser);
  await openNote(anna.page, 'seed', 'End');
  await openNote(fatima.page, 'seed', 'Home');
  const cdp = await anna.context.newCDPSession(anna.page);
  await anna.page.evaluate(() => {
    const counts = { begun: 0, ended: 0 };
    document.addEventListener('compositionstart', () => counts.begun++, true);
    document.addEventListener('compositionend', () => counts.ended++, true);
    Object.assign(globalThis, { compositions: counts });
  });
  await compose(cdp, ['n', 'ni', 'nih'], '日本', async () => {
    await fatima.page.keyboard.type('their ');
    await expect(editorIn(anna.page)).toHaveText('their seednih');
    await expect(editorIn(fatima.page)).toHaveText('their seednih');
  });
  for (const { page } of [anna, fatima]) await expect(editorIn(page)).toHaveText('their seed日本');
  const compositions = await anna.page.evaluate(() => (globalThis as unknown as { compositions: object }).compositions);
  expect(compositions).toEqual({ begun: 1, ended: 1 });
  await compose(cdp, ['g'], '語', async () => {
    await fatima.page.keyboard.type('own ');
    await expect(editorIn(anna.page)).toHaveText('their own seed日本g');
  });
  for (const { page } of [anna, fatima]) await expect(editorIn(page)).toHaveText('their own seed日本語');
  for (const { page } of [anna, fatima]) await page.keyboard.press('Escape');
  for (const { page } of [anna, fatima]) await isSaved(page);
  await anna.page.reload();
  await boardIsThere(anna.page);
  await expect(shown(anna.page, 'their own seed日本語')).toBeVisible();
  await leave(fatima, anna);
});

test('[CAN87] what is typed before the text editor has arrived is in the note, with what follows, and none of it is a shortcut', async ({
  browser,
}) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { fatima, anna } = await meet(browser, async ({ page }) => {
    await page.route(/\/text-editor-[^/]*\.js$/, async (route) => {
      await arrived;
      await route.continue();
    });
  });
  await anna.page.keyboard.press('n');
  await anna.page.mouse.click(place.x, place.y);
  await anna.page.keyboard.type('every key!!');
  await anna.page.keyboard.press('Backspace');
  await anna.page.keyboard.press('Escape');
  arrive();
  await expect(editorIn(anna.page)).toHaveText('every key!');
  await expect(editorIn(anna.page)).toBeFocused();
  await anna.page.keyboard.type(' counts');
  await expect(editorIn(anna.page)).toHaveText('every key! counts');
  await expect(shown(fatima.page, 'every key! counts')).toBeVisible();
  await leave(fatima, anna);
});

test('[CAN87] a note that was just made takes every key at once, on a slow network too', async ({ browser }) => {
  const { fatima, anna } = await meet(browser);
  const cdp = await anna.context.newCDPSession(anna.page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 600, downloadThroughput: 20_000, uploadThroughput: 10_000 },
  });
  const words = 'every key counts';
  await anna.page.keyboard.press('n');
  await anna.page.mouse.click(place.x, place.y);
  await anna.page.keyboard.type(words);
  await expect(editorIn(anna.page)).toHaveText(words);
  await anna.page.keyboard.press('Escape');
  await anna.page.keyboard.press('Escape');

  await test.step('a starter that is written over', async () => {
    await anna.page.mouse.dblclick(place.x, place.y - 250);
    await anna.page.keyboard.type('straight on');
    await expect(editorIn(anna.page)).toHaveText('straight on');
    await anna.page.keyboard.press('Escape');
    await anna.page.keyboard.press('Escape');
  });

  await test.step('and a text made by a double click', async () => {
    await anna.page.mouse.dblclick(place.x - 200, place.y + 120);
    await anna.page.keyboard.type('out of nothing');
    await expect(editorIn(anna.page)).toHaveText('out of nothing');
    await anna.page.keyboard.press('Escape');
  });
  for (const text of [words, 'straight on', 'out of nothing'])
    await expect(shown(fatima.page, text)).toBeVisible({ timeout: 30_000 });
  await leave(fatima, anna);
});

test('[CAN89] Escape ends writing also where the one before it was let go somewhere else', async ({ browser }) => {
  const { fatima, anna } = await meetAtNote(browser);
  const { page } = fatima;
  await openNote(page, 'seed', 'End');
  await page.keyboard.down('Escape');
  await expect(editorIn(page)).toHaveCount(0);
  await page.getByRole('banner').getByRole('button', { name: 'Share', exact: true }).focus();
  await page.keyboard.up('Escape');
  await openNote(page, 'seed', 'End');
  await page.keyboard.press('Escape');
  await expect(editorIn(page)).toHaveCount(0);
  await leave(fatima, anna);
});
