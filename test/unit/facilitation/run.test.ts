import { expect, test } from 'vitest';
import { type NextMove, nextMove } from '../../../client/facilitation/run/next-move.ts';
import { comingAlong } from '../../../client/pages/board/run/coming-along.ts';
import { scriptOf } from '../../../shared/method/guide/agenda.ts';
import { phaseFrame, phasePrompts, phaseTitle } from '../../../shared/method/guide/phase-words.ts';
import { rootCauseTreeGuide } from '../../../shared/method/guide/root-cause-tree.ts';
import { BoardId, ParticipantId, RoundId } from '../../../shared/protocol/ids.ts';
import type { Phase } from '../../../shared/session/agenda.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import { revealed, type SessionCommand, transition } from '../../../shared/session/transition.ts';

const boardId = BoardId.parse('b'.repeat(21));
const other = BoardId.parse('o'.repeat(21));
const agenda = scriptOf(rootCauseTreeGuide);

function after(session: Session, ...commands: readonly SessionCommand[]): Session {
  return commands.reduce((before, command) => {
    const made = transition(before, command, 1_000);
    if (made.status === 'refused') throw new Error(`${command.type}: ${made.code}`);
    return made.session;
  }, session);
}

const begin = (phaseId: string, phases = agenda): Session =>
  after(firstSession, { type: 'run.start', boardId, phaseId, agenda: phases });
const kindOf = (move: NextMove | null) => move?.kind ?? null;

test('[RUN70] the next step is what is under way, then what the phase has left, then the next phase', () => {
  const drafts = begin('s1');
  expect(nextMove(drafts, boardId, false)).toEqual({ kind: 'write', isAnonymous: false, minutes: 6 });
  const writing = after(drafts, { type: 'private-writing.start', boardId, isAnonymous: false });
  expect(nextMove(writing, boardId, false)).toEqual({ kind: 'reveal', isRevealing: false });
  const revealing = after(writing, { type: 'private-writing.reveal', boardId });
  expect(nextMove(revealing, boardId, false)).toEqual({ kind: 'reveal', isRevealing: true });
  const shown = revealed(revealing);
  expect(nextMove(shown, boardId, false)).toEqual({ kind: 'round' });
  const heard = after(shown, { type: 'round.begin', boardId, people: [] });
  expect(nextMove(heard, boardId, false)).toEqual({ kind: 'phase', phase: agenda[2] });
});

test('[RUN71] a vote is opened as the phase has it and closed before anything else', () => {
  const vote = begin('s9');
  expect(nextMove(vote, boardId, false)).toEqual({ kind: 'dots', dots: 5 });
  const id = RoundId.parse('r'.repeat(21));
  const open = after(vote, {
    ...{ type: 'voting.open', boardId, id, question: 'Which first?', isOpen: false },
    ...{ method: { type: 'dots', perPerson: 5, perCard: 2 }, scope: { frameId: null, kind: null } },
  });
  expect(nextMove(open, boardId, false)).toEqual({ kind: 'close-vote', roundId: id });
  expect(kindOf(nextMove(after(open, { type: 'voting.close', boardId, id }), boardId, false))).toBe('phase');
  expect(nextMove(begin('s2'), boardId, false)).toEqual({ kind: 'fist' });
});

