import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { seriousIssues } from './support/axe.ts';
import { putByKeys } from './support/cards.ts';
import { arrive, boardIsThere, copyLink, createBoard, createWorkshop, joinByLink } from './support/person.ts';
import { leave } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

/** A page or a state of one, and how it is reached from the one before. */
type State = readonly [name: string, reach: (page: Page) => Promise<void>];

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const opened = (page: Page, role: 'dialog' | 'complementary' = 'dialog') =>
  expect(page.getByRole(role).last()).toBeVisible();
async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}
/** Opens a dialog with a button, after closing the one before. */
const dialogOf =
  (name: string | RegExp): State[1] =>
  async (page) => {
    await closeDialog(page);
    await button(page, name).first().click();
    await opened(page);
  };

/** Opens a drawer beside the board, after closing the dialog before. */
function drawerOf(name: string | RegExp): State[1] {
  return async (page) => {
    await closeDialog(page);
    await page.getByRole('banner').getByRole('button', { name }).click();
    await opened(page, 'complementary');
  };
}

const outside: readonly State[] = [
  ['home', async (page) => void (await page.goto('/'))],
  ['settings', dialogOf('Settings')],
  ['not found', async (page) => void (await page.goto('/no/such/page'))],
  ['broken link', async (page) => void (await page.goto('/join#x'))],
  ['workshop of others', async (page) => void (await page.goto('/workshop/nowhere'))],
];
const workshop: readonly State[] = [
  ['workshop without boards', async (page) => createWorkshop(page, 'Full Plates', 'Fatima', 'City of Merelbrugge')],
  ['new board', dialogOf('New board')],
  ['link large', dialogOf('Show the participant link large')],
  ['another link', dialogOf('Make another link')],
  ['people', dialogOf('Manage people')],
  ['workshop settings', dialogOf('Workshop settings')],
];
const board: readonly State[] = [
  [
    'board with guide',
    async (page) => {
      await closeDialog(page);
      await createBoard(page, { template: 'Root cause tree', title: 'Root cause tree', language: 'English' });
      await boardIsThere(page);
      await expect(page.getByRole('button', { name: 'Hide the guide' })).toBeVisible();
    },
  ],
  [
    'card drawer',
    async (page) => {
      await putByKeys(page, '2 The tree Problem', 'Bread goes to waste');
      await opened(page, 'complementary');
    },
  ],
  [
    'table',
    async (page) => {
      await page.keyboard.press('Escape');
      await button(page, 'Table').click();
      await expect(page.getByRole('tab').first()).toBeVisible();
    },
  ],
  ['export', dialogOf('Export')],
  ['share', dialogOf('Share')],
  ['people here', drawerOf(/on this board$/)],
  ['history', drawerOf('History of this board')],
  ['comments', drawerOf(/^Comments/)],
];

/** Ways in, for somebody who has never been here. @param links one that asks for nothing, one for a code */
const waysIn = (links: { readonly plain: string; readonly guarded: string }): readonly State[] => [
  ['join', async (page) => void (await page.goto(links.plain))],
  ['join with a code', async (page) => goAnew(page, links.guarded)],
];
const closedDoor = (link: string): readonly State[] => [['closed door', async (page) => goAnew(page, link)]];
const inside = (link: string): readonly State[] => [
  [
    'board of a participant',
    async (page) => {
      await goAnew(page, link);
      await joinByLink(page, link, 'Anna', 'De Schakel Food Aid');
      await boardIsThere(page);
    },
  ],
  ['welcome back', async (page) => goAnew(page, link)],
];

/** Another fragment alone loads no page. */
async function goAnew(page: Page, link: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('main')).toBeVisible();
}

