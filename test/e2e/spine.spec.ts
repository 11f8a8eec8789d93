import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test';
import type { TLRecord } from '@tldraw/tlschema';
import { richTextOf } from '../../shared/board/read-board.ts';
import { plainText } from '../../shared/board/rich-text.ts';
import { isUntouchedStarter } from '../../shared/board/starter.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { hasPdfTools } from '../support/programs.ts';
import { missingWords, readPdf } from './support/pdf.ts';
import {
  arrive,
  boardIsThere,
  copyLink,
  createBoard,
  createWorkshop,
  drag,
  hideGuide,
  isSaved,
  joinByLink,
  type Person,
  writeNote,
} from './support/person.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

/** Title on the page, frames of the template, language it is made in. */
const boards = [
  { template: 'Root cause tree', title: 'Root cause tree', frames: 5, language: 'English' },
  { template: 'Actor map', title: 'Actor map', frames: 5, language: 'English' },
  { template: 'Vision and key impacts', title: 'Vision and key impacts', frames: 6, language: 'English' },
  { template: 'Lessons learnt', title: 'Was wir gelernt haben', frames: 9, language: 'Deutsch' },
] as const;

interface Team {
  readonly fatima: Person;
  readonly anna: Person;
  readonly jonas: Person;
  readonly vera: Person;
}

const everybody = ({ fatima, anna, jonas, vera }: Team): readonly Person[] => [fatima, anna, jonas, vera];
const onCanvas = (page: Page, text: string) => page.locator('.tl-canvas').getByText(text, { exact: true });

async function allSee(team: Team, text: string): Promise<void> {
  await Promise.all(everybody(team).map(({ page }) => expect(onCanvas(page, text)).toBeVisible({ timeout: 30_000 })));
}

