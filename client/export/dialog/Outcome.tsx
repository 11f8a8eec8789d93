import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Undrawn } from '../report-choice.ts';
import type { ExportTrouble } from '../trouble.ts';
import type { ExportWork } from '../use-export.ts';
import styles from './Outcome.module.css';

interface OutcomeProps {
  readonly work: ExportWork;
  /** Shows pages that the browser prints, for when no PDF can be made. */
  readonly onPrint: (() => void) | null;
}

/** What came of it; always mounted, so that it is read out. */
export function Outcome({ work, onPrint }: OutcomeProps) {
  return (
    <div role="alert" className={styles.outcome}>
      {work.status === 'failed' && <Failed trouble={work.trouble} onPrint={onPrint} />}
      {work.status === 'made' && <Made fileName={work.fileName} undrawn={work.undrawn} />}
    </div>
  );
}

const explained = {
  unreachable: 'export.unreachableText',
  busy: 'errors.busy.text',
  refused: 'export.refusedText',
  worker: 'export.workerText',
  unknown: 'export.failedText',
} as const satisfies Record<ExportTrouble, string>;

function Failed({ trouble, onPrint }: { readonly trouble: ExportTrouble; readonly onPrint: (() => void) | null }) {
  const t = useText();
  return (
    <div className={styles.failed}>
      <WarningCircleIcon aria-hidden="true" />
      <div>
        <p>
          <strong>{t('export.failedTitle')}.</strong> {t(explained[trouble])}
        </p>
        {trouble === 'worker' && onPrint !== null && (
          <Button look="line" onClick={onPrint}>
            {t('export.openPrint')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Made({ fileName, undrawn }: { readonly fileName: string; readonly undrawn: Undrawn }) {
  return (
    <>
      <Ready fileName={fileName} />
      <UndrawnList undrawn={undrawn} />
    </>
  );
}

export function Ready({ fileName }: { readonly fileName: string }) {
  const t = useText();
  return (
    <p className={styles.made}>
      <CheckCircleIcon aria-hidden="true" />
      <span>{t('export.ready', { fileName })}</span>
    </p>
  );
}

function UndrawnList({ undrawn: { letters, images, kinds, records, unreadVotes } }: { readonly undrawn: Undrawn }) {
  const t = useText();
  const boxed = [
    ...(letters.length > 0 ? [t('export.undrawnLetters', { letters: letters.join(' ') })] : []),
    ...(images > 0 ? [t('export.undrawnImages', { count: images })] : []),
    ...(kinds.length > 0 ? [t('export.undrawnKinds', { kinds: kinds.join(', ') })] : []),
  ];
  const missing = [
    ...(records > 0 ? [t('export.undrawnRecords', { count: records })] : []),
    ...(unreadVotes > 0 ? [t('export.unreadVotes', { count: unreadVotes })] : []),
  ];
  if (boxed.length + missing.length === 0) return null;
  return (
    <div className={styles.undrawn}>
      <WarningIcon aria-hidden="true" />
      <div>
        <strong>{t('export.undrawnTitle')}</strong>
        <Lines lead={t('export.undrawnText')} lines={boxed} />
        <Lines lead={t('export.missingText')} lines={missing} />
      </div>
    </div>
  );
}

function Lines({ lead, lines }: { readonly lead: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p>{lead}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