test('[RUN72] a timer of its own is started, names are hidden where the phase says so, and the last phase leads to the end', () => {
  const own = (change: Partial<Phase>): readonly Phase[] => [
    {
      ...{ id: 'own', scripted: null, title: 'Own', prompt: null, minutes: 9, place: null, tools: [] },
      allows: 'all',
      ...change,
    },
  ];
  const timed = begin('own', [...own({ tools: [{ tool: 'CL' }, { tool: 'T', minutes: 15 }] })]);
  expect(nextMove(timed, boardId, false)).toEqual({ kind: 'timer', minutes: 15 });
  expect(kindOf(nextMove(after(timed, { type: 'timer.start', lengthMs: 900_000 }), boardId, false))).toBe('end');
  // A second one of the same phase; one that goes with the writing is no step of its own.
  const twice = begin('own', [
    ...own({ tools: [{ tool: 'T', minutes: 8 }, { tool: 'ANON' }, { tool: 'T', minutes: 3 }] }),
  ]);
  expect(nextMove(after(twice, { type: 'timer.start', lengthMs: 480_000 }), boardId, false)).toEqual({
    ...{ kind: 'timer', minutes: 3 },
  });
  const hidden = begin('own', [...own({ tools: [{ tool: 'PW' }, { tool: 'ANON' }] })]);
  expect(nextMove(hidden, boardId, false)).toEqual({ kind: 'write', isAnonymous: true, minutes: null });
});

test('[RUN73] without a session, and on another board, there is no next step; what goes on elsewhere is not ended here', () => {
  expect(nextMove(firstSession, boardId, false)).toBeNull();
  const session = begin('s1');
  expect(nextMove(session, other, false)).toBeNull();
  const elsewhere = after(session, { type: 'private-writing.start', boardId: other, isAnonymous: false });
  expect(kindOf(nextMove(elsewhere, boardId, false))).toBe('write');
});

test('[RUN74] a phase speaks somebody’s own words, else those of the script: its title to each in their language, its questions in the board’s', () => {
  const [, drafts] = agenda;
  if (drafts === undefined) throw new Error('no script');
  expect(phaseTitle(drafts, rootCauseTreeGuide, 'fr')).toBe('Écrire le problème');
  expect(phasePrompts(drafts, rootCauseTreeGuide, 'nl')[0]).toBe('In één zin: wat loopt er mis, voor wie?');
  expect(phaseFrame(drafts)).toBe('problem');
  const own = { ...drafts, title: 'Ours', prompt: 'What hurts?' };
  expect(phaseTitle(own, rootCauseTreeGuide, 'fr')).toBe('Ours');
  expect(phasePrompts(own, rootCauseTreeGuide, 'nl')).toEqual(['What hurts?']);
  // Before the script is there.
  expect([phaseTitle(drafts, null, 'en'), phasePrompts(drafts, null, 'en')]).toEqual(['', []]);
  expect(phaseFrame({ ...drafts, place: null })).toBeNull();
});

test('[RUN76] a phase in groups asks for them first, then for its minutes, and goes on', () => {
  const session = begin('s6');
  expect(nextMove(session, boardId, false)).toEqual({ kind: 'groups' });
  const atWork = after(session, {
    ...{ type: 'breakouts.start', id: RoundId.parse('g'.repeat(21)), boardId, frameId: 'shape:f' },
    groups: [{ boardId: other, people: [] }],
  });
  expect(nextMove(atWork, boardId, false)).toEqual({ kind: 'timer', minutes: 15 });
});

test('[RUN75] a phase that decides asks for the decision to be put down, once it is the turn, and goes on when it is', () => {
  const session = begin('s10');
  expect(nextMove(session, boardId, false)).toEqual({ kind: 'decide' });
  expect(nextMove(session, boardId, true)).toEqual({ kind: 'phase', phase: agenda[11] });
});

test('[RUN77] everybody is brought to the frame of the phase, once in it, unless they are led anyway', () => {
  const by = ParticipantId.parse('p'.repeat(21));
  const open = begin('s0');
  expect(nextMove(open, boardId, false)).toEqual({ kind: 'gather', frameId: 'problem' });
  const view = { x: 0, y: 0, w: 1600, h: 1131 };
  // Somebody who is shown another board has not been brought here.
  const there = after(open, { type: 'gather', boardId: other, participantId: by, view });
  expect(kindOf(nextMove(there, boardId, false))).toBe('gather');
  const brought = after(open, { type: 'gather', boardId, participantId: by, view });
  expect(nextMove(brought, boardId, false)).toEqual({ kind: 'phase', phase: agenda[1] });
  const led = after(open, { type: 'spotlight.start', boardId, participantId: by });
  expect(kindOf(nextMove(led, boardId, false))).toBe('phase');
  // The next phase brings anew, except where they are led since before.
  const to = (phaseId: string): SessionCommand => ({ type: 'phase.set', boardId, phaseId });
  const again = (session: Session) => after(session, to('s1'), to('s0'));
  expect(kindOf(nextMove(again(brought), boardId, false))).toBe('gather');
  expect(kindOf(nextMove(again(led), boardId, false))).toBe('phase');
});

