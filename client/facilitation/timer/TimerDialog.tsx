import { useState } from 'react';
import { minuteMs } from '../../../shared/durations.ts';
import { timerLimits } from '../../../shared/session/timer.ts';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import styles from './TimerDialog.module.css';

interface TimerDialogProps {
  /** Whether one is there, whose place it takes. */
  readonly isThere: boolean;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onStart: (lengthMs: number) => void;
  readonly onClose: () => void;
}

const usual = [1, 2, 3, 5, 8, 10, 15, 20] as const;
const minutesMax = timerLimits.maxMs / minuteMs;

/** Asks for how long: a usual time starts at once, any other is typed. */
export function TimerDialog({ isThere, busy, failure, onStart, onClose }: TimerDialogProps) {
  const t = useText();
  const [minutes, setMinutes] = useState('6');
  const [fault, setFault] = useState(false);
  const start = () => {
    const count = Number(minutes.replace(',', '.'));
    const fits = Number.isFinite(count) && count * minuteMs >= timerLimits.minMs && count <= minutesMax;
    setFault(!fits);
    if (fits) onStart(Math.round(count * minuteMs));
  };
  return (
    <Dialog open onClose={onClose} title={t('timer.title')} text={t(isThere ? 'timer.aboutAnother' : 'timer.about')}>
      <DialogBody>
        <div className={styles.content}>
          <fieldset className={styles.usual} aria-label={t('timer.usual')}>
            {usual.map((count) => (
              <Button key={count} look="line" busy={busy} onClick={() => onStart(count * minuteMs)}>
                <span className="num">{t('timer.min', { count })}</span>
              </Button>
            ))}
          </fieldset>
          <Field label={t('timer.minutes')} error={fault ? t('timer.minutesFault', { count: minutesMax }) : undefined}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={minutes}
                maxLength={6}
                autoFocus
                onFocus={({ currentTarget }) => currentTarget.select()}
                onChange={({ currentTarget }) => {
                  setMinutes(currentTarget.value);
                  setFault(false);
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.nativeEvent.isComposing && !busy) start();
                }}
              />
            )}
          </Field>
          <FailureNote failure={failure} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button look="line" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="primary" busy={busy} onClick={start}>
          {t('timer.start')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
