import { z } from 'zod';
import { Role } from '../access/capabilities.ts';
import { Reaction } from '../session/reactions.ts';
import { Session } from '../session/session.ts';
import { Guest } from '../session/waiting.ts';
import { FrameReader } from './frame-reader.ts';
import { frameOf } from './frame-writer.ts';
import { OrganisationId, ParticipantId, RoundId } from './ids.ts';

/** First number of every wire frame. 0, 1 and 3 are y-websocket's; 100 and up are ours. */
export const MessageType = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  ack: 100,
  roster: 101,
  notice: 102,
  session: 103,
  comments: 104,
  privateCounts: 105,
  voters: 106,
  guests: 107,
  reaction: 108,
} as const;

/** Second number of a sync frame (y-protocols/sync). */
export const SyncType = { step1: 0, step2: 1, update: 2 } as const;

/** Subprotocols a client offers on the upgrade request. */
export const Subprotocol = {
  /** The only one the server ever selects. */
  v1: 'commonboard.v1',
  /** Offered by clients that understand the messages from 100 on; a stock y-websocket client would log an error for them. */
  live: 'commonboard.live',
  /** Prefix of the one that carries a program's session token; never echoed. */
  bearerPrefix: 'bearer.',
} as const;

/** Somebody in the room, and their awareness client. Names, organisation and colour come from here, never from awareness. */
export const RosterEntry = z.object({
  /** Null for who sends no presence, as viewers do. */
  clientId: z.number().int().nonnegative().nullable(),
  participantId: ParticipantId,
  name: z.string(),
  organisationId: OrganisationId,
  organisation: z.string(),
  /** 1-based place of the organisation in the order of joining; the palette and its ring follow from it. */
  colour: z.number().int().positive(),
  role: Role,
  /** Not in the room with the others. */
  remote: z.boolean(),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

/** Everybody in the room; replaces what was known before. */
export const Roster = z.object({ entries: z.array(RosterEntry) });
export type Roster = z.infer<typeof Roster>;

/** Why the server put a record back to what it was. */
export const PutBackReason = z.enum([
  /** The record, or what it is in, is locked for this role. */
  'locked',
  /** Pages, the document and what only the server writes. */
  'not-yours',
  /** No canvas could show it. */
  'invalid',
  /** Facilitators have locked the board, or the frame or zone where it stands or would. */
  'board-locked',
  'place-locked',
  /** In the phase that runs everybody only looks, or changes only their own. */
  'phase-look',
  'phase-own',
  /** People write for themselves: what is new was kept among what its writer alone sees. */
  'private-writing',
]);
export type PutBackReason = z.infer<typeof PutBackReason>;

/** What the server did or refused, as a code that the page has words for. */
export const Notice = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['read-only', 'not-stored', 'stored-again']) }),
  /** To whoever made the edit: these records stand as they were before it. At most 100 are named. */
  z.object({
    code: z.literal('put-back'),
    records: z
      .array(
        z.object({
          id: z.string(),
          reason: PutBackReason,
          /** What its sender had written in it and nobody has now. */
          words: z.string().optional(),
        }),
      )
      .max(100),
  }),
  /** To everybody: somebody went back to a version, brought deleted things back, undid what a person did or brought a file. */
  z.object({ code: z.literal('restored'), what: z.enum(['version', 'deleted', 'person', 'file']), by: z.string() }),
]);
export type Notice = z.infer<typeof Notice>;

/**
 * While people write privately, how much there is so far: shapes per organisation of those who have written something. Not
 * who wrote, and nothing of what.
 */
export const PrivateCounts = z.object({
  counts: z.array(z.object({ organisationId: OrganisationId, shapes: z.number().int().positive() })),
  /** How many of one's own nobody else sees, also of what came too late to be revealed. */
  own: z.number().int().nonnegative(),
});
export type PrivateCounts = z.infer<typeof PrivateCounts>;

/** How many have voted so far in the round that is open, and never what. */
export const Voters = z.object({ roundId: RoundId, voters: z.number().int().nonnegative() });
export type Voters = z.infer<typeof Voters>;

/** Those who wait to be let in, the first first; to facilitators only. */
export const Guests = z.object({ guests: z.array(Guest) });
export type Guests = z.infer<typeof Guests>;

/** Somebody on the board shows everybody something, which passes. */
export const Reacted = z.object({ participantId: ParticipantId, reaction: Reaction });
export type Reacted = z.infer<typeof Reacted>;

/** @param received number of sync step 2 and update frames of this connection that are durable. */
export const encodeAck = (received: number): Uint8Array => frameOf(MessageType.ack, received);

const encodeJson = (type: number, value: unknown): Uint8Array => frameOf(type, JSON.stringify(value));

export const encodeRoster = (roster: Roster): Uint8Array => encodeJson(MessageType.roster, roster);
export const encodeNotice = (notice: Notice): Uint8Array => encodeJson(MessageType.notice, notice);

export const encodeSession = (session: Session): Uint8Array => encodeJson(MessageType.session, session);
export const encodeVoters = (voters: Voters): Uint8Array => encodeJson(MessageType.voters, voters);
export const encodeReacted = (reacted: Reacted): Uint8Array => encodeJson(MessageType.reaction, reacted);
export const encodeGuests = (guests: Guests): Uint8Array => encodeJson(MessageType.guests, guests);
export const encodePrivateCounts = (counts: PrivateCounts): Uint8Array => encodeJson(MessageType.privateCounts, counts);

/** Something was said or settled beside the board; who shows it asks for it over HTTP. Bears nothing. */
export const encodeCommentsChanged = (): Uint8Array => frameOf(MessageType.comments);

export type LiveMessage =
  | { readonly type: 'ack'; readonly received: number }
  | { readonly type: 'roster'; readonly roster: Roster }
  | { readonly type: 'notice'; readonly notice: Notice }
  | { readonly type: 'session'; readonly session: Session }
  | { readonly type: 'comments' }
  | { readonly type: 'voters'; readonly voters: Voters }
  | { readonly type: 'reaction'; readonly reacted: Reacted }
  | { readonly type: 'guests'; readonly guests: Guests }
  | { readonly type: 'private-counts'; readonly counts: PrivateCounts };

/**
 * Decodes a frame of type 100 and up.
 * @returns null for a type this version does not know: newer servers may say more.
 * @throws when the frame is of a known type and malformed.
 */
export function decodeLiveMessage(frame: Uint8Array): LiveMessage | null {
  const reader = new FrameReader(frame);
  switch (reader.uint()) {
    case MessageType.ack:
      return { type: 'ack', received: reader.uint() };
    case MessageType.roster:
      return { type: 'roster', roster: Roster.parse(JSON.parse(reader.text())) };
    case MessageType.notice:
      return { type: 'notice', notice: Notice.parse(JSON.parse(reader.text())) };
    case MessageType.session:
      return { type: 'session', session: Session.parse(JSON.parse(reader.text())) };
    case MessageType.comments:
      return { type: 'comments' };
    case MessageType.voters:
      return { type: 'voters', voters: Voters.parse(JSON.parse(reader.text())) };
    case MessageType.reaction:
      return { type: 'reaction', reacted: Reacted.parse(JSON.parse(reader.text())) };
    case MessageType.guests:
      return { type: 'guests', guests: Guests.parse(JSON.parse(reader.text())) };
    case MessageType.privateCounts:
      return { type: 'private-counts', counts: PrivateCounts.parse(JSON.parse(reader.text())) };
    default:
      return null;
  }
}
