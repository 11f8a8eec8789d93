import { expect, type Locator, type Page, test } from '@playwright/test';
import { nanoid } from 'nanoid';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { putByKeys } from './support/cards.ts';
import { shapesIn } from './support/editor.ts';
import { readPdf } from './support/pdf.ts';
import { arrive, boardIsThere, facilitate, isSaved, type Person, type PersonOptions } from './support/person.ts';
import { comeAs, type ReadyBoard, readyBoard, takePart } from './support/ready-board.ts';
import { storedIn } from './support/stored.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

const offline = /WebSocket|ERR_(CONNECTION|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED)/;
const small: PersonOptions = { viewport: { width: 1100, height: 720 }, expected: offline };
const handheld: PersonOptions = { viewport: { width: 390, height: 844 }, touch: true, expected: offline };

const cast = [
  ['Fatima', 'facilitator', 'City of Merelbrugge'],
  ['Anna', 'participant', 'De Schakel Food Aid'],
  ['Ada', 'participant', 'De Schakel Food Aid'],
  ['Jonas', 'participant', 'Korf Supermarkets'],
  ['Kim', 'participant', 'Korf Supermarkets'],
  ['Samir', 'participant', 'City of Merelbrugge'],
] as const;

/** Straight at the server, as the page would: what is not pressed here has tests of its own. */
async function shortenScript({ context }: Person, { path }: ReadyBoard): Promise<void> {
  const [, , workshopId, , boardId] = path.split('/');
  const answer = await context.request.get(`${server.address}/api/boards/${boardId}/agenda`);
  const { agenda } = (await answer.json()) as { agenda: { minutes: number; tools: { tool: string }[] }[] };
  const shorter = agenda.map((phase) => ({
    ...{ ...phase, minutes: 1 },
    tools: phase.tools.map((tool) => (tool.tool === 'T' ? { tool: 'T', minutes: 1 } : tool)),
  }));
  const set = await context.request.post(`${server.address}/api/workshops/${workshopId}/commands`, {
    headers: { origin: server.address },
    data: { commandId: nanoid(), type: 'agenda.set', boardId, agenda: shorter },
  });
  expect(set.status()).toBe(200);
}

/** On the canvas, in sight or not. */
const isThere = (page: Page, words: string) =>
  expect.poll(async () => JSON.stringify(await shapesIn(page)), { timeout: 30_000 }).toContain(words);
const sessionOf = (page: Page): Locator => page.getByRole('region', { name: 'Session' });
const votePanel = (page: Page, name: 'Vote' | 'Votes' = 'Vote') =>
  page.getByRole('complementary', { name, exact: true });
/** It stays open from one vote to the next. */
async function openVote(page: Page): Promise<void> {
  const way = voteBanner(page).getByRole('button', { name: 'Vote' });
  await expect(way).toBeVisible();
  if ((await way.getAttribute('aria-expanded')) !== 'true') await way.click();
}
const voteBanner = (page: Page) => page.getByRole('region', { name: 'Vote', exact: true });

