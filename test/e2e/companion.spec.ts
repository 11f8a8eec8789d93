import { expect, test } from '@playwright/test';
import type { Command } from '../../shared/session/commands.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { seriousIssues } from './support/axe.ts';
import { editorOf } from './support/editor.ts';
import { hears } from './support/listen.ts';
import { arrive, boardIsThere, type Person } from './support/person.ts';
import {
  comeByPhone,
  field,
  fits,
  lead,
  onWall,
  phone,
  picture,
  send,
  sendButton,
  tab,
  targetsAreLarge,
} from './support/phone.ts';
import { come, openAs, readyBoard } from './support/ready-board.ts';
import { leave } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

test('[PHN40] at a phone who takes part has the question of the phase and sends cards that are on the wall; they are listed, and said', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await comeByPhone(browser, server.address, board, 'Anna');
  const { page } = anna;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Write a card');
  const { command, boardId } = await lead(server.address, board);
  await command({ type: 'run.start', boardId, phaseId: 's1' });
  await command({ type: 'timer.start', lengthMs: 5 * 60_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('In one sentence: what is going wrong, for whom?');
  await expect(page.getByRole('banner')).toContainText(/0[45]:\d\d/);
  await expect(sendButton(page)).toHaveAttribute('aria-disabled', 'true');
  await send(page, 'Good food is binned');
  await expect(page.getByRole('listitem').filter({ hasText: 'Good food is binned' })).toHaveAttribute(
    'data-state',
    'sent',
  );
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await expect(onWall(fatima.page, 'Good food is binned')).toBeAttached();
  // The key that ends a line sends.
  await page.keyboard.type('Nobody can fetch it');
  await page.keyboard.press('Enter');
  await expect(onWall(fatima.page, 'Nobody can fetch it')).toBeAttached();
  await hears(page, 'Your card is on the board: Good food is binned');
  expect(await page.locator('.tl-canvas').count()).toBe(0);
  await targetsAreLarge(page);
  expect(await seriousIssues(page)).toEqual([]);
  await picture(page, 'write');
  await page.reload();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await leave(fatima, anna);
});

test('[PHN41] draft and cards without a connection are kept here, outlive a reload, and arrive once', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await comeByPhone(browser, server.address, board, 'Anna', {
    ...phone,
    expected: /ERR_INTERNET_DISCONNECTED/,
  });
  const { page, context } = anna;
  const { command, boardId } = await lead(server.address, board);
  const { session } = await command({ type: 'run.start', boardId, phaseId: 's1' });
  const next = session.run?.agenda.find(({ place }) => place?.startsWith('tree/'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('In one sentence: what is going wrong, for whom?');
  await context.setOffline(true);
  await expect(page.getByText('No connection. Go on writing')).toBeVisible();
  await send(page, 'Written in the tunnel');
  const card = page.getByRole('listitem').filter({ hasText: 'Written in the tunnel' });
  await expect(card).toHaveAttribute('data-state', 'waiting');
  await expect(card).toContainText('Waiting for a connection');
  await field(page).fill('Half a thought');
  await picture(page, 'offline');
  await command({ type: 'phase.set', boardId, phaseId: next?.id as never });
  // The page comes again with the network, from its own store before that.
  await context.setOffline(false);
  await page.reload();
  await expect(field(page)).toHaveValue('Half a thought');
  await expect(card).toHaveAttribute('data-state', 'sent');
  await expect(onWall(fatima.page, 'Written in the tunnel')).toHaveCount(1);
  // Where it was written for, and not where the session is by now.
  const editor = await editorOf(fatima.page);
  const kinds = editor.evaluate((editor) =>
    editor.getCurrentPageShapes().flatMap(({ type, props }) => {
      const { kind, richText } = props as unknown as { kind: string; richText: unknown };
      return type === 'card' && JSON.stringify(richText).includes('in the tunnel') ? [kind] : [];
    }),
  );
  expect(await kinds).toEqual(['problem']);
  await leave(fatima, anna);
});

test('[PHN42] while people write privately the page says so, nobody else sees a card, and the reveal brings all', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await comeByPhone(browser, server.address, board, 'Anna');
  const { page } = anna;
  const { command, boardId } = await lead(server.address, board);
  await command({ type: 'private-writing.start', boardId, isAnonymous: true });
  await expect(page.getByText('Only you see your cards until Fatima shows all. They carry no name.')).toBeVisible();
  await send(page, 'Said in confidence');
  await hears(page, 'Your card is saved, and only you see it: Said in confidence');
  await expect(fatima.page.getByText('1 card so far')).toBeVisible();
  await expect(onWall(fatima.page, 'Said in confidence')).toHaveCount(0);
  await picture(page, 'private');
  await command({ type: 'private-writing.reveal', boardId });
  await expect(onWall(fatima.page, 'Said in confidence')).toHaveCount(1);
  await expect(page.getByText('Everybody on the board sees what you send.')).toBeVisible();
  await leave(fatima, anna);
});

test('[PHN43] dots are given with a thumb, no more than there are, and counted; without a vote the page says so and shows the last result', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const anna = await comeByPhone(browser, server.address, board, 'Anna', {
    ...phone,
    viewport: { width: 360, height: 740 },
  });
  const { page } = anna;
  await send(page, 'Routes rest on six retired volunteers and one van');
  await send(page, 'Opening hours were set around volunteers; users were never asked');
  await expect(page.locator('li[data-state="sent"]')).toHaveCount(2);
  await tab(page, 'Vote').tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No vote is open');
  const { command, boardId } = await lead(server.address, board);
  const { session } = await command({
    ...({ type: 'voting.open', boardId, question: 'Which causes matter most?', isOpen: false } as const),
    ...{ method: { type: 'dots', perPerson: 3, perCard: 2 }, scope: { frameId: null, kind: null } },
  } as Command);
  await hears(page, 'A vote has begun: Which causes matter most?');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which causes matter most?');
  const rows = page.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  const more = (at: number) => rows.nth(at).getByRole('button', { name: /^A dot for/ });
  await more(0).tap();
  await more(0).tap();
  await expect(more(0)).toHaveAttribute('aria-disabled', 'true');
  await more(1).tap();
  await expect(page.getByText('0 dots left')).toBeVisible();
  await expect(more(1)).toHaveAttribute('aria-disabled', 'true');
  await rows
    .nth(0)
    .getByRole('button', { name: /^Take a dot/ })
    .tap();
  await expect(page.getByText('1 dot left')).toBeVisible();
  await expect(page.locator('[data-ballot="saved"]')).toBeVisible();
  await targetsAreLarge(page);
  expect(await fits(page)).toBe(true);
  expect(await seriousIssues(page)).toEqual([]);
  await picture(page, 'vote');
  await page.getByRole('button', { name: 'I am done' }).tap();
  await expect(page.getByText('Your vote is in')).toBeVisible();
  await page.getByRole('button', { name: 'Change my vote' }).tap();
  await expect(page.getByText('1 dot left')).toBeVisible();
  await command({ type: 'voting.close', boardId, id: session.voting?.id as never });
  await expect(page.getByRole('heading', { level: 3, name: 'Which causes matter most?' })).toBeVisible();
  await expect(page.getByText('1 person voted')).toBeVisible();
  await expect(page.getByText('Fewer than three people voted.')).toBeVisible();
  expect(await seriousIssues(page)).toEqual([]);
  await picture(page, 'result');
  await leave(anna);
});

