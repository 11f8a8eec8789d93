import { expect, type Page, test } from '@playwright/test';
import { type DisplayList, type DisplayPage, displayListVersion } from '../../client/export/display-list.ts';
import type { Picture } from '../../client/export/picture/collect-picture.ts';
import type { PictureFormat } from '../../client/export/picture/make-picture.ts';
import { writePdf } from '../../client/export/write/write-pdf.ts';
import { faceSources } from '../unit/export/support/face-sources.ts';
import { inspectPdf, renderPage } from '../unit/export/support/pdf-tools.ts';
import { type HarnessServer, serveHarness } from './pages-export/serve-harness.ts';
import { differencesOf } from './support/differences.ts';

test.setTimeout(120_000);

let server: HarnessServer;
test.beforeAll(async () => {
  server = await serveHarness('pictures');
});
test.afterAll(() => server.close());

async function openCanvas(page: Page): Promise<void> {
  await page.goto(server.url);
  await page.waitForFunction(() => window.pictures !== undefined);
}

async function collect(page: Page, ...ids: readonly string[]): Promise<Picture> {
  const picture = await page.evaluate((wanted) => window.pictures?.collect(wanted, 'core'), ids);
  if (picture == null) throw new Error('nothing was collected');
  return picture;
}

const png = (scale: number): PictureFormat => ({ format: 'png', scale, transparent: false });

async function make(page: Page, { page: drawn, images }: Picture, format: PictureFormat): Promise<Buffer> {
  const made = await page.evaluate(([picture, as]) => window.pictures?.make(picture, as), [
    { page: drawn, images },
    format,
  ] as const);
  return Buffer.from(made ?? '', 'base64');
}

const listOf = ({ page, images }: Picture): DisplayList => ({
  ...{ version: displayListVersion, language: 'de', createdAtMs: 0, title: 'Picture', author: '' },
  ...{ pages: [page], images },
});

const dataUrl = (type: string, bytes: Buffer): string => `data:${type};base64,${bytes.toString('base64')}`;

for (const frame of ['frame1', 'frame2'])
  test(`[PIC20] an SVG opened by itself looks like the page of the PDF: ${frame}`, async ({ page, browser }) => {
    await openCanvas(page);
    await page.evaluate(() => window.pictures?.fill('everyShape', 0));
    const picture = await collect(page, `shape:${frame}`);
    const svg = await make(page, picture, { format: 'svg', scale: 1, transparent: false });
    const { bytes } = await writePdf(listOf(picture), faceSources);
    const paper = dataUrl('image/png', renderPage(Buffer.from(bytes), 1, 72));

    const { width, height } = picture.page.sheet;
    const alone = await browser.newPage({ viewport: { width: Math.round(width), height: Math.round(height) } });
    const requests: string[] = [];
    alone.on('request', (request) => requests.push(request.url()));
    await alone.route('https://picture.test/', (route) => route.fulfill({ contentType: 'image/svg+xml', body: svg }));
    await alone.goto('https://picture.test/');
    await alone.evaluate(() => document.fonts.ready.then(() => undefined));
    const screen = dataUrl('image/png', await alone.screenshot());
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual(['https://picture.test/']);
    await alone.close();

    const differences = await page.evaluate(differencesOf, { one: screen, other: paper });
    expect(differences.worstTile, JSON.stringify(differences)).toBeLessThan(14);
    expect(differences.mean, JSON.stringify(differences)).toBeLessThan(2);
    // Only what it is set in, and words that can be searched.
    expect(svg.length).toBeLessThan(1_500_000);
    const words = frame === 'frame1' ? ['Boxkämpfer', 'ελληνικά'] : ['Freitext é ü ß ł Ω Я', 'Raute'];
    for (const word of words) expect(svg.toString().split(word).length - 1, word).toBe(1);
  });

test('[PIC21] a PNG has the pixels that were asked for, and its ground', async ({ page }) => {
  await openCanvas(page);
  await page.evaluate(() => window.pictures?.fill('everyShape', 0));
  const picture = await collect(page, 'shape:frame1');
  const once = await make(page, picture, png(1));
  expect([once.readUInt32BE(16), once.readUInt32BE(20)]).toEqual([1600, 1131]);
  const twice = await make(page, picture, png(2));
  expect([twice.readUInt32BE(16), twice.readUInt32BE(20)]).toEqual([3200, 2262]);
  // Twice the pixels are twice the detail, not the same pixels made larger.
  const differences = await page.evaluate(differencesOf, {
    one: dataUrl('image/png', once),
    other: dataUrl('image/png', twice),
  });
  expect(differences.worstTile, JSON.stringify(differences)).toBeLessThan(14);
  const alphaOf = (bytes: Buffer): Promise<number> => page.evaluate(cornerAlpha, dataUrl('image/png', bytes));
  expect(await alphaOf(once)).toBe(255);
  expect(await alphaOf(await make(page, picture, { ...png(1), transparent: true }))).toBe(0);
});

