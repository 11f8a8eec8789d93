import { expect, it } from 'vitest';
import { BoardId } from '../../../shared/protocol/ids.ts';
import { lockLimits } from '../../../shared/protocol/limits.ts';
import { Agenda, type Phase } from '../../../shared/session/agenda.ts';
import { noRules, rulesFor } from '../../../shared/session/rules.ts';
import { firstSession, Session } from '../../../shared/session/session.ts';
import { type SessionCommand, transition, withoutBoard } from '../../../shared/session/transition.ts';

const boardId = BoardId.parse('b'.repeat(21));
const other = BoardId.parse('o'.repeat(21));

const set = (place: string | null, isLocked = true, on = boardId): SessionCommand => ({
  ...{ type: 'lock.set', boardId: on, place, isLocked },
});
const after = (...commands: readonly SessionCommand[]): Session =>
  commands.reduce((session, command) => {
    const made = transition(session, command, 1);
    if (made.status === 'refused') throw new Error(`${command.type}: ${made.code}`);
    expect(Session.parse(made.session)).toEqual(made.session);
    return made.session;
  }, firstSession);

it('[LOK1] what is locked is known once, in the order of locking, and asked for twice it is the same state', () => {
  const locked = after(set('who'), set(null), set('who/cards', true, other));
  expect(locked.locks).toEqual([
    { boardId, place: 'who' },
    { boardId, place: null },
    { boardId: other, place: 'who/cards' },
  ]);
  const again = transition(locked, set('who'), 2);
  expect(again).toEqual({ status: 'next', session: locked });
  expect(transition(locked, set('what', false), 2)).toEqual({ status: 'next', session: locked });
  expect(after(set('who'), set('what'), set('who', false)).locks).toEqual([{ boardId, place: 'what' }]);
});

it('[LOK1] no more is locked than is told to everybody; what is locked can be unlocked then', () => {
  const full = after(...Array.from({ length: lockLimits.locksMax }, (_, at) => set(`frame${at}`)));
  expect(transition(full, set('more'), 2)).toEqual({ status: 'refused', code: 'locks-full' });
  expect(transition(full, set('frame7'), 2)).toEqual({ status: 'next', session: full });
  expect(transition(full, set('frame7', false), 2)).toMatchObject({ status: 'next' });
});

it('[LOK1] a board that goes takes its locks along, and no others', () => {
  const locked = after(set('who'), set(null), set('who', true, other));
  expect(withoutBoard(locked, boardId, 2).locks).toEqual([{ boardId: other, place: 'who' }]);
});

const phase = (id: string, allows: Phase['allows']): Phase => ({
  ...{ id, scripted: null, title: id, prompt: null, minutes: 5, place: null, tools: [], allows },
});
const agenda = [phase('a', 'all'), phase('b', 'own'), phase('c', 'look')];
const start = (phaseId: string): SessionCommand => ({ type: 'run.start', boardId, agenda, phaseId });

it('[LOK6] what participants may do follows the phase and the locks of the board; who leads may everything', () => {
  const at = (session: Session, on = boardId) => rulesFor('participant', session, on);
  expect(at(firstSession)).toEqual(noRules);
  expect(at(after(start('a')))).toEqual(noRules);
  expect(at(after(start('b')))).toEqual({ ...noRules, isOwnOnly: true });
  expect(at(after(start('c')))).toEqual({ ...noRules, whole: 'phase-look' });
  expect(at(after(start('c')), other)).toEqual(noRules);
  expect(at(after(start('b'), { type: 'phase.set', boardId, phaseId: 'a' }))).toEqual(noRules);
  expect(at(after(start('c'), { type: 'run.end', boardId }))).toEqual(noRules);
  expect(at(after(start('b'), set('who'), set('what/why')))).toEqual({
    ...{ whole: null, isNewPrivate: false, isOwnOnly: true, places: new Set(['who', 'what/why']) },
  });
  expect(at(after(start('c'), set(null)))).toMatchObject({ whole: 'board-locked' });
  expect(at(after(set('who', true, other)))).toEqual(noRules);
  expect(rulesFor('facilitator', after(start('c'), set(null)), boardId)).toEqual(noRules);
});

it('[LOK6] phases and sessions that were kept before there was a choice allow everything', () => {
  const { allows: _, ...old } = phase('a', 'look');
  expect(Agenda.parse([old])).toEqual([phase('a', 'all')]);
});
