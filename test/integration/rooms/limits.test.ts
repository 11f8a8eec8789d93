import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { recordsOf } from '../../../shared/board/document.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import { SyncType } from '../../../shared/protocol/messages.ts';
import { noteGroups } from '../../support/notes.ts';
import { attackedBoard, hostileUpdates } from '../../unit/rooms/hostile-updates.ts';
import { ManualClock } from '../../unit/rooms/manual-clock.ts';
import { awarenessFrame, syncFrame } from '../../unit/rooms/peer.ts';
import { Program } from './program.ts';
import { startSyncServer } from './server.ts';

const nothing = syncFrame(SyncType.update, Uint8Array.of(0, 0));

/** By this clock an edit takes as long as it says, or a few times that: each look at the time of day while it is dealt with does. */
class BusyClock extends ManualClock {
  editMs = 0;

  override nowMs(): number {
    this.work(this.editMs);
    return super.nowMs();
  }
}

async function startBusyServer() {
  const clock = new BusyClock();
  const server = await startSyncServer({ clock });
  const room = await server.createBoard();
  const { token } = await server.join();
  const program = await new Program({ address: server.address, room, token }).synced();
  return { clock, program };
}

describe('a program that wants too much', () => {
  it('[WIRE18] a burst is let through, more is slowed down and all of it dealt with', async () => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard();
    const { token } = await server.join();
    const program = await new Program({ address: server.address, room, token }).synced();
    for (let n = 0; n < 2_500; n++) program.say(nothing);
    // One token went for the question of the join.
    await program.acknowledged(1_999);
    await clock.pass(500);
    await program.acknowledged(2_100);
    await clock.pass(2_000);
    await program.acknowledged(2_500);
    expect(program.code).toBeNull();
  });

  it('[WIRE18] whoever stays over the rate for 5 s is closed with 4413; others are not held up', async () => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard();
    const [{ token }, { token: quiet }] = [await server.join(), await server.join()];
    const program = await new Program({ address: server.address, room, token }).synced();
    const other = await new Program({ address: server.address, room, token: quiet }).synced();
    // What would still wait after 5 s is a flood (RELY29): the rest comes later.
    for (let n = 0; n < 3_000; n++) program.say(nothing);
    await program.acknowledged(1_999);
    other.create('shape:other');
    await other.acknowledged(1);
    await clock.pass(2_500);
    for (let n = 0; n < 1_000; n++) program.say(nothing);
    await program.acknowledged(2_700);
    await clock.pass(2_400);
    expect(program.code).toBeNull();
    await clock.pass(200);
    expect(await program.closed()).toBe(CloseCode.limits);
    expect(program.acks).toBeLessThan(4_000);
  });

  it('[RELY29] whoever has more waiting than the rate lets through in 5 s is closed at once; cursors do not count', async () => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard();
    const [{ token }, { token: quiet }] = [await server.join(), await server.join()];
    const stock = await new Program({ address: server.address, room, token: quiet }).synced();
    for (let n = 0; n < 2_001; n++) stock.say(nothing);
    for (let n = 0; n < 3_000; n++) stock.say(awarenessFrame([[1, n, {}]]));
    await stock.acknowledged(1_999);
    const flooding = await new Program({ address: server.address, room, token }).synced();
    for (let n = 0; n < 10_000; n++) flooding.say(nothing);
    expect(await flooding.closed()).toBe(CloseCode.limits);
    await clock.pass(1_000);
    await stock.acknowledged(2_001);
    expect(stock.code).toBeNull();
  });

  it('[WIRE18] a large message counts as many small ones', async () => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const board = new Y.Doc();
    for (let n = 0; n < 200; n++) recordsOf(board).set(`shape:${n}`, noteGroups(`shape:${n}`, 'x'.repeat(2_000)));
    const room = await server.createBoard(Y.encodeStateAsUpdate(board));
    const { token } = await server.join();
    const program = await new Program({ address: server.address, room, token }).synced();
    // The server has all of it: only its size counts.
    const whole = syncFrame(SyncType.update, Y.encodeStateAsUpdate(program.doc));
    const burst = Math.ceil(1_999 / Math.ceil(whole.length / 4_096));
    expect(burst).toBeLessThan(40);
    for (let n = 0; n < 40; n++) program.say(whole);
    await program.acknowledged(burst);
    await fetch(server.address);
    expect(program.acks).toBe(burst);
    await clock.pass(4_000);
    await program.until('more of them', () => program.acks > burst);
    expect(program.code).toBeNull();
  });

  it('[WIRE18b] a message that takes long counts as many: more of them are slowed down, and then their sender is closed', async () => {
    const { clock, program } = await startBusyServer();
    clock.editMs = 20;
    for (let n = 0; n < 1_000; n++) program.create(`shape:${n}`);
    await program.acknowledged(10);
    await clock.pass(1_000);
    expect(program.acks).toBeLessThan(80);
    expect(program.code).toBeNull();
    await clock.pass(5_000);
    expect(await program.closed()).toBe(CloseCode.limits);
    expect(program.acks).toBeLessThan(150);
  });

  it('[WIRE18b] one message that takes very long holds up nothing that comes behind it', async () => {
    const { clock, program } = await startBusyServer();
    clock.editMs = 10_000;
    program.create('shape:dear');
    await program.acknowledged(1);
    for (let n = 0; n < 900; n++) program.say(nothing);
    await program.acknowledged(901);
    expect(program.code).toBeNull();
  });

  it('[WIRE18] what others’ presence makes a stock client echo counts against no rate', async () => {
    const clock = new ManualClock();
    const server = await startSyncServer({ clock });
    const room = await server.createBoard();
    const { token } = await server.join();
    const program = await new Program({ address: server.address, room, token }).synced();
    for (let n = 0; n < 5_000; n++) program.say(awarenessFrame([[n, 1, null]]));
    program.say(nothing);
    await program.acknowledged(1);
    expect(program.code).toBeNull();
  });

  it('[WIRE19] whoever asks and does not read is cut off before much waits for them', async () => {
    const server = await startSyncServer({ limits: { connection: { bufferedMaxBytes: 300_000 } } });
    const board = new Y.Doc();
    for (let n = 0; n < 20; n++)
      recordsOf(board).set(`shape:${n}`, new Y.Map([['props', { text: 'x'.repeat(20_000) }]]));
    const room = await server.createBoard(Y.encodeStateAsUpdate(board));
    const [greedy, modest] = [await server.join(), await server.join()];
    const program = await new Program({ address: server.address, room, token: greedy.token }).synced();
    const other = await new Program({ address: server.address, room, token: modest.token }).synced();
    program.ws.pause();
    const question = syncFrame(SyncType.step1, Y.encodeStateVector(new Y.Doc()));
    for (let n = 0; n < 300; n++) program.say(question);
    await server.logged(
      'the cut',
      ({ msg, sessionId }) => msg === 'connection.closed' && sessionId === greedy.sessionId,
    );
    other.create('shape:other');
    await other.acknowledged(1);
    expect(other.code).toBeNull();
    program.ws.terminate();
  });

  it('[WIRE19] a board larger than what may wait arrives whole', async () => {
    const server = await startSyncServer({ limits: { connection: { bufferedMaxBytes: 300_000 } } });
    const board = new Y.Doc();
    for (let n = 0; n < 400; n++)
      recordsOf(board).set(`shape:${n}`, new Y.Map([['props', { text: 'x'.repeat(20_000) }]]));
    const room = await server.createBoard(Y.encodeStateAsUpdate(board));
    const { token } = await server.join();
    const program = await new Program({ address: server.address, room, token }).synced();
    expect(program.recordIds).toHaveLength(400);
    program.create('shape:more');
    await program.acknowledged(1);
  });
});

