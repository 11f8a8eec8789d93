import { type ComponentProps, Suspense, use, useEffect, useEffectEvent } from 'react';
import { createPortal } from 'react-dom';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { boardElsewhere } from '../../../../shared/session/groups.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { goToFrame } from '../../../cards/guide/frames.ts';
import { useGuide } from '../../../cards/guide/load-guide.ts';
import { MethodContext } from '../../../cards/method.ts';
import { useServerClock } from '../../../facilitation/clock/use-server-clock.ts';
import { TimerMenu } from '../../../facilitation/timer/TimerMenu.tsx';
import { useTimerNews } from '../../../facilitation/timer/use-timer-news.ts';
import type { Translate } from '../../../i18n/catalogue.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { announce } from '../../../ui/announce.ts';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { useFocusKept } from '../../../ui/use-focus-kept.ts';
import { useRoomForSession } from '../tools/use-bar-room.ts';
import type { RunDialogs as Dialogs } from './RunDialogs.tsx';
import { RunPill } from './RunPill.tsx';
import type { RunDialog } from './run-dialogs.ts';
import { phaseShown, titleOfBoard } from './shown.ts';
import { useLead } from './use-lead.ts';
import { usePlaceOfPhase, type WayOfPhase } from './use-place-of-phase.ts';

const RunDialogs = lazyPart(async () => ({ default: (await import('./RunDialogs.tsx')).RunDialogs }));

interface RunOnBoardProps extends Pick<ComponentProps<typeof Dialogs>, 'onDialog' | 'onAgenda'> {
  /** Closes this dialog, unless another one is open by now. */
  readonly onDialogClosed: (dialog: RunDialog) => void;
  readonly dialog: RunDialog | null;
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  /** The room looks at the board alone, and at what time it is. */
  readonly isProjecting: boolean;
  /** The canvas is what the page shows. */
  readonly isOnBoard: boolean;
  /** A former version lies over it. */
  readonly isPreviewing: boolean;
  /** It shows what somebody else sees. */
  readonly isFollowing: boolean;
  /** Where the bar has room for it; null where it has none. */
  readonly middle: Element | null;
  readonly onShowBoard: () => void;
  readonly onGroups: () => void;
  readonly onRound: () => void;
  readonly onDecide: () => void;
  readonly onVote: Parameters<typeof useLead>[0]['onVote'];
}

/** Phase and timer of the workshop on an open board, and for whoever leads the next step. */
export function RunOnBoard(props: RunOnBoardProps) {
  const { data, board, session, middle, isProjecting, isOnBoard, isPreviewing, isFollowing, onShowBoard } = props;
  const method = use(MethodContext);
  const { t, language } = useLanguage();
  const guide = useGuide(board.template);
  const { run, timer } = session;
  const clock = useServerClock(data.workshop.id, run !== null || timer !== null);
  // Also over an example, which nobody writes on: its timer is the workshop's.
  const leads = can(data.me.role, 'canFacilitate') && session.closedAtMs === null;
  const here = run?.boardId === board.id ? run : null;
  const goTo = (frameId: string) => {
    if (method === null) return;
    onShowBoard();
    goToFrame(method, frameId);
  };
  const lead = useLead({
    data,
    board,
    session,
    guide,
    method,
    onVote: props.onVote,
    onGroups: props.onGroups,
    onRound: props.onRound,
    onDecide: props.onDecide,
    onPhase: goTo,
    onEnd: () => props.onDialog('end-run'),
  });
  const shown = phaseShown(run, board, guide, language);
  const away = boardElsewhere(session, board.id);
  const elsewhere = away === null ? null : titleOfBoard(data, away, t('run.elsewhereUnknown'));
  useTimerNews(timer, clock);
  const way = usePlaceOfPhase({
    ...{ method, leads, isProjecting, isFollowing, isOnBoard, isPreviewing, onShowBoard },
    run: here,
  });
  useFocusKept(way === null ? 'gone' : null);
  useWaySaid(way?.kind ?? null, t);
  const isWide = useRoomForSession() && !isProjecting;
  useFocusKept(leads ? `${here?.phaseId} ${timer === null}` : null);
  const pill = (run !== null || timer !== null) && (
    <RunPill
      {...{ data, board, session, method, clock, shown, goTo, way }}
      place={isProjecting ? 'wall' : isWide ? 'bar' : 'strip'}
      elsewhere={elsewhere}
      lead={leads ? lead : null}
      timer={
        timer !== null && (
          <TimerMenu timer={timer} clock={clock} onCommand={leads ? (command) => void lead.send(command) : undefined} />
        )
      }
    />
  );
  return (
    <>
      {isWide ? middle !== null && createPortal(pill, middle) : pill}
      {props.dialog !== null && leads && (
        <Suspense fallback={null}>
          <RunDialogs
            // What went wrong in one is not said in the next.
            key={props.dialog}
            {...{ data, board, session, guide, dialog: props.dialog }}
            onDialog={props.onDialog}
            onClose={() => props.dialog !== null && props.onDialogClosed(props.dialog)}
            onAgenda={props.onAgenda}
            onPhase={goTo}
          />
        </Suspense>
      )}
    </>
  );
}

/** Whoever does not see it hears once that there is a way, and what leads there. */
function useWaySaid(kind: WayOfPhase['kind'] | null, t: Translate): void {
  const say = useEffectEvent((to: WayOfPhase['kind']) => announce(t(to === 'there' ? 'run.wayThere' : 'run.wayBack')));
  useEffect(() => {
    if (kind !== null) say(kind);
  }, [kind]);
}
