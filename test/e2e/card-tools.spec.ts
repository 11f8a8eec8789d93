import { expect, type Page, test } from '@playwright/test';
import { drag, isSaved } from './support/person.ts';
import { editorIn, leave, serveTwo, shown } from './support/two-people.ts';

const two = serveTwo();

/** The middle of a shape of the template, on the screen. */
async function middleOf(page: Page, path: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`[data-shape-id="shape:root-cause-tree/${path}"]`).boundingBox();
  if (box === null) throw new Error(`${path} is not in view`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** By the menu of frames, which is there however little room the panels leave. */
async function goToTree(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Frames of this board' }).getByTitle('Frames of this board').click();
  await page.getByRole('menuitem', { name: '2 The tree' }).click();
}

/** Writes into the card that has just been opened. */
async function write(page: Page, text: string): Promise<void> {
  await expect(editorIn(page)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await expect(editorIn(page)).toHaveCount(0);
}

test('[ACT20] with the button, its key or a double click one puts a card into a zone and writes; everybody sees it', async ({
  browser,
}) => {
  const { fatima, anna } = await two.meet(browser);
  const { page } = fatima;
  const drafts = await middleOf(page, 'problem/drafts');
  await page.getByTestId('tools.card').click();
  await page.mouse.click(drafts.x, drafts.y);
  await write(page, 'Bread goes to waste');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.mouse.click(drafts.x, drafts.y);
  await write(page, 'Bins are full');
  const know = await middleOf(page, 'problem/know');
  await page.mouse.dblclick(know.x, know.y);
  await write(page, 'Four tonnes a week');
  for (const text of ['Bread goes to waste', 'Bins are full', 'Four tonnes a week'])
    await expect(shown(anna.page, text)).toBeVisible();
  await expect(page.locator('.tlui-style-panel')).toHaveCount(0);
  await leave(fatima, anna);
});

test('[ACT24] two presses are a double click also where the page was busy in between', async ({ browser }) => {
  const { fatima, anna } = await two.meet(browser);
  const { page } = fatima;
  const drafts = await middleOf(page, 'problem/drafts');
  const press = async (clickCount: number) => {
    await page.mouse.down({ clickCount });
    await page.mouse.up({ clickCount });
  };
  await page.mouse.move(drafts.x, drafts.y);
  await press(1);
  await page.evaluate(() => {
    const start = performance.now();
    while (performance.now() - start < 1_000);
    // Timers that ran out meanwhile come before this one.
    return new Promise((resolve) => setTimeout(resolve));
  });
  await press(2);
  await write(page, 'Bread goes to waste');
  await expect(shown(anna.page, 'Bread goes to waste')).toBeVisible();
  await leave(fatima, anna);
});

test('[ACT21] by keyboard alone one puts cards into zones, asks once more and moves them', async ({ browser }) => {
  const { fatima, anna } = await two.meet(browser);
  const { page } = fatima;
  await goToTree(anna.page);
  await page.locator('.tl-container').focus();
  const create = async (zone: string, text: string) => {
    await page.keyboard.press('Shift+C');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expect(dialog.getByLabel('Find')).toBeFocused();
    await page.keyboard.type(zone);
    await page.keyboard.press('Enter');
    await write(page, text);
  };
  await create('2 The tree Problem', 'Bread goes to waste');
  await create('Direct causes', 'Orders are too large');
  await page.keyboard.press('Shift+Enter');
  await write(page, 'Nobody counts');
  await expect(shown(anna.page, 'Nobody counts')).toBeVisible();
  await page.keyboard.press('Control+Shift+Enter');
  await page.getByRole('menuitem', { name: 'Move to …' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Find')).toBeFocused();
  await page.keyboard.type('Chosen');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  // In the zone beside the matrix it says of itself that it is a root.
  await expect(page.getByRole('checkbox', { name: /root cause/ })).toBeChecked();
  await isSaved(page);
  await leave(fatima, anna);
});

test('[ACT22] an edge is drawn from a card’s handle to another card, told what it is, and taken away', async ({
  browser,
}) => {
  const { fatima, anna } = await two.meet(browser);
  const { page } = fatima;
  await page.keyboard.press('Escape');
  await goToTree(page);
  await goToTree(anna.page);
  const trunk = await middleOf(page, 'tree/trunk');
  await page.mouse.dblclick(trunk.x + 300, trunk.y);
  await write(page, 'Bread goes to waste');
  const lane = await middleOf(page, 'tree/c2');
  await page.keyboard.press('c');
  await page.mouse.click(lane.x, lane.y);
  await write(page, 'Nobody counts');
  const handle = await page.getByRole('button', { name: 'Connect' }).boundingBox();
  const target = await shown(page, 'Bread goes to waste').boundingBox();
  if (handle === null || target === null) throw new Error('nothing to connect');
  await drag(
    page,
    { x: handle.x + 12, y: handle.y + 12 },
    { x: target.x + target.width / 2, y: target.y + target.height / 2 },
  );
  const tools = page.getByRole('toolbar', { name: 'Link between two cards' });
  await expect(tools).toBeVisible();
  await expect(anna.page.locator('[data-shape-type="relation"]')).toHaveCount(1);
  await tools.getByRole('button', { name: 'Strength 3' }).click();
  await expect(tools.getByRole('button', { name: 'Strength 3' })).toHaveAttribute('aria-pressed', 'true');
  await tools.getByRole('button', { name: 'Remove the link' }).click();
  await expect(anna.page.locator('[data-shape-type="relation"]')).toHaveCount(0);
  await leave(fatima, anna);
});
