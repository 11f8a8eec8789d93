import { CloudSlashIcon } from '@phosphor-icons/react/dist/csr/CloudSlash';
import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import { type ReactNode, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Link } from 'wouter';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { PrivateCounts, RosterEntry } from '../../../shared/protocol/messages.ts';
import { rulesFor } from '../../../shared/session/rules.ts';
import { createPeople } from '../../canvas/card-shapes/people.ts';
import { useServerClock } from '../../facilitation/clock/use-server-clock.ts';
import { momentOf } from '../../facilitation/private-writing/moment.ts';
import { useLateCards } from '../../facilitation/private-writing/use-late-cards.ts';
import { TimerFace } from '../../facilitation/timer/TimerFace.tsx';
import { roundOn } from '../../facilitation/voting/moment.ts';
import { CompanionTexts } from '../../i18n/CompanionTexts.tsx';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { variable } from '../../sync/observable.ts';
import { isFarewell, type RoomState } from '../../sync/room-state.ts';
import { Banner } from '../../ui/Banner.tsx';
import { fetchAhead, lazyPart } from '../../ui/lazy-part.ts';
import { Main } from '../../ui/Main.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import { useFocusKept } from '../../ui/use-focus-kept.ts';
import { FloorNews } from '../board/attention/FloorNews.tsx';
import { PublishingBanner } from '../board/PublishingBanner.tsx';
import { useBoardNews } from '../board/use-board-news.ts';
import { useFreshPeople } from '../board/use-fresh-people.ts';
import { workshopPath } from '../paths.ts';
import styles from './Companion.module.css';
import { CompanionNav, type CompanionTab } from './CompanionNav.tsx';
import { HandTab } from './HandTab.tsx';
import { PhoneAttention } from './PhoneAttention.tsx';
import { PhoneMention } from './PhoneMention.tsx';
import { PhonePassing } from './PhoneReactions.tsx';
import { PhoneToasts } from './PhoneToasts.tsx';
import { useLine, useNewestSession } from './use-line.ts';
import { useOutbox } from './use-outbox.ts';
import { useOwnNews } from './use-own-news.ts';
import { usePhase } from './use-phase.ts';
import { usePhoneVotes } from './use-phone-votes.ts';
import { WriteTab } from './WriteTab.tsx';

/** Ahead: a server of another version may no longer have this page's parts when it says so. */
const EndedState = lazyPart(async () => ({ default: (await import('../board/EndedState.tsx')).EndedState }), {
  ahead: true,
});
const GroupStrip = lazyPart(async () => ({ default: (await import('./GroupStrip.tsx')).GroupStrip }));
const VoteTab = lazyPart(async () => ({ default: (await import('./VoteTab.tsx')).VoteTab }), { ahead: true });

interface CompanionProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  /** Somebody is here whom `data` does not know, or not so. */
  readonly onStale: () => Promise<void>;
  /** To the canvas. */
  readonly onLook: () => void;
}

/** What a phone shows of a board to who takes part: to write, vote and raise a hand, without the canvas. */
export const Companion = (props: CompanionProps) => (
  <CompanionTexts>
    <PhoneToasts>
      <OnLine {...props} />
    </PhoneToasts>
  </CompanionTexts>
);

const unopened = {
  state: variable<RoomState>({ status: 'connecting' }),
  roster: variable<readonly RosterEntry[]>([]),
  privateCounts: variable<PrivateCounts>({ counts: [], own: 0 }),
} as const;

