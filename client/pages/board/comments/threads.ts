import type { Comment } from '../../../../shared/api/comments.ts';
import { foldText } from '../../../../shared/fold-text.ts';
import type { CommentId, ParticipantId } from '../../../../shared/protocol/ids.ts';

export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
  /** Of whatever was said last in it. */
  readonly lastAtMs: number;
}

/** The thread that was spoken in last stands first. */
export function threadsOf(comments: readonly Comment[]): readonly Thread[] {
  const answers = new Map<CommentId | null, Comment[]>();
  for (const comment of comments) answers.set(comment.threadId, [...(answers.get(comment.threadId) ?? []), comment]);
  return (answers.get(null) ?? [])
    .map((first) => {
      const own = answers.get(first.id) ?? [];
      return {
        first,
        answers: own,
        lastAtMs: Math.max(first.createdAtMs, ...own.map(({ createdAtMs }) => createdAtMs)),
      };
    })
    .sort((a, b) => b.lastAtMs - a.lastAtMs);
}

export interface Mentionable {
  readonly id: ParticipantId;
  readonly name: string;
}

/** The beginning of a name behind an @ at the caret; null where none is being written. */
export function mentionAt(text: string, caret: number): { readonly start: number; readonly query: string } | null {
  const match = /(?:^|\s)@([^\s@][^@\n]{0,40}|)$/u.exec(text.slice(0, caret));
  const query = match?.[1];
  return query === undefined ? null : { start: caret - query.length - 1, query };
}

/** Whose name, or a part of it, begins like that. */
export function matchingPeople<Person extends Mentionable>(
  people: readonly Person[],
  query: string,
): readonly Person[] {
  const wanted = foldText(query);
  return people.filter(({ name }) => foldText(name).startsWith(wanted) || foldText(name).includes(` ${wanted}`));
}

/** Who of the people that were picked still stands in the text. */
export const mentionsIn = (text: string, picked: readonly Mentionable[]): ParticipantId[] => [
  ...new Set(picked.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)),
];

/** The text in pieces, those that name somebody marked. @param names of who is mentioned */
export function piecesOf(text: string, names: readonly string[]): readonly { text: string; isMention: boolean }[] {
  if (names.length === 0) return [{ text, isMention: false }];
  const longestFirst = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text
    .split(new RegExp(`(@(?:${longestFirst.join('|')}))`, 'u'))
    .map((piece, index) => ({ text: piece, isMention: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
