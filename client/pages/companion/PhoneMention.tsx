import { AtIcon } from '@phosphor-icons/react/dist/csr/At';
import { useState, useSyncExternalStore } from 'react';
import type { Comment } from '../../../shared/api/comments.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { LiveLine } from '../../sync/live-line.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { mentionText } from '../board/comments/mention-text.ts';
import { seenAtMs } from '../board/comments/seen.ts';
import { threadOf, unreadOf } from '../board/comments/unread.ts';
import { useLoadedComments } from '../board/comments/use-loaded-comments.ts';
import { wantThread } from '../board/comments/wanted-thread.ts';
import { useSaid } from './use-said.ts';

interface PhoneMentionProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly line: LiveLine;
  /** To the canvas. */
  readonly onLook: () => void;
}

/** Answered as long as this page lives: it is read on the canvas, or not now. */
let answered: Comment['id'] | null = null;

/** Somebody names this person beside the board. Comments are read on the canvas; the thread is open there. */
export function PhoneMention({ data, board, line, onLook }: PhoneMentionProps) {
  const t = useText();
  const me = data.me.participant.id;
  const roster = useSyncExternalStore(line.roster.subscribe, line.roster.get);
  const { state } = useLoadedComments(line, board);
  const [seenMs] = useState(() => seenAtMs(me, board.id));
  const [isDone, setDone] = useState<Comment['id'] | null>(answered);
  const { mention } = unreadOf(state.status === 'ready' ? state.comments : [], me, seenMs);
  const isOpen = mention !== null && mention.id !== isDone;
  const text = isOpen ? mentionText(mention, roster, data, t) : '';
  useSaid('mention', isOpen ? mention.createdAtMs : null, text);
  if (!isOpen) return null;
  const answer = () => {
    answered = mention.id;
    setDone(mention.id);
  };
  return (
    <Banner
      role="region"
      aria-label={t('companion.mentioned')}
      icon={<AtIcon aria-hidden="true" />}
      look="quiet"
      place="bar"
      text={text}
    >
      <Button
        look="line"
        onClick={() => {
          answer();
          wantThread(board.id, threadOf(mention));
          onLook();
        }}
      >
        {t('companion.toComment')}
      </Button>
      <Button onClick={answer}>{t('attention.notNow')}</Button>
    </Banner>
  );
}
