import { ChatCircleDotsIcon } from '@phosphor-icons/react/dist/csr/ChatCircleDots';
import {
  type ComponentProps,
  type Dispatch,
  type SetStateAction,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { CommentAnchor } from '../../../../shared/api/comments.ts';
import { anchorOfSelection, showAnchor } from '../../../canvas/comments/anchors.ts';
import type { CommentPins } from '../../../canvas/comments/CommentPins.tsx';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { Loading } from '../../../ui/Spinner.tsx';
import styles from './CommentsDrawer.module.css';
import { commentDraftsOf, isBegun, newThreadsOf } from './comment-drafts.ts';
import { DraftRow } from './DraftRow.tsx';
import { type CommentsContext, type Focus, newCommentId } from './focus.ts';
import { NewThread } from './NewThread.tsx';
import { ThreadRow } from './ThreadRow.tsx';
import { ThreadView } from './ThreadView.tsx';
import { threadsOf } from './threads.ts';
import type { Unread } from './unread.ts';
import type { Comments } from './use-loaded-comments.ts';

interface CommentsDrawerProps extends Omit<CommentsContext, 'drafts'> {
  readonly editor: ComponentProps<typeof CommentPins>['editor'] | null;
  readonly state: Comments;
  readonly focus: Focus;
  readonly unread: Unread;
  readonly onFocus: Dispatch<SetStateAction<Focus>>;
  readonly onClose: () => void;
}

/** What is said beside the board: all threads, one of them, or a new one. */
export function CommentsDrawer({ editor, state, focus, unread, onFocus, onClose, ...props }: CommentsDrawerProps) {
  const context = { ...props, drafts: commentDraftsOf(props.data.me.participant.id, props.board.id) };
  const t = useText();
  const threads = state.status === 'ready' ? threadsOf(state.comments) : [];
  const open = focus.kind === 'thread' ? threads.find(({ first }) => first.id === focus.id) : undefined;
  const isAll = focus.kind !== 'new' && open === undefined;
  const shown = open?.first.id ?? focus.kind;
  useEffect(() => {
    if (editor !== null && open?.first.anchor) showAnchor(editor, open.first.anchor);
  }, [editor, open?.first.anchor]);
  const begin = (anchor: CommentAnchor | null) =>
    onFocus(anchor === null ? { kind: 'placing' } : { kind: 'new', id: newCommentId(), anchor });
  return (
    <Drawer
      title={t(focus.kind === 'new' ? 'comments.new' : 'comments.title')}
      back={isAll ? undefined : { label: t('comments.back'), go: () => onFocus({ kind: 'all' }) }}
      // What was in the drawer before is gone, and the focus with it; a new comment takes it for its words.
      focusedFor={shown === 'placing' || shown === 'new' ? null : shown}
      onClose={onClose}
    >
      {state.status === 'loading' && <Loading label={t('comments.loading')} />}
      {state.status === 'failed' && (
        <div className={styles.body}>
          <FailureNote failure={state.failure} />
          <Button look="line" onClick={() => void context.reload()}>
            {t('common.tryAgain')}
          </Button>
        </div>
      )}
      {state.status === 'ready' && focus.kind === 'new' && (
        <NewThread
          key={focus.id}
          {...context}
          {...focus}
          // Whoever has gone on to something else stays there.
          onSaid={(id) => onFocus((now) => (now === focus ? { kind: 'thread', id } : now))}
          onGivenUp={() => onFocus({ kind: 'all' })}
        />
      )}
      {open !== undefined && focus.kind === 'thread' && (
        <ThreadView key={open.first.id} {...context} thread={open} onGone={() => onFocus({ kind: 'all' })} />
      )}
      {state.status === 'ready' && isAll && (
        <AllThreads
          {...context}
          threads={threads}
          unread={unread}
          isPlacing={focus.kind === 'placing'}
          onFocus={onFocus}
          onBegin={editor === null ? undefined : () => begin(anchorOfSelection(editor))}
        />
      )}
    </Drawer>
  );
}

interface AllThreadsProps extends CommentsContext {
  readonly threads: ReturnType<typeof threadsOf>;
  readonly unread: Unread;
  readonly isPlacing: boolean;
  readonly onFocus: (focus: Focus) => void;
  readonly onBegin: (() => void) | undefined;
}

const shows = ['open', 'settled'] as const;

function AllThreads(props: AllThreadsProps) {
  const { threads, unread, isPlacing, mayWrite, data, drafts, onFocus, onBegin } = props;
  const t = useText();
  const begun = useSyncExternalStore(drafts.all.subscribe, drafts.all.get);
  const unsaid = mayWrite ? newThreadsOf(begun) : [];
  const [show, setShow] = useState<(typeof shows)[number]>('open');
  const settled = threads.filter(({ first }) => first.resolved !== null);
  const shown = show === 'settled' ? settled : threads.filter(({ first }) => first.resolved === null);
  return (
    <div className={styles.body}>
      {mayWrite && onBegin !== undefined && (
        <Button
          look="line"
          wide
          aria-pressed={isPlacing}
          onClick={isPlacing ? () => onFocus({ kind: 'all' }) : onBegin}
        >
          <ChatCircleDotsIcon aria-hidden="true" />
          {t(isPlacing ? 'comments.placing' : 'comments.begin')}
        </Button>
      )}
      {unsaid.length > 0 && (
        <ul className={styles.threads}>
          {unsaid.map(({ id, text, anchor }) => (
            <DraftRow key={id} text={text} onOpen={() => onFocus({ kind: 'new', id, anchor })} />
          ))}
        </ul>
      )}
      {settled.length > 0 && (
        <Segments
          legend={t('comments.show')}
          options={shows.map((value) => ({ value, label: t(`comments.show-${value}`) }))}
          value={show}
          onChange={setShow}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState
          title={t(`comments.none-${show}`)}
          text={t(mayWrite ? 'comments.noneText' : 'comments.noneReader')}
        />
      ) : (
        <ul className={styles.threads}>
          {shown.map((thread) => (
            <ThreadRow
              key={thread.first.id}
              thread={thread}
              data={data}
              isNew={unread.threads.has(thread.first.id)}
              isBegun={mayWrite && isBegun(begun, [thread.first, ...thread.answers])}
              onOpen={() => onFocus({ kind: 'thread', id: thread.first.id })}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