test('[PHN44] fist to five and scores are given on a phone', async ({ browser }) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const anna = await comeByPhone(browser, server.address, board, 'Anna');
  const { page } = anna;
  await send(page, 'Nobody can fetch it at closing time');
  await expect(page.locator('li[data-state="sent"]')).toHaveCount(1);
  const { command, boardId } = await lead(server.address, board);
  const open = async (question: string, method: object) =>
    (
      await command({
        ...{ type: 'voting.open', boardId, question, isOpen: true, method, scope: { frameId: null, kind: null } },
      } as never)
    ).session.voting?.id as never;
  const fist = await open('Can you live with it?', { type: 'fist' });
  await tab(page, 'Vote').tap();
  await expect(page.getByRole('radio')).toHaveCount(6);
  await page.getByText('I support it', { exact: true }).tap();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(page.locator('[data-ballot="saved"]')).toBeVisible();
  await picture(page, 'fist');
  await command({ type: 'voting.close', boardId, id: fist });
  await expect(page.getByText('1 in support')).toBeVisible();
  await open('How much does it feed the problem?', { type: 'score', field: 'weight' });
  await expect(page.getByRole('group', { name: 'Nobody can fetch it at closing time' })).toBeVisible();
  await page.getByRole('radio').nth(3).check({ force: true });
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(page.locator('[data-ballot="saved"]')).toBeVisible();
  expect(await seriousIssues(page)).toEqual([]);
  await picture(page, 'score');
  await leave(anna);
});

