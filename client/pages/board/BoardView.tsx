import { type ComponentProps, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { can } from '../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import type { BoardCanvas } from '../../canvas/BoardCanvas.tsx';
import { createPeople } from '../../canvas/card-shapes/people.ts';
import { showShape } from '../../canvas/frames.ts';
import { HelpProvider } from '../../cards/help/HelpProvider.tsx';
import { MethodProvider } from '../../cards/MethodProvider.tsx';
import { followScripts } from '../../export/text/follow-scripts.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { variable } from '../../sync/observable.ts';
import type { OpenRoom } from '../../sync/open-room.ts';
import type { RoomState } from '../../sync/room-state.ts';
import { fetchAhead } from '../../ui/lazy-part.ts';
import { Main } from '../../ui/Main.tsx';
import { SkipLink } from '../../ui/SkipLink.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import { ToastProvider } from '../../ui/Toasts.tsx';
import { workshopPath } from '../paths.ts';
import { useHands } from './attention/use-hands.ts';
import { BoardBanners } from './BoardBanners.tsx';
import { BoardBar } from './BoardBar.tsx';
import { BoardGuide, ChosenCard } from './BoardCards.tsx';
import { BoardDialogs } from './BoardDialogs.tsx';
import { BoardStage } from './BoardStage.tsx';
import styles from './BoardView.module.css';
import { useComments } from './comments/use-comments.tsx';
import { useHistory } from './history/use-history.tsx';
import {
  Attention,
  FloorNews,
  LocksOnBoard,
  PeopleDrawer,
  PrivateWriting,
  PrivateWritingNews,
  RunNews,
  RunOnBoard,
  Voting,
  VotingNews,
} from './parts.ts';
import { organisationsHere } from './people-here.ts';
import { isRunDialog } from './run/run-dialogs.ts';
import { useBoardTools } from './tools/use-board-tools.tsx';
import { useBoardNews } from './use-board-news.ts';
import { type BoardViewName, useBoardView } from './use-board-view.ts';
import { type CanvasConfig, useClientConfig } from './use-client-config.ts';
import { useClosing } from './use-closing.ts';
import { useExportHook } from './use-export-hook.ts';
import { type FacilitationDialog, useFacilitation } from './use-facilitation.ts';
import { useFreshPeople } from './use-fresh-people.ts';
import { useNotices } from './use-notices.ts';
import { useRegions } from './use-regions.ts';
import { type SessionRoom, useSessionRoom } from './use-session-room.ts';
import type { Voting as VotingPart } from './voting/Voting.tsx';

type VotingProps = ComponentProps<typeof VotingPart>;
type Editor = Parameters<NonNullable<ComponentProps<typeof BoardCanvas>['onEditor']>>[0];

/** What stands at the right of the board; one at a time. */
type Panel = 'people' | 'history' | 'comments' | 'votes' | 'balance';

interface BoardViewProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  /** Somebody is here whom `data` does not know, or not so. */
  readonly onStale: () => Promise<void>;
}

/** One board: its room, its bar, and the canvas in all that is left of the window. */
export const BoardView = (props: BoardViewProps) => (
  <ToastProvider edge="top">
    <BoardInRoom {...props} />
  </ToastProvider>
);

/** How a room stands that is not there yet. */
const unopened = { state: variable<RoomState>({ status: 'connecting' }), loaded: variable(false) } as const;

/** The board in the room of the moment: another one, and it is opened anew. */
function BoardInRoom(props: BoardViewProps) {
  const t = useText();
  const config = useClientConfig();
  const { room, stated = unopened.state, ...session } = useSessionRoom(props.data, props.board);
  const { loaded } = room ?? unopened;
  const state = orOldPage(useSyncExternalStore(stated.subscribe, stated.get), config?.isOtherVersion === true);
  const isLoaded = useSyncExternalStore(loaded.subscribe, loaded.get);
  useBoardNews({ state, isLoaded, ...session });
  return (
    <>
      <Suspense fallback={null}>
        <PrivateWritingNews {...{ room, session: session.session, board: props.board, role: props.data.me.role }} />
        <RunNews {...{ data: props.data, board: props.board, session: session.session }} />
        <VotingNews session={session.session} boardId={props.board.id} />
        <FloorNews room={room} data={props.data} session={session.session} />
      </Suspense>
      {room === null ? (
        <Loading label={t('workshop.openingBoard')} />
      ) : (
        <OpenBoard key={room.id} {...{ ...props, ...session, room, config, state, isLoaded }} />
      )}
    </>
  );
}

interface OpenBoardProps extends BoardViewProps, Omit<SessionRoom, 'stated'> {
  readonly room: OpenRoom;
  readonly config: CanvasConfig | null;
  readonly state: RoomState;
  /** Whether there is a board to see. */
  readonly isLoaded: boolean;
}

