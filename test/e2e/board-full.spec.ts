import { once } from 'node:events';
import { expect, type Page, test } from '@playwright/test';
import { WebSocket } from 'ws';
import { capacityLimits } from '../../shared/protocol/limits.ts';
import { Subprotocol } from '../../shared/protocol/messages.ts';
import { joinAsProgram } from '../support/api.ts';
import { startBadNetwork } from '../support/bad-network.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { arrive, boardIsThere, canWrite, isSaved, writeNote } from './support/person.ts';
import { openAs, type ReadyBoard, readyBoard } from './support/ready-board.ts';
import { leave, place, shown } from './support/two-people.ts';

let server: ProductionServer;
test.beforeAll(async () => {
  server = await startProductionServer();
});
test.afterAll(() => server.stop());

/** A program's place on the board, taken once the server has said something on it. */
async function takePlace(board: ReadyBoard, token: string): Promise<WebSocket> {
  const [, , , , boardId] = board.path.split('/');
  const address = `${server.address.replace(/^http/, 'ws')}/sync/board/${boardId}`;
  const socket = new WebSocket(address, [Subprotocol.v1, `${Subprotocol.bearerPrefix}${token}`]);
  await once(socket, 'message');
  return socket;
}

const picture = (page: Page, name: string) =>
  process.env.FULL_PICTURES === undefined
    ? Promise.resolve()
    : page.screenshot({ path: `${process.env.FULL_PICTURES}/${name}.png` }).then(() => undefined);

test('[PAGE33][WIRE25] a full board says so, lets one in by itself, and keeps what is written while its place is taken', async ({
  browser,
}) => {
  const network = await startBadNetwork(server.address);
  const board = await readyBoard(server.address, 'root-cause-tree');
  const { token } = await joinAsProgram(server.address, board.tokens.viewer);
  const crowd: WebSocket[] = [];
  while (crowd.length < capacityLimits.perBoardMax)
    crowd.push(...(await Promise.all(Array.from({ length: 50 }, () => takePlace(board, token)))));
  const leaveOne = () => crowd.pop()?.close();

  const anna = await arrive(browser, network.address, { expected: /net::ERR_/ });
  const { page } = anna;
  await openAs(anna, network.address, board, 'Anna');
  const full = page.getByRole('heading', { name: 'This board is full at the moment' });
  await expect(full).toBeVisible();
  await expect(page.getByRole('alert').getByRole('link', { name: 'To the workshop' })).toBeVisible();
  await expect(page.locator('.tl-canvas')).toHaveCount(0);
  await picture(page, 'full');
  leaveOne();
  await boardIsThere(page, 30_000);
  await expect(full).toBeHidden();
  await canWrite(page);
  await isSaved(page);

  // Her line is cut, and somebody else has her place when she is back.
  network.become('gone');
  await expect(page.getByText('No connection.').first()).toBeVisible();
  crowd.push(await takePlace(board, token));
  network.become('fine');
  const banner = page.locator('p').filter({ hasText: 'The board is full at the moment.' }).first();
  await expect(banner).toBeVisible({ timeout: 30_000 });
  await writeNote(page, place, 'Written outside');
  await picture(page, 'full-again');
  leaveOne();
  await isSaved(page);
  await expect(banner).toBeHidden();
  await expect(shown(page, 'Written outside')).toBeVisible();
  for (const socket of crowd) socket.terminate();
  await leave(anna);
  await network.stop();
});
