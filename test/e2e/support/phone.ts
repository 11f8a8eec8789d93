import { type Browser, expect, type Page } from '@playwright/test';
import { nanoid } from 'nanoid';
import { CommandResponse } from '../../../shared/api/session-state.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { joinAsProgram } from '../../support/api.ts';
import { listen } from './listen.ts';
import { arrive, type PersonOptions } from './person.ts';
import { openAs, type ReadyBoard } from './ready-board.ts';

export const phone: PersonOptions = { viewport: { width: 390, height: 844 }, touch: true };
const pictures = process.env.PHN_PICTURES;

/** Keeps what a phone shows, for whoever asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png` });
}

/** One of the people of the examples at a phone, on its own page of the board. */
export async function comeByPhone(
  browser: Browser,
  address: string,
  board: ReadyBoard,
  name: 'Anna' | 'Jonas',
  options = phone,
) {
  const person = await arrive(browser, address, options);
  await listen(person.page);
  await openAs(person, address, board, name);
  await expect(person.page.locator('[data-look]')).toBeVisible();
  return person;
}

/** Who leads, without a page. */
export async function lead(address: string, board: ReadyBoard) {
  const workshopId = board.path.split('/')[2] ?? '';
  const program = await joinAsProgram(address, board.tokens.facilitator, 'Fatima', 'City of Merelbrugge');
  const command = (what: Command) =>
    program.post(`/api/workshops/${workshopId}/commands`, { ...what, commandId: nanoid() }, CommandResponse);
  return { command, boardId: board.path.split('/')[4] as never };
}

export const field = (page: Page) => page.getByRole('textbox', { name: 'Your card' });
export const sendButton = (page: Page) => page.getByRole('button', { name: 'Send to the board' });
export const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'On this board' }).getByRole('button', { name });
export const onWall = (page: Page, text: string) => page.locator('.tl-canvas').getByText(text, { exact: true });
export const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

/** Everything that can be pressed is as large as a finger. */
export async function targetsAreLarge(page: Page): Promise<void> {
  const small = await page
    .locator('button:visible, a:visible, label:visible')
    .evaluateAll((elements) =>
      elements
        .map((element) => ({ name: element.textContent, height: element.getBoundingClientRect().height }))
        .filter(({ height }) => height > 0 && height < 43.5),
    );
  expect(small).toEqual([]);
}

export async function send(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await sendButton(page).tap();
}
