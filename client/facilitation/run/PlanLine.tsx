import { useCallback } from 'react';
import { minuteMs } from '../../../shared/durations.ts';
import { progressOf, type Run } from '../../../shared/session/run.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { ServerClock } from '../clock/server-clock.ts';
import { useFromClock } from '../clock/use-server-clock.ts';
import styles from './PlanLine.module.css';

interface PlanLineProps {
  readonly run: Run;
  readonly clock: ServerClock;
  /** How the whole stands is for whoever leads, not for a room that looks at a wall. */
  readonly withWhole: boolean;
}

/** How long the phase has gone on, and how the whole stands against its plan. */
export function PlanLine({ run, clock, withWhole }: PlanLineProps) {
  const t = useText();
  const gone = useFromClock(
    clock,
    useCallback((nowMs: number) => Math.floor(progressOf(run, nowMs).goneMs / minuteMs), [run]),
  );
  const late = useFromClock(
    clock,
    useCallback((nowMs: number) => Math.trunc(progressOf(run, nowMs).lateMs / minuteMs), [run]),
  );
  const minutes = progressOf(run, 0).plannedMs / minuteMs;
  return (
    <>
      <span className={`num ${gone >= minutes ? styles.over : ''}`}>{t('run.minutesOf', { gone, minutes })}</span>
      {withWhole && late !== 0 && (
        <>
          {' · '}
          <span className="num">{t(late > 0 ? 'run.late' : 'run.early', { count: Math.abs(late) })}</span>
        </>
      )}
    </>
  );
}