describe('hostile updates', () => {
  it('[GRD7] each closes its sender and is neither stored nor forwarded; the room goes on', {
    timeout: 60_000,
  }, async () => {
    const server = await startSyncServer();
    const room = await server.createBoard(Y.encodeStateAsUpdate(attackedBoard()));
    const [{ token }, { token: other }] = [await server.join(), await server.join()];
    const bystander = await new Program({ address: server.address, room, token: other }).synced();
    const before = await server.storage.log.load(room);
    for (const { name, update } of hostileUpdates) {
      const attacker = await new Program({ address: server.address, room, token }).synced();
      attacker.say(syncFrame(SyncType.update, update));
      expect([CloseCode.refused, CloseCode.limits], name).toContain(await attacker.closed());
      expect(attacker.all('ack'), name).toEqual([]);
    }
    expect(await server.storage.log.load(room)).toEqual(before);
    expect(bystander.all('update')).toEqual([]);
    bystander.create('shape:fine');
    await bystander.acknowledged(1);
    const late = await new Program({ address: server.address, room, token }).synced();
    expect(late.recordIds).toEqual(['shape:fine', 'shape:note']);
    expect(await server.storedIds(room)).toEqual(['shape:fine', 'shape:note']);
    const events = server.events.map(({ msg }) => msg);
    expect(events.filter((msg) => msg === 'message.refused')).toHaveLength(hostileUpdates.length);
    expect(events).not.toContain('room.broken');
  });

  it('[GRD7] refused as a sync step 2 as well', async () => {
    const server = await startSyncServer();
    const room = await server.createBoard(Y.encodeStateAsUpdate(attackedBoard()));
    const { token } = await server.join();
    const names = ['maps 3,000 deep', 'a gap before it', '__proto__ as a record', 'a record as a list'];
    const chosen = hostileUpdates.filter(({ name }) => names.includes(name));
    expect(chosen).toHaveLength(names.length);
    for (const { update } of chosen) {
      const attacker = await new Program({ address: server.address, room, token }).synced();
      attacker.say(syncFrame(SyncType.step2, update));
      expect(await attacker.closed()).toBe(CloseCode.refused);
    }
    expect(await server.storedIds(room)).toEqual(['shape:note']);
  });
});
