import { expect, type Page } from '@playwright/test';
import { seriousIssues } from './axe.ts';
import { unheard } from './names.ts';

/** A page or a state of one, and how it is reached from the one before. */
export type State = readonly [name: string, reach: (page: Page) => Promise<void>];

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

export const opened = (page: Page, role: 'dialog' | 'complementary' = 'dialog') =>
  expect(page.getByRole(role).last()).toBeVisible();

export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Opens a dialog with a button, after closing the one before. */
export const dialogOf =
  (name: string | RegExp): State[1] =>
  async (page) => {
    await closeDialog(page);
    await button(page, name).first().click();
    await opened(page);
  };

/** Opens a drawer beside the board, after closing the dialog before. */
export const drawerOf =
  (name: string | RegExp): State[1] =>
  async (page) => {
    await closeDialog(page);
    await page.getByRole('banner').getByRole('button', { name }).click();
    await opened(page, 'complementary');
  };

/** Another fragment alone loads no page. */
export async function goAnew(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('main')).toBeVisible();
}

/** Asks the server as the person of a page would. */
export const ask = (page: Page, path: string, body: object, method = 'POST'): Promise<unknown> =>
  page.evaluate(
    async ([to, what, how]) => {
      const workshopId = location.pathname.split('/')[2];
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/workshops/${workshopId}/${to}`, { method: how, headers, body: what });
      return answer.json();
    },
    [path, JSON.stringify(body), method] as const,
  );

/** Words of the people and boards of these tests. */
const theirs =
  /Full Plates|1 Agree the problem|2 The tree|Root cause tree|Anna|Fatima|Jonas|Vera|Lumen Fund|Program(s)?|De Schakel( Food Aid)?|City( of Merelbrugge)?|Bread goes to waste|Ask the shops|FA|AN|DS|CM/g;

/** What axe finds in these states, one after the other, and what of them cannot be told by name. */
export async function walk(page: Page, states: readonly State[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const [name, reach] of states) {
    await reach(page);
    await expect(page.locator('main, [role="dialog"]').first()).toBeAttached();
    const issues = [...(await seriousIssues(page)), ...(await unheard(page, theirs))];
    if (issues.length > 0) found[name] = issues;
  }
  return found;
}
