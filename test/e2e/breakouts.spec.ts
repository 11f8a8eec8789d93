import { expect, test } from '@playwright/test';
import { nanoid } from 'nanoid';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { seriousIssues } from './support/axe.ts';
import { goTo } from './support/cards.ts';
import { shapesIn } from './support/editor.ts';
import { hears } from './support/listen.ts';
import { boardIsThere, facilitate, type Person, writeNote } from './support/person.ts';
import { come, comeAs, readyBoard } from './support/ready-board.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const strip = ({ page }: Pick<Person, 'page'>) => page.getByRole('region', { name: 'Break-outs' });
const notesOf = async ({ page }: Pick<Person, 'page'>) => (await shapesIn(page)).join();

test('[BRK40] a facilitator deals three people of two organisations into groups; each comes to its board, writes, and all of it comes back', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await comeAs(browser, server.address, board, { name: 'Anna', organisation: 'De Schakel Food Aid' });
  const ilse = await comeAs(browser, server.address, board, { name: 'Ilse', organisation: 'De Schakel Food Aid' });
  const jonas = await come(browser, server.address, board, 'Jonas');
  const { page } = fatima;
  await goTo(page, '1 Agree the problem');
  await facilitate(page, 'Break-outs …');
  const dialog = page.getByRole('dialog', { name: 'Break-outs' });
  for (const letter of ['A', 'B'])
    await expect(dialog.getByRole('region', { name: `Group ${letter}` })).toContainText(/Anna|Ilse/);
  await expect(dialog.getByRole('region', { name: 'In no group' })).toContainText('Fatima');
  await dialog.getByLabel('Group of Jonas').selectOption('Group B');
  await expect(dialog.getByRole('region', { name: 'Group B' })).toContainText('Jonas');
  await dialog.getByLabel('Group of Anna').selectOption('Group A');
  await dialog.getByLabel('Group of Ilse').selectOption('Group B');
  expect(await seriousIssues(page)).toEqual([]);

  await dialog.getByRole('button', { name: 'Start break-outs' }).click();
  await expect(dialog).toHaveCount(0);
  for (const [person, letter] of [
    [anna, 'A'],
    [ilse, 'B'],
    [jonas, 'B'],
  ] as const) {
    await expect(strip(person)).toContainText(`Group ${letter}`, { timeout: 20_000 });
    await expect(person.page).toHaveTitle(/Agree the problem – Group/);
    await boardIsThere(person.page);
  }
  const place = { x: 560, y: 560 };
  await writeNote(anna.page, place, 'By Anna in A');
  await writeNote(jonas.page, place, 'By Jonas in B');
  await expect.poll(() => notesOf(ilse)).toContain('By Jonas in B');
  expect(await notesOf(anna)).not.toContain('By Jonas in B');

  // Whoever leads goes from group to group.
  await strip(fatima).getByRole('link', { name: 'Group B' }).click();
  await boardIsThere(page);
  await expect.poll(() => notesOf(fatima)).toContain('By Jonas in B');
  await strip(fatima).getByRole('link', { name: 'Main board' }).click();
  await boardIsThere(page);

  // Somebody who comes later joins the smallest group.
  const omar = await comeAs(
    browser,
    server.address,
    board,
    { name: 'Omar', organisation: 'Korf Supermarkets' },
    {
      viewport: { width: 390, height: 844 },
      touch: true,
    },
  );
  await strip(omar).getByRole('button', { name: 'Join group A' }).click();
  await expect(strip(omar)).toContainText('Group A');
  await boardIsThere(omar.page);
  await expect.poll(() => notesOf(omar)).toContain('By Anna in A');

  await strip(fatima).getByRole('button', { name: 'Bring together …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bring together and end' }).click();
  await expect.poll(() => notesOf(fatima)).toContain('By Anna in A');
  await expect.poll(() => notesOf(fatima)).toContain('By Jonas in B');
  await expect(strip(fatima)).toHaveCount(0);
  await strip(anna).getByRole('link', { name: 'Back to the main board' }).click();
  await boardIsThere(anna.page);
  await expect.poll(() => notesOf(anna)).toContain('By Jonas in B');
  await hears(fatima.page, 'What the groups wrote is on “Root cause tree”.');
  for (const { context, complaints } of [fatima, anna, ilse, jonas, omar]) {
    expect(complaints).toEqual([]);
    await context.close();
  }
});

test('[BRK41] in a group the question of the phase and its minutes are in sight; whoever is writing is asked to come, and nothing of theirs is lost', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const [, , workshopId = '', , boardId = ''] = board.path.split('/');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await come(browser, server.address, board, 'Anna');
  const jonas = await come(browser, server.address, board, 'Jonas');
  const { page } = fatima;
  const give = async (command: object) => {
    const answer = await fatima.context.request.post(`${server.address}/api/workshops/${workshopId}/commands`, {
      headers: { origin: server.address },
      data: { commandId: nanoid(), ...command },
    });
    expect(answer.status()).toBe(200);
  };
  await give({ type: 'run.start', boardId, phaseId: 's1' });
  await give({ type: 'timer.start', lengthMs: 300_000 });
  await jonas.page.keyboard.press('Escape');
  await jonas.page.keyboard.press('n');
  await jonas.page.mouse.click(560, 560);
  await expect(jonas.page.locator('.tl-canvas [contenteditable="true"]')).toBeFocused();
  await jonas.page.keyboard.type('Half a thou');
  await facilitate(page, 'Break-outs …');
  // Whoever has only just come is there a moment later.
  for (const name of ['Anna', 'Jonas'])
    await expect(page.getByRole('dialog').getByLabel(`Group of ${name}`)).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Start break-outs' }).click();
  await expect(strip(anna)).toContainText(/Group [AB]/, { timeout: 20_000 });
  await expect(strip(anna)).toContainText('In one sentence: what is going wrong, for whom?');
  await boardIsThere(anna.page);
  await expect(anna.page.getByText(/^0\d:\d\d$/).first()).toBeVisible();
  await anna.page.getByRole('button', { name: 'Open the guide' }).click();
  const guide = anna.page.getByRole('complementary', { name: 'Guide' });
  await expect(guide.getByText('In one sentence: what is going wrong, for whom?').first()).toBeVisible();
  await expect(guide.getByRole('heading', { name: 'The question now' })).toBeVisible();

  await expect(strip(jonas)).toContainText(/You are in group [AB]/, { timeout: 20_000 });
  // Until the way there is known nobody was asked yet: whoever puts the pen down before is simply brought.
  const wayThere = strip(jonas).getByRole('link', { name: /Go to group/ });
  await expect(wayThere).toBeVisible();
  await jonas.page.keyboard.type('ght');
  await jonas.page.keyboard.press('Escape');
  await expect.poll(() => notesOf(fatima)).toContain('Half a thought');
  await wayThere.click();
  await expect(strip(jonas)).toContainText(/^Group [AB]/, { timeout: 20_000 });

  // A reload finds everybody where they are.
  await boardIsThere(jonas.page);
  await jonas.page.reload();
  await boardIsThere(jonas.page);
  await expect(strip(jonas)).toContainText(/^Group [AB]/);
  for (const { context, complaints } of [fatima, anna, jonas]) {
    expect(complaints).toEqual([]);
    await context.close();
  }
});
