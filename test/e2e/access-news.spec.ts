import { expect, type Page, test } from '@playwright/test';
import { startBadNetwork } from '../support/bad-network.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { cardsSaying, middle, putByKeys, write } from './support/cards.ts';
import { heard, hears, listen } from './support/listen.ts';
import { arrive, boardIsThere, isDrawn, isKept, isSaved, writeNote } from './support/person.ts';
import { openAs, readyBoard } from './support/ready-board.ts';
import { editorIn, leave, meetBehind, openNote, place, shown } from './support/two-people.ts';
import { ask } from './support/walk.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

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
  // Every notice begins with that word.
  expect(said.filter((text, index) => !['', 'Notice'].includes(text) && said.indexOf(text) !== index)).toEqual([]);
  expect(said.filter((text) => /^(Saving|All changes saved|Connecting)$/.test(text))).toEqual([]);
  await leave(anna);
});

async function chooseLanguage(page: Page, settings: 'Settings' | 'Einstellungen', language: string): Promise<void> {
  await page.getByRole('button', { name: settings }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').selectOption(language);
  await expect(dialog.getByText(settings, { exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
}

test('[ACC20] a session that closes over unsent work is told once, and so is the connection that is back, though the board is opened anew; another language says nothing of it', async ({
  browser,
}) => {
  const network = await startBadNetwork(server.address);
  const { fatima, anna } = await meetBehind(browser, server.address, network.address, ({ page }) => listen(page));
  const { page } = anna;
  await chooseLanguage(page, 'Settings', 'Deutsch');
  await chooseLanguage(page, 'Einstellungen', 'English');
  await writeNote(page, { x: 820, y: 560 }, 'Written in time');
  await isSaved(page);
  network.become('gone');
  await hears(page, /^The connection was lost\. Go on working/);
  await writeNote(page, place, 'Written offline');
  await isKept(page);
  await ask(fatima.page, 'commands', { commandId: 'e'.repeat(21), type: 'workshop.close' });
  const versions = () =>
    fatima.page.evaluate(async () => (await fetch(`/api/boards/${location.pathname.split('/')[4]}/versions`)).text());
  await expect.poll(versions, { timeout: 15_000 }).toContain('session-end');
  network.become('fine');
  await hears(page, 'The session has been closed. Nobody changes a board now.');
  await hears(page, /^What you wrote last is kept in this browser/);
  await hears(page, 'Connected again.');
  // Opened anew, without what was not sent.
  await expect(shown(page, 'Written offline')).toHaveCount(0);
  await expect(shown(page, 'Written in time')).toBeVisible();

  await chooseLanguage(page, 'Settings', 'Deutsch');
  await ask(fatima.page, 'commands', { commandId: 'f'.repeat(21), type: 'workshop.reopen' });
  await hears(page, /Die Sitzung ist wieder offen\.$/);
  const ofThese = /connection|connected|session|kept in|Verbindung|verbunden|Sitzung|Browser/i;
  const said = (await heard(page)).filter((text) => ofThese.test(text));
  // The lost connection, the closing, the one that is back, what is kept, and the opening.
  expect(said, said.join('\n')).toHaveLength(5);
  await anna.context.close();
  await fatima.context.close();
  await network.stop();
});

test('[ACC21][CAN83] a text that was emptied by writing is called removed, and undo brings it back with its words; one that never had any goes without a word', async ({
  browser,
}) => {
  const ready = await readyBoard(server.address, 'root-cause-tree');
  const anna = await arrive(browser, server.address);
  const { page } = anna;
  await listen(page);
  await openAs(anna, server.address, ready, 'Anna');
  await boardIsThere(page);
  const put = async () => {
    await page.keyboard.press('t');
    await page.mouse.click(place.x, place.y);
    await expect(editorIn(page)).toBeFocused();
  };
  await page.locator('.tl-container').focus();
  await put();
  await page.keyboard.press('Escape');
  await expect(editorIn(page)).toHaveCount(0);
  await put();
  await page.keyboard.type('All of it');
  await page.keyboard.press('Escape');
  await hears(page, /^All of it, Text, \d+ of \d+$/);
  expect((await heard(page)).filter((text) => /removed|taken back/i.test(text))).toEqual([]);

  await openNote(page, 'All of it', 'End');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await hears(page, 'Removed: Text. Undo brings it back.');
  await page.keyboard.press('Control+z');
  await hears(page, 'Back on the board: All of it, Text');
  await expect(shown(page, 'All of it')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await hears(page, 'Taken back: Text');
  await expect(shown(page, 'All of it')).toHaveCount(0);
  expect((await heard(page)).filter((text) => /^(Removed|Back on|Taken back)/.test(text))).toHaveLength(3);
  await leave(anna);
});

test('[ACC22] whoever goes on from thing to thing hears the one where they stop, once', async ({ browser }) => {
  const ready = await readyBoard(server.address, 'root-cause-tree');
  const anna = await arrive(browser, server.address);
  const { page } = anna;
  await listen(page);
  await openAs(anna, server.address, ready, 'Anna');
  await boardIsThere(page);
  await putByKeys(page, '1 Drafts', 'Bread goes to waste');
  const said = async () => (await heard(page)).filter((text) => /, \d+ of \d+$/.test(text));
  await expect.poll(said).toHaveLength(1);
  // A computer that is busy rests on the way, and each rest may be heard.
  const rests = await page.evaluate(async () => {
    const init = { key: 'Tab', code: 'Tab', bubbles: true, cancelable: true };
    let [lastMs, count] = [performance.now(), 0];
    for (let n = 0; n < 12; n++) {
      for (const type of ['keydown', 'keyup']) document.activeElement?.dispatchEvent(new KeyboardEvent(type, init));
      // What is selected is looked at once a frame.
      await new Promise(requestAnimationFrame);
      if (performance.now() - lastMs > 100) count += 1;
      lastMs = performance.now();
    }
    return count;
  });
  await expect.poll(async () => (await said()).length).toBeGreaterThan(1);
  await isDrawn(page);
  expect((await said()).length).toBeLessThanOrEqual(2 + rests);
  await leave(anna);
});
