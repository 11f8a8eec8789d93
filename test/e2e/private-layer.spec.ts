import { expect, type Page, test } from '@playwright/test';
import { boardIsThere, isSaved, writeNote } from './support/person.ts';
import { come } from './support/ready-board.ts';
import { storedIn } from './support/stored.ts';
import { editorIn, leave, openNote, place, serveTwo, shown } from './support/two-people.ts';

const { meet, server } = serveTwo();

const banner = (page: Page) => page.getByRole('region', { name: 'Private writing' });
const locks = (page: Page) => page.locator('[data-private]');

async function begin(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Facilitate' }).click();
  await page.getByRole('menuitem', { name: 'Private writing' }).click();
  await page.getByRole('dialog', { name: 'Private writing' }).getByRole('button', { name: 'Start' }).click();
  await expect(banner(page)).toBeVisible();
}

/** How much this browser holds of own layers: entries of their copies, and waiting changes. */
const keptIn = (page: Page) =>
  page.evaluate(async () => {
    let entries = 0;
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.endsWith('/own')) continue;
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      entries += await new Promise<number>((resolve) => {
        const request = db.transaction('updates').objectStore('updates').count();
        request.onsuccess = () => resolve(request.result);
      });
      db.close();
    }
    return entries + Object.keys(localStorage).filter((key) => key.includes('/own:')).length;
  });

test('[PRW13] whoever writes while everything is revealed writes on in the same text, and the others get all of it', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await begin(fatima.page);
  await expect(banner(anna.page)).toBeVisible();
  await writeNote(anna.page, place, 'we lack');
  await expect(locks(anna.page)).toHaveText('');
  await shown(anna.page, 'we lack').click();
  await expect(locks(anna.page)).toHaveText('Only you see this');
  await openNote(anna.page, 'we lack', 'End');
  await anna.page.keyboard.type(' drivers ');
  await expect(fatima.page.locator('[data-writing]')).toHaveCount(0);
  await expect(locks(fatima.page)).toHaveCount(0);
  // Nor where her mouse is: that would tell where she writes.
  const cursor = fatima.page.locator('[data-cursor]').filter({ hasText: 'Anna' });
  await expect(cursor).toHaveCount(0);

  await banner(fatima.page).getByRole('button', { name: 'Reveal everything' }).click();
  const words = 'who ride at night and bring back what is left over there';
  await anna.page.keyboard.type(words, { delay: 120 });
  await expect(banner(anna.page)).toHaveCount(0);
  await expect(locks(anna.page)).toHaveCount(0);
  await expect(editorIn(anna.page)).toHaveText(`we lack drivers ${words}`);
  await anna.page.keyboard.type('.');
  await expect(fatima.page.locator('[data-writing]')).toHaveText('Anna is writing');
  await anna.page.keyboard.press('Escape');
  for (const { page } of [anna, fatima]) await expect(shown(page, `we lack drivers ${words}.`)).toHaveCount(1);
  // It rests where she wrote: only where it goes from now on is told.
  await expect(cursor).toHaveCount(0);
  await anna.page.mouse.move(700, 600);
  await expect(cursor).toHaveCount(1);
  await isSaved(anna.page);
  await leave(fatima, anna);
});

test('[PRW12] the browser forgets what its person wrote privately as soon as the server has it', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await begin(fatima.page);
  await expect(banner(anna.page)).toBeVisible();
  await writeNote(anna.page, place, 'quiet');
  await isSaved(anna.page);
  await expect.poll(() => keptIn(anna.page)).toBe(0);
  await anna.page.reload();
  await expect(shown(anna.page, 'quiet')).toBeVisible();
  await expect(locks(anna.page)).toHaveCount(1);
  await expect(shown(fatima.page, 'quiet')).toHaveCount(0);
  await leave(fatima, anna);
});

/** Keeps every frame and every answer that a page gets from now on. */
function listenTo(page: Page) {
  const received: string[] = [];
  const reading: Promise<unknown>[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => received.push(payload.toString('latin1'))),
  );
  page.on('response', (response) =>
    reading.push(
      response.body().then(
        (body) => received.push(body.toString('latin1')),
        () => undefined,
      ),
    ),
  );
  return { received, isRead: () => Promise.all(reading) };
}

const exportsOf = (page: Page) =>
  page.evaluate(async () => {
    const boardId = location.pathname.split('/')[4];
    const formats = ['csv', 'json', 'md', 'tldr'];
    const texts: string[] = [];
    // One after the other: nobody has more than two files made at a time.
    for (const format of formats) {
      const answer = await fetch(`/api/boards/${boardId}/export/${format}`);
      texts.push(`${answer.status} ${await answer.text()}`);
    }
    return texts;
  });

