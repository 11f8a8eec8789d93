import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import { hashToken } from '../../../server/access/tokens.ts';
import { enteredKeptMs, keptMs, shownMs, WaitingRoom, waitingMax } from '../../../server/session/waiting-room.ts';
import { SessionId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { ManualClock } from '../rooms/manual-clock.ts';

const here = WorkshopId.parse(nanoid());
const elsewhere = WorkshopId.parse(nanoid());

function start() {
  const clock = new ManualClock();
  const told: string[][] = [];
  const room = new WaitingRoom({
    clock,
    onChange: (workshopId, guests) => workshopId === here && told.push(guests.map(({ name }) => name)),
  });
  const knock = (name: string, workshopId = here): string => {
    const ticket = room.knock({
      ...{ workshopId, linkHash: hashToken('link'), role: 'participant', name, organisation: 'Wells' },
      ...{ nameInReport: undefined, remote: undefined, bearer: false },
    });
    if (ticket === null) throw new Error('full');
    return ticket;
  };
  const names = () => room.list(here).map(({ name }) => name);
  return { clock, room, knock, names, told };
}

it('[WAI1] who knocks waits in the order of coming, with a ticket of their own, before the door of their workshop only', () => {
  const { room, knock, names, told } = start();
  const tickets = [knock('Ana'), knock('Ben'), knock('Far', elsewhere)];
  expect(new Set(tickets).size).toBe(3);
  expect(names()).toEqual(['Ana', 'Ben']);
  expect(room.list(elsewhere).map(({ name }) => name)).toEqual(['Far']);
  expect(told).toEqual([['Ana'], ['Ana', 'Ben']]);
  expect(JSON.stringify(room.list(here))).not.toContain(tickets[0]);
});

it('[WAI1] an answer is for the one it names or for all who wait, holds, and takes them off the list', () => {
  const { room, knock, names } = start();
  const [ana, ben, cat] = [knock('Ana'), knock('Ben'), knock('Cat')];
  const [first] = room.list(here);
  if (first === undefined) throw new Error('nobody waits');
  room.answer(elsewhere, first.id, 'admit');
  expect(room.ask(ana)?.answer).toBeNull();
  room.answer(here, first.id, 'decline');
  room.answer(here, null, 'admit');
  expect([ana, ben, cat].map((ticket) => room.ask(ticket)?.answer)).toEqual(['decline', 'admit', 'admit']);
  expect(names()).toEqual([]);
  room.forget(ana);
  expect(room.ask(ana)).toBeNull();
});

it('[WAI1] whose page asks no more waits no more, and those who lead are told; who was answered may hear of it for an hour', async () => {
  const { clock, room, knock, names, told } = start();
  const [ana, ben, cat] = [knock('Ana'), knock('Ben'), knock('Cat')];
  room.answer(here, room.list(here)[2]?.id ?? null, 'admit');
  await clock.pass(shownMs - 5_000);
  room.ask(ben);
  await clock.pass(10_001);
  expect(names()).toEqual(['Ben']);
  expect(told.at(-1)).toEqual(['Ben']);
  expect(room.ask(ana)).toBeNull();
  expect(room.ask(cat)?.answer).toBe('admit');
  await clock.pass(keptMs + 10_000);
  expect(room.ask(cat)).toBeNull();
  expect(clock.waiting).toBe(0);
});

it('[WAI1] so many wait before one door, and no more', () => {
  const { room, knock } = start();
  for (let count = 0; count < waitingMax; count++) knock(`Guest ${count}`);
  expect(() => knock('One too many')).toThrow('full');
  knock('Elsewhere', elsewhere);
  room.answer(here, null, 'admit');
  knock('There is room again');
});

it('[WAI4] whoever is in waits no more, and hears of it again for ten minutes, however often their page asks', async () => {
  const { clock, room, knock, names } = start();
  const ana = knock('Ana');
  const sessionId = SessionId.parse(nanoid());
  room.enter(ana, sessionId);
  expect(names()).toEqual([]);
  await clock.pass(enteredKeptMs - 5_000);
  expect(room.ask(ana)?.entered).toBe(sessionId);
  await clock.pass(10_001);
  expect(room.ask(ana)).toBeNull();
});
