import { expect, type Page, test } from '@playwright/test';
import { nanoid } from 'nanoid';
import type { Command } from '../../shared/session/commands.ts';
import { createBoard, joinAsProgram } from '../support/api.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { seriousIssues } from './support/axe.ts';
import { goTo } from './support/cards.ts';
import { editorOf } from './support/editor.ts';
import { heard, hears } from './support/listen.ts';
import { arrive, boardIsThere, facilitate } from './support/person.ts';
import { comeByPhone, field, fits, lead, phone, picture, send, tab, targetsAreLarge } from './support/phone.ts';
import { come, readyBoard, takePart } from './support/ready-board.ts';
import { leave } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const small = { ...phone, viewport: { width: 360, height: 740 } };

/** Whether a phone's canvas has the whole of a frame that goes by this name in view, or nearly. */
const sees = async (page: Page, name: string): Promise<boolean> => {
  const editor = await editorOf(page);
  return editor.evaluate((open, name) => {
    const editor = open as unknown as import('tldraw').Editor;
    const frame = editor
      .getCurrentPageShapes()
      .find((shape) => shape.type === 'frame' && (shape.props as { name?: string }).name === name);
    const bounds = frame && editor.getShapePageBounds(frame.id);
    return bounds !== undefined && editor.getViewportPageBounds().containsPoint(bounds.center);
  }, name);
};

test('[RCT21] at a phone a reaction is given with one press, those of others pass while one writes, and each is told once', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await comeByPhone(browser, server.address, board, 'Anna', small);
  const { page } = anna;
  await tab(page, 'Hand').tap();
  await page.getByRole('button', { name: 'Applause' }).tap();
  await expect(fatima.page.locator('main').getByText('Anna', { exact: true })).toBeVisible();
  await hears(page, 'Anna: Applause');
  await targetsAreLarge(page);
  expect(await seriousIssues(page)).toEqual([]);
  await picture(page, 'reactions');

  await tab(page, 'Write').tap();
  await field(page).pressSequentially('Half a ');
  await fatima.page.getByRole('button', { name: 'React' }).click();
  const passing = page.getByText('Fatima', { exact: true });
  await fatima.page.getByRole('button', { name: 'I have an idea' }).click();
  await expect(passing).toBeVisible();
  await picture(page, 'passing');
  await page.keyboard.type('thought');
  await expect(field(page)).toHaveValue('Half a thought');
  await hears(page, 'Fatima: I have an idea');
  await expect(passing).toHaveCount(0);
  expect((await heard(page)).filter((said) => /^(Anna|Fatima): /.test(said))).toHaveLength(2);
  await leave(fatima, anna);
});

