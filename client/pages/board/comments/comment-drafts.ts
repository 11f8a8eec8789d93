import { z } from 'zod';
import { CommentAnchor } from '../../../../shared/api/comments.ts';
import { type BoardId, CommentId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import { type Observable, variable } from '../../../sync/observable.ts';
import { newCommentId } from './focus.ts';

/** What somebody is writing beside a board and has not said yet. */
const Written = z.object({
  text: z.string(),
  /** People whose names were put into the text. */
  picked: z.array(z.object({ id: ParticipantId, name: z.string() })).readonly(),
  /** Of a new thread alone: where it is going to hang. */
  anchor: CommentAnchor.nullable(),
});
type Written = z.infer<typeof Written>;

/** Under its id it is said once however often it is sent. */
const CommentDraft = Written.extend({ id: CommentId });
type CommentDraft = z.infer<typeof CommentDraft>;

/** A new thread, an answer in a thread, and a comment put into other words. */
export type DraftKey = `${'new' | 'answer' | 'edit'} ${string}`;
const DraftKey = z.custom<DraftKey>((key) => typeof key === 'string' && /^(new|answer|edit) /.test(key));

type Drafts = ReadonlyMap<DraftKey, CommentDraft>;

/**
 * What is being written beside one board. It outlasts the drawer, the room and a reload; without storage it lasts as long
 * as the page. Other tabs know nothing of it.
 */
export interface CommentDrafts {
  readonly all: Observable<Drafts>;
  /** What has no words is kept for its field alone: words that come later are another comment. @returns the id to say it under */
  keep(key: DraftKey, written: Written): CommentId;
  forget(key: DraftKey): void;
  /** It was said in these words. Others that were written meanwhile stay, to be said on their own. */
  said(key: DraftKey, text: string): void;
}

const known = new Map<string, CommentDrafts>();

/** The same for everything that shows them. */
export function commentDraftsOf(me: ParticipantId, board: BoardId): CommentDrafts {
  const place = `commonboard.comment-drafts.${me}.${board}`;
  const drafts = known.get(place) ?? createCommentDrafts(place);
  known.set(place, drafts);
  return drafts;
}

/** @param storage throws where it is switched off */
export function createCommentDrafts(
  place: string,
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = () => sessionStorage,
): CommentDrafts {
  const all = variable<Drafts>(new Map(read(() => storage().getItem(place))));
  const set = (next: Drafts): void => {
    all.set(next);
    const worded = [...next].filter(([, draft]) => hasWords(draft));
    try {
      if (worded.length === 0) storage().removeItem(place);
      else storage().setItem(place, JSON.stringify(worded));
    } catch {
      // Full or switched off.
    }
  };
  const put = (key: DraftKey, draft: CommentDraft): void => set(new Map([...all.get(), [key, draft]]));
  const forget = (key: DraftKey): void => set(new Map([...all.get()].filter(([other]) => other !== key)));
  return {
    ...{ all, forget },
    keep(key, written) {
      const before = all.get().get(key);
      const id = before !== undefined && hasWords(before) ? before.id : newCommentId();
      put(key, { ...written, id });
      return id;
    },
    said(key, text) {
      const draft = all.get().get(key);
      if (draft === undefined) return;
      if (draft.text === text) forget(key);
      else put(key, { ...draft, id: newCommentId() });
    },
  };
}

const hasWords = ({ text }: Pick<Written, 'text'>): boolean => text.trim() !== '';

const Stored = z.array(z.tuple([DraftKey, CommentDraft]));

function read(stored: () => string | null): z.infer<typeof Stored> {
  try {
    return Stored.parse(JSON.parse(stored() ?? '[]'));
  } catch {
    return [];
  }
}

/** Threads that were begun and are not said, in the order in which they were begun. */
export const newThreadsOf = (drafts: Drafts) =>
  [...drafts].flatMap(([key, draft]) => {
    const { text, anchor } = draft;
    const isNew = key.startsWith('new ') && hasWords(draft);
    return isNew && anchor !== null ? [{ id: CommentId.parse(key.slice(4)), text, anchor }] : [];
  });

/** Threads with an answer or a correction in them that is not said. */
export const isBegun = (drafts: Drafts, comments: readonly { readonly id: CommentId }[]): boolean =>
  comments.some(({ id }) => isBegunAt(drafts, `answer ${id}`) || isBegunAt(drafts, `edit ${id}`));

/** Whether words wait there; a field that was emptied holds none. */
export function isBegunAt(drafts: Drafts, key: DraftKey): boolean {
  const draft = drafts.get(key);
  return draft !== undefined && hasWords(draft);
}