/** A workshop with four boards, and four people in it, each at a browser of their own. */
async function gather(browser: Browser): Promise<Team> {
  const arriveHere = () => arrive(browser, server.address);
  const fatima = await arriveHere();
  await createWorkshop(fatima.page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const link = await copyLink(fatima.page, 'Copy link');
  const viewerLink = await copyLink(fatima.page, 'Copy viewer link');
  for (const board of boards) {
    await createBoard(fatima.page, board);
    await boardIsThere(fatima.page);
    await fatima.page.getByRole('link', { name: 'Back to Full Plates' }).click();
  }
  const [anna, jonas, vera] = await Promise.all([arriveHere(), arriveHere(), arriveHere()]);
  await joinByLink(anna.page, link, 'Anna', 'De Schakel Food Aid');
  await joinByLink(jonas.page, link, 'Jonas', 'Korf Supermarkets');
  await joinByLink(vera.page, viewerLink, 'Vera', 'Lumen Fund');
  return { fatima, anna, jonas, vera };
}

async function allOpen(team: Team, title: string): Promise<void> {
  for (const { page } of everybody(team)) {
    await page.getByRole('link', { name: new RegExp(title) }).click();
    await boardIsThere(page);
    if (page === team.fatima.page) await hideGuide(page);
  }
}

async function allGoBack(team: Team): Promise<void> {
  for (const { page } of everybody(team)) {
    await page.getByRole('link', { name: 'Back to Full Plates' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Full Plates' })).toBeVisible();
  }
}

/** Every word that stands on a board, as the server's JSON export has it; rotated labels aside. */
async function textsOf(request: APIRequestContext, boardUrl: string): Promise<readonly string[]> {
  const boardId = new URL(boardUrl).pathname.split('/').at(-1);
  const response = await request.get(`/api/boards/${boardId}/export/json`);
  expect(response.ok()).toBe(true);
  const { records } = (await response.json()) as { records: TLRecord[] };
  return records.flatMap((record) => {
    if (record.typeName !== 'shape' || record.rotation !== 0 || isUntouchedStarter(record)) return [];
    const richText = richTextOf(record);
    // What a zone without a head is called stands in the table only.
    if ((record.type as string) === 'zone' && (record.props as { head?: string }).head === 'none') return [];
    const { title, question, prompt, text, chips } = record.props as Record<string, string | string[] | undefined>;
    return [title, question, prompt, text, ...(chips ?? []), richText && plainText(richText)].filter(
      (part): part is string => typeof part === 'string' && part !== '',
    );
  });
}

async function exportPdf({ page }: Person, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download', { timeout: 90_000 });
  await page.getByRole('dialog').getByRole('button', { name: 'Download' }).click();
  await (await download).saveAs(path);
  await expect(page.getByRole('dialog').getByText('Not everything could be drawn')).toHaveCount(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
}

test('[E2E1] four people fill four boards through a kill of the server, and take home a PDF of each', async ({
  browser,
}, info) => {
  test.setTimeout(420_000);
  const team = await gather(browser);
  const { fatima, anna, jonas } = team;

  for (const [index, { title, frames }] of boards.entries()) {
    await test.step(title, async () => {
      await allOpen(team, title);
      await writeNote(anna.page, { x: 560, y: 560 }, `Anna on board ${index + 1}: é ü ß ł`);
      await writeNote(jonas.page, { x: 820, y: 560 }, `Jonas on board ${index + 1}: Ωμέγα Я`);
      await writeNote(fatima.page, { x: 690, y: 330 }, `Fatima on board ${index + 1}`);
      await allSee(team, `Anna on board ${index + 1}: é ü ß ł`);
      await allSee(team, `Jonas on board ${index + 1}: Ωμέγα Я`);
      await allSee(team, `Fatima on board ${index + 1}`);

      if (index === 0) await drawEverything(team);
      if (index === 1) await surviveKill(team);
      await viewerChangesNothing(team);
      for (const { page } of [fatima, anna, jonas]) await isSaved(page);

      if (hasPdfTools) {
        const path = info.outputPath(`${index}.pdf`);
        await exportPdf(fatima, path);
        const pdf = readPdf(path);
        // Cover, contents, who took part and overview, and after the frames at least the cards in their own words.
        expect(pdf.pages).toBeGreaterThanOrEqual(4 + frames + 1);
        expect(pdf.title).toContain(title);
        expect(pdf.tagged).toBe(true);
        expect(pdf.fonts.length).toBeGreaterThan(0);
        for (const font of pdf.fonts) expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
        const texts = await textsOf(fatima.page.request, fatima.page.url());
        expect(texts.length).toBeGreaterThan(20);
        expect(missingWords(pdf, texts)).toEqual([]);
      }
      await allGoBack(team);
    });
  }

  for (const person of everybody(team)) {
    expect(person.complaints).toEqual([]);
    expect(person.strangers).toEqual([]);
    await person.context.close();
  }
});

/** Text, shape, attached arrow, freehand and frame, each by one and seen by the others; cursors with names. */
async function drawEverything(team: Team): Promise<void> {
  const { fatima, anna, jonas, vera } = team;
  await jonas.page.keyboard.press('r');
  await drag(jonas.page, { x: 420, y: 690 }, { x: 520, y: 750 });
  await anna.page.keyboard.press('d');
  await drag(anna.page, { x: 960, y: 690 }, { x: 1060, y: 740 });
  await fatima.page.keyboard.press('t');
  await fatima.page.mouse.click(600, 740);
  await expect(fatima.page.locator('.tl-canvas [contenteditable="true"]')).toBeFocused();
  await fatima.page.keyboard.type('A line of text');
  await fatima.page.keyboard.press('Escape');
  await fatima.page.keyboard.press('a');
  await drag(fatima.page, { x: 560, y: 560 }, { x: 820, y: 560 });
  await allSee(team, 'A line of text');
  const frames = await vera.page.locator('.tl-shape[data-shape-type="frame"]').count();
  await anna.page.keyboard.press('f');
  await drag(anna.page, { x: 80, y: 300 }, { x: 140, y: 380 });
  await expect(vera.page.locator('.tl-shape[data-shape-type="frame"]')).toHaveCount(frames + 1);
  await anna.page.keyboard.press('Control+z');
  await expect(vera.page.locator('.tl-shape[data-shape-type="frame"]')).toHaveCount(frames);
  for (const { page } of everybody(team)) {
    for (const type of ['geo', 'draw', 'arrow']) {
      await expect(page.locator(`.tl-shape[data-shape-type="${type}"]`).last()).toBeAttached();
    }
    await expect(page.locator('.tl-shape[data-shape-type="arrow"]')).toHaveCount(1);
    await expect(page.locator('.tl-shape[data-shape-type="draw"]')).toHaveCount(1);
  }
  await anna.page.mouse.move(700, 400);
  await anna.page.mouse.move(705, 405);
  for (const { page } of [fatima, vera]) {
    await expect(page.locator('.tl-canvas').getByText('De Schakel Food Aid')).toBeVisible();
  }
  await fatima.page.getByRole('button', { name: /4 people on this board/ }).click();
  await expect(fatima.page.getByRole('complementary').getByText('Vera')).toBeVisible();
  await fatima.page.getByRole('complementary').getByRole('button', { name: 'Close' }).click();
  // Left of where the drawer opens with the first click.
  await fatima.page.mouse.dblclick(960, 247);
  await expect(fatima.page.locator('.tl-canvas [contenteditable="true"]')).toBeFocused();
  await fatima.page.keyboard.type('Written over a ghost');
  await fatima.page.keyboard.press('Escape');
  await fatima.page.keyboard.press('Escape');
  await allSee(team, 'Written over a ghost');
}

/** SIGKILL in the middle; who goes on writing loses nothing, and neither does what was saved before. */
async function surviveKill(team: Team): Promise<void> {
  const { anna } = team;
  for (const { page } of [team.fatima, anna, team.jonas]) await isSaved(page);
  await server.kill('SIGKILL');
  await expect(anna.page.getByText('No connection.')).toBeVisible();
  await writeNote(anna.page, { x: 560, y: 740 }, 'Written while the server was dead');
  await server.restart();
  await allSee(team, 'Written while the server was dead');
  await allSee(team, 'Anna on board 2: é ü ß ł');
  await isSaved(anna.page);
  for (const { page } of everybody(team)) await expect(page.getByText('No connection.')).toHaveCount(0);
  for (const { complaints } of everybody(team)) {
    // The browser itself notes every try to reach a server that is not there.
    for (const complaint of complaints.splice(0)) expect(complaint).toMatch(/WebSocket|ERR_CONNECTION/);
  }
}

/** A viewer has no tools; what the keyboard would do does not happen. */
async function viewerChangesNothing({ vera }: Team): Promise<void> {
  const shapes = await vera.page.locator('.tl-shape').count();
  await vera.page.keyboard.press('n');
  await vera.page.mouse.click(300, 300);
  await vera.page.keyboard.type('no');
  await expect(vera.page.getByText('You are reading along')).toBeVisible();
  expect(await vera.page.locator('.tl-shape').count()).toBe(shapes);
  await vera.page.keyboard.press('Escape');
}
