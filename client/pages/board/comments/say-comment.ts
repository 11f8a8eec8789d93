import { type CommentResponse, CreateCommentRequest } from '../../../../shared/api/comments.ts';
import type { BoardId } from '../../../../shared/protocol/ids.ts';
import type { Answer } from '../../../api/call.ts';
import { createComment, updateComment } from '../../../api/comments.ts';

/**
 * Once, however often it is sent, and in the words of the last time: where the first answer was lost, the server has the
 * words of then and answers with those.
 */
export async function sayComment(board: BoardId, words: CreateCommentRequest): Promise<Answer<CommentResponse>> {
  const answer = await createComment(board, words);
  if (!answer.ok) return answer;
  const { id, text, mentions } = answer.value.comment;
  // As the server keeps them.
  const isAsMeant =
    text === CreateCommentRequest.shape.text.parse(words.text) && mentions.join() === words.mentions.join();
  return isAsMeant ? answer : updateComment(board, id, { text: words.text, mentions: words.mentions });
}
