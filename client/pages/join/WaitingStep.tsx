import { DoorIcon } from '@phosphor-icons/react/dist/csr/Door';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CreateSessionResponse } from '../../../shared/api/sessions.ts';
import type { Failure } from '../../api/call.ts';
import { askToComeIn, leaveWaiting } from '../../api/sessions.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './ClosedDoor.module.css';
import type { Waiting } from './use-join.ts';

interface WaitingStepProps {
  readonly waiting: Waiting;
  readonly onIn: (session: CreateSessionResponse) => void;
  /** The server knows the ticket no more. */
  readonly onKnock: () => void;
  /** @param why null: of their own accord */
  readonly onOut: (why: Failure | null) => void;
}

const askMs = 3_000;
/** From when on the page says that it takes long. */
const longMs = 120_000;

/** Told to wait: the page asks by itself until somebody who leads has answered. */
export function WaitingStep({ waiting, onIn, onKnock, onOut }: WaitingStepProps) {
  const t = useText();
  const { ticket, person } = waiting;
  const [isLong, setIsLong] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);

  // The form that had the focus is gone.
  useEffect(() => heading.current?.focus(), []);
  /** @returns whether that was the last word: nobody asks after it */
  const ask = useEffectEvent(async (isWanted: () => boolean): Promise<boolean> => {
    const answer = await askToComeIn(ticket);
    if (!isWanted()) return true;
    if (answer.ok) {
      if ('ticket' in answer.value) return false;
      onIn(answer.value);
      return true;
    }
    const { failure } = answer;
    // Trouble of network or server: they go on waiting.
    if (failure.kind !== 'problem' || failure.problem.status >= 500 || failure.problem.code === 'too-many-requests')
      return false;
    if (failure.problem.code === 'not-waiting') onKnock();
    else onOut(failure);
    return true;
  });
  useEffect(() => {
    let isHere = true;
    let running = false;
    const again = async () => {
      if (running) return;
      running = true;
      running = await ask(() => isHere);
    };
    const whenInSight = () => {
      if (document.visibilityState === 'visible') void again();
    };
    const timer = setInterval(() => void again(), askMs);
    const long = setTimeout(() => setIsLong(true), longMs);
    document.addEventListener('visibilitychange', whenInSight);
    return () => {
      isHere = false;
      clearInterval(timer);
      clearTimeout(long);
      document.removeEventListener('visibilitychange', whenInSight);
    };
  }, []);

  return (
    <section className={styles.closed}>
      <DoorIcon aria-hidden="true" />
      <h2 ref={heading} tabIndex={-1}>
        {t('join.waitTitle', { name: person.name })}
      </h2>
      <p>{t('join.waitText')}</p>
      <p role="status" className="small muted">
        {isLong && t('join.waitSilent')}
      </p>
      <Button
        look="line"
        onClick={() => {
          // Who does not hear of it sees them go a little later.
          void leaveWaiting(ticket);
          onOut(null);
        }}
      >
        {t('join.waitLeave')}
      </Button>
    </section>
  );
}
