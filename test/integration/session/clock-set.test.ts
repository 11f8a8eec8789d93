import { expect, it } from 'vitest';
import { CommandResponse } from '../../../shared/api/session-state.ts';
import { recordsOf } from '../../../shared/board/document.ts';
import { joinRecord } from '../../../shared/board/groups.ts';
import { RoundId } from '../../../shared/protocol/ids.ts';
import { formatRoomName } from '../../../shared/protocol/room-name.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { leftMs } from '../../../shared/session/timer.ts';
import { revealAfterMs } from '../../../shared/session/transition.ts';
import { noteGroups } from '../../support/notes.ts';
import { SetClock } from '../../support/set-clock.ts';
import { ManualClock } from '../../unit/rooms/manual-clock.ts';
import { makeBoard } from '../http/server.ts';
import { Program } from '../rooms/program.ts';
import { command, personIn, type SomePerson, startAgain, startWorkshop } from './support.ts';

const day = 24 * 60 * 60_000;
const minute = 60_000;
const second = 1_000;

/** What a page shows that has asked for the session and the time with it. */
async function shown({ server, workshopId, people }: Awaited<ReturnType<typeof startWorkshop>>) {
  const bearer = people.viewer.token;
  const answer = await server.call('GET', `/api/workshops/${workshopId}/session`, { bearer });
  const { session, nowMs } = CommandResponse.parse(answer.json());
  return { session, nowMs, minutes: session.timer && Math.ceil(leftMs(session.timer, nowMs) / minute) };
}

for (const [way, jumpMs] of [
  ['forward', day],
  ['back', -day],
] as const) {
  it(`[TMR6] a server whose clock is set ${way} by a day lets a timer run on as it was, also when it is paused and goes on`, async () => {
    const clock = new ManualClock();
    const stage = await startWorkshop({ clock });
    await command(stage, { type: 'timer.start', lengthMs: 6 * minute });
    const before = await shown(stage);
    await clock.pass(2 * minute);
    clock.jump(jumpMs);
    const after = await shown(stage);
    expect([before.minutes, after.minutes]).toEqual([6, 4]);
    // Pages that have asked before go by the same time still.
    expect(after.nowMs - before.nowMs).toBe(2 * minute);
    await command(stage, { type: 'timer.pause' });
    await command(stage, { type: 'timer.resume' });
    await command(stage, { type: 'timer.add', byMs: minute });
    expect((await shown(stage)).minutes).toBe(5);
    // Once nothing goes by it any more, the time of day is what the computer says.
    await command(stage, { type: 'timer.stop' });
    expect((await shown(stage)).nowMs).toBe(clock.nowMs());
  });

  it(`[TMR8] where the clock is set ${way} by a day, hands, turns and the bringing of groups go by the time that pages were told`, async () => {
    const clock = new ManualClock();
    const stage = await startWorkshop({ clock });
    const lead = await personIn(stage, 'facilitator', 'Lea', 'Wells');
    const ana = await personIn(stage, 'participant', 'Ana', 'Aqua');
    const boardId = await makeBoard(stage.server, stage.made, stage.people.facilitator.token, 'root-cause-tree');
    const { address } = stage.server;
    const headers = { cookie: `cb_session=${ana.cookie}`, origin: address };
    const room = formatRoomName({ layer: 'shared', boardId });
    const main = await new Program({ address, room, headers }).synced();
    const records = [...recordsOf(main.doc)].map(([id, groups]) => joinRecord(id, groups));
    const frameId = records.find((record) => record?.type === 'frame')?.id ?? 'none';
    await lead.does({ type: 'timer.start', lengthMs: 60 * minute });
    const { nowMs: beganMs } = await shown(stage);
    clock.jump(jumpMs);
    const timesOf = async (what: Command, from: SomePerson) => {
      clock.work(second);
      return (await from.does(what)).floor;
    };
    expect((await timesOf({ type: 'hand.raise' }, ana)).hands[0]?.sinceMs).toBe(beganMs + second);
    const { speaking } = await timesOf({ type: 'floor.give', participantId: ana.id }, lead);
    expect(speaking?.sinceMs).toBe(beganMs + 2 * second);
    const { round } = await timesOf({ type: 'round.begin', boardId }, lead);
    expect(round.map(({ sinceMs }) => sinceMs)).toEqual([beganMs + 3 * second]);
    const started = await lead.does({ type: 'breakouts.start', boardId, frameId, groups: [[ana.id], [lead.id]] });
    const { id } = started.breakouts[0] ?? { id: RoundId.parse('n'.repeat(21)) };
    const { breakouts } = await lead.does({ type: 'breakouts.merge', id, isLast: true });
    expect(breakouts[0]?.bringing?.atMs).toBe(beganMs + 3 * second + revealAfterMs);
    await clock.pass(revealAfterMs - 1);
    expect((await shown(stage)).session.breakouts[0]?.bringing?.isLast).toBe(true);
    await clock.pass(1);
    await main.until(
      'the end of the groups',
      () => main.all('session').at(-1)?.session.breakouts[0]?.endedAtMs !== null,
    );
    const { session } = await shown(stage);
    expect(session.breakouts[0]?.endedAtMs).toBe(beganMs + 3 * second + revealAfterMs);
  });

  it(`[TMR7] a server that starts again after its clock was set ${way} reveals what it had announced, and gives no timer more than it was set for`, async () => {
    const clock = new SetClock();
    const stage = await startWorkshop({ clock });
    const { people, boardId, room } = stage;
    await command(stage, { type: 'private-writing.start', boardId, isAnonymous: false });
    const { token, participant } = people.participant;
    const own = formatRoomName({ layer: 'own', boardId, participantId: participant.id });
    const anna = await new Program({ address: stage.server.address, room: own, token }).synced();
    recordsOf(anna.doc).set('shape:a', noteGroups('shape:a', 'Alone'));
    await anna.acknowledged(1);
    await command(stage, { type: 'timer.start', lengthMs: 6 * minute });
    await command(stage, { type: 'private-writing.reveal', boardId });
    clock.jump(jumpMs);
    const server = await startAgain(stage, { clock });
    const reader = await new Program({ address: server.address, room, token: people.viewer.token }).synced();
    await reader.until('the revealing', () => recordsOf(reader.doc).has('shape:a'));
    const { session, minutes } = await shown({ ...stage, server });
    const endsAtMs = session.timer?.status === 'running' ? session.timer.endsAtMs : 0;
    expect(endsAtMs - clock.nowMs()).toBeLessThanOrEqual(6 * minute);
    expect(minutes).toBe(jumpMs < 0 ? 6 : Math.ceil((6 * minute - day) / minute));
  });
}
