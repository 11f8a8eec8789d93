import { z } from 'zod';
import { lineOfText } from '../api/text.ts';
import { BoardId, CommandId, OrganisationId, ParticipantId, RoundId } from '../protocol/ids.ts';
import { textLimits } from '../protocol/limits.ts';
import { Session } from './session.ts';
import { VotingRound } from './voting.ts';

const name = lineOfText(textLimits.personName);
const organisation = lineOfText(textLimits.organisationName);

/** What facilitators ask of the server for everybody. */
export const Command = z.discriminatedUnion('type', [
  z.object({ type: z.literal('door.set'), door: Session.shape.door }),
  /** Nobody changes a board from now on, so that what is exported is what was agreed. */
  z.object({ type: z.literal('workshop.close') }),
  z.object({ type: z.literal('workshop.reopen') }),
  z.object({ type: z.literal('private-writing.start'), boardId: BoardId, isAnonymous: z.boolean() }),
  /** Ends it too: everything is on the board for everybody a moment later. */
  z.object({ type: z.literal('private-writing.reveal'), boardId: BoardId }),
  z.object({
    type: z.literal('voting.open'),
    ...VotingRound.omit({ id: true, openedAtMs: true }).shape,
    question: lineOfText(textLimits.question),
  }),
  /** Counts it. */
  z.object({ type: z.literal('voting.close'), boardId: BoardId, id: RoundId }),
  /** Corrects somebody; an organisation is a name, matched without case. */
  z.object({
    type: z.literal('participant.update'),
    participantId: ParticipantId,
    name: name.optional(),
    organisation: organisation.optional(),
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

export const CommandResponse = z.object({ session: Session });
export type CommandResponse = z.infer<typeof CommandResponse>;
