import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';

/** Nothing listens there: the test answers itself. */
const address = 'http://127.0.0.1:9';
let script = '';
test.beforeAll(async () => {
  const results = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(import.meta.dirname, 'pages-sync', 'copy-page.ts'), formats: ['es'] },
    },
  });
  const [result] = Array.isArray(results) ? results : [];
  script = result?.output[0].code ?? '';
});

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.route(`${address}/**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/page.js"></script>' }),
  );
  await page.goto(address);
  await page.waitForFunction(() => 'copyPage' in window);
  return page;
}

test('[SYN28] a thousand edits are a few hundred entries at most, and none of them is lost', async ({ context }) => {
  const page = await open(context);
  await page.evaluate(async () => {
    const { doc, copy, opened } = copyPage.keep('commonboard/a/b');
    await opened;
    for (let n = 0; n < 1_000; n++) {
      doc.getMap('records').set(`key-${n}`, n);
      // As long as a transaction takes.
      if (n % 50 === 0) await copyPage.openOfflineCopy('commonboard/a/b').read();
    }
    copy.close();
  });
  const { entries, size } = await page.evaluate(async () => {
    const { doc, opened } = copyPage.keep('commonboard/a/b');
    return { entries: await opened, size: doc.getMap('records').size };
  });
  expect(size).toBe(1_000);
  expect(entries).toBeGreaterThan(0);
  expect(entries).toBeLessThan(500);
});

test('[SYN28] what one page makes of its entries takes nothing from those of another', async ({ context }) => {
  const [first, second] = [await open(context), await open(context)];
  for (const [page, who] of [
    [first, 'first'],
    [second, 'second'],
  ] as const)
    await page.evaluate(async (name) => {
      const kept = copyPage.keep('commonboard/a/b');
      Object.assign(window, { kept });
      await kept.opened;
      kept.doc.getMap('records').set(name, 1);
    }, who);
  await first.evaluate(async () => {
    const { kept } = window as unknown as { kept: ReturnType<typeof copyPage.keep> };
    for (let n = 0; n < 900; n++) {
      kept.doc.getMap('records').set('count', n);
      if (n % 50 === 0) await copyPage.openOfflineCopy('commonboard/a/b').read();
    }
    kept.copy.close();
  });
  const content = await first.evaluate(async () => {
    const { doc, opened } = copyPage.keep('commonboard/a/b');
    await opened;
    return doc.getMap('records').toJSON();
  });
  expect(content).toEqual({ first: 1, second: 1, count: 899 });
});

test('[SYN15] a copy that is removed is gone for all pages, and they know that nothing is kept any more', async ({
  context,
}) => {
  const [first, second] = [await open(context), await open(context)];
  await second.evaluate(async () => {
    const kept = copyPage.keep('commonboard/a/b');
    await kept.opened;
    kept.doc.getMap('records').set('x', 1);
    Object.assign(window, { kept, lost: new Promise<void>((resolve) => kept.copy.onChange(resolve)) });
  });
  await first.evaluate(() => copyPage.forgetOfflineCopies());
  const isKeeping = await second.evaluate(async () => {
    const { kept, lost } = window as unknown as { kept: ReturnType<typeof copyPage.keep>; lost: Promise<void> };
    await lost;
    kept.doc.getMap('records').set('y', 1);
    return kept.copy.isKeeping();
  });
  expect(isKeeping).toBe(false);
  expect(await first.evaluate(() => copyPage.keep('commonboard/a/b').opened)).toBe(0);
});

test('[SYN14] a browser that keeps nothing says so instead of failing', async ({ context }) => {
  const page = await open(context);
  const answers = await page.evaluate(async () => {
    const refusing = {
      open() {
        throw new DOMException('private mode', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const copy = copyPage.openOfflineCopy('commonboard/a/b', refusing);
    const read = await copy.read();
    copy.append(new Uint8Array([0, 0]), true, () => new Uint8Array([0, 0]));
    await copy.clear();
    copy.close();
    return { read, isKeeping: copy.isKeeping() };
  });
  expect(answers).toEqual({ read: null, isKeeping: false });
});
