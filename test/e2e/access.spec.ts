import { expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { putByKeys } from './support/cards.ts';
import { arrive, boardIsThere, copyLink, createBoard, createWorkshop, joinByLink } from './support/person.ts';
import { readyBoard, takePart } from './support/ready-board.ts';
import { leave } from './support/two-people.ts';
import { ask, button, closeDialog, dialogOf, drawerOf, goAnew, opened, type State, walk } from './support/walk.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

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
      await expect(page.getByRole('complementary', { name: 'Card' })).toBeVisible();
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
  [
    'export',
    async (page) => {
      await dialogOf('Export')(page);
      await expect(page.getByRole('checkbox', { name: /^Page 1,/ })).toBeVisible();
    },
  ],
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

const commandId = (letter: string): string => letter.repeat(21);

test('[ACC11][ACC16] axe finds nothing serious or critical on any page, in any of its states, light, dark or in high contrast, and everything one can focus has a name in English and in Dutch', async ({
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

/** Its licence asks that tldraw's mark stays as tldraw made it: 8 px wide on a phone. */
const untouchable = '[class*="watermark"]';

/** Runs in a page. What one presses that is smaller than this, in px, or partly outside the window; a link within a sentence may be smaller. */
function smallTargets([leastPx, except]: readonly [leastPx: number, except: string]): string[] {
  const press =
    'a[href], button, select, summary, input:not([type="hidden"]), [role="tab"], [role="option"], [role="menuitem"], [role="slider"]';
  return (
    [...document.querySelectorAll<HTMLElement>(press)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => element.closest(`[inert], [aria-hidden="true"], ${except}`) === null)
      .filter((element) => !(element.matches('a') && element.closest('p') !== null))
      // A handle is taken hold of anywhere along its slider.
      .map((element) => ({ element, area: element.closest('label, .tlui-slider') ?? element }))
      .filter(({ area }) => {
        const { width, height, left, right } = area.getBoundingClientRect();
        const isHidden = width <= 1 || height <= 1 || right <= 0;
        const isCut = left < 0 || right > innerWidth;
        const isScrolled = area.closest('[role="tablist"], [role="grid"], table, ol') !== null;
        return !isHidden && (width < leastPx - 0.5 || height < leastPx - 0.5 || (isCut && !isScrolled));
      })
      .map(({ element, area }) => {
        const { width, height, left } = area.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
        const [x, w, h] = [left, width, height].map(Math.round);
        return `${element.tagName.toLowerCase()} ${name.slice(0, 40)} ${w}×${h} at ${x}`;
      })
  );
}

async function walkForTargets(page: Page, leastPx: number, states: readonly State[]) {
  const found: Record<string, readonly string[]> = {};
  for (const [name, reach] of states) {
    await reach(page);
    const small = await page.evaluate(smallTargets, [leastPx, untouchable] as const);
    if (small.length > 0) found[name] = small;
  }
  return found;
}

/** From the three dots of a phone's bar. */
const fromDots =
  (item: string | RegExp, role: 'dialog' | 'complementary' = 'dialog'): State[1] =>
  async (page) => {
    await closeDialog(page);
    await page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).tap();
    await page.getByRole('menuitem', { name: item }).tap();
    await opened(page, role);
  };
const onPhone: readonly State[] = [
  [
    'tools',
    async (page) => {
      await page.getByTestId('tools.more-button').tap();
      await expect(page.getByTestId('tools.more.laser')).toBeVisible();
    },
  ],
  [
    'styles',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByTestId('tools.draw').tap();
      await page.getByTestId('mobile-styles.button').tap();
      await expect(page.getByTestId('style.panel')).toBeVisible();
    },
  ],
  [
    'guide',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByTestId('tools.select').tap();
      await button(page, 'Open the guide').tap();
      await opened(page, 'complementary');
    },
  ],
  [
    'card',
    async (page) => {
      await button(page, 'Hide the guide').tap();
      await putByKeys(page, '2 The tree Problem', 'Bread goes to waste');
      await expect(page.getByRole('complementary', { name: 'Card' })).toBeVisible();
    },
  ],
  [
    'menu of the board',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).tap();
      await expect(page.getByRole('menuitem', { name: 'Table' })).toBeVisible();
    },
  ],
  ['comments', fromDots(/^Comments/, 'complementary')],
  [
    'find',
    async (page) => {
      await closeDialog(page);
      await page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).tap();
      await page.getByRole('menuitem', { name: 'Find on this board' }).tap();
      await expect(page.getByRole('combobox')).toBeFocused();
    },
  ],
  ['share', fromDots('Share')],
  ['history', fromDots('History of this board', 'complementary')],
  ['export', fromDots('Export')],
  [
    'table',
    async (page) => {
      await closeDialog(page);
      await page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).tap();
      await page.getByRole('menuitem', { name: 'Table' }).tap();
      await expect(page.getByRole('tab').first()).toBeVisible();
    },
  ],
];

