import { type Browser, expect, type Page, test } from '@playwright/test';
import type { TLShapeId } from 'tldraw';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { editorOf, shapesIn } from './support/editor.ts';
import { arrive, boardIsThere, drag, isSaved, joinByLink, writeNote } from './support/person.ts';
import { editorIn, leave, meet, openNote, type Pair, place, shown } from './support/two-people.ts';

let server: ProductionServer;
/** What stands between Anna and the server. */
let line: TcpProxy;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.beforeEach(async () => {
  line = await startTcpProxy(server.address);
});
test.afterEach(() => line.close());
test.afterAll(() => server?.stop());

/** Whether the page is away for as long as people are, minutes, and not just for as long as it takes to notice. */
const isLong = process.env.LONG_FAULTS === '1';
const longAwayMs = 120_000;

const meetApart = (browser: Browser, options: Parameters<typeof meet>[2] = {}): Promise<Pair> =>
  meet(browser, server.address, { annasAddress: line.address, ...options });
const isOffline = (page: Page) => expect(page.getByText('No connection.')).toBeVisible({ timeout: 30_000 });
const isBack = (page: Page) => expect(page.getByText('No connection.')).toHaveCount(0, { timeout: 60_000 });
const sees = (page: Page, text: string) => expect(shown(page, text)).toBeVisible({ timeout: 30_000 });

function cut(): void {
  line.refuse();
  line.reset();
}

async function areEqual({ fatima, anna }: Pair): Promise<void> {
  await Promise.all([fatima, anna].map(({ page }) => isSaved(page)));
  await expect.poll(() => shapesIn(anna.page)).toEqual(await shapesIn(fatima.page));
}

test('[RELY31b] a participant unlocks and drags a part of the template: it is where it was, one sentence says so, and the next note arrives', async ({
  browser,
}) => {
  const pair = await meet(browser, server.address);
  const { fatima, anna } = pair;
  const before = await shapesIn(fatima.page);
  const sentences: string[] = [];
  await anna.page.exposeFunction('tellSentence', (text: string) => sentences.push(text));
  await anna.page.evaluate(() => {
    const tell = (window as unknown as { tellSentence(text: string): void }).tellSentence;
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes]))
        if (node instanceof HTMLLIElement) tell(node.innerText);
    }).observe(document.body, { childList: true, subtree: true });
  });

  const editor = await editorOf(anna.page);
  // tldraw's own way to unlock, and what its tool for selecting does as the pointer moves.
  const id = await editor.evaluate(async (editor) => {
    const [zone] = editor
      .getShapesAtPoint(editor.screenToPage({ x: 400, y: 560 }))
      .filter(({ type }) => type === 'zone');
    if (zone === undefined) throw new Error('no zone there');
    const { id, type, x, y } = zone;
    editor.toggleLock([id]);
    if (editor.getShape(id)?.isLocked !== false) throw new Error('the page itself keeps the lock');
    for (let step = 1; step <= 10; step++) {
      editor.run(() => editor.updateShape({ id, type, x: x + 12 * step, y: y + 8 * step }), { ignoreShapeLock: true });
      if (editor.getShape(id)?.x === x) throw new Error('the page itself does not let it be dragged');
      await new Promise(requestAnimationFrame);
    }
    return id as string;
  });

  await expect(anna.page.getByText('This is locked: your change was put back.').first()).toBeVisible();
  await isSaved(anna.page);
  for (const { page } of [anna, fatima]) await expect.poll(() => shapesIn(page)).toEqual(before);
  for (const { page } of [anna, fatima]) {
    const shown = await editorOf(page);
    await expect.poll(() => shown.evaluate((editor, id) => editor.getShape(id as TLShapeId)?.isLocked, id)).toBe(true);
  }
  expect(sentences).toEqual(['This is locked: your change was put back.']);
  await expect(fatima.page.getByText('This is locked')).toHaveCount(0);

  await writeNote(anna.page, place, 'Next edit');
  await sees(fatima.page, 'Next edit');
  await areEqual(pair);
  await leave(fatima, anna);
});

test('[RELY17] a phone on a slow network joins by link and writes by touch; a cut in the middle of typing costs no letter and doubles none', async ({
  browser,
}) => {
  const pair = await meetApart(browser, {
    anna: {
      ...{ viewport: { width: 390, height: 844 }, touch: true },
      // Touches that tldraw takes for itself; fonts, icons and words of tldraw that were on their way when the line was cut.
      expected:
        /^Unable to preventDefault inside passive event listener|^NetworkError: A network error|^EncodingError: The source image cannot be decoded|^TypeError: Failed to fetch$|ERR_SOCKET_NOT_CONNECTED/,
    },
    annaWaitsMs: 60_000,
    annaJoinsByLink: true,
    prepare: async ({ context, page }) => {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', {
        ...{ offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 },
      });
    },
  });
  const { fatima, anna } = pair;
  await anna.page.getByTestId('tools.card').tap();
  await anna.page.touchscreen.tap(195, 420);
  await expect(editorIn(anna.page)).toBeFocused();
  await anna.page.keyboard.type('Cold rooms');
  await sees(fatima.page, 'Cold rooms');

  await anna.page.keyboard.type(' are f');
  cut();
  await anna.page.keyboard.type('ull ');
  await isOffline(anna.page);
  await anna.page.keyboard.type('in ');
  line.heal();
  await anna.page.keyboard.type('July');
  await isBack(anna.page);
  await anna.page.touchscreen.tap(300, 200);
  await expect(editorIn(anna.page)).toHaveCount(0);
  await sees(fatima.page, 'Cold rooms are full in July');
  // As small as a phone shows a whole page, cards are painted.
  await expect.poll(() => shapesIn(anna.page)).toContainEqual(expect.stringContaining('Cold rooms are full in July'));
  await areEqual(pair);
  await leave(fatima, anna);
});

