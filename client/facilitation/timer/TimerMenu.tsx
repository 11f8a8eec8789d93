import { PauseIcon } from '@phosphor-icons/react/dist/csr/Pause';
import { PlayIcon } from '@phosphor-icons/react/dist/csr/Play';
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { SpeakerHighIcon } from '@phosphor-icons/react/dist/csr/SpeakerHigh';
import { SpeakerSlashIcon } from '@phosphor-icons/react/dist/csr/SpeakerSlash';
import { StopIcon } from '@phosphor-icons/react/dist/csr/Stop';
import { minuteMs } from '../../../shared/durations.ts';
import type { Timer, TimerCommand } from '../../../shared/session/timer.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import type { ServerClock } from '../clock/server-clock.ts';
import { soundWish, useSoundWish } from './sound-wish.ts';
import { TimerFace } from './TimerFace.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

interface TimerMenuProps {
  readonly timer: Timer;
  readonly clock: ServerClock;
  /** Undefined for those who only look at it. */
  readonly onCommand: ((command: TimerCommand) => void) | undefined;
}

/** The timer as everybody sees it, and behind it what can be done with it: for everybody a sound at its end. */
export function TimerMenu({ timer, clock, onCommand }: TimerMenuProps) {
  const t = useText();
  const sounds = useSoundWish();
  // In whole minutes: a name that changes with every second would be read out with every second.
  const minutes = Math.max(0, Math.ceil(useSecondsLeft(timer, clock) / 60));
  const paused = timer.status === 'paused';
  const label = minutes === 0 ? t('timer.over') : t(paused ? 'timer.pausedAt' : 'timer.left', { count: minutes });
  return (
    <Menu label={label} face={<TimerFace timer={timer} clock={clock} />}>
      {onCommand !== undefined && (
        <>
          <MenuItem
            icon={paused ? <PlayIcon aria-hidden="true" /> : <PauseIcon aria-hidden="true" />}
            onSelect={() => onCommand({ type: paused ? 'timer.resume' : 'timer.pause' })}
          >
            {t(paused ? 'timer.resume' : 'timer.pause')}
          </MenuItem>
          <MenuItem
            icon={<PlusIcon aria-hidden="true" />}
            onSelect={() => onCommand({ type: 'timer.add', byMs: minuteMs })}
          >
            {t('timer.add')}
          </MenuItem>
          <MenuItem icon={<StopIcon aria-hidden="true" />} onSelect={() => onCommand({ type: 'timer.stop' })}>
            {t('timer.stop')}
          </MenuItem>
        </>
      )}
      <MenuItem
        icon={sounds ? <SpeakerSlashIcon aria-hidden="true" /> : <SpeakerHighIcon aria-hidden="true" />}
        onSelect={() => soundWish.set(!sounds)}
      >
        {t(sounds ? 'timer.soundOff' : 'timer.soundOn')}
      </MenuItem>
    </Menu>
  );
}
