import { z } from 'zod';
import { Role } from '../access/capabilities.ts';
import { WorkshopId } from '../protocol/ids.ts';
import { textLimits } from '../protocol/limits.ts';
import { tokenPattern } from '../token-pattern.ts';
import { Language, lineOfText } from './text.ts';
import { TimestampMs } from './time.ts';
import { Organisation, Participant, Workshop } from './workshops.ts';

/** A link's token: 256 bits, base64url. It travels in the URL fragment and in request bodies, never in a path or query. */
export const Token = z.string().regex(tokenPattern);

/** A token as somebody hands it in. Whatever is no token gets the same answer as one that nobody knows. */
const HandedToken = z.string().min(1).max(200);

export const CreateSessionRequest = z.object({
  token: HandedToken,
  name: lineOfText(textLimits.personName),
  /** An organisation is a name, matched without case. */
  organisation: lineOfText(textLimits.organisationName),
  language: Language.optional(),
  /** Whether one may be named in reports; left out it stays as it is, at first no. Programs are never named. */
  nameInReport: z.boolean().optional(),
  /** Whether one is not in the room; left out it stays as it is, at first no. */
  remote: z.boolean().optional(),
  /** Of a link that asks for one. */
  passcode: z.string().max(200).optional(),
  /** For programs: the session token comes back in the body instead of a cookie. */
  bearer: z.boolean().optional(),
});
export type CreateSessionRequest = z.input<typeof CreateSessionRequest>;

export const CreateSessionResponse = z.object({
  participant: Participant,
  role: Role,
  workshop: Workshop,
  sessionToken: Token.optional(),
});
export type CreateSessionResponse = z.infer<typeof CreateSessionResponse>;

/** Somebody has to let them in: their page asks again with the ticket. */
export const WaitingResponse = z.object({ ticket: Token });
export type WaitingResponse = z.infer<typeof WaitingResponse>;
export const WaitingRequest = z.object({ ticket: HandedToken });

/** What a link opens, told to whoever holds it before they give a name. */
export const PreviewInviteRequest = z.object({ token: HandedToken, passcode: z.string().max(200).optional() });
export const PreviewInviteResponse = z.object({
  /**
   * `passcode-needed`: until the right one comes along no organisation is named. `ask-first`: somebody who leads lets in.
   * `door-closed`: nobody new gets in.
   */
  entrance: z.enum(['open', 'ask-first', 'passcode-needed', 'door-closed']),
  workshop: Workshop.pick({ id: true, title: true, language: true }),
  role: Role,
  organisations: z.array(Organisation),
  /** Who this browser already is in the workshop, if anybody. */
  participant: Participant.extend({ nameInReport: z.boolean(), remote: z.boolean() }).nullable(),
});
export type PreviewInviteResponse = z.infer<typeof PreviewInviteResponse>;

/** A link for one's own second device: it works once, for a quarter of an hour, and makes both the same person. */
export const CreateResumeLinkRequest = z.object({ workshopId: WorkshopId });
export const CreateResumeLinkResponse = z.object({ url: z.url(), expiresAtMs: TimestampMs });
export type CreateResumeLinkResponse = z.infer<typeof CreateResumeLinkResponse>;

/** Uses it up. Answers like joining, with a cookie. */
export const ResumeSessionRequest = z.object({ token: HandedToken });