test(`[RELY19] ${isLong ? 'two minutes' : 'for a while'} on a network that has gone silent, with work on both sides: the page says how it stands all along, and everything merges`, async ({
  browser,
}) => {
  test.setTimeout(120_000 + (isLong ? longAwayMs : 0));
  const pair = await meetApart(browser);
  const { fatima, anna } = pair;
  await writeNote(anna.page, place, 'Before');
  await isSaved(anna.page);
  await sees(fatima.page, 'Before');

  const goneAtMs = Date.now();
  line.blackhole();
  if (isLong) await anna.context.setOffline(true);
  await writeNote(anna.page, { x: 820, y: 560 }, 'Anna alone');
  if (!isLong) await expect(anna.page.getByText('Saving', { exact: true })).toBeVisible();
  await isOffline(anna.page);
  await expect(anna.page.getByText('Changes kept in this browser')).toBeVisible();
  await openNote(anna.page, 'Before', 'End');
  await anna.page.keyboard.type(' and after');
  await anna.page.keyboard.press('Escape');
  await writeNote(fatima.page, { x: 560, y: 740 }, 'Fatima meanwhile');
  await isSaved(fatima.page);
  const note = fatima.page.locator('.tl-shape').filter({ hasText: /^Before$/ });
  await note.click();
  await drag(fatima.page, place, { x: 420, y: 400 });
  await fatima.page.keyboard.press('Escape');
  await isSaved(fatima.page);
  if (isLong) {
    await expect(fatima.page.getByRole('button', { name: '1 person on this board' })).toBeVisible({ timeout: 60_000 });
    // The fault itself is that it lasts.
    await new Promise((resolve) => setTimeout(resolve, goneAtMs + longAwayMs - Date.now()));
    await isOffline(anna.page);
    await expect(anna.page.getByText('Changes kept in this browser')).toBeVisible();
  }

  line.reset();
  line.heal();
  if (isLong) await anna.context.setOffline(false);
  await isBack(anna.page);
  for (const { page } of [fatima, anna])
    for (const text of ['Before and after', 'Anna alone', 'Fatima meanwhile']) await sees(page, text);
  await areEqual(pair);
  await expect(fatima.page.getByRole('button', { name: '2 people on this board' })).toBeVisible();
  await leave(fatima, anna);
});

/** Types on and on, at the pace of somebody who types fast. @returns stops, and gives all that was typed. */
function keepTyping(page: Page, letters: string): () => Promise<string> {
  let isOver = false;
  let typed = '';
  const run = async () => {
    while (!isOver) {
      const letter = letters[typed.length % letters.length] ?? '';
      await page.keyboard.type(letter, { delay: 80 });
      typed += letter;
    }
    return typed;
  };
  const done = run();
  return () => {
    isOver = true;
    return done;
  };
}

/** What the text that is open said each time the page said that all is saved; gathered in the page. */
async function watchSaved(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    Object.assign(window, { saidSaved: '' });
    new MutationObserver(() => {
      if (document.querySelector('[data-saved="true"]') === null) return;
      const text = document.querySelector('.tl-canvas [contenteditable="true"]')?.textContent ?? '';
      Object.assign(window, { saidSaved: text });
    }).observe(document.body, { subtree: true, attributeFilter: ['data-saved'] });
  });
  return () => page.evaluate(() => (window as unknown as { saidSaved: string }).saidSaved);
}

test('[RELY3] a server that is killed while two people type in one note had every letter that was called saved, and both go on by themselves', async ({
  browser,
}) => {
  const pair = await meet(browser, line.address);
  const { fatima, anna, board } = pair;
  await writeNote(anna.page, place, '=');
  await sees(fatima.page, '=');
  await openNote(anna.page, '=', 'Home');
  await openNote(fatima.page, '=', 'End');
  const said = [await watchSaved(anna.page), await watchSaved(fatima.page)];
  const stopAnna = keepTyping(anna.page, 'abcdefghijklmnopqrstuvwxyz');
  const stopFatima = keepTyping(fatima.page, '0123456789');
  for (const text of said) await expect.poll(text).toMatch(/^[a-z]{3,}=\d{3,}$/);

  await server.kill('SIGKILL');
  cut();
  await Promise.all([isOffline(anna.page), isOffline(fatima.page)]);
  await server.restart();
  // Nothing but what the server had on disk: both of them are still cut off.
  const reader = await arrive(browser, server.address);
  await joinByLink(reader.page, board.link.replace(line.address, server.address), 'Jonas', 'Korf Supermarkets');
  await boardIsThere(reader.page);
  const note = reader.page.locator('.tl-shape[data-shape-type="note"]');
  const [stored = ''] = await note.allInnerTexts();
  for (const text of said) {
    const [annas = '?', fatimas = '?'] = (await text()).split('=');
    expect(stored.split('=')[0]).toContain(annas);
    expect(stored.split('=')[1]).toContain(fatimas);
  }

  line.heal();
  await Promise.all([isBack(anna.page), isBack(fatima.page)]);
  const back = await editorIn(anna.page).innerText();
  for (const { page } of [anna, fatima]) await expect(editorIn(page)).not.toHaveText(back);
  const all = `${await stopAnna()}=${await stopFatima()}`;
  for (const { page } of [anna, fatima]) await expect(editorIn(page)).toHaveText(all);
  await expect(note).toHaveText(all);
  await areEqual(pair);
  await leave(fatima, anna, reader);
});