test('[PHN48][TMR32] whoever is asked to look is asked and never taken there, nor from what they write; one press shows the frame on the canvas, also on another board, and nobody is asked or told twice', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await comeByPhone(browser, server.address, board, 'Anna', small);
  const { page } = anna;
  const { command } = await lead(server.address, board);
  await command({ type: 'timer.start', lengthMs: 20 * 60_000 });
  await hears(page, 'Timer: 20 minutes left');
  await field(page).pressSequentially('Half a ');
  await goTo(fatima.page, '2 The tree');
  await facilitate(fatima.page, 'Bring everyone here');
  const where = page.getByRole('region', { name: 'Where to look' });
  await expect(where).toContainText('Fatima asks everybody to look at “2 The tree”.');
  await page.keyboard.type('thought');
  await expect(field(page)).toHaveValue('Half a thought');
  await targetsAreLarge(page);
  expect(await fits(page)).toBe(true);
  expect(await seriousIssues(page)).toEqual([]);
  await picture(page, 'gathered');
  await where.getByRole('button', { name: 'Go there' }).tap();
  await boardIsThere(page);
  await expect.poll(() => sees(page, '2 The tree')).toBe(true);
  await tab(page, 'Write').tap();
  await expect(field(page)).toHaveValue('Half a thought');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(where).toHaveCount(0);

  await facilitate(fatima.page, 'Follow me');
  const shown = page.getByRole('region', { name: 'Follow me' });
  await expect(shown).toContainText('Fatima shows everybody “2 The tree”.');
  await picture(page, 'shown');
  await goTo(fatima.page, '1 Agree the problem');
  await expect(shown).toContainText('Fatima shows everybody “1 Agree the problem”.');
  await shown.getByRole('button', { name: 'Look along' }).tap();
  await boardIsThere(page);
  await expect.poll(() => sees(page, '1 Agree the problem')).toBe(true);
  await goTo(fatima.page, '3 Check and choose');
  await expect.poll(() => sees(page, '3 Check and choose')).toBe(true);
  await tab(page, 'Write').tap();
  await shown.getByRole('button', { name: 'Not now' }).tap();
  await expect(shown).toHaveCount(0);
  await tab(page, 'Look').tap();
  await boardIsThere(page);
  await expect(page.getByRole('region', { name: 'Follow me' })).toContainText('You look around by yourself.');
  const [, , workshop = ''] = board.path.split('/');
  const program = await joinAsProgram(server.address, board.tokens.facilitator);
  const second = await createBoard(program, workshop as never, 'blank', 'Sketches');
  const said = await heard(page);
  for (const once of [/asks everybody to look/, /shows everybody/, /^Timer: /])
    expect(
      said.filter((text) => once.test(text)),
      String(once),
    ).toHaveLength(1);

  await tab(page, 'Write').tap();
  await page.goto(`/workshop/${workshop}/board/${second}`);
  await expect(field(page)).toBeVisible();
  await goTo(fatima.page, '2 The tree');
  await facilitate(fatima.page, 'Bring everyone here');
  await where.getByRole('link', { name: 'Go there' }).tap();
  await boardIsThere(page);
  await expect.poll(() => sees(page, '2 The tree')).toBe(true);
  await tab(page, 'Write').tap();
  await expect(field(page)).toBeVisible();
  await expect(where).toHaveCount(0);
  await leave(fatima, anna);
});

test('[CMT17] a phone’s own page says who names its person, before they came and while they are there; one press leads to the thread', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  // Fatima needs no page of her own to speak beside the board.
  const fatima = await arrive(browser, server.address);
  await takePart(fatima, server.address, board.tokens.facilitator, 'Fatima', 'City of Merelbrugge');
  const anna = await comeByPhone(browser, server.address, board, 'Anna', small);
  const { page } = anna;
  const boardId = board.path.split('/')[4];
  const me = await page.evaluate(
    async (id) => (await (await fetch(`/api/workshops/${id}`)).json()).me.participant.id,
    board.path.split('/')[2],
  );
  const comment = async (text: string, mentions: readonly string[]) => {
    const data = { id: nanoid(), threadId: null, anchor: { shapeId: null, x: 100, y: 100 }, text, mentions };
    const answer = await fatima.context.request.post(`${server.address}/api/boards/${boardId}/comments`, {
      headers: { origin: server.address },
      data,
    });
    expect(answer.status()).toBe(201);
  };
  const strip = page.getByRole('region', { name: 'Somebody names you' });
  await comment('Is this so, @Anna?', [me]);
  await expect(strip).toContainText('Fatima names you in a comment: Is this so, @Anna?');
  await hears(page, 'Fatima names you in a comment: Is this so');
  await targetsAreLarge(page);
  expect(await fits(page)).toBe(true);
  expect(await seriousIssues(page)).toEqual([]);
  await picture(page, 'mention');
  await strip.getByRole('button', { name: 'Not now' }).tap();
  await expect(strip).toHaveCount(0);
  await page.reload();
  await expect(strip).toContainText('Is this so');

  await strip.getByRole('button', { name: 'To the comment' }).tap();
  await boardIsThere(page);
  await expect(page.getByRole('complementary', { name: 'Comments' }).locator('mark')).toHaveText('@Anna');
  await page.getByRole('complementary', { name: 'Comments' }).getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('navigation', { name: 'On this board' }).getByRole('button').tap();
  await expect(field(page)).toBeVisible();
  await comment('And this, @Anna?', [me]);
  await expect(strip).toContainText('And this');
  const arrived = page.waitForResponse(async (answer) => {
    const isRead = answer.request().method() === 'GET' && answer.url().endsWith(`/boards/${boardId}/comments`);
    return isRead && (await answer.text()).includes('Nobody is meant');
  });
  await comment('Nobody is meant', []);
  await arrived;
  // What is said of the next one comes behind all that would be said of this one.
  await comment('And that, @Anna?', [me]);
  await hears(page, 'And that');
  expect((await heard(page)).filter((said) => said.includes('Nobody is meant'))).toEqual([]);
  await leave(fatima, anna);
});

