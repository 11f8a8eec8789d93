import { type Browser, expect, type Page, test } from '@playwright/test';
import { type BadNetwork, startBadNetwork } from '../support/bad-network.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { isKept, isSaved, writeNote } from './support/person.ts';
import { meetBehind, type Pair } from './support/two-people.ts';

let server: ProductionServer;
/** What stands between Anna and the server. */
let network: BadNetwork;
test.beforeAll(async () => {
  server = await startProductionServer();
  network = await startBadNetwork(server.address);
});
test.afterAll(async () => {
  await network?.stop();
  await server?.stop();
});
test.afterEach(() => network.become('fine'));

const meet = (browser: Browser): Promise<Pair> => meetBehind(browser, server.address, network.address);

/** Closes the session as the facilitator of this page. */
async function closeSession(page: Page): Promise<void> {
  const status = await page.evaluate(async () => {
    const workshopId = location.pathname.split('/')[2];
    const commandId = crypto.randomUUID().replaceAll('-', '').slice(0, 21);
    const answer = await fetch(`/api/workshops/${workshopId}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'workshop.close', commandId }),
    });
    return answer.status;
  });
  expect(status).toBe(200);
}

/** From then on the server takes nothing more: it keeps what stands on the board as a version. */
async function graceIsOver(page: Page): Promise<void> {
  const kinds = () =>
    page.evaluate(async () => {
      const answer = await fetch(`/api/boards/${location.pathname.split('/')[4]}/versions`);
      const { versions } = (await answer.json()) as { versions: { kind: string }[] };
      return versions.map(({ kind }) => kind);
    });
  await expect.poll(kinds, { timeout: 15_000 }).toContain('session-end');
}

const banner = (page: Page) => page.locator('p').filter({ hasText: 'This session is closed.' }).locator('..');
const onCanvas = (page: Page, text: string) => page.locator('.tl-canvas').getByText(text, { exact: true });
const sees = (page: Page, text: string) => expect(onCanvas(page, text)).toBeVisible({ timeout: 30_000 });
const picture = (page: Page, name: string) =>
  process.env.SESSION_PICTURES === undefined
    ? Promise.resolve()
    : page.screenshot({ path: `${process.env.SESSION_PICTURES}/${name}.png` }).then(() => undefined);

test('[SES40] a card that was written offline waits while the session is closed, and arrives when it is opened again', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await writeNote(anna.page, { x: 560, y: 560 }, 'Written in time');
  await isSaved(anna.page);
  network.become('gone');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await writeNote(anna.page, { x: 820, y: 560 }, 'Written offline');
  await isKept(anna.page);

  await closeSession(fatima.page);
  await expect(banner(fatima.page)).toContainText('nobody changes a board');
  await expect(fatima.page.getByRole('banner').getByText('You are reading along')).toBeVisible();
  await graceIsOver(fatima.page);
  await picture(fatima.page, 'closed-facilitator');

  network.become('fine');
  await expect(banner(anna.page)).toContainText('What you wrote last is kept in this browser', { timeout: 30_000 });
  await expect(banner(anna.page).getByRole('button')).toHaveCount(0);
  await sees(anna.page, 'Written in time');
  await expect(onCanvas(anna.page, 'Written offline')).toHaveCount(0);
  await picture(anna.page, 'closed-kept');
  // The page that is opened meanwhile knows of it as well.
  await anna.page.reload();
  await expect(banner(anna.page)).toContainText('What you wrote last is kept in this browser', { timeout: 30_000 });
  await expect(onCanvas(fatima.page, 'Written offline')).toHaveCount(0);

  await banner(fatima.page).getByRole('button', { name: 'Open the session again' }).click();
  await expect(banner(fatima.page)).toHaveCount(0);
  await sees(fatima.page, 'Written offline');
  await sees(anna.page, 'Written offline');
  await expect(banner(anna.page)).toHaveCount(0);
  await isSaved(anna.page);
  await writeNote(anna.page, { x: 560, y: 700 }, 'And on it goes');
  await sees(fatima.page, 'And on it goes');
  await anna.context.close();
  await fatima.context.close();
});

test('[SES41] whoever is in the middle of a word when the session closes has it on the board, and writes no further', async ({
  browser,
}) => {
  const { fatima, anna } = await meet(browser);
  await anna.page.keyboard.press('n');
  await anna.page.mouse.click(560, 560);
  await expect(anna.page.locator('.tl-canvas [contenteditable="true"]')).toBeFocused();
  await anna.page.keyboard.type('Hunger rises');
  await closeSession(fatima.page);
  await expect(banner(anna.page)).toBeVisible();
  await expect(banner(anna.page)).toContainText('nobody changes a board');
  await sees(fatima.page, 'Hunger rises');
  await expect(anna.page.locator('.tl-canvas [contenteditable="true"]')).toHaveCount(0);
  await anna.page.keyboard.press('n');
  await anna.page.mouse.click(820, 560);
  await expect(anna.page.locator('.tl-canvas [contenteditable="true"]')).toHaveCount(0);
  await banner(fatima.page).getByRole('button', { name: 'Open the session again' }).click();
  await expect(banner(anna.page)).toHaveCount(0);
  await writeNote(anna.page, { x: 820, y: 560 }, 'Open again');
  await sees(fatima.page, 'Open again');
  await anna.context.close();
  await fatima.context.close();
});
