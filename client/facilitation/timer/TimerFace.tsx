import { PauseIcon } from '@phosphor-icons/react/dist/csr/Pause';
import { useCallback } from 'react';
import { leftMs, type Timer } from '../../../shared/session/timer.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { ServerClock } from '../clock/server-clock.ts';
import { useFromClock } from '../clock/use-server-clock.ts';
import { clockText } from './clock-text.ts';
import styles from './TimerFace.module.css';

interface TimerFaceProps {
  readonly timer: Timer;
  readonly clock: ServerClock;
}

/** From here on it is said that the end is near. */
const nearMs = 30_000;
/** The ring is drawn anew so many times in all. */
const ringSteps = 120;
const ring = { size: 24, radius: 9.5 } as const;
const around = 2 * Math.PI * ring.radius;

/** What is left, as a ring and in figures: never in colour alone. */
export function TimerFace({ timer, clock }: TimerFaceProps) {
  const t = useText();
  const text = useFromClock(
    clock,
    useCallback((nowMs: number) => clockText(leftMs(timer, nowMs)), [timer]),
  );
  const share = useFromClock(
    clock,
    useCallback(
      (nowMs: number) => Math.round((Math.max(0, leftMs(timer, nowMs)) / timer.lengthMs) * ringSteps) / ringSteps,
      [timer],
    ),
  );
  const state = useFromClock(
    clock,
    useCallback((nowMs: number) => stateAt(timer, nowMs), [timer]),
  );
  return (
    <span className={styles.face} data-state={state}>
      {timer.status === 'paused' ? (
        <PauseIcon aria-hidden="true" weight="fill" />
      ) : (
        <svg viewBox={`0 0 ${ring.size} ${ring.size}`} aria-hidden="true">
          <circle cx={ring.size / 2} cy={ring.size / 2} r={ring.radius} className={styles.whole} />
          <circle
            cx={ring.size / 2}
            cy={ring.size / 2}
            r={ring.radius}
            className={styles.left}
            strokeDasharray={`${share * around} ${around}`}
          />
        </svg>
      )}
      <span>
        <strong className="num">{text}</strong>
        {state !== 'runs' && <small>{t(`timer.${state}`)}</small>}
      </span>
    </span>
  );
}

function stateAt(timer: Timer, nowMs: number): 'runs' | 'paused' | 'near' | 'over' {
  if (timer.status === 'paused') return 'paused';
  const left = leftMs(timer, nowMs);
  return left <= 0 ? 'over' : left <= nearMs ? 'near' : 'runs';
}
