import { type Browser, expect, type Page, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../../support/production-server.ts';
import {
  arrive,
  boardIsThere,
  canWrite,
  hideGuide,
  isSaved,
  joinByLink,
  type Person,
  type PersonOptions,
  writeNote,
} from './person.ts';
import { openAs, type ReadyBoard, readyBoard } from './ready-board.ts';

/** Two people on one new board. */
export interface Pair {
  /** Made the workshop. */
  readonly fatima: Person;
  /** Takes part by the participant link. */
  readonly anna: Person;
  /** Where others come to them. */
  readonly board: ReadyBoard;
}

interface MeetOptions {
  /** Where Anna reaches the server, when something stands between her and it. */
  readonly annasAddress?: string;
  readonly anna?: PersonOptions;
  /** Called before Anna opens anything. */
  readonly prepare?: (anna: Person) => Promise<void>;
  /** Whether Anna comes through the join page, for a test that is about it. */
  readonly annaJoinsByLink?: boolean;
  /** For how long Anna waits for the board. */
  readonly annaWaitsMs?: number;
}

/** Opens a board for two. @param address of the server */
export async function meet(browser: Browser, address: string, options: MeetOptions = {}): Promise<Pair> {
  const { annasAddress = address, prepare = async () => {} } = options;
  const board = await readyBoard(address, 'root-cause-tree');
  const fatima = await arrive(browser, address);
  await openAs(fatima, address, board, 'Fatima');
  await boardIsThere(fatima.page);
  await hideGuide(fatima.page);
  const anna = await arrive(browser, annasAddress, options.anna);
  await prepare(anna);
  if (options.annaJoinsByLink === true)
    await joinByLink(anna.page, board.link.replace(address, annasAddress), 'Anna', 'De Schakel Food Aid');
  else await openAs(anna, annasAddress, board, 'Anna');
  await boardIsThere(anna.page, options.annaWaitsMs);
  return { fatima, anna, board };
}

/** Two of whom Anna sits behind a network that is about to become bad, ready to write without it. */
export async function meetBehind(
  browser: Browser,
  address: string,
  annasAddress: string,
  prepare?: (anna: Person) => Promise<void>,
): Promise<Pair> {
  const pair = await meet(browser, address, { annasAddress, ...(prepare !== undefined && { prepare }) });
  await canWrite(pair.anna.page);
  await isSaved(pair.anna.page);
  return pair;
}

/** A server of this file's own, for two people at a time. */
export function serveTwo() {
  let server: ProductionServer;
  test.beforeAll(async () => {
    server = await startProductionServer();
  });
  test.afterAll(() => server.stop());
  return {
    server: () => server,
    /** @param prepare called before Anna opens anything */
    meet: (browser: Browser, prepare?: (anna: Person) => Promise<void>) =>
      meet(browser, server.address, { ...(prepare !== undefined && { prepare }) }),
    /** The two, and a note of Anna's that both see. */
    meetAtNote: async (browser: Browser): Promise<Pair> => {
      const pair = await meet(browser, server.address);
      await writeNote(pair.anna.page, place, 'seed');
      await expect(shown(pair.fatima.page, 'seed')).toBeVisible();
      return pair;
    },
  };
}

/** Both go; fails where a page complained or asked strangers for something. */
export async function leave(...people: readonly Person[]): Promise<void> {
  for (const { context, complaints, strangers } of people) {
    expect(strangers).toEqual([]);
    expect(
      complaints.filter(
        (complaint) =>
          !/WebSocket connection|ERR_(CONNECTION|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|CONTENT_LENGTH_MISMATCH)|^NetworkError: A network error/.test(
            complaint,
          ),
      ),
    ).toEqual([]);
    await context.close();
  }
}

/** On the screen, where nothing of the template is. */
export const place = { x: 560, y: 560 };
/** The text that is open. */
export const editorIn = (page: Page) => page.locator('.tl-canvas [contenteditable="true"]');
export const shown = (page: Page, text: string) => page.locator('.tl-canvas').getByText(text, { exact: true });

/** Whether the caret is where it was sent, for as long as tldraw may still be selecting in a note that was just opened. */
const caretStaysAt = (page: Page, end: 'Home' | 'End'): Promise<boolean> =>
  page.evaluate(async (wanted) => {
    const text = document.querySelector('.tl-canvas [contenteditable="true"]');
    for (let frame = 0; frame < 30; frame++) {
      await new Promise(requestAnimationFrame);
      const selection = getSelection();
      if (text === null || selection?.anchorNode == null || !text.contains(selection.anchorNode)) return false;
      const before = document.createRange();
      before.selectNodeContents(text);
      before.setEnd(selection.anchorNode, selection.anchorOffset);
      const at = before.toString().length;
      if (!selection.isCollapsed || at !== (wanted === 'Home' ? 0 : (text.textContent ?? '').length)) return false;
    }
    return true;
  }, end);

/** Opens the note that says this, with the caret at one of its ends. */
export async function openNote(page: Page, text: string, end: 'Home' | 'End'): Promise<void> {
  await shown(page, text).dblclick();
  await expect(editorIn(page)).toBeFocused();
  await expect(async () => {
    await page.keyboard.press(`Control+${end}`);
    expect(await caretStaysAt(page, end)).toBe(true);
  }).toPass();
}
