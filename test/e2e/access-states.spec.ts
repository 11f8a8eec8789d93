import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { menuByKeys, openTable, putByKeys } from './support/cards.ts';
import { arrive, boardIsThere, isSaved } from './support/person.ts';
import { openAs, readyBoard, takePart } from './support/ready-board.ts';
import { leave } from './support/two-people.ts';
import { ask, button, closeDialog, dialogOf, drawerOf, goAnew, opened, type State, walk } from './support/walk.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const menuOf =
  (title: string, item: string): State[1] =>
  async (page) => {
    await closeDialog(page);
    await button(page, `More about ${title}`).first().click();
    await page.getByRole('menuitem', { name: item }).click();
  };
const inDialog =
  (name: string | RegExp): State[1] =>
  async (page) =>
    page.getByRole('dialog').last().getByRole('button', { name, exact: true }).first().click();
const toWorkshop = async (page: Page) => {
  await closeDialog(page);
  await page.getByRole('link', { name: /^Back to/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Full Plates' })).toBeVisible();
};

/** With the board as a file that a server gave away, and one that is none. */
async function chooseFile(page: Page, content: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles({ name: 'board.json', mimeType: 'application/json', buffer: Buffer.from(content) });
}

/** On the page of a workshop with one board and two organisations that sound alike. */
const workshop = (file: string): readonly State[] => [
  ['workshop with a board', closeDialog],
  [
    'menu of a board',
    async (page) => {
      await button(page, 'More about Root cause tree').first().click();
      await expect(page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
    },
  ],
  [
    'board duplicated',
    async (page) => {
      await page.getByRole('menuitem', { name: 'Duplicate' }).click();
      await expect(page.getByRole('link', { name: /^Root cause tree 2/ })).toBeVisible();
    },
  ],
  ['board renamed', menuOf('Root cause tree 2', 'Rename')],
  ['into the bin', menuOf('Root cause tree 2', 'Move to the bin')],
  [
    'bin',
    async (page) => {
      await page.getByRole('alertdialog').getByRole('button').last().click();
      await page.locator('summary').filter({ hasText: 'Bin' }).click();
      await expect(page.getByRole('button', { name: /^Take .*Root cause tree 2/ })).toBeVisible();
    },
  ],
  ['two organisations alike', dialogOf('Manage people')],
  ['merging organisations', inDialog('Merge')],
  [
    'workshop duplicated',
    async (page) => {
      await page.keyboard.press('Escape');
      await dialogOf('Workshop settings')(page);
      await inDialog('Prepare the next session')(page);
      await expect(page.getByLabel('Name of the new workshop')).toBeVisible();
    },
  ],
  ['another device', dialogOf('Carry on on another device')],
  ['bring in a file', dialogOf('Bring in a file')],
  [
    'file that is no board',
    async (page) => {
      await chooseFile(page, 'no board at all');
      await expect(page.getByRole('dialog').getByRole('alert')).toContainText('This file is no board');
    },
  ],
  [
    'file that is read',
    async (page) => {
      await chooseFile(page, file);
      await expect(page.getByRole('dialog').getByLabel('Where it goes')).toBeVisible();
    },
  ],
];

/** On a board with one card. */
const board: readonly State[] = [
  [
    'menu of a card',
    async (page) => {
      await page.locator('.tl-container').focus();
      await page.keyboard.press('Control+Shift+Enter');
      await expect(page.getByRole('menuitem', { name: 'Move to' })).toBeVisible();
    },
  ],
  [
    'picture',
    async (page) => {
      await page.keyboard.press('Escape');
      await menuByKeys(page, 'Save as picture');
      await expect(page.getByRole('dialog').getByRole('button', { name: 'Download' })).toBeEnabled();
    },
  ],
  [
    'place for a card',
    async (page) => {
      await closeDialog(page);
      await menuByKeys(page, 'Move to');
      await opened(page);
    },
  ],
  [
    'tools and styles',
    async (page) => {
      await closeDialog(page);
      await page.getByTestId('tools.arrow').click();
      await expect(page.getByTestId('style.panel')).toBeVisible();
      await page.getByTestId('tools.more-button').click();
      await expect(page.getByTestId('tools.more-content')).toBeVisible();
    },
  ],
  [
    'comment',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('v');
      await drawerOf(/^Comments/)(page);
      await button(page, 'Comment on the board').click();
      await page.mouse.click(500, 300);
      const drawer = page.getByRole('complementary', { name: /comment/i });
      await drawer.getByRole('textbox').fill('Ask the shops');
      await drawer.getByRole('button', { name: 'Comment', exact: true }).click();
      await expect(drawer.getByRole('listitem').filter({ hasText: 'Ask the shops' })).toBeVisible();
    },
  ],
  [
    'version',
    async (page) => {
      await drawerOf('History of this board')(page);
      await page.getByLabel('Keep the board as it is now').fill('Full Plates');
      await button(page, 'Keep this version').click();
      await page
        .getByRole('complementary')
        .getByRole('button', { name: /Full Plates/ })
        .click();
      await expect(page.getByRole('region', { name: 'Versions' }).locator('.tl-canvas')).toBeVisible();
    },
  ],
  [
    'open cell of a table',
    async (page) => {
      await button(page, 'Back to now').click();
      await page.getByRole('complementary', { name: 'History' }).getByRole('button', { name: 'Close' }).click();
      await openTable(page, 'problem');
      await page.locator('[data-active]').focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('tr[data-row] textarea')).toBeFocused();
    },
  ],
  [
    'find',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+f');
      await expect(page.getByRole('combobox')).toBeFocused();
    },
  ],
];

