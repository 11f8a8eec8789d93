import {
  CommentResponse,
  type CreateCommentRequest,
  ListCommentsResponse,
  type UpdateCommentRequest,
} from '../../shared/api/comments.ts';
import type { BoardId, CommentId } from '../../shared/protocol/ids.ts';
import { type Answer, call } from './call.ts';

const commentsPath = (board: BoardId): string => `/api/boards/${board}/comments`;

export const listComments = (board: BoardId): Promise<Answer<ListCommentsResponse>> =>
  call({ method: 'GET', path: commentsPath(board), response: ListCommentsResponse });

/** Sent again with the same id it is said once. */
export const createComment = (board: BoardId, body: CreateCommentRequest): Promise<Answer<CommentResponse>> =>
  call({ method: 'POST', path: commentsPath(board), body, response: CommentResponse });

export const updateComment = (
  board: BoardId,
  id: CommentId,
  body: UpdateCommentRequest,
): Promise<Answer<CommentResponse>> =>
  call({ method: 'PATCH', path: `${commentsPath(board)}/${id}`, body, response: CommentResponse });

export const deleteComment = (board: BoardId, id: CommentId): Promise<Answer<null>> =>
  call({ method: 'DELETE', path: `${commentsPath(board)}/${id}`, response: null });
