import { DoorIcon } from '@phosphor-icons/react/dist/csr/Door';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../api/call.ts';
import { formatTime } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import styles from './ClosedDoor.module.css';
import { JoinFrame } from './JoinFrame.tsx';

interface ClosedDoorProps {
  readonly workshopTitle: string;
  /** Asks whether it is open by now; when it is, another view takes the place of this one. */
  readonly onAsk: () => Promise<Failure | null>;
}

/** How often a page in sight asks by itself. */
const askMs = 10_000;

/** Nobody new comes in: a page to wait on. */
export function ClosedDoor({ workshopTitle, onAsk }: ClosedDoorProps) {
  const { t, language } = useLanguage();
  const [asked, setAsked] = useState<{ readonly atMs: number; readonly failure: Failure | null } | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  const ask = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    const failure = await onAsk();
    running.current = false;
    setAsked({ atMs: Date.now(), failure });
  }, [onAsk]);
  const latestAsk = useRef(ask);
  useEffect(() => {
    latestAsk.current = ask;
  }, [ask]);
  useEffect(() => {
    const whenInSight = () => {
      if (document.visibilityState === 'visible') void latestAsk.current();
    };
    const timer = setInterval(whenInSight, askMs);
    document.addEventListener('visibilitychange', whenInSight);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenInSight);
    };
  }, []);

  const askNow = async () => {
    setBusy(true);
    await ask();
    setBusy(false);
  };
  return (
    <JoinFrame heading={workshopTitle} title={t('join.pageTitle', { workshop: workshopTitle })}>
      <div className={styles.closed}>
        <DoorIcon aria-hidden="true" />
        <h2>{t('errors.door-closed.title')}</h2>
        <p>{t('join.doorText')}</p>
        <Button look="primary" size="large" busy={busy} onClick={() => void askNow()}>
          {t('common.tryAgain')}
        </Button>
        <p role="status" className="small muted num">
          {asked?.failure === null && t('join.stillClosed', { time: formatTime(asked.atMs, language) })}
        </p>
        <FailureNote failure={asked?.failure ?? null} />
      </div>
    </JoinFrame>
  );
}
