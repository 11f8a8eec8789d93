import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import { useState } from 'react';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Failure } from '../../api/call.ts';
import { sendCommand } from '../../api/commands.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import styles from './BoardBanner.module.css';
import type { Unsent } from './use-session-room.ts';

interface ClosedBannerProps {
  readonly workshopId: WorkshopId;
  readonly unsent: Unsent;
  /** Whether whoever looks may open the session again. */
  readonly leads: boolean;
}

/** Why nothing can be written, what is safe, and for facilitators the way back. */
export function ClosedBanner({ workshopId, unsent, leads }: ClosedBannerProps) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reopen = async () => {
    setBusy(true);
    setFailure(null);
    const answer = await sendCommand(workshopId, { type: 'workshop.reopen' });
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
  };
  return (
    <div className={styles.banner} role="status">
      <LockSimpleIcon aria-hidden="true" />
      <p>
        <b>{t('session.closedTitle')}</b> {t(textOf[unsent])}
      </p>
      <FailureNote failure={failure} />
      {leads && (
        <Button look="line" busy={busy} onClick={() => void reopen()}>
          {t('session.openAgain')}
        </Button>
      )}
    </div>
  );
}

const textOf = {
  nothing: 'session.closedText',
  kept: 'session.unsentKept',
  here: 'session.unsentHere',
} as const satisfies Record<Unsent, string>;
