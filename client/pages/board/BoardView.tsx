import { type ComponentProps, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { can } from '../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { CloseCode } from '../../../shared/protocol/close-codes.ts';
import type { BoardCanvas } from '../../canvas/BoardCanvas.tsx';
import { createPeople } from '../../canvas/card-shapes/people.ts';
import { showShape } from '../../canvas/frames.ts';
import { CardCanvas } from '../../cards/CardCanvas.tsx';
import { HelpProvider } from '../../cards/help/HelpProvider.tsx';
import { MethodProvider } from '../../cards/MethodProvider.tsx';
import { installExportHook } from '../../export/export-hook.ts';
import { followScripts } from '../../export/text/follow-scripts.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { OpenRoom, RoomState } from '../../sync/open-room.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Main } from '../../ui/Main.tsx';
import { Loading } from '../../ui/Spinner.tsx';
import { ToastProvider, useToast } from '../../ui/Toasts.tsx';
import { workshopPath } from '../paths.ts';
import { BoardBar } from './BoardBar.tsx';
import { BoardGuide, BoardTable, ChosenCard } from './BoardCards.tsx';
import { BoardPicture } from './BoardPicture.tsx';
import styles from './BoardView.module.css';
import { EndedState } from './EndedState.tsx';
import { ExampleBanner } from './ExampleBanner.tsx';
import { useHistory } from './history/use-history.tsx';
import { createEchoGuard, noticeText } from './notice-text.ts';
import { OfflineBanner } from './OfflineBanner.tsx';
import { PeopleDrawer } from './PeopleDrawer.tsx';
import { organisationsHere } from './people-here.ts';
import { useBoardView } from './use-board-view.ts';
import { useClientConfig } from './use-client-config.ts';
import { useRoom } from './use-room.ts';

const loadExportDialog = async () => ({ default: (await import('../../export/ExportDialog.tsx')).ExportDialog });
const ExportDialog = lazyPart(loadExportDialog);
const loadShareDialog = async () => ({ default: (await import('./ShareDialog.tsx')).ShareDialog });
const ShareDialog = lazyPart(loadShareDialog);

type Editor = Parameters<NonNullable<ComponentProps<typeof BoardCanvas>['onEditor']>>[0];

interface BoardViewProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
}

/** One board: its room, its bar, and the canvas in all that is left of the window. */
export function BoardView({ data, board }: BoardViewProps) {
  const t = useText();
  const readOnly = board.example || !can(data.me.role, 'canEdit');
  const room = useRoom(board.id, data.me.participant.id, readOnly);
  return (
    <ToastProvider edge="top">
      {room === null ? (
        <Loading label={t('workshop.openingBoard')} />
      ) : (
        <OpenBoard key={room.id} data={data} board={board} room={room} readOnly={readOnly} />
      )}
    </ToastProvider>
  );
}

interface OpenBoardProps extends BoardViewProps {
  readonly room: OpenRoom;
  readonly readOnly: boolean;
}