/** Asks the server as the person of a page would. */
const ask = (page: Page, path: string, body: object): Promise<unknown> =>
  page.evaluate(
    async ([to, what]) => {
      const workshopId = location.pathname.split('/')[2];
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/api/workshops/${workshopId}/${to}`, { method: 'POST', headers, body: what });
      return answer.json();
    },
    [path, JSON.stringify(body)] as const,
  );
const commandId = (letter: string): string => letter.repeat(21);

/** What axe finds in these states, one after the other. */
async function walk(page: Page, states: readonly State[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const [name, reach] of states) {
    await reach(page);
    await expect(page.locator('main, [role="dialog"]').first()).toBeAttached();
    const issues = await seriousIssues(page);
    if (issues.length > 0) found[name] = issues;
  }
  return found;
}

test('[ACC11] axe finds nothing serious or critical on any page, in any of its states, light, dark or in high contrast', async ({
  browser,
}) => {
  const fatima = await arrive(browser, server.address, { expected: /404/ });
  expect(await walk(fatima.page, [...outside, ...workshop, ...board])).toEqual({});

  await fatima.page.getByRole('link', { name: /^Back to/ }).click();
  const plain = await copyLink(fatima.page, 'Copy link');
  const made = (await ask(fatima.page, 'invites', { role: 'participant', passcode: '246810' })) as {
    link: { url: string };
  };
  const anna = await arrive(browser, server.address, { expected: /403/ });
  expect(await walk(anna.page, waysIn({ plain, guarded: made.link.url }))).toEqual({});
  await ask(fatima.page, 'commands', { commandId: commandId('a'), type: 'door.set', door: 'closed' });
  expect(await walk(anna.page, closedDoor(plain))).toEqual({});
  await ask(fatima.page, 'commands', { commandId: commandId('b'), type: 'door.set', door: 'open' });
  expect(await walk(anna.page, inside(plain))).toEqual({});
  await leave(fatima, anna);
});

/** Runs in a page. What one presses that is smaller than this, in px; a link within a sentence may be, and what floats over the canvas is not measured here. */
function smallTargets(leastPx: number): string[] {
  const press = 'a[href], button, select, input:not([type="hidden"]), [role="tab"], [role="option"], [role="menuitem"]';
  return [...document.querySelectorAll<HTMLElement>(press)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((element) => element.closest('[inert], .tl-container, [aria-hidden="true"]') === null)
    .filter((element) => !(element.matches('a') && element.closest('p') !== null))
    .map((element) => ({ element, label: element.closest('label') ?? element }))
    .filter(({ label }) => {
      const { width, height } = label.getBoundingClientRect();
      const isHidden = width <= 1 || height <= 1;
      return !isHidden && (width < leastPx - 0.5 || height < leastPx - 0.5);
    })
    .map(({ element, label }) => {
      const { width, height } = label.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return `${element.tagName.toLowerCase()} ${name.slice(0, 40)} ${Math.round(width)}×${Math.round(height)}`;
    });
}

async function walkForTargets(page: Page, leastPx: number, states: readonly State[]) {
  const found: Record<string, readonly string[]> = {};
  for (const [name, reach] of states) {
    await reach(page);
    const small = await page.evaluate(smallTargets, leastPx);
    if (small.length > 0) found[name] = small;
  }
  return found;
}

test('[ACC12] everything one presses is at least 44 px with a finger and 24 px with a mouse', async ({ browser }) => {
  const fatima = await arrive(browser, server.address);
  expect(await walkForTargets(fatima.page, 24, [...outside.slice(0, 2), ...workshop, ...board])).toEqual({});
  await fatima.page.keyboard.press('Escape');
  await fatima.page.getByRole('link', { name: /^Back to/ }).click();
  const link = await copyLink(fatima.page, 'Copy link');
  const anna = await arrive(browser, server.address, {
    ...{ viewport: { width: 390, height: 844 }, touch: true },
    expected: /^Unable to preventDefault inside passive event listener/,
  });
  const found = await walkForTargets(anna.page, 44, [
    ...outside.slice(0, 2),
    ['join', async (page) => void (await page.goto(link))],
    [
      'board',
      async (page) => {
        await joinByLink(page, link, 'Anna', 'De Schakel Food Aid');
        await boardIsThere(page);
        await expect(page.getByTestId('tools.card')).toBeVisible();
      },
    ],
  ]);
  expect(found).toEqual({});
  await leave(fatima, anna);
});

test('[ACC13] the first stops of the keyboard lead past the bar and to the table; F6 goes round bar, guide, canvas and drawer; Escape closes the top layer only', async ({
  browser,
}) => {
  const fatima = await arrive(browser, server.address);
  const { page } = fatima;
  await page.goto('/');
  await expect(page.locator('main')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(button(page, 'To the content')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await createWorkshop(page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  for (const [, reach] of board.slice(0, 2)) await reach(page);
  const isIn = (part: string) => expect(page.locator(`${part}:focus-within`)).toHaveCount(1);
  const guide = 'main ~ *, aside';
  await page.locator('.tl-container').focus();
  await page.keyboard.press('F6');
  await isIn('[aria-label="Card"]');
  await page.keyboard.press('F6');
  await isIn('header');
  await page.keyboard.press('F6');
  await expect(page.locator(guide).filter({ has: page.locator(':focus') })).not.toHaveCount(0);
  await page.keyboard.press('F6');
  await expect(page.locator('.tl-container')).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Shift+F6');
  await isIn('header');
  await button(page, 'Export').press('Enter');
  await opened(page);
  await closeDialog(page);
  await expect(button(page, 'Export')).toBeFocused();
  await expect(page.getByRole('complementary', { name: 'Card' })).toBeVisible();
  await button(page, 'The board as a table').press('Enter');
  await expect(page.getByRole('tab').first()).toBeVisible();
  await button(page, 'To the board').press('Enter');
  await isIn('main');
  await leave(fatima);
});

test('[ACC14] with less motion nothing on the pages moves by itself', async ({ browser }) => {
  const fatima = await arrive(browser, server.address);
  for (const [name, reach] of [...outside.slice(0, 2), ...workshop.slice(0, 2), ...board.slice(0, 2)]) {
    await reach(fatima.page);
    const moving = () =>
      fatima.page.evaluate(() =>
        document
          .getAnimations()
          .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 1)
          .map((animation) =>
            String((animation as CSSAnimation).animationName ?? (animation as CSSTransition).transitionProperty),
          ),
      );
    // What turns while something is on its way is gone once it is there.
    await expect.poll(moving, { message: name }).toEqual([]);
  }
  await leave(fatima);
});