function OnLine({ data, board, onStale, onLook }: CompanionProps) {
  const t = useText();
  const [tab, showTab] = useState<CompanionTab>('write');
  const line = useLine(board.id);
  const { state: stated, roster: told, privateCounts } = line ?? unopened;
  const state = useSyncExternalStore(stated.subscribe, stated.get);
  const roster = useSyncExternalStore(told.subscribe, told.get);
  const { own, counts } = useSyncExternalStore(privateCounts.subscribe, privateCounts.get);
  const session = useNewestSession(line, data.session);
  const clock = useServerClock(data.workshop.id, session.timer !== null);
  const { closedAtMs } = session;
  const [isClosed, isLive] = [closedAtMs !== null, state.status === 'live'];
  const moment = momentOf(session, board.id);
  // What is written for oneself alone is written whatever is locked.
  const isShut = moment.status === 'off' && rulesFor('participant', session, board.id).whole !== null;
  const round = roundOn(session, board.id);
  const phase = usePhase(data, board, session);
  const people = useMemo(() => createPeople(data, roster), [data, roster]);
  const voting = usePhoneVotes({
    ...{ line, board, round, me: data.me.participant.id, mayVote: !isClosed, isWanted: tab === 'vote' },
  });
  const outbox = useOutbox({
    ...{ boardId: board.id, participantId: data.me.participant.id, isLive },
    mayAdd: !isClosed && !isShut,
    isGone: state.status === 'ended' && isFarewell(state.code),
  });
  useFreshPeople(data, roster, onStale);
  useEffect(() => fetchAhead(), []);
  useBoardNews({ state, isLoaded: true, closedAtMs, session, ...{ own: null, readOnly: false, unsent: 'nothing' } });
  useOwnNews({ session, board, phase, counts, clock });
  const late = useLateCards({ own, isOver: moment.status === 'off', isCalm: isLive, areThere: () => own > 0 });
  useFocusKept(late.count > 0 ? null : 'none');
  const isMyTurn = session.floor.speaking?.participantId === data.me.participant.id;
  return (
    <div className={styles.page}>
      <FloorNews room={line} data={data} session={session} />
      <header className={styles.top}>
        <Link href={workshopPath(data.workshop.id)}>
          <strong>{board.title}</strong>
          <span>{data.workshop.title}</span>
        </Link>
        {session.timer !== null && (
          <span className={styles.timer}>
            <TimerFace timer={session.timer} clock={clock} />
          </span>
        )}
      </header>
      {state.status === 'offline' && <Notice text={t('companion.offline')} />}
      {state.status === 'full' && <Notice text={t('companion.full')} />}
      {isClosed && (
        <Banner
          {...{ look: 'quiet', place: 'bar', title: t('session.closedTitle'), text: t('companion.closed') }}
          icon={<LockSimpleIcon aria-hidden="true" />}
        />
      )}
      {session.breakouts.length > 0 && (
        <Suspense fallback={null}>
          <GroupStrip {...{ data, board, session, onStale }} />
        </Suspense>
      )}
      {state.status !== 'ended' && <PhoneAttention {...{ data, board, session, roster, onLook }} />}
      {state.status !== 'ended' && line !== null && <PhoneMention {...{ data, board, line, onLook }} />}
      {late.count > 0 && (
        <PublishingBanner
          {...{ board, count: late.count, mayPublish: !isClosed, onKeep: late.keep }}
          isAnonymous={session.anonymousBoards.includes(board.id)}
        />
      )}
      <Main title={`${board.title} – ${data.workshop.title}`} className={styles.main}>
        {state.status === 'ended' ? (
          <Tab>
            <EndedState code={state.code} unsaved={false} kept workshopHref={workshopPath(data.workshop.id)} />
          </Tab>
        ) : (
          <Tab>
            {tab === 'write' && (
              <WriteTab {...{ data, board, session, phase, moment, people, outbox, isLive, isShut, isClosed }} />
            )}
            {tab === 'vote' && <VoteTab {...{ board, round, voting, people }} />}
            {tab === 'hand' && <HandTab {...{ data, board, session, roster, people }} />}
          </Tab>
        )}
      </Main>
      {line !== null && <PhonePassing line={line} data={data} />}
      {state.status !== 'ended' && (
        <CompanionNav tab={tab} isVoteOpen={round !== null} isMyTurn={isMyTurn} onTab={showTab} onLook={onLook} />
      )}
    </div>
  );
}

function Tab({ children }: { readonly children: ReactNode }) {
  const t = useText();
  return <Suspense fallback={<Loading label={t('common.loading')} />}>{children}</Suspense>;
}

const Notice = ({ text }: { readonly text: string }) => (
  <Banner look="now" place="bar" text={text} icon={<CloudSlashIcon aria-hidden="true" />} />
);