test('[RUN90] one whole session of the root cause tree: a facilitator, five participants of three organisations and a phone, from writing alone to the decision and the report', async ({
  browser,
}, info) => {
  test.setTimeout(420_000);
  const board = await readyBoard(server.address, 'root-cause-tree');
  const team = new Map<string, Person>();
  for (const [name, role, organisation] of cast) {
    const options = role === 'facilitator' ? { expected: offline } : small;
    team.set(name, await comeAs(browser, server.address, board, { name, organisation, role }, options));
  }
  const at = (name: (typeof cast)[number][0]): Page => {
    const person = team.get(name);
    if (person === undefined) throw new Error(name);
    return person.page;
  };
  const fatima = at('Fatima');
  const writers = ['Anna', 'Ada', 'Jonas', 'Kim', 'Samir'] as const;
  const rik = await arrive(browser, server.address, handheld);
  await takePart(rik, server.address, board.tokens.participant, 'Rik', 'De Schakel Food Aid');
  await rik.page.goto(board.path);
  const card = rik.page.getByRole('textbox', { name: 'Your card' });
  await expect(card).toBeVisible();

  const next = (name: string | RegExp) => sessionOf(fatima).getByRole('button', { name });
  /** A button that is busy takes no press. */
  const goOn = async (phase: string) => {
    const step = next(`Next: ${phase}`);
    await expect(step).not.toHaveAttribute('aria-disabled', 'true');
    await step.click();
    await expect(step).toHaveCount(0);
  };
  /** Whoever writes before their page knows of it writes for all. */
  const writeAlone = async () => {
    await next('Write alone, 1 min').click();
    for (const name of writers) await expect(at(name).getByRole('region', { name: 'Private writing' })).toBeVisible();
    await expect(rik.page.getByText('Only you see your cards')).toBeVisible();
  };
  const boardId = board.path.split('/')[4] ?? '';
  /** Everything that a page can get of the board, in words. */
  const everythingOf = (page: Page): Promise<string> =>
    page.evaluate(async (id) => {
      const texts: string[] = [];
      // One after the other: nobody has more than two files made at a time.
      for (const kind of ['md', 'json', 'csv']) {
        const answer = await fetch(`/api/boards/${id}/export/${kind}`);
        if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
        texts.push(await answer.text());
      }
      return [...texts, document.body.textContent].join('\n');
    }, boardId);
  const say = async (page: Page, zone: string, words: string) => {
    await putByKeys(page, zone, words);
    await isSaved(page);
  };
  const send = async (words: string) => {
    await card.fill(words);
    await rik.page.getByRole('button', { name: 'Send to the board' }).tap();
    await expect(rik.page.getByRole('listitem').filter({ hasText: words })).toHaveAttribute('data-state', 'sent');
  };

  await shortenScript(team.get('Fatima') as Person, board);
  await fatima.reload();
  await boardIsThere(fatima);
  await facilitate(fatima, 'Start the session');
  await fatima.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click();

  await test.step('everybody is in the first phase, and follows', async () => {
    for (const name of writers) await expect(sessionOf(at(name))).toContainText('Open');
    await facilitate(fatima, 'Follow me');
    for (const name of writers) await expect(at(name).getByText('You follow Fatima', { exact: true })).toBeVisible();
    await fatima.getByRole('region', { name: 'Follow me' }).getByRole('button', { name: 'Stop' }).click();
  });

  await test.step('drafts are written alone: nobody sees another’s, in no file either, until all are shown', async () => {
    await goOn('Draft the problem');
    await writeAlone();
    for (const name of writers) await say(at(name), '1 Drafts', `Draft by ${name}`);
    await send('Draft from a phone');
    for (const name of ['Fatima', ...writers] as const) {
      const page = at(name);
      const parts = [await everythingOf(page), JSON.stringify(await shapesIn(page)), await storedIn(page)];
      const seen = parts.join('\n');
      const foreign = [
        ...writers.filter((other) => other !== name).map((other) => `Draft by ${other}`),
        'Draft from a phone',
      ];
      for (const words of foreign) expect(seen, `${words}, at ${name}`).not.toContain(words);
    }
    const atPhone = (await everythingOf(rik.page)) + (await storedIn(rik.page));
    for (const name of writers) expect(atPhone).not.toContain(`Draft by ${name}`);
    await next('Reveal everything').click();
    for (const name of ['Fatima', ...writers] as const)
      for (const words of [...writers.map((other) => `Draft by ${other}`), 'Draft from a phone'])
        await isThere(at(name), words);
    // The search finds what is there.
    expect(await everythingOf(fatima)).toContain('Draft by Anna');
    await expect.poll(() => storedIn(at('Kim'))).toContain('Draft by Anna');
  });

  await test.step('turns to speak go round the organisations', async () => {
    for (const name of ['Anna', 'Ada', 'Kim'] as const)
      await at(name).getByRole('button', { name: 'Raise your hand' }).click();
    await fatima.getByRole('button', { name: '3 hands up' }).click();
    const floor = fatima.getByRole('region', { name: 'Turns to speak' });
    await floor.getByRole('button', { name: 'Give the floor to Anna' }).click();
    await expect(floor.getByRole('listitem')).toContainText(['Kim', 'Ada']);
    await floor.getByRole('button', { name: 'Take down all hands' }).click();
    await floor.getByRole('button', { name: 'Finished' }).click();
    await fatima
      .getByRole('banner')
      .getByRole('button', { name: /people on this board/ })
      .click();
    await expect(floor).toHaveCount(0);
  });

  await test.step('the statement is asked for with five fingers, objections are heard', async () => {
    await goOn('Merge into one statement');
    await say(at('Samir'), '2 The tree Problem', 'Good food is binned while households lack it');
    await next('Fist to five').click();
    const dialog = fatima.getByRole('dialog', { name: 'Vote' });
    await dialog.getByLabel('What is the question?').fill('Can you live with this statement?');
    await dialog.getByRole('button', { name: 'Open the vote' }).click();
    for (const [name, answer] of [
      ['Anna', 4],
      ['Jonas', 3],
      ['Kim', 0],
    ] as const) {
      await openVote(at(name));
      await votePanel(at(name)).getByRole('radio').nth(answer).check({ force: true });
      await expect(votePanel(at(name)).locator('[data-ballot]')).toHaveText('Saved');
    }
    await next('Close the vote').click();
    await expect(votePanel(fatima, 'Votes')).toContainText('1 objection');
    await expect(votePanel(fatima, 'Votes')).toContainText('3 people voted');
    // What was agreed stays as it is.
    await next('Lock “Problem”').click();
  });

  await test.step('effects and causes, through a killed server in the middle of a phase', async () => {
    await goOn('Effects');
    await writeAlone();
    await say(at('Ada'), '2 The tree Direct effects', 'Families eat less fresh food');
    await expect(at('Ada').locator('[data-locked="shape:root-cause-tree/tree/trunk"] b')).toBeVisible();
    await server.kill('SIGKILL');
    await expect(at('Kim').getByText('No connection.')).toBeVisible();
    await server.restart();
    for (const name of ['Fatima', ...writers] as const)
      await expect(at(name).getByText('No connection.')).toHaveCount(0, { timeout: 45_000 });
    await say(at('Kim'), '2 The tree Direct effects', 'Shops pay for waste');
    await next('Reveal everything').click();
    for (const words of ['Families eat less fresh food', 'Shops pay for waste']) await isThere(at('Jonas'), words);
    await goOn('Direct causes');
    await writeAlone();
    await say(at('Jonas'), 'Direct causes', 'Shops close after the van has gone');
    await say(at('Samir'), 'Direct causes', 'Three partners read the rules in three ways');
    await send('The van is back at five');
    await next('Reveal everything').click();
    await isThere(fatima, 'The van is back at five');
  });

  await test.step('the causes are voted on, at the phone too', async () => {
    for (const phase of ['Break', 'Why again?', 'Gallery', 'Merge loops and doubles', 'Vote']) await goOn(phase);
    await next(/^Vote: \d dots each/).click();
    const dialog = fatima.getByRole('dialog', { name: 'Vote' });
    await dialog.getByLabel('What is the question?').fill('Which causes matter most?');
    await dialog.getByLabel('Where').selectOption({ label: '2 The tree' });
    await dialog.getByRole('button', { name: 'Open the vote' }).click();
    for (const name of ['Anna', 'Jonas'] as const) {
      await openVote(at(name));
      await votePanel(at(name)).getByRole('button', { name: 'A dot for “The van is back at five”' }).click();
      await expect(votePanel(at(name)).locator('[data-ballot]')).toHaveText('Saved');
    }
    await rik.page.getByRole('navigation', { name: 'On this board' }).getByRole('button', { name: /^Vote/ }).tap();
    await rik.page.getByRole('button', { name: 'A dot for “Shops close after the van has gone”' }).tap();
    await expect(voteBanner(fatima)).toContainText('3 people have voted');
    await next('Close the vote').click();
    await expect(votePanel(fatima, 'Votes').getByRole('listitem').first()).toContainText(
      'The van is back at five2 dots',
    );
  });

  await test.step('the decision is put down, the last phase closes the session, and the report has it all', async () => {
    await goOn('Choose the root causes');
    await next('Record the decision').click();
    const dialog = fatima.getByRole('dialog', { name: 'Record a decision' });
    await dialog.getByLabel('What was decided?').fill('We work on the routes first');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await goOn('Close');
    await facilitate(fatima, 'End the session');
    await fatima.getByRole('alertdialog').getByRole('button', { name: 'End the session' }).click();
    for (const name of writers) await expect(sessionOf(at(name))).toHaveCount(0);
    await isSaved(fatima);
    await fatima.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    const download = fatima.waitForEvent('download', { timeout: 90_000 });
    await fatima.getByRole('dialog').getByRole('button', { name: 'Download' }).click();
    const path = info.outputPath('report.pdf');
    await (await download).saveAs(path);
    const { text } = readPdf(path);
    const said = text.replace(/\s+/g, ' ');
    for (const words of [
      'We work on the routes first',
      'Draft by Kim',
      'Draft from a phone',
      'The van is back at five',
    ])
      expect(said).toContain(words);
  });
  for (const { complaints } of [...team.values(), rik]) expect(complaints).toEqual([]);
  for (const { context } of [...team.values(), rik]) await context.close();
});
