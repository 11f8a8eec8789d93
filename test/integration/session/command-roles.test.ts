import { nanoid } from 'nanoid';
import { expect, it } from 'vitest';
import { CommandResponse } from '../../../shared/api/session-state.ts';
import { CommandId, GuestId, type ParticipantId } from '../../../shared/protocol/ids.ts';
import { Command } from '../../../shared/session/commands.ts';
import type { Session } from '../../../shared/session/session.ts';
import { join, makeBoard, makeWorkshop, problemOf } from '../http/server.ts';
import { personIn, sessionOf, startWorkshop } from './support.ts';

/** Somebody in a browser or a program, in this workshop or another, or nobody. */
const everyone = ['facilitator', 'participant', 'viewer', 'leading program', 'program', 'stranger', 'nobody'] as const;
type Who = (typeof everyone)[number];

async function stageOf() {
  const stage = await startWorkshop();
  const { server, made } = stage;
  const [facilitator, participant, viewer, other] = [
    await personIn(stage, 'facilitator', 'Fatima', 'Wells'),
    await personIn(stage, 'participant', 'Anna', 'Wells'),
    await personIn(stage, 'viewer', 'Vera', 'Wells'),
    await personIn(stage, 'participant', 'Ben', 'Roads'),
  ];
  const elsewhere = await makeWorkshop(server, 'Elsewhere');
  const stranger = await personIn(
    { server, made: elsewhere, workshopId: elsewhere.workshop.id },
    'facilitator',
    'Zoe',
    'X',
  );
  const boardId = await makeBoard(server, made, stage.people.facilitator.token, 'root-cause-tree');
  const another = await makeBoard(server, made, stage.people.facilitator.token);
  const credentials: Readonly<Record<Who, { readonly cookie?: string; readonly bearer?: string }>> = {
    ...{ facilitator: { cookie: facilitator.cookie }, participant: { cookie: participant.cookie } },
    ...{ viewer: { cookie: viewer.cookie }, stranger: { cookie: stranger.cookie }, nobody: {} },
    'leading program': { bearer: stage.people.facilitator.token },
    program: { bearer: (await join(server, made, 'participant', 'Bot')).token },
  };
  return { ...stage, boardId, another, participant, other, credentials };
}

type Stage = Awaited<ReturnType<typeof stageOf>>;

interface Expected<Type extends Command['type']> {
  readonly may: readonly Who[];
  readonly what: (stage: Stage, session: Session) => Extract<Command, { type: Type }>;
}

const leads: readonly Who[] = ['facilitator', 'leading program'];
const writes: readonly Who[] = ['facilitator', 'participant', 'leading program', 'program'];
const people: readonly Who[] = ['participant', 'facilitator'];

/**
 * Who may give each command, in an order in which each can be carried out. A new command does not compile until it is said here
 * who may give it.
 */