test('[RUN78] what a phase came to is locked last of all, where its script says or where it takes place, and is done when that is locked or what it stands in', () => {
  const merge = begin('s2');
  const id = RoundId.parse('r'.repeat(21));
  const fist: readonly SessionCommand[] = [
    {
      ...{ type: 'voting.open', boardId, id, question: 'This one?', isOpen: false },
      ...{ method: { type: 'fist' }, scope: { frameId: null, kind: null } },
    },
    { type: 'voting.close', boardId, id },
  ];
  const voted = after(merge, ...fist);
  expect(nextMove(voted, boardId, false)).toEqual({ kind: 'lock', place: 'tree/trunk' });
  const lock = (place: string | null, on = boardId): SessionCommand => ({
    ...{ type: 'lock.set', boardId: on, place, isLocked: true },
  });
  for (const [command, kind] of [
    [lock('tree/trunk'), 'phase'],
    [lock('tree'), 'phase'],
    [lock(null), 'phase'],
    [lock('tree/direct'), 'lock'],
    [lock('tree/trunk', other), 'lock'],
  ] as const)
    expect(kindOf(nextMove(after(voted, command), boardId, false)), JSON.stringify(command)).toBe(kind);
  // Before others in the list of tools it is still the last, and a zone is locked with its frame.
  const [first] = agenda;
  if (first === undefined) throw new Error('no script');
  const tools: Phase['tools'] = [{ tool: 'LOCK' }, { tool: 'F5' }];
  const early = begin('s0', [{ ...first, place: 'problem/drafts', tools }]);
  expect(nextMove(early, boardId, false)).toEqual({ kind: 'fist' });
  const locking = after(early, ...fist);
  expect(nextMove(locking, boardId, false)).toEqual({ kind: 'lock', place: 'problem/drafts' });
  expect(kindOf(nextMove(after(locking, lock('problem')), boardId, false))).toBe('end');
  const nowhere = begin('s0', [{ ...first, place: null, tools: [{ tool: 'LOCK' }] }]);
  expect(nextMove(nowhere, boardId, false)).toEqual({ kind: 'lock', place: null });
});

test('[RUN79] a page comes along to the frame of a phase; whoever writes, reads the table or just looked elsewhere is asked; who leads, who follows and who is there stays', () => {
  const page = {
    ...{ leads: false, isProjecting: false, isFollowing: false, isOnBoard: true, isThere: false, isBusy: false },
    ownMoveMs: Number.POSITIVE_INFINITY,
  };
  const when = (change: Partial<typeof page>) => comingAlong({ ...page, ...change });
  expect(when({})).toBe('come');
  expect([when({ isBusy: true }), when({ isOnBoard: false }), when({ ownMoveMs: 9_999 })]).toEqual([
    'ask',
    'ask',
    'ask',
  ]);
  expect([when({ ownMoveMs: 10_000 }), when({ isThere: true, isBusy: true })]).toEqual(['come', 'stay']);
  expect([when({ leads: true }), when({ isFollowing: true })]).toEqual(['stay', 'stay']);
  // The frame is behind the table.
  expect(when({ isThere: true, isOnBoard: false })).toBe('ask');
  // A room that looks at a wall goes along whoever's page it is, but takes no words out of a hand.
  expect(when({ leads: true, isProjecting: true, ownMoveMs: 0 })).toBe('come');
  expect(when({ leads: true, isProjecting: true, isBusy: true })).toBe('ask');
});