test('[PRW14] what one person writes privately is in no frame, answer, storage or export of another’s browser before it is revealed: not of whoever leads, takes part or looks on', async ({
  browser,
}) => {
  const canary = 'Kanarie-4c1e';
  const { fatima, anna, board } = await meet(browser);
  const jonas = await come(browser, server().address, board, 'Jonas');
  const vera = await come(browser, server().address, board, 'Vera');
  const others = [fatima, jonas, vera].map(({ page }) => ({ page, ...listenTo(page) }));
  for (const { page } of others) {
    await page.reload();
    await boardIsThere(page);
  }
  await begin(fatima.page);
  await expect(banner(anna.page)).toBeVisible();
  await writeNote(anna.page, place, canary);
  await isSaved(anna.page);
  await expect(banner(fatima.page)).toContainText('1');
  // Letter by letter no frame has it in one piece: whoever opens the board anew gets whole states.
  for (const { page } of others) {
    await page.reload();
    await boardIsThere(page);
    await expect(banner(page)).toContainText('1');
  }

  for (const { page, received, isRead } of others) {
    const exports = await exportsOf(page);
    expect(exports.every((answer) => answer.startsWith('200'))).toBe(true);
    await isRead();
    expect(received.length).toBeGreaterThan(20);
    for (const text of [...received, ...exports, await storedIn(page), await page.content()])
      expect(text).not.toContain(canary);
  }

  await banner(fatima.page).getByRole('button', { name: 'Reveal everything' }).click();
  for (const { page, received } of others) {
    await expect(shown(page, canary)).toHaveCount(1);
    // The search finds it when it is there.
    expect(received.some((text) => text.includes(canary))).toBe(true);
  }
  // Whoever looks on keeps no copy.
  for (const { page } of [fatima, jonas]) await expect.poll(() => storedIn(page)).toContain(canary);
  await leave(fatima, anna, jonas, vera);
});

test('[PRW15] whoever writes into an invitation meanwhile writes a card of their own; the invitation stays as it is for the others', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await begin(fatima.page);
  await expect(banner(anna.page)).toBeVisible();
  const invitation = anna.page.locator('.tl-canvas').getByText('One sentence: what is going wrong').last();
  // The canvas takes the press, wherever it falls on.
  await invitation.dblclick({ force: true });
  await expect(editorIn(anna.page)).toBeVisible();
  await anna.page.keyboard.type('Kanarie im Entwurf');
  await anna.page.keyboard.press('Escape');
  await expect(locks(anna.page)).toHaveCount(1);
  await isSaved(anna.page);
  await expect(banner(fatima.page)).toContainText('1 card so far');
  // It is a step of undo, and comes back with its words.
  await anna.page.locator('.tl-canvas').press('Control+z');
  await anna.page.locator('.tl-canvas').press('Control+z');
  await expect(locks(anna.page)).toHaveCount(0);
  await anna.page.locator('.tl-canvas').press('Control+Shift+z');
  await anna.page.locator('.tl-canvas').press('Control+Shift+z');
  await expect(shown(anna.page, 'Kanarie im Entwurf')).toHaveCount(1);
  await isSaved(anna.page);
  await expect(shown(fatima.page, 'Kanarie im Entwurf')).toHaveCount(0);
  await banner(fatima.page).getByRole('button', { name: 'Reveal everything' }).click();
  await expect(shown(fatima.page, 'Kanarie im Entwurf')).toHaveCount(1);
  await leave(fatima, anna);
});

test('[PRW16] undo brings a card back where it was: one that was private stays private, one that all saw is seen by all', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await writeNote(fatima.page, { x: 820, y: 300 }, 'Seen by all');
  await isSaved(fatima.page);
  await expect(shown(anna.page, 'Seen by all')).toHaveCount(1);
  await begin(fatima.page);
  await writeNote(anna.page, place, 'Only mine');
  await isSaved(anna.page);
  await shown(anna.page, 'Only mine').click();
  await anna.page.keyboard.press('Delete');
  await expect(shown(anna.page, 'Only mine')).toHaveCount(0);
  await isSaved(anna.page);
  // Deleted and brought back while people write privately.
  await shown(fatima.page, 'Seen by all').click();
  await fatima.page.keyboard.press('Delete');
  await expect(shown(anna.page, 'Seen by all')).toHaveCount(0);
  await fatima.page.keyboard.press('Control+z');
  await expect(shown(anna.page, 'Seen by all')).toHaveCount(1);
  await expect(locks(fatima.page)).toHaveCount(0);

  await banner(fatima.page).getByRole('button', { name: 'Reveal everything' }).click();
  await expect(banner(anna.page)).toHaveCount(0);
  await anna.page.locator('.tl-canvas').press('Control+z');
  await expect(shown(anna.page, 'Only mine')).toHaveCount(1);
  await expect(locks(anna.page)).toHaveCount(1);
  await isSaved(anna.page);
  await expect(shown(fatima.page, 'Only mine')).toHaveCount(0);
  await leave(fatima, anna);
});
