import type { BrowserContext, Page } from '@playwright/test';
import type { HookChoice, HookedPdf } from '../../../client/export/export-hook.ts';
import { CreateBoardResponse } from '../../../shared/api/boards.ts';
import type { TemplateId } from '../../../shared/api/templates.ts';
import type { Language } from '../../../shared/api/text.ts';
import type { BoardId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { createWorkshop, joinAsProgram } from '../../support/api.ts';

/** A workshop with the examples of all four boards and people of three organisations. */
export interface DemoWorkshop {
  readonly address: string;
  readonly workshopId: WorkshopId;
  /** In the order of the method. */
  readonly boards: readonly BoardId[];
  /** Of its facilitator. */
  readonly session: string;
}

export const demoTemplates = [
  'root-cause-tree',
  'actor-map',
  'visioning',
  'lessons-learnt',
] as const satisfies readonly TemplateId[];

/** Who agreed to be named, and whoever is only counted. */
const people = [
  ['Fatima El Idrissi', 'City of Merelbrugge', true],
  ['Tom Peeters', 'City of Merelbrugge', false],
  ['Aylin Demir', 'De Schakel Food Aid', true],
  ['Jan Claes', 'Fresh Market Cooperative', true],
] as const;

/** When its reports are made. */
const reportDay = new Date('2026-11-25T12:00:00Z');

export async function createDemoWorkshop(address: string, language: Language): Promise<DemoWorkshop> {
  const title = language === 'de' ? 'Volle Teller' : 'Full Plates';
  const { workshop, invites } = await createWorkshop(address, title, language);
  const sessions: string[] = [];
  for (const [index, [name, organisation, nameInReport]] of people.entries()) {
    const { token } = index === 0 ? invites.facilitator : invites.participant;
    sessions.push(await join(address, { token, name, organisation, nameInReport }));
  }
  const program = await joinAsProgram(address, invites.facilitator.token);
  const boards: BoardId[] = [];
  for (const template of demoTemplates) {
    const asked = { template, language, example: true };
    const { board } = await program.post(`/api/workshops/${workshop.id}/boards`, asked, CreateBoardResponse);
    boards.push(board.id);
  }
  return { address, workshopId: workshop.id, boards, session: sessions[0] ?? '' };
}

/** As a person with a browser: programs are not counted in reports. @returns the session */
async function join(address: string, body: Readonly<Record<string, unknown>>): Promise<string> {
  const response = await fetch(`${address}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const [, session] = /cb_session=([^;]+)/.exec(response.headers.get('set-cookie') ?? '') ?? [];
  if (session === undefined) throw new Error(`nobody joined: ${response.status} ${await response.text()}`);
  return session;
}

/** The page of one of its boards, once a program may export from it. */
export async function openForExport(
  context: BrowserContext,
  { address, workshopId, boards, session }: DemoWorkshop,
  index = 0,
): Promise<Page> {
  await context.addCookies([{ name: 'cb_session', value: session, url: address, httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.clock.setFixedTime(reportDay);
  await page.goto(`${address}/workshop/${workshopId}/board/${boards[index]}`);
  await page.waitForFunction(() => window.commonboardExport !== undefined);
  return page;
}

export interface TakenReport extends Omit<HookedPdf, 'base64'> {
  readonly bytes: Buffer;
}

/** The file as a user gets it. */
export async function takeReport(page: Page, choice: Omit<HookChoice, 'keeps'> = {}): Promise<TakenReport> {
  const { base64, ...rest } = await page.evaluate((wished) => {
    if (window.commonboardExport === undefined) throw new Error('no hook');
    return window.commonboardExport(undefined, wished);
  }, choice);
  return { ...rest, bytes: Buffer.from(base64, 'base64') };
}
