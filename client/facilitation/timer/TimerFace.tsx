import { PauseIcon } from '@phosphor-icons/react/dist/csr/Pause';
import type { Timer } from '../../../shared/session/timer.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { ServerClock } from '../clock/server-clock.ts';
import { clockText } from './clock-text.ts';
import styles from './TimerFace.module.css';
import { useSecondsLeft } from './use-seconds-left.ts';

interface TimerFaceProps {
  readonly timer: Timer;
  readonly clock: ServerClock;
}

/** From here on it is said that the end is near. */
const nearMs = 30_000;
const ring = { size: 24, radius: 9.5 } as const;
const around = 2 * Math.PI * ring.radius;

/** What is left, as a ring and in figures: never in colour alone. */
export function TimerFace({ timer, clock }: TimerFaceProps) {
  const t = useText();
  const leftMs = useSecondsLeft(timer, clock) * 1_000;
  const share = Math.max(0, leftMs / timer.lengthMs);
  const state = stateOf(timer, leftMs);
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
        <strong className="num">{clockText(leftMs)}</strong>
        {state !== 'runs' && <small>{t(`timer.${state}`)}</small>}
      </span>
    </span>
  );
}

function stateOf(timer: Timer, leftMs: number): 'runs' | 'paused' | 'near' | 'over' {
  if (timer.status === 'paused') return 'paused';
  return leftMs <= 0 ? 'over' : leftMs <= nearMs ? 'near' : 'runs';
}
