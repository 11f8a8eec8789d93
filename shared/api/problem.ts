import { z } from 'zod';

/**
 * Every expected failure of the HTTP interface. The code is the contract; the page has words for each in every language.
 */
export const ProblemCode = z.enum([
  'bad-request',
  'no-session',
  'not-allowed',
  'not-found',
  'link-unknown',
  /** It let people in once, until a time that has passed. */
  'link-expired',
  /** One's browser may do more in the workshop than the link would let it. */
  'link-weaker',
  /** Nobody would be left who may facilitate the workshop. */
  'last-facilitator',
  'passcode-wrong',
  /** Nobody new gets in for now. */
  'door-closed',
  /** Whoever leads does not let them in. */
  'not-admitted',
  /** Nobody knows that ticket, or no more: the door has to be knocked at again. */
  'not-waiting',
  /** The session was closed by a facilitator: nothing on its boards changes. */
  'session-closed',
  /** People write privately: it has to be revealed first. */
  'private-writing',
  /** A round is open: it has to be closed first. */
  'voting',
  /** Somebody else changed the phases of the board since they were read. */
  'agenda-changed',
  /** The phase is none of the session's any more, or not yet. */
  'phase-gone',
  /** Facilitators have locked it, or the phase that runs does not allow it. */
  'locked',
  /** As much is locked in the workshop as may be. */
  'locks-full',
  /** Groups are at work already, or there were too many of them. */
  'breakouts',
  /** What groups wrote is on its way to the main board: it comes in a moment. */
  'bringing',
  /** Votes came after the round was closed. */
  'round-over',
  'create-key-needed',
  'too-large',
  'too-many-requests',
  /** As much of this goes on as the server has room for; a moment later there is. */
  'busy',
  'unsupported-media-type',
  'file-unknown',
  'file-damaged',
  'file-newer',
  'file-legacy',
  'file-too-much',
  /** As much is on the board as may be, or as one person may write privately. */
  'board-full',
  /** As much is said beside the board as may be. */
  'comments-full',
  /** As many pictures are on the board as may be. */
  'pictures-full',
  'picture-unknown',
  'picture-too-large',
  'foreign-origin',
  'not-ready',
  'internal',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** RFC 9457 problem details with our code and, for a refused body, where it is wrong. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: ProblemCode,
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
