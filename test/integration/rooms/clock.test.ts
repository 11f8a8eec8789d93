import { describe, expect, it } from 'vitest';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import { ManualClock } from '../../unit/rooms/manual-clock.ts';
import { join, makeBoard, makeWorkshop, startServer } from '../http/server.ts';
import { Program } from './program.ts';
import { startSyncServer } from './server.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

describe('a wall clock that jumps', () => {
  it.each([
    ['forward', DAY_MS],
    ['back', -DAY_MS],
  ])('[RELY20] a day %s, closes no connection and stops no heartbeat', async (_name, jumpMs) => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard();
    const { token } = await server.join();
    const program = await new Program({ address: server.address, room, token }).synced();
    clock.jump(jumpMs);
    for (let n = 1; n <= 5; n++) {
      const said = program.all('awareness').length;
      await clock.pass(15_000);
      await program.until('a ping', () => program.pings === n);
      await program.until('a word', () => program.all('awareness').length > said);
      // What comes back behind the pong shows that this has arrived.
      await program.synced();
    }
    expect(program.code).toBeNull();
  });

  it.each([
    ['forward', DAY_MS],
    ['back', -DAY_MS],
  ])('[RELY20] a day %s, keeps nobody whose line has gone dark', async (_name, jumpMs) => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard();
    const { token } = await server.join();
    const socket = { autoPong: false };
    const program = await new Program({ address: server.address, room, token, socket }).synced();
    clock.jump(jumpMs);
    await clock.pass(44_000);
    expect(program.code).toBeNull();
    await clock.pass(2_000);
    expect(await program.closed()).toBe(1006);
  });

  it('[RELY20] connections of the whole server go by its one clock', async () => {
    const clock = new ManualClock();
    const server = await startServer({ clock });
    const made = await makeWorkshop(server);
    const { token } = await join(server, made, 'facilitator');
    const room = formatRoomName({ layer: 'shared', boardId: await makeBoard(server, made, token) });
    const socket = { autoPong: false };
    const program = await new Program({ address: server.address, room, token, socket }).synced();
    await clock.pass(44_000);
    expect(program.code).toBeNull();
    await clock.pass(2_000);
    expect(await program.closed()).toBe(1006);
  });
});
