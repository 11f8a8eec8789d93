import { z } from 'zod';
import { Role } from '../access/capabilities.ts';
import { BoardId, InviteId, OrganisationId, ParticipantId, WorkshopId } from '../protocol/ids.ts';
import { passcodeMin, textLimits } from '../protocol/limits.ts';
import { Session } from '../session/session.ts';
import { Guest } from '../session/waiting.ts';
import { TemplateId } from './templates.ts';
import { Language, lineOfText } from './text.ts';
import { TimestampMs } from './time.ts';

export const Workshop = z.object({
  id: WorkshopId,
  title: z.string(),
  language: Language,
  createdAtMs: TimestampMs,
});
export type Workshop = z.infer<typeof Workshop>;

export const Organisation = z.object({
  id: OrganisationId,
  name: z.string(),
  /** 1-based, in the order of joining. */
  colour: z.number().int().positive(),
});
export type Organisation = z.infer<typeof Organisation>;

export const Participant = z.object({
  id: ParticipantId,
  name: z.string(),
  organisationId: OrganisationId,
  colour: z.number().int().positive(),
});
export type Participant = z.infer<typeof Participant>;

/** How the reports of a workshop look. */
export const ReportLook = z.object({
  /** Null is the product's green. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .nullable(),
  /** Data URL of a PNG or JPEG; logoLimits says how large. */
  logo: z.string().nullable(),
});
export type ReportLook = z.infer<typeof ReportLook>;

export const Board = z.object({
  id: BoardId,
  title: z.string(),
  template: TemplateId,
  language: Language,
  createdAtMs: TimestampMs,
  /** An invented case of its template: nobody writes on it. */
  example: z.boolean(),
});
export type Board = z.infer<typeof Board>;

/** What goes on on a board, so that one sees it without opening the board. */
export const BoardActivity = z.object({
  boardId: BoardId,
  /** Cards and notes in which people have written; null for a board that nobody has been on since these are counted. */
  cards: z.number().int().nonnegative().nullable(),
  notes: z.number().int().nonnegative().nullable(),
  /** When somebody last changed anything on it; null: nobody has, as far as is known. */
  changedAtMs: TimestampMs.nullable(),
  /** The people who are on it now. */
  here: z.array(ParticipantId),
});
export type BoardActivity = z.infer<typeof BoardActivity>;

/** A link as it is handed out once: the token is stored as a hash and cannot be shown again. */
export const InviteLink = z.object({ token: z.string(), url: z.url() });
export type InviteLink = z.infer<typeof InviteLink>;

export const Invite = z.object({
  id: InviteId,
  role: Role,
  createdAtMs: TimestampMs,
  /** From when on it lets nobody new in; who came through it stays. Null: it does not expire. */
  expiresAtMs: TimestampMs.nullable(),
  hasPasscode: z.boolean(),
});
export type Invite = z.infer<typeof Invite>;

export const CreateWorkshopRequest = z.object({
  title: lineOfText(textLimits.workshopTitle),
  language: Language.optional(),
  organisations: z.array(lineOfText(textLimits.organisationName)).max(60).optional(),
});
export type CreateWorkshopRequest = z.input<typeof CreateWorkshopRequest>;

/** With its id, so that the page knows which of the working links it holds. */
const FirstLink = InviteLink.extend({ id: InviteId });

export const CreateWorkshopResponse = z.object({
  workshop: Workshop,
  invites: z.object({ facilitator: FirstLink, participant: FirstLink, viewer: FirstLink }),
});
export type CreateWorkshopResponse = z.infer<typeof CreateWorkshopResponse>;

export const GetWorkshopResponse = z.object({
  workshop: Workshop,
  me: z.object({ participant: Participant, role: Role }),
  boards: z.array(Board),
  /** One for each of the boards, in the same order. */
  activity: z.array(BoardActivity),
  people: z.array(
    Participant.extend({
      role: Role,
      /** Whether they agreed to be named in reports. */
      nameInReport: z.boolean(),
      /** Whether they are not in the room: they speak first in a round. */
      remote: z.boolean(),
      /** When a facilitator removed them; what they wrote stays and goes on bearing their name. */
      removedAtMs: TimestampMs.nullable(),
    }),
  ),
  organisations: z.array(Organisation),
  /** Cards and versions go on naming an organisation that was merged into another; it never leads to a merged one. */
  mergedOrganisations: z.array(z.object({ id: OrganisationId, into: OrganisationId })),
  session: Session,
  /** Links that work, and those who wait to be let in; facilitators only, empty for everybody else. */
  invites: z.array(Invite),
  guests: z.array(Guest),
});
export type GetWorkshopResponse = z.infer<typeof GetWorkshopResponse>;

/** Everybody changes their own; what is left out stays. An organisation is a name, matched without case. */
export const UpdateMeRequest = z.object({
  name: lineOfText(textLimits.personName).optional(),
  organisation: lineOfText(textLimits.organisationName).optional(),
  nameInReport: z.boolean().optional(),
  remote: z.boolean().optional(),
});
export type UpdateMeRequest = z.input<typeof UpdateMeRequest>;

export const UpdateMeResponse = z.object({
  participant: Participant.extend({ nameInReport: z.boolean(), remote: z.boolean() }),
});
export type UpdateMeResponse = z.infer<typeof UpdateMeResponse>;

/** What is left out stays. */
export const UpdateWorkshopRequest = z.object({
  title: lineOfText(textLimits.workshopTitle).optional(),
  language: Language.optional(),
});
export type UpdateWorkshopRequest = z.input<typeof UpdateWorkshopRequest>;

export const UpdateWorkshopResponse = z.object({ workshop: Workshop });
export type UpdateWorkshopResponse = z.infer<typeof UpdateWorkshopResponse>;

/** For the next session of the same partnership: boards and organisations go along, people and links do not. */
export const DuplicateWorkshopRequest = z.object({
  title: lineOfText(textLimits.workshopTitle),
  /** Which boards go along, in this order. */
  boards: z.array(BoardId).max(100),
  /** With their cards, or as their templates stand at first. */
  withCards: z.boolean(),
});
export type DuplicateWorkshopRequest = z.input<typeof DuplicateWorkshopRequest>;

export const CreateInviteRequest = z.object({
  role: Role,
  expiresAtMs: TimestampMs.nullable().default(null),
  passcode: lineOfText(textLimits.passcode).pipe(z.string().min(passcodeMin)).nullable().default(null),
});
export type CreateInviteRequest = z.input<typeof CreateInviteRequest>;

/**
 * Replaces a link by a new one of the same role, expiry and passcode; the old one works no more. Whoever came through it
 * is sent out unless `keepPeople`: then they hang on the new one.
 */
export const RotateInviteRequest = z.object({ keepPeople: z.boolean() });
export type RotateInviteRequest = z.infer<typeof RotateInviteRequest>;

export const CreateInviteResponse = z.object({ invite: Invite, link: InviteLink });
export type CreateInviteResponse = z.infer<typeof CreateInviteResponse>;