test('[PIC22] a selection is alone on its picture', async ({ page }) => {
  await openCanvas(page);
  await page.evaluate(() => window.pictures?.fill('everyShape', 0));
  const picture = await collect(page, 'shape:note9');
  const svg = (await make(page, picture, { format: 'svg', scale: 1, transparent: true })).toString();
  expect(svg).toContain('Boxkämpfer');
  expect(svg).not.toContain('Risque');
  expect(picture.page.sheet.width).toBeLessThan(400);
});

test('[PIC25] a picture shows its readers what they may read; of nothing there is no picture', async ({ page }) => {
  await openCanvas(page);
  await page.evaluate(() => {
    window.pictures?.fill('manyCards', 2);
    const { editor } = window.pictures ?? {};
    const card = editor?.getShape('shape:card0' as never);
    if (card === undefined) throw new Error('no card');
    const fields = { ...(card.props as unknown as { fields: object }).fields, sensitivity: 'core' };
    editor?.updateShape({ id: card.id, type: card.type, props: { fields } as never });
  });
  const textFor = (audience: 'partners' | 'core', ...ids: readonly string[]) =>
    page.evaluate(async ([who, wanted]) => JSON.stringify(await window.pictures?.collect(wanted, who)), [
      audience,
      ids,
    ] as const);
  expect(await textFor('core', 'shape:wall0')).toContain('Nr0 ');
  const partners = await textFor('partners', 'shape:wall0');
  expect(partners).toContain('Nr1 ');
  expect(partners).not.toContain('Nr0 ');
  expect(await textFor('core', 'shape:card0')).toContain('Nr0 ');
  expect(await textFor('partners', 'shape:card0')).toBe('null');
});

test('[PIC23] printed, every page is a sheet of its own size and nothing else is on paper', async ({ page }) => {
  await openCanvas(page);
  await page.evaluate(() => window.pictures?.fill('everyShape', 0));
  const { page: drawn, images } = await collect(page, 'shape:frame2');
  const sheets = [
    [841.89, 595.28],
    [595.28, 841.89],
    [1190.55, 841.89],
  ] as const;
  const pages = sheets.map(
    ([width, height], index): DisplayPage => ({
      ...{ ...drawn, title: `Sheet ${index + 1}`, sheet: { width, height } },
      layers: drawn.layers.map((layer) => ({ ...layer, clip: null, matrix: [0.35, 0, 0, 0.35, 20 - 0.35 * 1760, 20] })),
      foot: { text: `Foot${index + 1}`, number: `${index + 1} / 3` },
    }),
  );
  await page.evaluate(([shown, named]) => window.pictures?.show({ kind: 'print', pages: shown, images: named }), [
    pages,
    images,
  ] as const);
  const view = page.getByRole('dialog', { name: 'Report' });
  const print = view.getByRole('button', { name: 'Print' });
  await expect(print).toBeFocused();
  await expect(print).toBeEnabled();
  await expect(view.getByRole('listitem')).toHaveCount(3);

  // Whoever renders it anew, as each change of the board does, changes nothing of what is about to be printed.
  await view
    .getByRole('listitem')
    .first()
    .evaluate((sheet) => sheet.setAttribute('data-kept', ''));
  await page.evaluate(([shown, named]) => window.pictures?.show({ kind: 'print', pages: shown, images: named }), [
    pages.slice(1),
    images,
  ] as const);
  await expect(view.locator('[data-kept]')).toBeVisible();
  await expect(view.getByRole('listitem')).toHaveCount(3);

  const { info, text, pages: texts } = inspectPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(info.get('Pages')).toBe('3');
  for (const [index, each] of texts.entries()) expect(each).toContain(`Foot${index + 1}`);
  expect(text).not.toMatch(/Print|Close|Save as/);
  expect(text.split('Raute').length - 1).toBe(3);
  const sizes = await sheetSizes(await page.pdf({ preferCSSPageSize: true }));
  for (const [index, [width, height]] of sheets.entries()) {
    expect(Math.abs((sizes[index]?.[0] ?? 0) - width)).toBeLessThan(1);
    expect(Math.abs((sizes[index]?.[1] ?? 0) - height)).toBeLessThan(1);
  }

  await page.keyboard.press('Escape');
  await expect(view).toHaveCount(0);
});

test('[PIC24] hundreds of pages in small: only those near the view are painted, each in a turn of its own', async ({
  page,
}) => {
  await openCanvas(page);
  await page.evaluate(() => window.pictures?.fill('manyCards', 250));
  const { page: drawn, images } = await collect(page, 'shape:wall0');
  const turns = await page.evaluate(
    async ([shown, named]) => {
      let turn = 0;
      const counting = setInterval(() => {
        turn += 1;
      });
      const paintedAt: number[] = [];
      const enough = new Promise<void>((resolve) => {
        // A canvas is sized when it is painted.
        new MutationObserver((records) => {
          for (const { attributeName } of records) if (attributeName === 'width') paintedAt.push(turn);
          if (paintedAt.length >= 12) resolve();
        }).observe(document.body, { attributes: true, subtree: true, attributeFilter: ['width'] });
      });
      window.pictures?.show({ kind: 'small', pages: Array.from({ length: 200 }, () => shown), images: named });
      await enough;
      clearInterval(counting);
      return paintedAt;
    },
    [drawn, images] as const,
  );
  expect(new Set(turns).size).toBe(turns.length);
  await expect(page.getByRole('img', { name: '1 Wall' })).toHaveCount(200);
  const painted = () => page.locator('#pages canvas[width]').count();
  await expect.poll(painted).toBeGreaterThan(20);
  expect(await painted()).toBeLessThan(120);
});

