import type { ComponentProps } from 'react';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { phaseFrame } from '../../../../shared/method/guide/phase-words.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { frameName } from '../../../cards/guide/frames.ts';
import type { Method } from '../../../cards/method.ts';
import type { ServerClock } from '../../../facilitation/clock/server-clock.ts';
import { clustersNow } from '../../../facilitation/run/clusters-now.ts';
import { PlanLine } from '../../../facilitation/run/PlanLine.tsx';
import { SessionPill } from '../../../facilitation/run/SessionPill.tsx';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { boardPath } from '../../paths.ts';
import type { PhaseShown } from './shown.ts';
import type { Lead } from './use-lead.ts';
import type { WayOfPhase } from './use-place-of-phase.ts';

interface RunPillProps extends Pick<ComponentProps<typeof SessionPill>, 'place' | 'timer'> {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  /** The phase of this board, in words; null while no session runs on it. */
  readonly shown: PhaseShown | null;
  /** Null until the board is there. */
  readonly method: Method | null;
  readonly clock: ServerClock;
  /** Null for who only takes part. */
  readonly lead: Lead | null;
  /** Title of the board that a session runs on; null where none does, or on this one. */
  readonly elsewhere: string | null;
  readonly goTo: (frameId: string) => void;
  readonly way: WayOfPhase | null;
}

export function RunPill({
  data,
  board,
  session,
  method,
  clock,
  lead,
  shown,
  elsewhere,
  goTo,
  way,
  timer,
  ...pill
}: RunPillProps) {
  const t = useText();
  const { run } = session;
  const here = run?.boardId === board.id ? run : null;
  const frameId = shown === null ? null : phaseFrame(shown.phase);
  const isWall = pill.place === 'wall';
  // Whoever looks on, or at a board that is locked, keeps the question before them.
  const writes = method !== null && !method.readOnly;
  const isHint = !isWall && writes && shown !== null && clustersNow(session, shown.phase);
  const question = isHint ? t('run.clusterWay') : shown?.prompt;
  const step = (label: string | undefined, act: () => Promise<unknown>) =>
    lead === null || label === undefined
      ? null
      : { key: `${run?.phaseId} ${run?.moves.length} ${label}`, label, busy: lead.busy, act: () => void act() };
  return (
    <SessionPill
      {...pill}
      timer={isWall && !timer && here !== null ? <PlanLine run={here} clock={clock} withWhole={false} /> : timer}
      phase={
        shown !== null && here !== null
          ? {
              title: shown.title,
              line: lead === null || isWall ? question || null : <PlanLine run={here} clock={clock} withWhole />,
              goTo:
                frameId === null || method === null
                  ? undefined
                  : { label: t('guide.goTo', { frame: frameName(method, frameId) }), go: () => goTo(frameId) },
            }
          : null
      }
      elsewhere={
        run === null || elsewhere === null ? null : { title: elsewhere, href: boardPath(data.workshop.id, run.boardId) }
      }
      way={
        way === null || here === null
          ? null
          : { label: t(way.kind === 'there' ? 'run.goThere' : 'attention.back'), go: way.go }
      }
      next={here === null || lead === null ? null : step(lead.nextLabel, lead.next)}
      skip={here === null || lead === null ? null : step(lead.skipLabel, lead.skip)}
    />
  );
}
