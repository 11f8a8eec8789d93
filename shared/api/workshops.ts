import { z } from 'zod';
import { Role } from '../access/capabilities.ts';
import { BoardId, InviteId, OrganisationId, ParticipantId, WorkshopId } from '../protocol/ids.ts';
import { textLimits } from '../protocol/limits.ts';
import { TemplateId } from './templates.ts';
import { Language, lineOfText } from './text.ts';

/** Points in time travel as milliseconds since 1970, UTC. */
export const TimestampMs = z.number().int().nonnegative();

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

/** A link as it is handed out once: the token is stored as a hash and cannot be shown again. */
export const InviteLink = z.object({ token: z.string(), url: z.url() });
export type InviteLink = z.infer<typeof InviteLink>;

export const Invite = z.object({ id: InviteId, role: Role, createdAtMs: TimestampMs });
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
  people: z.array(
    Participant.extend({
      role: Role,
      /** Whether they agreed to be named in reports. */
      nameInReport: z.boolean(),
    }),
  ),
  organisations: z.array(Organisation),
  /** Links that work; facilitators only, empty for everybody else. */
  invites: z.array(Invite),
});
export type GetWorkshopResponse = z.infer<typeof GetWorkshopResponse>;

/** Everybody changes their own. */
export const UpdateMeRequest = z.object({ nameInReport: z.boolean() });
export type UpdateMeRequest = z.infer<typeof UpdateMeRequest>;

export const CreateInviteRequest = z.object({ role: Role });
export const CreateInviteResponse = z.object({ invite: Invite, link: InviteLink });
export type CreateInviteResponse = z.infer<typeof CreateInviteResponse>;
