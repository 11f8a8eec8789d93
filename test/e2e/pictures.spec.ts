import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import type {} from '../../client/export/export-hook.ts';
import { WorkshopId } from '../../shared/protocol/ids.ts';
import { createBoard, joinAsProgram } from '../support/api.ts';
import { photograph } from '../support/photographs.ts';
import { expandedPdf, structureOf } from '../unit/export/support/pdf-tools.ts';
import { cardsSaying, putByKeys } from './support/cards.ts';
import { editorOf } from './support/editor.ts';
import { arrive, boardIsThere, isSaved, type Person } from './support/person.ts';
import { areDrawn, flat, give, shown, waiting } from './support/pictures.ts';
import { openAs, readyBoard } from './support/ready-board.ts';
import { servePeople } from './support/serve-people.ts';

const { address, seat } = servePeople();

async function come(browser: Browser, expected = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/): Promise<Person> {
  return seat(await arrive(browser, address(), { expected }));
}

/** Fatima on a blank board, and the way for Anna to come there too. */
async function onBoard(browser: Browser) {
  const board = await readyBoard(address(), 'blank', 'Photographs');
  const sit = async (name: 'Fatima' | 'Anna'): Promise<Person> => {
    const person = await come(browser);
    await openAs(person, address(), board, name);
    await boardIsThere(person.page);
    return person;
  };
  return { fatima: await sit('Fatima'), comeAnna: () => sit('Anna') };
}

async function pick(page: Page, files: readonly { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  const button = page.getByTestId('tools.picture');
  if (!(await button.isVisible())) await page.getByTestId('tools.more-button').click();
  await page.getByTestId('tools.picture').or(page.getByTestId('tools.more.picture')).last().click();
  const asked = await chooser;
  expect(asked.isMultiple()).toBe(true);
  expect(await asked.element().getAttribute('accept')).toBe('image/*');
  await asked.setFiles([...files]);
}

const png = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/png', buffer });

test('[IMG30] pictures come by the toolbar, by the mouse and by the clipboard, and the others see them', async ({
  browser,
}) => {
  const { fatima, comeAnna } = await onBoard(browser);
  const anna = await comeAnna();
  const { page } = fatima;

  await pick(page, [png('well.png', await flat('#2c6e8f')), png('field.png', await flat('#5c8a3a'))]);
  await areDrawn(page, 2);
  const boxes = await shown(page).evaluateAll((all) => all.map((img) => img.getBoundingClientRect().x));
  expect(Math.abs((boxes[0] ?? 0) - (boxes[1] ?? 0)), 'side by side').toBeGreaterThan(100);

  await page.locator('.tl-container').focus();
  await give(page, 'drop', 'photo.jpg', 'image/jpeg', await photograph());
  await areDrawn(page, 3);
  await give(page, 'paste', 'pasted.png', 'image/png', await flat('#b02d22'));
  await areDrawn(page, 4);
  await expect(waiting(page)).toHaveCount(0);
  await isSaved(page);

  await areDrawn(anna.page, 4);
  expect(fatima.strangers).toEqual([]);
  expect(anna.complaints).toEqual([]);

  // Anna's own, and nothing of it is taken back.
  await pick(anna.page, [png('annas.png', await flat('#f0b429'))]);
  await areDrawn(anna.page, 5);
  await areDrawn(page, 5);
  await isSaved(anna.page);
  expect(fatima.complaints).toEqual([]);
});

test('[IMG42] fingers have the camera beside the pictures of the device', async ({ browser }) => {
  const board = await readyBoard(address(), 'blank', 'Photographs');
  const fatima = await arrive(browser, address(), { touch: true, viewport: { width: 820, height: 1180 } });
  seat(fatima);
  const { page } = fatima;
  await openAs(fatima, address(), board, 'Fatima');
  await boardIsThere(page);
  await pick(page, [png('before.png', await flat('#2c6e8f'))]);
  await areDrawn(page, 1);
  const chooser = page.waitForEvent('filechooser');
  await page.getByTestId('tools.more-button').tap();
  await page.getByRole('menuitem', { name: 'Take a photo' }).or(page.getByTestId('tools.more.photo')).last().tap();
  const asked = await chooser;
  expect(await asked.element().getAttribute('capture')).toBe('environment');
  await asked.setFiles([png('now.png', await flat('#5c8a3a'))]);
  await areDrawn(page, 2);
  expect(fatima.complaints).toEqual([]);
});

test('[IMG31] a picture is copied on its board, undone and done again', async ({ browser }) => {
  const { fatima } = await onBoard(browser);
  const { page } = fatima;
  await pick(page, [png('well.png', await flat('#2c6e8f'))]);
  await areDrawn(page, 1);
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  // tldraw takes the pictures along, which takes its time.
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)))
    .toContain('text/html');
  await page.keyboard.press('Control+v');
  await areDrawn(page, 2);
  await page.keyboard.press('Control+z');
  await areDrawn(page, 1);
  await page.keyboard.press('Control+z');
  await expect(shown(page)).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await areDrawn(page, 1);
  await isSaved(page);
  await page.reload();
  await areDrawn(page, 1);
  expect(fatima.complaints).toEqual([]);
});

