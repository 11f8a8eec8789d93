import { z } from 'zod';

/**
 * Identifiers of everything that outlives one request. Each is a 21-character URL-safe random string (nanoid, 126 bits),
 * branded so that one kind can never be passed where another is meant.
 */
const id = <const Name extends string>() =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{21}$/)
    .brand<Name>();

export const WorkshopId = id<'WorkshopId'>();
export type WorkshopId = z.infer<typeof WorkshopId>;

export const BoardId = id<'BoardId'>();
export type BoardId = z.infer<typeof BoardId>;

export const ParticipantId = id<'ParticipantId'>();
export type ParticipantId = z.infer<typeof ParticipantId>;

export const OrganisationId = id<'OrganisationId'>();
export type OrganisationId = z.infer<typeof OrganisationId>;

export const InviteId = id<'InviteId'>();
export type InviteId = z.infer<typeof InviteId>;

export const SessionId = id<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

export const VersionId = id<'VersionId'>();
export type VersionId = z.infer<typeof VersionId>;

export const ImageId = id<'ImageId'>();
export type ImageId = z.infer<typeof ImageId>;

export const CommentId = id<'CommentId'>();
export type CommentId = z.infer<typeof CommentId>;

export const RoundId = id<'RoundId'>();
export type RoundId = z.infer<typeof RoundId>;

/** Of somebody who waits to be let in. */
export const GuestId = id<'GuestId'>();
export type GuestId = z.infer<typeof GuestId>;

/** Made by whoever gives a command: sent twice it takes effect once. */
export const CommandId = id<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

/** Made by the page that sends a card to a board: sent twice the card is there once. */
export const SentCardId = id<'SentCardId'>();
export type SentCardId = z.infer<typeof SentCardId>;

/** Position of an entry in a document's update log: 1, 2, 3 … without gaps. 0 is the empty log. */
export const Sequence = z.number().int().nonnegative().brand<'Sequence'>();
export type Sequence = z.infer<typeof Sequence>;
