import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { inspectPdf, renderPage } from '../unit/export/support/pdf-tools.ts';
import { differencesOf } from './support/differences.ts';
import { createDemoWorkshop, openForExport, takeReport } from './support/report-workshop.ts';

test.setTimeout(240_000);

const folder = join(import.meta.dirname, 'pictures', 'report');
/** `REPORT_PICTURES=write npx playwright test … export-pages` takes the pictures anew, to be looked at before they are kept. */
const isRenewing = process.env.REPORT_PICTURES === 'write';
/** Small enough for a repository; a title, a card or a line that is missing still shows. */
const dpi = 24;
const fileOf = (page: number): string => `page-${String(page).padStart(2, '0')}.png`;

let server: ProductionServer;
test.beforeAll(async () => {
  // What boards say of today and of in ninety days is on the pictures.
  const preload = pathToFileURL(join(import.meta.dirname, 'support', 'fixed-day.mjs'));
  server = await startProductionServer({ env: { NODE_OPTIONS: `--import=${preload}` } });
});
test.afterAll(() => server.stop());

test('[CHK7] every page of the report of the example looks as it was looked at', async ({ context }) => {
  const demo = await createDemoWorkshop(server.address, 'en');
  const page = await openForExport(context, demo);
  const { bytes } = await takeReport(page, { boards: demo.boards });
  const count = inspectPdf(bytes).pages.length;
  const rendered = Array.from({ length: count }, (_, index) => renderPage(bytes, index + 1, dpi));
  if (isRenewing) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    for (const [index, picture] of rendered.entries()) await writeFile(join(folder, fileOf(index + 1)), picture);
  }
  expect((await readdir(folder)).sort()).toEqual(rendered.map((_, index) => fileOf(index + 1)));
  const blank = await context.newPage();
  const wrong: string[] = [];
  for (const [index, picture] of rendered.entries()) {
    const kept = await readFile(join(folder, fileOf(index + 1)));
    const differences = await blank.evaluate(differencesOf, { one: urlOf(kept), other: urlOf(picture) });
    // Versions of poppler smooth edges each in their way; what moved or is missing makes a tile of its own.
    if (differences.worstTile > 14 || differences.mean > 1.5)
      wrong.push(`page ${index + 1}: ${JSON.stringify(differences)}`);
  }
  expect(wrong).toEqual([]);
});

const urlOf = (picture: Buffer): string => `data:image/png;base64,${picture.toString('base64')}`;
