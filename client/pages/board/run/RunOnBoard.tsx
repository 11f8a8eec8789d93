import { type ComponentProps, Suspense, use } from 'react';
import { createPortal } from 'react-dom';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { phasePrompts, phaseTitle } from '../../../../shared/method/guide/phase-words.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { goToFrame } from '../../../cards/guide/frames.ts';
import { useGuide } from '../../../cards/guide/load-guide.ts';
import { MethodContext } from '../../../cards/method.ts';
import { useServerClock } from '../../../facilitation/clock/use-server-clock.ts';
import { useRunNews } from '../../../facilitation/run/use-run-news.ts';
import { TimerMenu } from '../../../facilitation/timer/TimerMenu.tsx';
import { useTimerNews } from '../../../facilitation/timer/use-timer-news.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { useRoomForSession } from '../tools/use-bar-room.ts';
import type { RunDialogs as Dialogs, RunDialog } from './RunDialogs.tsx';
import { RunPill } from './RunPill.tsx';
import { useLead } from './use-lead.ts';
import { useStartFrame } from './use-start-frame.ts';

const RunDialogs = lazyPart(async () => ({ default: (await import('./RunDialogs.tsx')).RunDialogs }));

interface RunOnBoardProps extends Pick<ComponentProps<typeof Dialogs>, 'onDialog' | 'onAgenda'> {
  readonly dialog: RunDialog | null;
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly readOnly: boolean;
  /** Where the bar has room for it; null where it has none. */
  readonly middle: Element | null;
  readonly onShowBoard: () => void;
  readonly onVote: Parameters<typeof useLead>[0]['onVote'];
}

/** Phase and timer of the workshop on an open board, and for whoever leads the next step. */
export function RunOnBoard(props: RunOnBoardProps) {
  const { data, board, session, readOnly, middle, onShowBoard } = props;
  const method = use(MethodContext);
  const { language } = useLanguage();
  const guide = useGuide(board.template);
  const { run, timer } = session;
  const clock = useServerClock(data.workshop.id, run !== null || timer !== null);
  const leads = can(data.me.role, 'canFacilitate') && !readOnly;
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
    onVote: props.onVote,
    onPhase: goTo,
    onEnd: () => props.onDialog('end-run'),
  });
  const phase = here?.agenda.find(({ id }) => id === here.phaseId) ?? null;
  const shown =
    phase === null
      ? null
      : {
          phase,
          title: phaseTitle(phase, guide, language),
          prompt: phasePrompts(phase, guide, board.language)[0] ?? '',
        };
  useRunNews(shown === null ? null : { ...shown, id: shown.phase.id });
  useTimerNews(timer, clock);
  useStartFrame(method, here);
  const isWide = useRoomForSession();
  const pill = (run !== null || timer !== null) && (
    <RunPill
      {...{ data, board, session, method, clock, shown, goTo }}
      place={isWide ? 'bar' : 'strip'}
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
            {...{
              data,
              board,
              session,
              guide,
              dialog: props.dialog,
              onDialog: props.onDialog,
              onAgenda: props.onAgenda,
            }}
          />
        </Suspense>
      )}
    </>
  );
}
