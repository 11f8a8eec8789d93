import { expect, test } from '@playwright/test';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { seriousIssues } from './support/axe.ts';
import { heard, listen } from './support/listen.ts';
import { arrive, boardIsThere } from './support/person.ts';
import { come, readyBoard } from './support/ready-board.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server?.stop());

test('[WAI20] where the door asks first, a guest waits until somebody on the board lets them in, and comes in by themselves', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima');
  const workshop = await fatima.context.newPage();
  await workshop.goto(board.path.replace(/\/board\/.*/, ''));
  await workshop.getByRole('button', { name: 'Let people wait first' }).click();
  await expect(workshop.getByText('The door asks first')).toBeVisible();

  const anna = await arrive(browser, server.address, { viewport: { width: 390, height: 844 } });
  await listen(anna.page);
  await anna.page.goto(board.link);
  await anna.page.getByLabel('Your name').fill('Anna');
  await anna.page.getByLabel('Your organisation').fill('De Schakel Food Aid');
  await anna.page.getByRole('button', { name: 'Ask to come in' }).click();
  await expect(anna.page.getByRole('heading', { name: 'One moment, Anna' })).toBeFocused();
  expect(await seriousIssues(anna.page)).toEqual([]);

  const door = fatima.page.getByRole('region', { name: 'Waiting to be let in' });
  await expect(door.getByText('Anna, De Schakel Food Aid')).toBeVisible();
  await expect.poll(() => heard(fatima.page)).toContain('Anna of De Schakel Food Aid wants to come in.');
  expect(await seriousIssues(fatima.page)).toEqual([]);
  await expect(workshop.getByRole('region', { name: 'Waiting to be let in' })).toBeVisible();
  await door.getByRole('button', { name: 'Let in: Anna' }).click();
  await expect(door).toBeHidden();
  await expect(anna.page).toHaveURL(/\/board\//);
  expect([...fatima.complaints, ...anna.complaints]).toEqual([]);
});

test('[WAI21] several are let in at once; whoever is told not now reads so and asks again; who waits outlives a restart', async ({
  browser,
}) => {
  const board = await readyBoard(server.address, 'root-cause-tree');
  const fatima = await come(browser, server.address, board, 'Fatima', { expected: /WebSocket|ERR_CONNECTION|502|503/ });
  const answer = await fatima.context.request.post(
    `${server.address}/api/workshops/${board.path.split('/')[2]}/commands`,
    { headers: { origin: server.address }, data: { commandId: 'd'.repeat(21), type: 'door.set', door: 'asks' } },
  );
  expect(answer.status()).toBe(200);
  const knock = async (name: string) => {
    const guest = await arrive(browser, server.address, { expected: /40[34]|WebSocket|ERR_CONNECTION/ });
    await guest.page.goto(board.link);
    await guest.page.getByLabel('Your name').fill(name);
    await guest.page.getByLabel('Your organisation').fill('Korf Supermarkets');
    await guest.page.getByRole('button', { name: 'Ask to come in' }).click();
    await expect(guest.page.getByRole('heading', { name: `One moment, ${name}` })).toBeVisible();
    return guest;
  };
  const jonas = await knock('Jonas');
  const door = fatima.page.getByRole('region', { name: 'Waiting to be let in' });
  await door.getByRole('button', { name: 'Not now: Jonas' }).click();
  await expect(jonas.page.getByText('You were not let in')).toBeVisible();
  await expect(jonas.page.getByLabel('Your name')).toHaveValue('Jonas');
  await jonas.page.getByRole('button', { name: 'Ask to come in' }).click();
  await expect(door.getByText('Jonas, Korf Supermarkets')).toBeVisible();

  const sam = await knock('Sam');
  await server.kill('SIGKILL');
  await server.restart();
  await expect(door.getByText('2 people want to come in')).toBeVisible({ timeout: 45_000 });
  await door.getByRole('button', { name: 'Let all in' }).click();
  for (const guest of [jonas, sam]) await boardIsThere(guest.page, 30_000);
});