/** @param id null for a place where nothing stands */
async function rightClick(page: Page, id: string | null): Promise<void> {
  const at = await page.evaluate((shape) => {
    const { editor } = window.pictures ?? {};
    const middle = shape === null ? undefined : editor?.getShapePageBounds(shape as never)?.center;
    return editor?.pageToScreen(middle ?? { x: 1760 + 900, y: 600 });
  }, id);
  await page.mouse.click(at?.x ?? 0, at?.y ?? 0, { button: 'right' });
}

test.describe('dialog', () => {
  async function openDialog(page: Page, ...selection: readonly string[]): Promise<void> {
    await openCanvas(page);
    await page.evaluate((ids) => {
      window.pictures?.fill('everyShape', 0);
      window.pictures?.show({ kind: 'dialog', selection: ids as never });
    }, selection);
    await expect(page.getByRole('dialog', { name: 'Picture of the board' })).toBeVisible();
  }

  test('[PIC30] it shows what it makes, says the size, and downloads it named after workshop, board and frame', async ({
    page,
  }) => {
    await openDialog(page, 'shape:frame2');
    await expect(page.getByLabel('What it shows')).toHaveValue('shape:frame2');
    await expect(page.getByRole('img', { name: '2 Systemkarte Я' })).toBeVisible();
    await expect(page.getByText('3,200 × 2,262 pixels.')).toBeVisible();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Full Plates - Tree Ω - 2 Systemkarte Я - .+\.png$/);
    await expect(page.getByRole('status')).toContainText('Done. Look for');
    await page.getByText('4 ×', { exact: true }).click();
    await expect(page.getByText('6,400 × 4,524 pixels.')).toBeVisible();
    await page.getByText('SVG', { exact: true }).click();
    const [vector] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(vector.suggestedFilename()).toMatch(/\.svg$/);
  });

  test('[PIC32] the menu of the canvas asks for it: of what is selected, or of the frame in view', async ({ page }) => {
    await openCanvas(page);
    await page.evaluate(() => {
      window.pictures?.fill('everyShape', 0);
      const { editor } = window.pictures ?? {};
      editor?.zoomToBounds({ x: 1760, y: 0, w: 1600, h: 1131 } as never, { immediate: true });
      editor?.select('shape:rectangle' as never);
    });
    await rightClick(page, 'shape:rectangle');
    await expect(page.getByRole('menuitem', { name: 'Save as picture' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: /copy as|export as/i })).toHaveCount(0);
    await page.getByRole('menuitem', { name: 'Save as picture' }).click();
    await expect(page.getByLabel('What it shows')).toHaveValue('selection');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // Whoever may only look may take a picture too.
    await page.evaluate(() => {
      window.pictures?.editor.selectNone();
      window.pictures?.editor.updateInstanceState({ isReadonly: true });
    });
    await rightClick(page, null);
    await page.getByRole('menuitem', { name: 'Save as picture' }).click();
    await expect(page.getByLabel('What it shows')).toHaveValue('shape:frame2');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    // A place of the template where nobody has put anything: its scenery is no selection.
    await page.evaluate(() => {
      const { editor } = window.pictures ?? {};
      editor?.updateInstanceState({ isReadonly: false });
      editor?.createShape({ id: 'shape:scenery', type: 'zone', x: 2000, y: 900, isLocked: true } as never);
      editor?.select('shape:scenery' as never);
    });
    await rightClick(page, 'shape:scenery');
    await page.getByRole('menuitem', { name: 'Save as picture' }).click();
    await expect(page.getByLabel('What it shows')).toHaveValue('shape:frame2');
  });

  test('[PIC31] a selection is what it shows first; the picture can be copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openDialog(page, 'shape:note9', 'shape:note8');
    await expect(page.getByLabel('What it shows')).toHaveValue('selection');
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByRole('status')).toContainText('Copied');
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(({ types: each }) => each),
    );
    expect(types).toContain('image/png');
  });
});

/** Runs in the page. */
async function cornerAlpha(url: string): Promise<number> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  if (pen === null) throw new Error('no canvas');
  pen.drawImage(image, 20, 1000, 1, 1, 0, 0, 1, 1);
  return pen.getImageData(0, 0, 1, 1).data[3] ?? -1;
}

async function sheetSizes(bytes: Uint8Array): Promise<readonly (readonly [number, number])[]> {
  const { expandedPdf } = await import('../unit/export/support/pdf-tools.ts');
  return [...expandedPdf(bytes).matchAll(/\/MediaBox \[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(
    ([, width, height]) => [Number(width), Number(height)],
  );
}
