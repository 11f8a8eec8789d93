import { ArrowCounterClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowCounterClockwise';
import { useState } from 'react';
import { scriptOf } from '../../../../shared/method/guide/agenda.ts';
import type { Guide } from '../../../../shared/method/guide/guide.ts';
import type { PhaseId } from '../../../../shared/session/agenda.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import styles from './BackToScript.module.css';

interface BackToScriptProps {
  readonly guide: Guide;
  /** The phase that everybody is in: a script without it would take it away. */
  readonly currentId: PhaseId | null;
  readonly busy: boolean;
  readonly onBack: () => void;
}

/** Gives up what somebody made of the script, once they have said so. */
export function BackToScript({ guide, currentId, busy, onBack }: BackToScriptProps) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const isPossible = currentId === null || scriptOf(guide).some(({ id }) => id === currentId);
  if (!isPossible) return <p className={styles.not}>{t('agenda.backNot')}</p>;
  const confirm = () => {
    setAsking(false);
    onBack();
  };
  return (
    <div className={styles.back}>
      <Button look="quiet" onClick={() => setAsking(true)}>
        <ArrowCounterClockwiseIcon aria-hidden="true" />
        {t('agenda.back')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t('agenda.backQuestion')}
        text={t('agenda.backText')}
        confirm={t('agenda.back')}
        busy={busy}
        onConfirm={confirm}
      />
    </div>
  );
}
