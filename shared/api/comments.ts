import { z } from 'zod';
import { CommentId, ParticipantId } from '../protocol/ids.ts';
import { commentLimits, textLimits } from '../protocol/limits.ts';
import { readable } from './text.ts';
import { TimestampMs } from './time.ts';

/** Where a thread hangs: on a shape, or on a point of the page in board units once its shape is gone or there was none. */
export const CommentAnchor = z.object({
  shapeId: z.string().startsWith('shape:').max(80).nullable(),
  x: z.number().min(-1e7).max(1e7),
  y: z.number().min(-1e7).max(1e7),
});
export type CommentAnchor = z.infer<typeof CommentAnchor>;

/** Several lines of human text. */
const CommentText = z
  .string()
  .transform((text) => readable(text).trim())
  .pipe(z.string().min(1).max(textLimits.comment));

const Mentions = z.array(ParticipantId).max(commentLimits.mentionsMax);

/** Something that somebody said about a board, beside it. A reply names the first comment of its thread. */
export const Comment = z.object({
  id: CommentId,
  /** Null: it begins a thread. */
  threadId: CommentId.nullable(),
  /** Of the first comment of a thread; null for replies. */
  anchor: CommentAnchor.nullable(),
  text: z.string(),
  /** Who is meant by an @; their names stand in the text as they were. */
  mentions: z.array(ParticipantId),
  authorId: ParticipantId,
  createdAtMs: TimestampMs,
  editedAtMs: TimestampMs.nullable(),
  /** Of the first comment of a thread. */
  resolved: z.object({ by: ParticipantId, atMs: TimestampMs }).nullable(),
});
export type Comment = z.infer<typeof Comment>;

/** In the order of writing. */
export const ListCommentsResponse = z.object({ comments: z.array(Comment) });
export type ListCommentsResponse = z.infer<typeof ListCommentsResponse>;

/** The id is the writer's, so that a repeated request makes one comment. */
export const CreateCommentRequest = z.object({
  id: CommentId,
  threadId: CommentId.nullable(),
  anchor: CommentAnchor.nullable(),
  text: CommentText,
  mentions: Mentions,
});
export type CreateCommentRequest = z.input<typeof CreateCommentRequest>;

/** Its author changes the words; whoever may write settles and reopens a thread. What is left out stays. */
export const UpdateCommentRequest = z.object({
  text: CommentText.optional(),
  mentions: Mentions.optional(),
  resolved: z.boolean().optional(),
});
export type UpdateCommentRequest = z.input<typeof UpdateCommentRequest>;

export const CommentResponse = z.object({ comment: Comment });
export type CommentResponse = z.infer<typeof CommentResponse>;
