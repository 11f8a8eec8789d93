import { expect, type Page, test } from '@playwright/test';
import { drag } from './support/person.ts';
import { editorIn, leave, serveTwo } from './support/two-people.ts';

const two = serveTwo();

const cardElements = (page: Page) => page.locator('.tl-shape[data-shape-type="card"]');
const layer = (page: Page) => page.locator('.tl-shapes > canvas');

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not in view`);
  return box;
}

/** How many of its pixels the canvas of painted cards has painted. */
const paintedPixels = (page: Page): Promise<number> =>
  layer(page).evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let painted = 0;
    for (let at = 3; at < pixels.length; at += 4) if ((pixels[at] ?? 0) > 0) painted += 1;
    return painted;
  });

async function writeCard(page: Page, at: { x: number; y: number }, text: string): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.mouse.click(at.x, at.y);
  await expect(editorIn(page)).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await expect(editorIn(page)).toHaveCount(0);
}

test('[MANY1] from afar cards are painted and can be taken all the same; from near they are elements', async ({
  browser,
}) => {
  const { fatima, anna } = await two.meet(browser);
  const { page } = fatima;
  const zone = '[data-shape-id="shape:root-cause-tree/problem/drafts"]';
  const near = await boxOf(page, zone);
  await writeCard(page, { x: near.x + near.width / 2, y: near.y + near.height / 2 }, 'Bread goes to waste');
  const card = await cardElements(page).filter({ hasText: 'Bread goes to waste' }).boundingBox();
  if (card === null) throw new Error('the card is not in view');
  await expect(layer(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Shift+1');
  await expect(cardElements(page)).toHaveCount(0);
  await expect(layer(page)).toBeVisible();
  expect(await paintedPixels(page)).toBeGreaterThan(100);
  const far = await boxOf(page, zone);
  const scale = far.width / near.width;
  expect(scale).toBeLessThan(0.5);
  const middle = { x: card.x + card.width / 2 - near.x, y: card.y + card.height / 2 - near.y };
  await page.mouse.click(far.x + middle.x * scale, far.y + middle.y * scale);
  await expect(page.getByRole('textbox').filter({ hasText: 'Bread goes to waste' })).toBeVisible();
  await page.keyboard.press('Shift+2');
  await expect(cardElements(page).filter({ hasText: 'Bread goes to waste' })).toBeVisible();
  await expect(layer(page)).toBeHidden();
  await leave(fatima, anna);
});

test('[MANY2] a card above a drawing stays an element above it, the one below is painted', async ({ browser }) => {
  const { fatima, anna } = await two.meet(browser);
  const { page } = fatima;
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, 1_800);
  await writeCard(page, { x: 500, y: 400 }, 'Below');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await drag(page, { x: 430, y: 330 }, { x: 800, y: 620 });
  await writeCard(page, { x: 660, y: 500 }, 'Above');
  await page.keyboard.press('Escape');
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Shift+1');
  await expect(cardElements(page)).toHaveCount(1);
  const above = await page
    .locator('.tl-shape[data-shape-type="geo"]')
    .last()
    .evaluate((drawing) => {
      const order = (element: Element | null) =>
        Number(element instanceof HTMLElement ? element.style.zIndex : Number.NaN);
      const card = document.querySelector('.tl-shape[data-shape-type="card"]');
      const canvas = document.querySelector('.tl-shapes > canvas');
      return [order(canvas) < order(drawing), order(drawing) < order(card)];
    });
  expect(above).toEqual([true, true]);
  await leave(fatima, anna);
});