test('[PHN49] dots that could not be sent go when they can, whatever the phone shows by then; a card that is not voted on any more gives its dots back', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const anna = await comeByPhone(browser, server.address, board, 'Anna', { ...phone, expected: /ERR_FAILED|400/ });
  const { page } = anna;
  for (const text of ['One van', 'Nobody asked']) await send(page, text);
  await expect(page.locator('li[data-state="sent"]')).toHaveCount(2);
  const { command, boardId } = await lead(server.address, board);
  const editor = await editorOf(fatima.page);
  const cards = () =>
    editor.evaluate((editor) =>
      editor.getCurrentPageShapes().flatMap(({ id, type, props }) => {
        const { kind, richText } = props as unknown as { kind: string; richText: unknown };
        return type === 'card' && /One van|Nobody asked/.test(JSON.stringify(richText)) ? [{ id, kind }] : [];
      }),
    );
  await expect.poll(async () => (await cards()).length).toBe(2);
  const [first, second] = await cards();
  const round = await command({
    ...({ type: 'voting.open', boardId, question: 'Which causes matter most?', isOpen: false } as const),
    ...{ method: { type: 'dots', perPerson: 3, perCard: 2 }, scope: { frameId: null, kind: first?.kind ?? null } },
  } as Command);
  const more = (at: number) =>
    page
      .getByRole('listitem')
      .nth(at)
      .getByRole('button', { name: /^A dot for/ });
  const block = (route: { abort(): Promise<void> }) => route.abort();
  const arrives = () => page.waitForResponse((answer) => answer.url().endsWith('/ballot') && answer.ok());

  await page.route('**/voting/ballot', block);
  await tab(page, 'Vote').tap();
  await more(0).tap();
  await expect(page.locator('[data-ballot="unsaved"]')).toBeVisible();
  await tab(page, 'Write').tap();
  const late = arrives();
  await page.unroute('**/voting/ballot', block);
  expect((await late).request().postDataJSON().votes).toEqual({ [`${first?.id}`]: 1 });

  // On the canvas it goes on.
  await page.route('**/voting/ballot', block);
  await tab(page, 'Vote').tap();
  await more(0).tap();
  await expect(page.locator('[data-ballot="unsaved"]')).toBeVisible();
  const onCanvas = arrives();
  await tab(page, 'Look').tap();
  await boardIsThere(page);
  await page.unroute('**/voting/ballot', block);
  expect((await onCanvas).request().postDataJSON().votes).toEqual({ [`${first?.id}`]: 2 });

  await tab(page, 'Write').tap();
  await page.route('**/voting/ballot', block);
  await tab(page, 'Vote').tap();
  await expect(page.getByText('1 dot left')).toBeVisible();
  await more(1).tap();
  await expect(page.getByText('0 dots left')).toBeVisible();
  await editor.evaluate((open, id) => {
    const editor = open as unknown as import('tldraw').Editor;
    editor.updateShapes([{ id, type: 'card', props: { kind: 'lesson' } } as never]);
  }, `${second?.id}`);
  const roundId = `${round.session.voting?.id}`;
  const votedOn = async () => (await page.request.get(`/api/boards/${boardId}/voting/${roundId}/cards`)).json();
  await expect.poll(async () => (await votedOn()).cards.length).toBe(1);
  const standing = arrives();
  await page.unroute('**/voting/ballot', block);
  expect((await standing).request().postDataJSON().votes).toEqual({ [`${first?.id}`]: 2 });
  await expect(page.getByText('1 dot left')).toBeVisible();
  await command({ type: 'voting.close', boardId, id: roundId as never });
  await expect(page.getByText('1 person voted')).toBeVisible();
  await leave(fatima, anna);
});