const table: { readonly [Type in Command['type']]: Expected<Type> } = {
  'door.set': { may: leads, what: () => ({ type: 'door.set', door: 'asks' }) },
  'guest.admit': { may: leads, what: () => ({ type: 'guest.admit', guestId: null }) },
  'guest.decline': { may: leads, what: () => ({ type: 'guest.decline', guestId: GuestId.parse(nanoid()) }) },
  'timer.start': { may: leads, what: () => ({ type: 'timer.start', lengthMs: 60_000 }) },
  'timer.pause': { may: leads, what: () => ({ type: 'timer.pause' }) },
  'timer.resume': { may: leads, what: () => ({ type: 'timer.resume' }) },
  'timer.add': { may: leads, what: () => ({ type: 'timer.add', byMs: 60_000 }) },
  'timer.stop': { may: leads, what: () => ({ type: 'timer.stop' }) },
  'agenda.set': { may: leads, what: ({ boardId }) => ({ type: 'agenda.set', boardId, agenda: null }) },
  'run.start': { may: leads, what: ({ boardId }) => ({ type: 'run.start', boardId, phaseId: 's1' }) },
  'phase.set': { may: leads, what: ({ boardId }) => ({ type: 'phase.set', boardId, phaseId: 's2' }) },
  'run.end': { may: leads, what: ({ boardId }) => ({ type: 'run.end', boardId }) },
  'lock.set': {
    may: leads,
    what: ({ boardId }) => ({ type: 'lock.set', boardId, place: 'problem/drafts', isLocked: true }),
  },
  'spotlight.start': { may: leads, what: ({ boardId }) => ({ type: 'spotlight.start', boardId }) },
  'spotlight.frame': { may: leads, what: ({ boardId }) => ({ type: 'spotlight.frame', boardId, frame: null }) },
  'spotlight.stop': { may: leads, what: () => ({ type: 'spotlight.stop' }) },
  gather: { may: leads, what: ({ boardId }) => ({ type: 'gather', boardId, view: { x: 0, y: 0, w: 10, h: 10 } }) },
  // Programs are called by nobody.
  'hand.raise': { may: people, what: () => ({ type: 'hand.raise' }) },
  'floor.give': { may: leads, what: ({ participant: { id } }) => ({ type: 'floor.give', participantId: id }) },
  'floor.end': { may: leads, what: () => ({ type: 'floor.end' }) },
  'hand.lower': { may: writes, what: () => ({ type: 'hand.lower' }) },
  'floor.dismiss': { may: leads, what: () => ({ type: 'floor.dismiss', participantId: null }) },
  'round.leave-out': {
    may: leads,
    what: ({ participant: { id } }) => ({ type: 'round.leave-out', participantId: id }),
  },
  'round.begin': { may: leads, what: ({ boardId }) => ({ type: 'round.begin', boardId }) },
  'round.end': { may: leads, what: () => ({ type: 'round.end' }) },
  'voting.open': {
    may: leads,
    what: ({ boardId }) => ({
      ...({ type: 'voting.open', boardId, question: 'Can we?', method: { type: 'fist' }, isOpen: false } as const),
      scope: { frameId: null, kind: null },
    }),
  },
  'voting.close': {
    may: leads,
    what: ({ boardId }, { voting }) => ({ type: 'voting.close', boardId, id: voting?.id ?? (nanoid() as never) }),
  },
  'workshop.close': { may: leads, what: () => ({ type: 'workshop.close' }) },
  'workshop.reopen': { may: leads, what: () => ({ type: 'workshop.reopen' }) },
  'breakouts.start': {
    may: leads,
    what: ({ boardId, participant, other }) => ({
      ...({ type: 'breakouts.start', boardId, frameId: 'shape:root-cause-tree/tree' } as const),
      groups: [[participant.id], [other.id]] as ParticipantId[][],
    }),
  },
  'breakouts.join': {
    may: writes,
    what: ({ boardId }, { breakouts }) => ({
      ...{ type: 'breakouts.join', boardId: breakouts[0]?.groups[0]?.boardId ?? boardId },
    }),
  },
  'breakouts.merge': {
    may: leads,
    what: (_, { breakouts }) => ({
      type: 'breakouts.merge',
      id: breakouts[0]?.id ?? (nanoid() as never),
      isLast: false,
    }),
  },
  // Groups are still being brought to the other board.
  'private-writing.start': {
    may: leads,
    what: ({ another }) => ({ type: 'private-writing.start', boardId: another, isAnonymous: true }),
  },
  'private-writing.reveal': {
    may: leads,
    what: ({ another }) => ({ type: 'private-writing.reveal', boardId: another }),
  },
  'participant.update': {
    may: leads,
    what: ({ other: { id } }) => ({ type: 'participant.update', participantId: id, name: 'Benny' }),
  },
  'organisation.rename': {
    may: leads,
    what: ({ other }) => ({ type: 'organisation.rename', organisationId: other.organisationId, name: 'Streets' }),
  },
  'organisation.merge': {
    may: leads,
    what: ({ other, participant }) => ({
      ...{ type: 'organisation.merge', organisationId: other.organisationId, into: participant.organisationId },
    }),
  },
  'participant.remove': {
    may: leads,
    what: ({ other: { id } }) => ({ type: 'participant.remove', participantId: id }),
  },
};

it('[SES26] each command is given by those who may, and by nobody else', async () => {
  const stage = await stageOf();
  const { server, workshopId, credentials } = stage;
  const entries = Object.values(table) as unknown as readonly Expected<Command['type']>[];
  // What the server takes is what is in the table.
  const known = Command.options.map(({ shape }) => shape.type.value);
  expect([...known].sort()).toEqual(Object.keys(table).sort());
  for (const { may, what } of entries) {
    const session = await sessionOf(stage);
    const asked = what(stage, session);
    const ask = (who: Who) =>
      server.call('POST', `/api/workshops/${workshopId}/commands`, {
        ...credentials[who],
        body: { ...asked, commandId: CommandId.parse(nanoid()) },
      });
    for (const who of everyone.filter((one) => !may.includes(one)))
      expect(problemOf(await ask(who)), `${asked.type} by ${who}`).toBe(
        who === 'nobody' ? '401 no-session' : '403 not-allowed',
      );
    expect(await sessionOf(stage), `${asked.type} by those who may not`).toEqual(session);
    const [first, ...others] = may;
    const answer = await ask(first ?? 'nobody');
    expect([answer.status, answer.status === 200 || problemOf(answer)], `${asked.type} by ${first}`).toEqual([
      200,
      true,
    ]);
    CommandResponse.parse(answer.json());
    // What was done by now may not fit a second time; they may ask.
    for (const who of others) expect([401, 403], `${asked.type} by ${who}`).not.toContain((await ask(who)).status);
  }
});
