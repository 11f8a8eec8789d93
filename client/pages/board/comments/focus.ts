import { nanoid } from 'nanoid';
import type { CommentAnchor } from '../../../../shared/api/comments.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { CommentId } from '../../../../shared/protocol/ids.ts';
import type { CommentDrafts } from './comment-drafts.ts';

/** What the drawer shows, and the board with it. */
export type Focus =
  | { readonly kind: 'all' }
  | { readonly kind: 'thread'; readonly id: CommentId }
  /** The next press on the board says where a new thread hangs. */
  | { readonly kind: 'placing' }
  /** Its id tells it from others that are begun. */
  | { readonly kind: 'new'; readonly id: CommentId; readonly anchor: CommentAnchor };

export const newCommentId = (): CommentId => CommentId.parse(nanoid());

/** What every part of the drawer works with. */
export interface CommentsContext {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly drafts: CommentDrafts;
  readonly reload: () => Promise<void>;
  readonly mayWrite: boolean;
}