test('[IMG41] cards and pictures are copied from board to board of a workshop; a picture of another workshop is told', async ({
  browser,
}) => {
  const first = await readyBoard(address(), 'root-cause-tree', 'First');
  const workshopId = WorkshopId.parse(first.path.split('/')[2]);
  const program = await joinAsProgram(address(), first.tokens.facilitator);
  const second = await createBoard(program, workshopId, 'root-cause-tree', 'Second');
  const elsewhere = await readyBoard(address(), 'root-cause-tree', 'Elsewhere');
  const fatima = await come(browser);
  const { page } = fatima;
  await openAs(fatima, address(), first, 'Fatima');
  await boardIsThere(page);
  await give(page, 'drop', 'well.png', 'image/png', await flat('#2c6e8f'));
  await areDrawn(page, 1);
  await isSaved(page);
  await putByKeys(page, '1 Drafts', 'The well is dry');
  await page.keyboard.down('Shift');
  await shown(page).click();
  await page.keyboard.up('Shift');
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Control+c');
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)))
    .toContain('text/html');

  await page.goto(`/workshop/${workshopId}/board/${second}`);
  await boardIsThere(page);
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Control+v');
  await expect(cardsSaying(page, 'The well is dry')).toHaveCount(1);
  await areDrawn(page, 1);
  await isSaved(page);
  await page.reload();
  await areDrawn(page, 1);

  await openAs(fatima, address(), elsewhere, 'Fatima');
  await boardIsThere(page);
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Control+v');
  await expect(cardsSaying(page, 'The well is dry')).toHaveCount(1);
  await expect(page.getByText('Pictures of another workshop do not come along').first()).toBeVisible();
  await expect(shown(page)).toHaveCount(0);
  expect(fatima.complaints).toEqual([]);
});

test('[IMG33] what cannot be put on a board is refused with a word, and can be taken away', async ({ browser }) => {
  const { fatima } = await onBoard(browser);
  const { page } = fatima;
  await give(page, 'drop', 'notes.pdf', 'application/pdf', Buffer.from('%PDF-1.7'));
  await expect(page.getByText('Only pictures can be put on a board').first()).toBeVisible();
  await expect(waiting(page)).toHaveCount(0);
  const kept = await page.evaluateHandle(() => {
    const urls = new Set<string>();
    const [create, revoke] = [URL.createObjectURL, URL.revokeObjectURL];
    URL.createObjectURL = (file) => {
      const url = create(file);
      urls.add(url);
      return url;
    };
    URL.revokeObjectURL = (url) => {
      urls.delete(url);
      revoke(url);
    };
    return urls;
  });
  await give(page, 'drop', 'page.png', 'image/png', Buffer.from('<!doctype html><script>alert(1)</script>'));
  await expect(waiting(page).getByRole('alert')).toContainText('This is no PNG, JPEG, WebP or GIF.');
  await expect(waiting(page).getByRole('button', { name: 'Try again' })).toHaveCount(0);
  expect(await kept.evaluate((urls) => urls.size)).toBe(0);
  await waiting(page).getByRole('button', { name: 'Remove' }).click();
  await expect(waiting(page)).toHaveCount(0);
  await expect(shown(page)).toHaveCount(0);
});

