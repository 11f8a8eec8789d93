import { z } from 'zod';
import { lineOfText } from '../api/text.ts';
import { BoardId, CommandId, GuestId, OrganisationId, ParticipantId, RoundId } from '../protocol/ids.ts';
import { textLimits } from '../protocol/limits.ts';
import { GivenAgenda, PhaseId } from './agenda.ts';
import { FrameName, View } from './attention.ts';
import { breakoutLimits } from './breakouts.ts';
import { Lock } from './locks.ts';
import { Session } from './session.ts';
import { TimerCommand, TimerLength } from './timer.ts';
import { VotingRound } from './voting.ts';

const name = lineOfText(textLimits.personName);
const organisation = lineOfText(textLimits.organisationName);

/** What facilitators ask of the server for everybody, and participants for their own hand. */
export const Command = z.discriminatedUnion('type', [
  z.object({ type: z.literal('door.set'), door: Session.shape.door }),
  /** Somebody who waits is let in; null: everybody who does. */
  z.object({ type: z.literal('guest.admit'), guestId: GuestId.nullable() }),
  /** Not now: they are told. */
  z.object({ type: z.literal('guest.decline'), guestId: GuestId }),
  /** Nobody changes a board from now on, so that what is exported is what was agreed. */
  z.object({ type: z.literal('workshop.close') }),
  z.object({ type: z.literal('workshop.reopen') }),
  z.object({
    type: z.literal('private-writing.start'),
    boardId: BoardId,
    isAnonymous: z.boolean(),
    /** With the minutes that there are for it. */
    timerMs: TimerLength.optional(),
  }),
  /** Ends it too: everything is on the board for everybody a moment later. */
  z.object({ type: z.literal('private-writing.reveal'), boardId: BoardId }),
  z.object({
    type: z.literal('voting.open'),
    ...VotingRound.omit({ id: true, openedAtMs: true }).shape,
    question: lineOfText(textLimits.question),
  }),
  /** Counts it. */
  z.object({ type: z.literal('voting.close'), boardId: BoardId, id: RoundId }),
  ...TimerCommand.options,
  /** From this phase on; with the board's agenda, or the script of its template where nobody made one. */
  z.object({ type: z.literal('run.start'), boardId: BoardId, phaseId: PhaseId }),
  z.object({ type: z.literal('run.end'), boardId: BoardId }),
  /** Everybody is in this phase now. */
  z.object({ type: z.literal('phase.set'), boardId: BoardId, phaseId: PhaseId }),
  /** Kept for the board; null: as its template's script has it. A session that runs goes on with it. */
  z.object({
    type: z.literal('agenda.set'),
    boardId: BoardId,
    agenda: GivenAgenda.nullable(),
    /** Of the one that was changed: refused where it is another by now. Left out it takes the place of any. */
    edition: z.string().max(40).optional(),
  }),
  /** From now on only facilitators change what stands there, or everybody again. */
  z.object({
    type: z.literal('lock.set'),
    ...Lock.shape,
    place: z
      .string()
      .regex(/^[\w:./-]{1,120}$/)
      .nullable(),
    isLocked: z.boolean(),
  }),
  /** Everybody on the board follows whoever gives it. */
  z.object({ type: z.literal('spotlight.start'), boardId: BoardId }),
  /** Where everybody is shown now; of nobody who is not followed there. */
  z.object({ type: z.literal('spotlight.frame'), boardId: BoardId, frame: FrameName.nullable() }),
  z.object({ type: z.literal('spotlight.stop') }),
  /** Everybody is brought to this part of the board, once. */
  z.object({ type: z.literal('gather'), boardId: BoardId, view: View, frame: FrameName.nullable().optional() }),
  /** One's own. */
  z.object({ type: z.literal('hand.raise') }),
  z.object({ type: z.literal('hand.lower') }),
  z.object({ type: z.literal('floor.give'), participantId: ParticipantId }),
  z.object({ type: z.literal('floor.end') }),
  /** Somebody's hand is taken down, and a turn of theirs in a round stays; null: all hands. */
  z.object({ type: z.literal('floor.dismiss'), participantId: ParticipantId.nullable() }),
  /** Everybody who takes part and is here has a turn to speak, one voice of each organisation first. */
  z.object({ type: z.literal('round.begin'), boardId: BoardId }),
  /** Somebody has no turn in it any more; a hand of theirs stays up. */
  z.object({ type: z.literal('round.leave-out'), participantId: ParticipantId }),
  /** Whoever has not spoken yet has no turn any more. */
  z.object({ type: z.literal('round.end') }),
  /** A board for each group, with a copy of the frame, and who works on which. */
  z.object({
    type: z.literal('breakouts.start'),
    boardId: BoardId,
    frameId: z.string().max(200),
    groups: z
      .array(z.array(ParticipantId).max(300))
      .min(breakoutLimits.groupsMin)
      .max(breakoutLimits.groupsMax)
      .refine((groups) => new Set(groups.flat()).size === groups.flat().length, { error: 'somebody twice' }),
  }),
  /** Oneself, into the group of this board. */
  z.object({ type: z.literal('breakouts.join'), boardId: BoardId }),
  /** Brings to the board what groups wrote since it was last brought; `isLast` ends their time. */
  z.object({ type: z.literal('breakouts.merge'), id: RoundId, isLast: z.boolean() }),
  /** Corrects somebody; an organisation is a name, matched without case. */
  z.object({
    type: z.literal('participant.update'),
    participantId: ParticipantId,
    name: name.optional(),
    organisation: organisation.optional(),
    remote: z.boolean().optional(),
  }),
  /** Sends somebody out on all devices; their link still works for others. What they wrote stays. */
  z.object({ type: z.literal('participant.remove'), participantId: ParticipantId }),
  z.object({ type: z.literal('organisation.rename'), organisationId: OrganisationId, name: organisation }),
  /** The people and cards of the first count as those of the second. */
  z.object({ type: z.literal('organisation.merge'), organisationId: OrganisationId, into: OrganisationId }),
]);
export type Command = z.infer<typeof Command>;

/** `commandId` makes a repeated request harmless. */
export const CommandRequest = z.intersection(z.object({ commandId: CommandId }), Command);
export type CommandRequest = z.input<typeof CommandRequest>;