function OpenBoard(props: OpenBoardProps) {
  const { data, board, onStale, room, config, state, isLoaded, readOnly, closedAtMs, unsent, session, own } = props;
  const t = useText();
  const roster = useSyncExternalStore(room.roster.subscribe, room.roster.get);
  const [editor, setEditor] = useState<Editor>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [dialog, setDialog] = useState<'share' | 'export' | 'vote' | FacilitationDialog | null>(null);
  const [votePreset, setVotePreset] = useState<VotingProps['preset']>(null);
  const [agendaEdition, setAgendaEdition] = useState(0);
  const [middleSlot, setMiddleSlot] = useState<Element | null>(null);
  const [drawerSlot, setDrawerSlot] = useState<Element | null>(null);
  const [canvasSlot, setCanvasSlot] = useState<Element | null>(null);
  const [isLooking, setLooking] = useState(false);
  const me = useMemo(
    () => ({ participantId: data.me.participant.id, name: data.me.participant.name }),
    [data.me.participant],
  );
  const people = useMemo(() => createPeople(data, roster), [data, roster]);
  const [view, showView] = useBoardView();
  const page = useRef<HTMLDivElement>(null);
  const toBoard = useRegions(page);
  const [lost, setLost] = useNotices(room);
  useFreshPeople(data, roster, onStale);
  useClosing(room, editor);
  const isOver = state.status === 'ended' && state.code !== CloseCode.sessionClosed;
  const isOutside = isOver || (state.status === 'full' && !isLoaded);
  const history = useHistory({
    boardId: board.id,
    me,
    role: board.example || closedAtMs !== null ? 'viewer' : data.me.role,
    licenseKey: config?.licenseKey,
    editor,
    open: panel === 'history' && !isOver,
    onClose: () => setPanel(null),
  });
  const comments = useComments({
    ...{ room, data, board, editor },
    isOpen: panel === 'comments' && !isOver,
    onOpen: () => {
      editor?.selectNone();
      setPanel('comments');
    },
    onClose: () => setPanel(null),
  });
  const mayBegin = can(data.me.role, 'canFacilitate') && !readOnly;
  const beginVote = (preset: VotingProps['preset']) => {
    setVotePreset(preset);
    if (session.voting?.boardId !== board.id) setDialog('vote');
    else if (panel !== 'votes') openPanel('votes');
  };
  const hands = useHands(data, session, roster, () => openPanel('people'));
  const facilitation = useFacilitation({
    ...{ data, board, session, readOnly, editor },
    onDialog: setDialog,
    onVote: () => beginVote(null),
    onBalance: () => openPanel('balance'),
  });
  const goToView = (next: BoardViewName) => {
    showView(next);
    const chosen = editor?.getOnlySelectedShape();
    if (next === 'board' && editor != null && chosen != null) showShape(editor, chosen.id);
  };
  const tools = useBoardTools({
    ...{ editor, readOnly: readOnly || isLooking },
    isOnBoard: view === 'board' && !history.isPreviewing,
    onShowBoard: () => view !== 'board' && showView('board'),
  });
  const openPanel = (name: Panel) => {
    editor?.selectNone();
    setPanel(panel === name ? null : name);
  };
  useEffect(() => (editor === null ? undefined : followScripts(editor)), [editor]);
  useEffect(() => (editor === null ? undefined : fetchAhead()), [editor]);
  useExportHook({ editor, board, data });

  const workshopHref = workshopPath(data.workshop.id);
  const peopleCount = organisationsHere(roster).reduce((sum, { people }) => sum + people.length, 0);
  return (
    <MethodProvider editor={editor} board={board} me={data.me} people={people} readOnly={readOnly || isLooking}>
      <HelpProvider>
        <div ref={page} className={styles.board} data-projecting={tools.isProjecting || undefined}>
          <SkipLink onSkip={toBoard}>{t('boardPage.toBoard')}</SkipLink>
          {view === 'board' && <SkipLink onSkip={() => goToView('table')}>{t('boardPage.asTable')}</SkipLink>}
          <BoardBar
            workshopTitle={data.workshop.title}
            workshopHref={workshopHref}
            boardTitle={board.title}
            state={state}
            readOnly={readOnly}
            peopleCount={peopleCount}
            peopleAreStale={state.status !== 'live'}
            peopleOpen={panel === 'people'}
            onPeople={() => openPanel('people')}
            historyOpen={panel === 'history'}
            onHistory={() => openPanel('history')}
            view={view}
            onView={goToView}
            unread={comments.unread}
            isMentioned={comments.isMentioned}
            commentsOpen={panel === 'comments'}
            onComments={() => openPanel('comments')}
            facilitation={facilitation}
            hands={board.example ? undefined : hands}
            onVotes={board.example ? undefined : () => openPanel('votes')}
            onShare={can(data.me.role, 'canFacilitate') ? () => setDialog('share') : undefined}
            onExport={editor === null || history.isPreviewing ? undefined : () => setDialog('export')}
            editor={editor}
            tools={tools}
            onMiddle={setMiddleSlot}
          />
          <Suspense fallback={null}>
            <RunOnBoard
              {...{ data, board, session }}
              isProjecting={tools.isProjecting}
              isFollowing={tools.followed !== null}
              isOnBoard={view === 'board' && !history.isPreviewing}
              isPreviewing={history.isPreviewing}
              middle={middleSlot}
              dialog={isRunDialog(dialog) ? dialog : null}
              onDialog={setDialog}
              onDialogClosed={(closed) => setDialog((now) => (now === closed ? null : now))}
              onAgenda={() => setAgendaEdition((edition) => edition + 1)}
              onVote={beginVote}
              onGroups={() => setDialog('breakouts')}
              onRound={() => panel !== 'people' && openPanel('people')}
              onDecide={() => setDialog('decision')}
              onShowBoard={() => view !== 'board' && showView('board')}
            />
          </Suspense>
          <Suspense fallback={null}>
            <Attention
              {...{ data, board, session, roster, editor, tools, onStale }}
              onShowBoard={() => view !== 'board' && showView('board')}
              drawer={panel === 'balance' && !isOver ? drawerSlot : null}
              onDrawerClosed={() => setPanel(null)}
              isAsked={dialog === 'breakouts' && mayBegin}
              onAsk={setDialog}
            />
          </Suspense>
          <BoardBanners
            {...{ data, board, room, state, isLoaded, closedAtMs, unsent }}
            isProjecting={tools.isProjecting}
          />
          <Suspense fallback={null}>
            <PrivateWriting
              {...{ data, board, room, session, readOnly, people, editor }}
              isSaved={state.status === 'live' && state.saved}
              isStarting={dialog === 'private-writing'}
              onStarted={() => setDialog(null)}
            />
          </Suspense>
          <Suspense fallback={null}>
            <LocksOnBoard
              {...{ data, board, session, own, readOnly, editor, lost }}
              slot={canvasSlot}
              isListing={dialog === 'locks'}
              onListed={() => setDialog(null)}
              onForget={() => setLost([])}
              onLooking={setLooking}
              onShowBoard={() => view !== 'board' && showView('board')}
            />
          </Suspense>
          <Suspense fallback={null}>
            <Voting
              {...{ data, board, room, session, readOnly, editor }}
              isOpen={panel === 'votes' && !isOver}
              isStarting={dialog === 'vote'}
              preset={votePreset}
              slots={{ drawer: drawerSlot, canvas: canvasSlot }}
              onOpen={() => openPanel('votes')}
              onClose={() => setPanel(null)}
              onStarted={() => setDialog(null)}
              onShowBoard={() => view !== 'board' && showView('board')}
            />
          </Suspense>
          <div className={styles.stage}>
            {!isOutside && (
              <BoardGuide
                {...{ data, board, session, readOnly, agendaEdition }}
                onShowBoard={() => showView('board')}
              />
            )}
            <Main title={`${board.title} · ${data.workshop.title}`} className={styles.canvas}>
              <BoardStage
                {...{ data, board, room, own, me, config, state, readOnly, isOutside, view, history, comments, tools }}
                workshopHref={workshopHref}
                onEditor={setEditor}
                onSlot={setCanvasSlot}
              />
            </Main>
            {panel === 'people' && (
              <Suspense fallback={null}>
                <PeopleDrawer
                  session={session}
                  roster={roster}
                  stale={state.status !== 'live'}
                  data={data}
                  followed={tools.followed}
                  onFollow={(person) => {
                    if (view !== 'board') showView('board');
                    tools.follow(person);
                  }}
                  onClose={() => setPanel(null)}
                />
              </Suspense>
            )}
            {history.drawer}
            {comments.news}
            {comments.drawer}
            <div ref={setDrawerSlot} className={styles.slot} />
            {!isOutside && (
              <ChosenCard
                onOpened={() => setPanel(null)}
                onClosed={() => view === 'board' && editor?.getContainer().focus()}
              />
            )}
          </div>
          <BoardDialogs
            {...{ data, board, session, roster, editor }}
            dialog={dialog === 'decision' && !mayBegin ? null : dialog}
            onShowBoard={() => view !== 'board' && showView('board')}
            onClose={() => setDialog(null)}
          />
        </div>
      </HelpProvider>
    </MethodProvider>
  );
}

/** A page of another version than its server's cannot get a connection; the server's configuration says so as well. */
const orOldPage = (state: RoomState, isOtherVersion: boolean): RoomState =>
  isOtherVersion && state.status === 'offline' ? { ...state, status: 'ended', code: CloseCode.oldPage } : state;