test('[IMG34] a picture larger than a board keeps is made smaller before it is sent', async ({ browser }) => {
  const { fatima } = await onBoard(browser);
  const { page } = fatima;
  const sent: number[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/images')) sent.push(request.postDataBuffer()?.length ?? 0);
  });
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const large = await sharp({ create: { width: 4_600, height: 2_300, channels: 3, background: '#000', noise } })
    .png()
    .toBuffer();
  expect(large.length).toBeGreaterThan(10_000_000);
  await pick(page, [png('large.png', large)]);
  await areDrawn(page, 1);
  const size = await shown(page).evaluate((img) => [
    (img as HTMLImageElement).naturalWidth,
    (img as HTMLImageElement).naturalHeight,
  ]);
  expect(size).toEqual([4_096, 2_048]);
  expect(fatima.complaints).toEqual([]);
});

test('[IMG35] a picture is described, and its report holds it with those words', async ({ browser }, info) => {
  const { fatima } = await onBoard(browser);
  const { page } = fatima;
  await pick(page, [{ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await photograph() }]);
  await areDrawn(page, 1);
  // It is selected as it arrives.
  await page.getByRole('button', { name: 'Describe' }).click();
  await page.getByLabel('Description').fill('The dry well behind the school');
  await page.getByLabel('Description').press('Enter');
  await expect(page.getByRole('button', { name: 'Describe' })).toHaveAttribute('aria-pressed', 'true');
  await isSaved(page);
  const editor = await editorOf(page);
  const altText = await editor.evaluate(
    (editor) => editor.getCurrentPageShapes().find(({ type }) => type === 'image')?.props,
  );
  expect(altText).toMatchObject({ altText: 'The dry well behind the school' });

  const { base64, undrawn } = await page.evaluate(() => {
    if (window.commonboardExport === undefined) throw new Error('no hook');
    return window.commonboardExport();
  });
  expect(undrawn.images).toBe(0);
  const bytes = Buffer.from(base64, 'base64');
  expect(structureOf(bytes)).toContain('Figure');
  expect(expandedPdf(bytes)).toMatch(/\/Alt \(The dry well behind the school\)/);
  const pdf = info.outputPath('board.pdf');
  await writeFile(pdf, bytes);
  expect(execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' })).toMatch(/image\s+300\s+400/);
});

test('[PDF47] a report holds every picture no finer than it is seen, a slow one too; what cannot be had is named', async ({
  browser,
}, info) => {
  const { fatima } = await onBoard(browser);
  const { page } = fatima;
  const names = ['#b02d22', '#175c4c', '#2a5d8f'];
  const photos = await Promise.all(names.map((background) => flat(background, 3_000, 2_000)));
  await pick(
    page,
    photos.map((buffer, at) => ({ name: `${at}.png`, mimeType: 'image/png', buffer })),
  );
  await areDrawn(page, 3);
  await isSaved(page);
  const editor = await editorOf(page);
  const width = await editor.evaluate((editor) => {
    const [first] = editor.getCurrentPageShapes().filter(({ type }) => type === 'image');
    return (first?.props as { readonly w: number } | undefined)?.w ?? 0;
  });
  let asked = 0;
  await page.route('**/api/images/*', async (route) => {
    asked++;
    if (asked === 3) return route.fulfill({ status: 404 });
    // As long as no canvas waits for what it draws.
    if (asked === 1) await new Promise((resolve) => setTimeout(resolve, 5_500));
    return route.continue();
  });
  const { base64, undrawn } = await page.evaluate(() => {
    if (window.commonboardExport === undefined) throw new Error('no hook');
    return window.commonboardExport();
  });
  expect(undrawn).toMatchObject({ images: 1, kinds: [] });
  const pdf = info.outputPath('board.pdf');
  await writeFile(pdf, Buffer.from(base64, 'base64'));
  const list = execFileSync('pdfimages', ['-list', pdf], { encoding: 'utf8' });
  const widths = [...list.matchAll(/ image +(\d+) /g)].map(([, found]) => Number(found));
  expect(widths).toHaveLength(2);
  for (const found of widths) expect(found).toBeLessThanOrEqual(Math.ceil(width * 2.2));
});
