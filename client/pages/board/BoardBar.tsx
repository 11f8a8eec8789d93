import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { ChatCircleIcon } from '@phosphor-icons/react/dist/csr/ChatCircle';
import { ClockCounterClockwiseIcon } from '@phosphor-icons/react/dist/csr/ClockCounterClockwise';
import { ExportIcon } from '@phosphor-icons/react/dist/csr/Export';
import { ShareNetworkIcon } from '@phosphor-icons/react/dist/csr/ShareNetwork';
import { UsersIcon } from '@phosphor-icons/react/dist/csr/Users';
import { type ComponentProps, Suspense } from 'react';
import { Link } from 'wouter';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { RoomState } from '../../sync/room-state.ts';
import { Button, buttonClass, IconButton } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { SettingsButton } from '../../ui/SettingsButton.tsx';
import type { Hands } from './attention/use-hands.ts';
import styles from './BoardBar.module.css';
import { commentsLabel } from './comments/comments-label.ts';
import { SavedState } from './SavedState.tsx';
import type { Facilitation } from './tools/FacilitateItems.tsx';
import type { MoreMenu as Menu } from './tools/MoreMenu.tsx';
import { type BarRoom, useBarRoom } from './tools/use-bar-room.ts';
import type { ToolState } from './tools/use-board-tools.tsx';
import type { BoardViewName } from './use-board-view.ts';
import { ViewSwitch } from './ViewSwitch.tsx';

const loadFacilitateMenu = async () => ({ default: (await import('./tools/FacilitateMenu.tsx')).FacilitateMenu });
const FacilitateMenu = lazyPart(loadFacilitateMenu);
const HandButton = lazyPart(async () => ({ default: (await import('./attention/HandButton.tsx')).HandButton }));
const ReactButton = lazyPart(async () => ({ default: (await import('./reactions/ReactButton.tsx')).ReactButton }));
const MoreMenu = lazyPart(async () => ({ default: (await import('./tools/MoreMenu.tsx')).MoreMenu }));

interface BoardBarProps {
  readonly workshopTitle: string;
  readonly workshopHref: string;
  readonly boardTitle: string;
  readonly state: RoomState;
  readonly readOnly: boolean;
  readonly peopleCount: number;
  /** The count is from before the connection was lost. */
  readonly peopleAreStale: boolean;
  readonly peopleOpen: boolean;
  readonly onPeople: () => void;
  readonly view: BoardViewName;
  readonly onView: (view: BoardViewName) => void;
  /** Threads with something new in them. */
  readonly unread: number;
  /** Something new names this person. */
  readonly isMentioned: boolean;
  readonly commentsOpen: boolean;
  readonly onComments: () => void;
  readonly historyOpen: boolean;
  readonly onHistory: () => void;
  readonly facilitation: Facilitation;
  /** Undefined for those who only look on. */
  readonly hands: Hands | undefined;
  /** To the vote that is open, and what others came to; undefined where there are none. */
  readonly onVotes: (() => void) | undefined;
  /** Undefined for everybody who has no links to hand out. */
  readonly onShare: (() => void) | undefined;
  /** Undefined until the board is on the canvas. */
  readonly onExport: (() => void) | undefined;
  readonly editor: ComponentProps<typeof Menu>['editor'];
  readonly tools: ToolState;
  /** For what stands in the middle: the session, where there is room for it. */
  readonly onMiddle: (middle: Element | null) => void;
}

/** Trust is read first: where one is and whether everything is saved stand at the left, people before files at the right. */
export function BoardBar(props: BoardBarProps) {
  const t = useText();
  const room = useBarRoom();
  const back = t('workshop.back', { workshop: props.workshopTitle });
  return (
    <header className={styles.bar}>
      <Link href={props.workshopHref} className={buttonClass({})} aria-label={back} title={back}>
        <ArrowLeftIcon aria-hidden="true" />
      </Link>
      <div className={styles.board}>
        <h1 title={props.boardTitle}>{props.boardTitle}</h1>
        <SavedState state={props.state} readOnly={props.readOnly} />
      </div>
      {room === 'wide' && <div ref={props.onMiddle} className={styles.middle} />}
      {room !== 'phone' && <ViewSwitch view={props.view} onView={props.onView} />}
      <div className={styles.tools}>
        {props.hands !== undefined && (room !== 'phone' || props.hands.leads || props.hands.isUp) && (
          <Suspense fallback={null}>
            <HandButton hands={props.hands} />
          </Suspense>
        )}
        {room === 'wide' && (
          <Suspense fallback={null}>
            <ReactButton />
          </Suspense>
        )}
        <Button
          aria-expanded={props.peopleOpen}
          aria-label={t(`boardPage.${props.peopleAreStale ? 'peopleLast' : 'peopleHere'}`, {
            count: props.peopleCount,
          })}
          onClick={props.onPeople}
        >
          <UsersIcon aria-hidden="true" />
          <span className={`num ${props.peopleAreStale ? styles.stale : ''}`}>
            {props.peopleCount === 0 ? '–' : props.peopleCount}
          </span>
        </Button>
        {room !== 'phone' && <WiderTools {...props} room={room} />}
        <Suspense fallback={<span className={styles.more} />}>
          <MoreMenu room={room} {...props} />
        </Suspense>
      </div>
    </header>
  );
}

/** What a phone has behind its three dots. */
function WiderTools(props: BoardBarProps & { readonly room: BarRoom }) {
  const t = useText();
  const { unread, isMentioned } = props;
  return (
    <>
      <Button
        aria-expanded={props.commentsOpen}
        aria-label={commentsLabel(props, t)}
        title={t('comments.open')}
        onClick={props.onComments}
      >
        <ChatCircleIcon aria-hidden="true" />
        {unread > 0 && (
          <span className={`num ${styles.unread}`}>
            {isMentioned && '@'}
            {unread}
          </span>
        )}
      </Button>
      {props.room === 'wide' && (
        <IconButton label={t('history.open')} aria-expanded={props.historyOpen} onClick={props.onHistory}>
          <ClockCounterClockwiseIcon aria-hidden="true" />
        </IconButton>
      )}
      {props.room === 'wide' && Object.keys(props.facilitation).length > 0 && (
        <Suspense fallback={null}>
          <FacilitateMenu facilitation={props.facilitation} />
        </Suspense>
      )}
      {props.onShare !== undefined && (
        <Button look="line" onClick={props.onShare} aria-label={t('boardPage.share')} title={t('boardPage.share')}>
          <ShareNetworkIcon aria-hidden="true" />
          <span className={styles.word}>{t('boardPage.share')}</span>
        </Button>
      )}
      {props.room === 'wide' && (
        <Button
          look="line"
          disabled={props.onExport === undefined}
          onClick={props.onExport}
          aria-label={t('boardPage.exportBoard')}
          title={t('boardPage.exportBoard')}
        >
          <ExportIcon aria-hidden="true" />
          <span className={styles.word}>{t('boardPage.exportBoard')}</span>
        </Button>
      )}
      <SettingsButton />
    </>
  );
}