test('[ACC12] everything one presses is at least 44 px with a finger and 24 px with a mouse', async ({ browser }) => {
  const fatima = await arrive(browser, server.address);
  expect(await walkForTargets(fatima.page, 24, [...outside.slice(0, 2), ...workshop, ...board])).toEqual({});
  const { path, link, tokens } = await readyBoard(server.address, 'root-cause-tree');
  const anna = await arrive(browser, server.address, {
    ...{ viewport: { width: 390, height: 844 }, touch: true },
    expected: /^Unable to preventDefault inside passive event listener/,
  });
  const found = await walkForTargets(anna.page, 44, [
    ...outside.slice(0, 2),
    ['join', async (page) => void (await page.goto(link))],
    [
      'workshop',
      async (page) => {
        await takePart(anna, server.address, tokens.facilitator, 'Anna', 'De Schakel Food Aid');
        await page.goto(path.replace(/\/board.*/, ''));
        await expect(page.getByRole('link', { name: /^Root cause tree/ })).toBeVisible();
      },
    ],
    [
      'board',
      async (page) => {
        await page.getByRole('link', { name: /^Root cause tree/ }).tap();
        await boardIsThere(page);
        await expect(page.getByTestId('tools.card')).toBeVisible();
      },
    ],
    ...onPhone,
  ]);
  expect(found).toEqual({});
  await leave(fatima, anna);
});

test('[ACC19] on a screen of 360 px no tool is cut or covered, and what is said first stands clear of the guide', async ({
  browser,
}) => {
  const { path, tokens } = await readyBoard(server.address, 'root-cause-tree');
  const anna = await arrive(browser, server.address, {
    ...{ viewport: { width: 390, height: 780 }, touch: true, firstVisit: true },
    expected: /^Unable to preventDefault inside passive event listener/,
  });
  await takePart(anna, server.address, tokens.participant, 'Anna', 'De Schakel Food Aid');
  const { page } = anna;
  await page.goto(path);
  await boardIsThere(page);
  const hint = page.getByRole('complementary', { name: 'Hint' });
  await expect(hint).toContainText('Move about and zoom with two fingers.');
  /** Names of buttons over the canvas whose middle is not their own, or that reach over the edge of the window. */
  const hidden = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main button, main ~ * button, :has(~ main) button')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((element) => {
          const { left, right, top, bottom } = element.getBoundingClientRect();
          const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return right > 0 && (left < 0 || right > innerWidth || !element.contains(onTop));
        })
        .map((element) => element.getAttribute('aria-label') ?? element.title),
    );
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 780 });
    await expect.poll(hidden, { message: `${width} px` }).toEqual([]);
  }
  await page.getByTestId('tools.draw').tap();
  await expect(page.getByTestId('mobile-styles.button')).toBeVisible();
  await expect.poll(hidden).toEqual([]);
  await leave(anna);
});

test('[ACC24] at 1440 px the phase and the next step are read in full, in German too; on a tablet the drawer of a card does not cover its menu', async ({
  browser,
}) => {
  const { path, tokens } = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await arrive(browser, server.address, { locale: 'de-DE' });
  await takePart(fatima, server.address, tokens.facilitator, 'Fatima', 'City of Merelbrugge');
  await fatima.page.goto(path);
  await boardIsThere(fatima.page);
  const boardId = path.split('/').at(-1);
  const start = { commandId: commandId('g'), type: 'run.start', boardId, phaseId: 's1' };
  await ask(fatima.page, 'commands', start);
  await ask(fatima.page, 'commands', { commandId: commandId('h'), type: 'timer.start', lengthMs: 300_000 });
  const session = fatima.page.getByRole('region', { name: 'Sitzung' });
  await expect(session.getByRole('button', { name: 'Für sich schreiben, 6 Min.' })).toBeVisible();
  await expect(session.locator('strong')).toHaveText(['Das Problem entwerfen', /^0[45]:\d\d$/]);
  const cut = () =>
    session
      .locator('strong, button > span:not(.visually-hidden)')
      .evaluateAll((words) =>
        words.filter((each) => each.scrollWidth > each.clientWidth).map(({ textContent }) => textContent),
      );
  await expect.poll(cut).toEqual([]);

  const anna = await arrive(browser, server.address, { viewport: { width: 820, height: 1100 } });
  await takePart(anna, server.address, tokens.participant, 'Anna', 'De Schakel Food Aid');
  await anna.page.goto(path);
  await boardIsThere(anna.page);
  await putByKeys(anna.page, '2 The tree Problem', 'Bread goes to waste');
  await expect(anna.page.getByRole('complementary', { name: 'Card' })).toBeVisible();
  await anna.page.keyboard.press('Control+Shift+Enter');
  const entry = anna.page.getByRole('menuitem', { name: 'Move to …' });
  await expect(entry).toBeVisible();
  const isOnTop = () =>
    entry.evaluate((item) => {
      const { left, right, top, bottom } = item.getBoundingClientRect();
      return [left + 4, right - 4].every((x) => item.contains(document.elementFromPoint(x, (top + bottom) / 2)));
    });
  await expect.poll(isOnTop).toBe(true);
  await anna.page.keyboard.press('Escape');
  await expect(anna.page.getByRole('complementary', { name: 'Card' })).toBeVisible();
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
