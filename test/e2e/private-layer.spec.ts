import { expect, type Page, test } from '@playwright/test';
import { isSaved, writeNote } from './support/person.ts';
import { editorIn, leave, openNote, place, serveTwo, shown } from './support/two-people.ts';

const { meet } = serveTwo();

const banner = (page: Page) => page.getByRole('region', { name: 'Private writing' });
const locks = (page: Page) => page.locator('[data-private]');

async function begin(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Private writing' }).click();
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
  if (process.env.PRIVATE_PICTURES !== undefined)
    await anna.page.screenshot({ path: `${process.env.PRIVATE_PICTURES}/lock.png` });
  await openNote(anna.page, 'we lack', 'End');
  await anna.page.keyboard.type(' drivers ');
  await expect(fatima.page.locator('[data-writing]')).toHaveCount(0);
  await expect(locks(fatima.page)).toHaveCount(0);

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
