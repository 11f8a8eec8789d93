import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import type { TLRecord } from '@tldraw/tlschema';
import type { Language } from '../../../shared/api/text.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import { type BoardView, viewBoard } from '../../../shared/method/board-view.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { frameBoxes } from '../../../shared/method/geometry.ts';
import type { Box } from '../../../shared/method/template.ts';
import { loadTemplate } from '../../../shared/method/templates.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { arrive, boardIsThere, copyLink, createBoard, createWorkshop, drag, joinByLink, type Person } from './person.ts';
import { editorIn } from './two-people.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface NewBoard {
  /** As the page of the workshop calls it. */
  readonly template: string;
  readonly title: string;
  readonly language: string;
}

/** Fatima, who made the board, and Anna, who came by the link; both have a large screen. */
export async function meetOn(browser: Browser, address: string, board: NewBoard) {
  const viewport = { width: 1920, height: 1080 };
  const fatima = await arrive(browser, address, { viewport });
  await createWorkshop(fatima.page, 'Full Plates', 'Fatima', 'City of Merelbrugge');
  const link = await copyLink(fatima.page, 'Copy link');
  await createBoard(fatima.page, board);
  await boardIsThere(fatima.page);
  const anna = await arrive(browser, address, { viewport });
  await joinByLink(anna.page, link, 'Anna', 'De Schakel Food Aid');
  await anna.page.getByRole('link', { name: new RegExp(board.title) }).or(anna.page.locator('.tl-canvas')).waitFor();
  await boardIsThere(anna.page);
  return { fatima, anna };
}

/** By the menu of frames, which is there however little room the panels leave. */
export async function goTo(page: Page, frame: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Pages of this board' }).getByTitle('Pages of this board').click();
  await page.getByRole('menuitem', { name: frame }).click();
}