test('[PHN45] a hand goes up and down with one press; the order and one’s own turn are seen and said', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const jonas = await comeByPhone(browser, server.address, board, 'Jonas');
  const anna = await comeByPhone(browser, server.address, board, 'Anna');
  for (const { page } of [jonas, anna]) {
    await tab(page, 'Hand').tap();
    await page.getByRole('button', { name: 'Raise your hand' }).tap();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your hand is up');
  }
  await expect(anna.page.getByText('You are number 2, after Jonas.')).toBeVisible();
  await expect(anna.page.getByRole('listitem')).toHaveText([/Jonas/, /Anna, you/]);
  await targetsAreLarge(anna.page);
  expect(await seriousIssues(anna.page)).toEqual([]);
  await picture(anna.page, 'hand');
  const { command } = await lead(server.address, board);
  const { session } = await command({ type: 'floor.end' });
  const [first] = session.floor.hands;
  await command({ type: 'floor.give', participantId: first?.participantId as never });
  await expect(jonas.page.getByRole('heading', { level: 1 })).toHaveText('You have the floor');
  await expect(anna.page.getByRole('listitem').first()).toContainText('Now');
  await anna.page.getByRole('button', { name: 'Lower hand' }).last().tap();
  await expect(anna.page.getByRole('heading', { level: 1 })).toHaveText('Raise your hand');
  await leave(jonas, anna);
});

test('[PHN46] the board is one press away and stays over a reload, and so is the way back; who leads, who reads and wide windows have the canvas at once', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const anna = await comeByPhone(browser, server.address, board, 'Anna');
  const { page } = anna;
  await tab(page, 'Look').tap();
  await boardIsThere(page);
  await page.reload();
  await boardIsThere(page);
  expect(await fits(page)).toBe(true);
  await picture(page, 'look');
  await page.getByRole('navigation', { name: 'On this board' }).getByRole('button', { name: 'Write' }).tap();
  await expect(field(page)).toBeVisible();
  await page.reload();
  await expect(field(page)).toBeVisible();
  for (const [name, options] of [
    ['Fatima', phone],
    ['Vera', phone],
    ['Jonas', { viewport: { width: 720, height: 844 } }],
  ] as const) {
    const other = await arrive(browser, server.address, options);
    await openAs(other, server.address, board, name);
    await expect(other.page.locator('.tl-canvas')).toBeVisible();
    await expect(other.page.locator('[data-look]')).toHaveCount(0);
    await other.context.close();
  }
  await leave(anna);
});

test('[PHN47] in every language and in the dark nothing is cut or wider than a phone of 360 px', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const { command, boardId } = await lead(server.address, board);
  await command({ type: 'run.start', boardId, phaseId: 's1' });
  await command({ type: 'timer.start', lengthMs: 5 * 60_000 });
  await command({ type: 'private-writing.start', boardId, isAnonymous: true });
  const people: Person[] = [];
  for (const locale of ['nl-BE', 'fr-BE', 'de-DE', 'en-GB']) {
    const person = await comeByPhone(browser, server.address, board, 'Anna', {
      ...{ viewport: { width: 360, height: 740 }, touch: true, locale },
    });
    people.push(person);
    const { page } = person;
    const buttons = page.getByRole('navigation').getByRole('button');
    for (const at of [0, 1, 3]) {
      await buttons.nth(at).tap();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await fits(page)).toBe(true);
      const cut = await page
        .locator('button:visible, h1')
        .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth));
      expect(cut).toEqual([]);
      if (at === 0)
        await page.getByRole('textbox').fill('Der Lieferwagen ist um fünf zurück, die Läden schließen um acht');
      // In every look.
      expect(await seriousIssues(page)).toEqual([]);
      expect(await fits(page)).toBe(true);
      await picture(page, `${locale}-${at}`);
      await page.emulateMedia({ colorScheme: 'dark' });
      await picture(page, `${locale}-${at}-dark`);
      await page.emulateMedia({ colorScheme: 'light' });
    }
  }
  await leave(...people);
});
