import { useEffect, useEffectEvent, useRef } from 'react';
import type { Comment } from '../../../../shared/api/comments.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { CommentId } from '../../../../shared/protocol/ids.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import type { OpenRoom } from '../../../sync/open-room.ts';
import { announce } from '../../../ui/announce.ts';
import { type Sentence, useToast } from '../../../ui/toast.ts';
import { mentionText } from './mention-text.ts';
import { threadOf } from './unread.ts';
import type { Comments } from './use-loaded-comments.ts';

interface MentionNewsProps {
  readonly state: Comments;
  readonly data: Pick<GetWorkshopResponse, 'me' | 'people'>;
  readonly roster: OpenRoom['roster'];
  /** The thread that is being read. */
  readonly openId: CommentId | null;
  readonly onOpen: (thread: CommentId) => void;
}

/** Tells when somebody names this person while they are here; what was said before has its marks in the bar and on the board. */
export function MentionNews({ state, data, roster, openId, onOpen }: MentionNewsProps): null {
  const t = useText();
  const toast = useToast();
  const known = useRef<ReadonlySet<string> | null>(null);
  const tell = useEffectEvent((comment: Comment) => {
    const sentence: Sentence = (t) => mentionText(comment, roster.get(), data, t);
    const thread = threadOf(comment);
    if (thread === openId) announce(sentence(t));
    else toast(sentence, { label: (t) => t('companion.toComment'), go: () => onOpen(thread) });
  });
  const { me } = data;
  useEffect(() => {
    if (state.status !== 'ready') return;
    const before = known.current;
    known.current = new Set(state.comments.map(({ id }) => id));
    if (before === null) return;
    for (const comment of state.comments) {
      const { id, authorId, mentions } = comment;
      const isMine = authorId === me.participant.id || !mentions.includes(me.participant.id);
      if (!before.has(id) && !isMine) tell(comment);
    }
  }, [state, me.participant.id]);
  return null;
}
