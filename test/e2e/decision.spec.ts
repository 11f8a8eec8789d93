import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { cardsSaying } from './support/cards.ts';
import { editorOf } from './support/editor.ts';
import { isSaved } from './support/person.ts';
import { come, readyBoard } from './support/ready-board.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

test('[DEC20][PAG18] a decision is put down as the phase asks for it, with who was there and who was not; all see it, the session goes on, and the report has it', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const jonas = await come(browser, server.address, board, 'Jonas');
  // Of the partnership, and gone by now.
  await jonas.context.close();
  const anna = await come(browser, server.address, board, 'Anna');
  const { page } = fatima;
  await page.reload();
  await page.getByRole('banner').getByRole('button', { name: 'Facilitate' }).click();
  await page.getByRole('menuitem', { name: 'Start the session' }).click();
  const from = page.getByRole('dialog').getByLabel('Begin with');
  const phase = from.locator('option').filter({ hasText: 'Choose the root causes' });
  await from.selectOption((await phase.getAttribute('value')) ?? '');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  const session = page.getByRole('region', { name: 'Session' });
  await session.getByRole('button', { name: 'Record the decision' }).click();

  const dialog = page.getByRole('dialog', { name: 'Record a decision' });
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog.getByText('Write what was decided.')).toBeVisible();
  await dialog.getByLabel('What was decided?').fill('We work on the routes first');
  await expect(dialog.getByRole('checkbox', { name: 'City of Merelbrugge' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'De Schakel Food Aid' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { name: 'Korf Supermarkets' })).not.toBeChecked();
  await dialog.getByLabel('Which objections were heard?').fill('Who pays for the second van?');
  // A press that missed the dialog throws nothing away.
  await page.mouse.click(5, 5);
  await expect(dialog.getByLabel('What was decided?')).toHaveValue('We work on the routes first');
  await page.screenshot({ path: 'test-results/decision-dialog.png' });
  await dialog.getByRole('button', { name: 'Record' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(cardsSaying(page, 'We work on the routes first')).toBeVisible();
  await expect(session.getByRole('button', { name: 'Next: Close' })).toBeVisible();
  await page.screenshot({ path: 'test-results/decision.png' });
  await isSaved(page);

  const id = board.path.split('/').at(-1);
  const markdown = await anna.page.evaluate(async (path) => (await fetch(path)).text(), `/api/boards/${id}/export/md`);
  for (const part of ['We work on the routes first', 'Who pays for the second van?', 'Korf Supermarkets'])
    expect(markdown).toContain(part);

  // What was agreed is changed by nobody who takes part, whatever page they use; whoever leads opens it again.
  const edit = async (at: Page, words: string) => {
    const editor = await editorOf(at);
    await editor.evaluate((open, words) => {
      const editor = open as unknown as import('tldraw').Editor;
      const found = editor
        .getCurrentPageShapes()
        .filter(({ props }) => (props as { kind?: unknown }).kind === 'decision');
      editor.run(
        () => {
          for (const { id, type, props } of found)
            editor.updateShape({
              id,
              type,
              props: { fields: { ...(props as never as { fields: object }).fields, objections: words } },
            } as never);
        },
        { ignoreShapeLock: true },
      );
    }, words);
  };
  const objections = async (at: Page) => {
    const editor = await editorOf(at);
    return editor.evaluate((editor) =>
      editor.getCurrentPageShapes().flatMap(({ props }) => {
        const { kind, fields } = props as unknown as { kind?: string; fields?: { objections?: string } };
        return kind === 'decision' ? [fields?.objections] : [];
      }),
    );
  };
  await edit(anna.page, 'None at all');
  await expect(anna.page.getByText('This is locked: your change was put back.').first()).toBeVisible();
  // The word of it and what was put back are two messages.
  for (const at of [anna.page, page]) await expect.poll(() => objections(at)).toEqual(['Who pays for the second van?']);
  await cardsSaying(page, 'We work on the routes first').click({ button: 'right', force: true });
  await page.getByRole('menuitem', { name: 'Unlock' }).click();
  await isSaved(page);
  await edit(page, 'Who pays for both vans?');
  await expect.poll(() => objections(anna.page)).toEqual(['Who pays for both vans?']);
  for (const { context } of [fatima, anna]) await context.close();
});