const closed = async (page: Page) => {
  await closeDialog(page);
  await expect(page.getByText('This session is closed.')).toBeVisible({ timeout: 20_000 });
};

/** The page of somebody who is no longer wanted. */
const ended: State = [
  'ended',
  async (page) => expect(page.getByRole('heading', { name: /no longer|not/ })).toBeVisible(),
];
const offline: State = ['offline', async (page) => expect(page.getByText('No connection.').first()).toBeVisible()];

test('[ACC15][ACC16] axe finds nothing serious or critical in what opens on a workshop and a board, while they are closed, out of reach or over, and everything one can focus there has a name in English and in Dutch', async ({
  browser,
}) => {
  const expected = /status of 4\d\d/;
  const ready = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await arrive(browser, server.address, { expected });
  await openAs(fatima, server.address, ready, 'Fatima');
  await boardIsThere(fatima.page);
  await putByKeys(fatima.page, '2 The tree Problem', 'Bread goes to waste');
  await isSaved(fatima.page);
  const boardId = ready.path.split('/').at(-1);
  const file = await (await fatima.page.request.get(`/api/boards/${boardId}/export/json`)).text();
  expect(await walk(fatima.page, board)).toEqual({});

  const anna = await arrive(browser, server.address, { expected });
  await takePart(anna, server.address, ready.tokens.participant, 'Anna', 'City');
  await anna.page.goto(ready.path);
  const vera = await arrive(browser, server.address, { expected });
  await openAs(vera, server.address, ready, 'Vera');
  await boardIsThere(vera.page);
  // What comes last.
  for (const name of ['React', 'More']) await expect(button(vera.page, name)).toBeVisible();
  expect(await walk(vera.page, [['board of a viewer', closeDialog]])).toEqual({});

  await toWorkshop(fatima.page);
  expect(await walk(fatima.page, workshop(file))).toEqual({});
  await dialogOf('Carry on on another device')(fatima.page);
  await inDialog('Copy link')(fatima.page);
  await expect(button(fatima.page, 'Copied').last()).toBeVisible();
  const resumeLink = await fatima.page.evaluate(() => navigator.clipboard.readText());
  await closeDialog(fatima.page);
  const over = `${resumeLink.split('#')[0]}#x`;
  const resume: readonly State[] = [
    ['resume', async (page) => goAnew(page, resumeLink)],
    ['resume over', async (page) => goAnew(page, over)],
  ];
  const tablet = await arrive(browser, server.address, { expected });
  expect(await walk(tablet.page, resume)).toEqual({});

  const commandId = (letter: string) => letter.repeat(21);
  await ask(fatima.page, 'commands', { commandId: commandId('a'), type: 'workshop.close' });
  await fatima.page.reload();
  expect(await walk(fatima.page, [['closed workshop', closed]])).toEqual({});
  expect(await walk(anna.page, [['closed board', closed]])).toEqual({});
  await ask(fatima.page, 'commands', { commandId: commandId('b'), type: 'workshop.reopen' });

  const annaId = await fatima.page.evaluate(async () => {
    const answer = await fetch(`/api/workshops/${location.pathname.split('/')[2]}`);
    const { people } = (await answer.json()) as { people: { id: string; name: string }[] };
    return people.find(({ name }) => name === 'Anna')?.id;
  });
  await ask(fatima.page, 'commands', { commandId: commandId('c'), type: 'participant.remove', participantId: annaId });
  expect(await walk(anna.page, [ended])).toEqual({});
  await server.kill('SIGTERM');
  expect(await walk(vera.page, [offline])).toEqual({});
  await server.restart();
  await leave(fatima, anna, vera, tablet);
});
