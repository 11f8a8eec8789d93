import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { cardsSaying, middle, putByKeys, write } from './support/cards.ts';
import { heard, listen } from './support/listen.ts';
import { arrive, boardIsThere, isSaved } from './support/person.ts';
import { openAs, readyBoard } from './support/ready-board.ts';
import { leave } from './support/two-people.ts';
import { ask } from './support/walk.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const hears = (page: Page, what: string | RegExp) =>
  expect.poll(() => heard(page), { timeout: 30_000 }).toContainEqual(expect.stringMatching(what));

test('[ACC18] what one does with keys on a board is said, once and in words: what is selected, which zone a card has come to, what goes and comes back, and what became of a file', async ({
  browser,
}) => {
  const ready = await readyBoard(server.address, 'root-cause-tree');
  const anna = await arrive(browser, server.address);
  const { page } = anna;
  await listen(page);
  await openAs(anna, server.address, ready, 'Anna');
  await boardIsThere(page);
  await putByKeys(page, '1 Drafts', 'Bread goes to waste');
  await hears(page, /^Problem: Bread goes to waste, \d+ of \d+$/);
  // Held until the card lies over the next zone; there it takes its place.
  const fact = await middle(page.locator('[data-shape-id*="/starter."]').filter({ hasText: 'A fact, its source' }));
  const card = cardsSaying(page, 'Bread goes to waste');
  await page.keyboard.down('Shift');
  while ((await middle(card)).x < fact.x) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await page.keyboard.up('Shift');
  await hears(page, '“Bread goes to waste” is now in 2 What we know, 1 Agree the problem.');
  await page.keyboard.press('Delete');
  await hears(page, 'Removed: Problem: Bread goes to waste. Undo brings it back.');
  await page.keyboard.press('Control+z');
  await hears(page, 'Back on the board: Problem: Bread goes to waste');
  await page.keyboard.press('Control+Shift+z');
  await hears(page, 'Taken back: Problem: Bread goes to waste');

  const before = (await heard(page)).length;
  await page.keyboard.press('Shift+C');
  await expect(page.getByLabel('Find')).toBeFocused();
  await page.keyboard.type('2 The tree Problem');
  await page.keyboard.press('Enter');
  await write(page, 'Too much is baked');
  await isSaved(page);
  await hears(page, /^Problem: Too much is baked/);
  // Neither the letters, nor how they are saved, nor the empty card that makes room.
  expect((await heard(page)).slice(before)).toEqual([expect.stringMatching(/^Problem: Too much is baked, /)]);

  await page.getByRole('banner').getByRole('button', { name: 'Export' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: /^Page 1,/ })).toBeVisible();
  await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: 'Download' }).press('Enter')]);
  await hears(page, /^Done\. Look for/);
  const said = await heard(page);
  expect(said).toContain('The file is being made.');
  expect(said.filter((text) => /^(Reading|Making) page|(second|minute)s? left/.test(text))).toEqual([]);
  await leave(anna);
});

test('[ACC18] what others and the server do is said where it matters: a name in a comment, the session closed and opened, the connection lost and back', async ({
  browser,
}) => {
  const ready = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await arrive(browser, server.address);
  const anna = await arrive(browser, server.address, { expected: /net::ERR|Failed to load resource/ });
  await listen(anna.page);
  for (const [person, name] of [
    [anna, 'Anna'],
    [fatima, 'Fatima'],
  ] as const) {
    await openAs(person, server.address, ready, name);
    await boardIsThere(person.page);
    await isSaved(person.page);
  }
  const { page } = anna;
  /** As a program of hers would: `mentions` by id. */
  const comment = (letter: string, text: string, named: string) =>
    fatima.page.evaluate(
      async ([id, said, who]) => {
        const [, , workshopId, , boardId] = location.pathname.split('/');
        const workshop = await (await fetch(`/api/workshops/${workshopId}`)).json();
        const person = (workshop.people as { id: string; name: string }[]).find(({ name }) => name === who);
        const anchor = { shapeId: null, x: 100, y: 100 };
        const body = JSON.stringify({ id, threadId: null, anchor, text: said, mentions: [person?.id] });
        const headers = { 'content-type': 'application/json' };
        return (await fetch(`/api/boards/${boardId}/comments`, { method: 'POST', headers, body })).status;
      },
      [letter.repeat(21), text, named] as const,
    );
  expect(await comment('a', 'A word to myself', 'Fatima')).toBe(201);
  expect(await comment('b', 'Is this so, @Anna?', 'Anna')).toBe(201);
  await hears(page, 'Fatima names you in a comment: Is this so, @Anna?');
  expect((await heard(page)).filter((text) => text.includes('A word to myself'))).toEqual([]);

  await ask(fatima.page, 'commands', { commandId: 'c'.repeat(21), type: 'workshop.close' });
  await hears(page, 'The session has been closed. Nobody changes a board now.');
  await ask(fatima.page, 'commands', { commandId: 'd'.repeat(21), type: 'workshop.reopen' });
  await hears(page, /The session is open again\.$/);
  await fatima.context.close();

  await server.kill('SIGTERM');
  await hears(page, /^The connection was lost\. Go on working/);
  await server.restart();
  await hears(page, 'Connected again. All changes are saved.');
  const said = await heard(page);
  expect(said.filter((text, index) => text !== '' && said.indexOf(text) !== index)).toEqual([]);
  expect(said.filter((text) => /^(Saving|All changes saved|Connecting)$/.test(text))).toEqual([]);
  await leave(anna);
});
