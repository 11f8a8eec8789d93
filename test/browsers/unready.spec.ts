import { expect, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

const languages = ['en', 'nl', 'fr', 'de'];

test('[BRW2] where the script does not run, the page says what it takes in four languages, and only there', async ({
  browser,
}) => {
  const without = await browser.newContext({ baseURL: server.address, javaScriptEnabled: false });
  const blocked = await without.newPage();
  await blocked.goto('/');
  for (const language of languages) await expect(blocked.locator(`p[lang=${language}]`)).toBeVisible();

  const old = await browser.newContext({ baseURL: server.address });
  const broken = await old.newPage();
  // What a browser does with a script that it cannot read.
  await broken.route(/\/assets\/index-[^/]+\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'class { static {' }),
  );
  await broken.goto('/');
  // A page that is on its way has so long to come without a word.
  await expect(broken.locator('#unready')).toHaveCSS('animation-delay', '8s');
  for (const language of languages) await expect(broken.locator(`p[lang=${language}]`)).toBeVisible();

  const usual = await browser.newContext({ baseURL: server.address });
  const page = await usual.newPage();
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#unready')).toHaveCount(0);
  await Promise.all([without.close(), old.close(), usual.close()]);
});