function OpenBoard({ data, board, room, readOnly }: OpenBoardProps) {
  const roster = useSyncExternalStore(room.roster.subscribe, room.roster.get);
  const config = useClientConfig();
  const state = orOldPage(useSyncExternalStore(room.state.subscribe, room.state.get), config?.isOtherVersion === true);
  const [editor, setEditor] = useState<Editor>(null);
  const [panel, setPanel] = useState<'people' | 'history' | null>(null);
  const [dialog, setDialog] = useState<'share' | 'export' | null>(null);
  const me = useMemo(
    () => ({ participantId: data.me.participant.id, name: data.me.participant.name }),
    [data.me.participant],
  );
  const people = useMemo(() => createPeople(data, roster), [data, roster]);
  const [view, showView] = useBoardView();
  useNotices(room);
  const history = useHistory({
    boardId: board.id,
    me,
    role: board.example ? 'viewer' : data.me.role,
    licenseKey: config?.licenseKey,
    editor,
    open: panel === 'history' && state.status !== 'ended',
    onClose: () => setPanel(null),
  });
  const openPanel = (name: 'people' | 'history') => {
    editor?.selectNone();
    setPanel(panel === name ? null : name);
  };
  useEffect(() => (editor === null ? undefined : followScripts(editor)), [editor]);
  useEffect(() => (editor === null ? undefined : installExportHook({ editor, data, board })), [editor, data, board]);

  const workshopHref = workshopPath(data.workshop.id);
  const peopleCount = organisationsHere(roster).reduce((sum, { people }) => sum + people.length, 0);
  return (
    <MethodProvider editor={editor} board={board} me={data.me} people={people} readOnly={readOnly}>
      <HelpProvider>
        <div className={styles.board}>
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
            onView={(next) => {
              showView(next);
              const chosen = editor?.getOnlySelectedShape();
              if (next === 'board' && editor != null && chosen != null) showShape(editor, chosen.id);
            }}
            onShare={can(data.me.role, 'canFacilitate') ? () => setDialog('share') : undefined}
            onExport={editor === null || history.isPreviewing ? undefined : () => setDialog('export')}
          />
          {state.status === 'offline' && <OfflineBanner blocked={state.blocked} />}
          {board.example && <ExampleBanner data={data} board={board} />}
          <div className={styles.stage}>
            {state.status !== 'ended' && <BoardGuide data={data} board={board} onShowBoard={() => showView('board')} />}
            <Main title={`${board.title} · ${data.workshop.title}`} className={styles.canvas}>
              {state.status === 'ended' ? (
                <EndedState {...state} workshopHref={workshopHref} />
              ) : config === null ? null : (
                <>
                  <div
                    className={styles.live}
                    inert={history.isPreviewing || view === 'table'}
                    data-under={view === 'table'}
                  >
                    <CardCanvas
                      room={room}
                      me={me}
                      readOnly={readOnly}
                      licenseKey={config.licenseKey}
                      onEditor={setEditor}
                    />
                  </div>
                  {view === 'table' && (
                    <div className={styles.table} inert={history.isPreviewing}>
                      <BoardTable data={data} board={board} />
                    </div>
                  )}
                  {history.preview}
                </>
              )}
            </Main>
            {panel === 'people' && (
              <PeopleDrawer
                roster={roster}
                stale={state.status !== 'live'}
                organisations={data.organisations}
                meId={data.me.participant.id}
                onClose={() => setPanel(null)}
              />
            )}
            {history.drawer}
            {state.status !== 'ended' && (
              <ChosenCard
                onOpened={() => setPanel(null)}
                onClosed={() => view === 'board' && editor?.getContainer().focus()}
              />
            )}
          </div>
          {dialog === 'share' && (
            <Suspense fallback={null}>
              <ShareDialog data={data} onClose={() => setDialog(null)} />
            </Suspense>
          )}
          {editor !== null && <BoardPicture editor={editor} data={data} board={board} />}
          {dialog === 'export' && editor !== null && (
            <Suspense fallback={null}>
              <ExportDialog data={data} open={{ editor, board }} onClose={() => setDialog(null)} />
            </Suspense>
          )}
        </div>
      </HelpProvider>
    </MethodProvider>
  );
}

/** A page of another version than its server's cannot get a connection; the server's configuration says so as well. */
const orOldPage = (state: RoomState, isOtherVersion: boolean): RoomState =>
  isOtherVersion && state.status === 'offline' ? { ...state, status: 'ended', code: CloseCode.oldPage } : state;

/** For how long the same refusal is not said again. */
const echoMs = 8_000;

/** What the server did or refused is said in a sentence. */
function useNotices(room: OpenRoom): void {
  const t = useText();
  const toast = useToast();
  const [isFresh] = useState(() => createEchoGuard(echoMs));
  useEffect(
    () =>
      room.onNotice((notice) => {
        const text = noticeText(notice, t);
        const mayEcho = notice.code === 'put-back' || notice.code === 'read-only';
        if (!mayEcho || isFresh(text, Date.now())) toast(text);
      }),
    [room, t, toast, isFresh],
  );
}
