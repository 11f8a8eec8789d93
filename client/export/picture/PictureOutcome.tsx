import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './PictureDialog.module.css';
import type { PictureState } from './use-picture.ts';
import type { PictureOutcome as Outcome } from './use-take-home.ts';

interface PictureOutcomeProps {
  readonly state: PictureState;
  readonly outcome: Outcome;
}

/** What has come of it. Always mounted, so that it is read out. */
export function PictureOutcome({ state, outcome }: PictureOutcomeProps) {
  const t = useText();
  const kinds = state.status === 'there' ? state.picture.undrawnKinds : [];
  const done = doneText(outcome, t);
  const isFailed = state.status === 'failed' || outcome.status === 'failed';
  return (
    <div role="status" className={styles.outcome}>
      {done !== null && (
        <p className={styles.made}>
          <CheckCircleIcon aria-hidden="true" />
          {done}
        </p>
      )}
      {outcome.status === 'notCopied' && (
        <p className={styles.warning}>
          <WarningIcon aria-hidden="true" />
          {t('export.pictureNotCopied')}
        </p>
      )}
      {isFailed && (
        <p className={styles.failed}>
          <WarningCircleIcon aria-hidden="true" />
          <span>
            <strong>{t('export.failedTitle')}.</strong> {t('export.failedText')}
          </span>
        </p>
      )}
      {kinds.length > 0 && (
        <p className={styles.warning}>
          <WarningIcon aria-hidden="true" />
          <span>
            <strong>{t('export.undrawnTitle')}.</strong> {t('export.undrawnKinds', { kinds: kinds.join(', ') })}
          </span>
        </p>
      )}
    </div>
  );
}

function doneText(outcome: Outcome, t: ReturnType<typeof useText>): string | null {
  if (outcome.status === 'made') return t('export.ready', { fileName: outcome.fileName });
  return outcome.status === 'copied' ? t('export.pictureCopied') : null;
}
