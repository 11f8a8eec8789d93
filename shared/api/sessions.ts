import { z } from 'zod';
import { Role } from '../access/capabilities.ts';
import { textLimits } from '../protocol/limits.ts';
import { Language, lineOfText } from './text.ts';
import { Organisation, Participant, Workshop } from './workshops.ts';

/** A link's token: 256 bits, base64url. It travels in the URL fragment and in request bodies, never in a path or query. */
export const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

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

/** What a link opens, told to whoever holds it before they give a name. */
export const PreviewInviteRequest = z.object({ token: HandedToken });
export const PreviewInviteResponse = z.object({
  workshop: Workshop.pick({ id: true, title: true, language: true }),
  role: Role,
  organisations: z.array(Organisation),
  /** Who this browser already is in the workshop, if anybody. */
  participant: Participant.extend({ nameInReport: z.boolean() }).nullable(),
});
export type PreviewInviteResponse = z.infer<typeof PreviewInviteResponse>;
