import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import type { ReportExport } from '../use-export.ts';
import styles from './DialogFoot.module.css';
import { Making } from './Making.tsx';

interface DialogFootProps {
  readonly made: ReportExport;
  /** What a report takes is not all there yet. */
  readonly waiting: boolean;
  /** Null where there is nothing to download, or each board has a button of its own. */
  readonly onDownload: (() => void) | null;
}

/** How far the work is, the way to stop it, and the one button that makes the file. */
export function DialogFoot({ made: { work, report, cancel, preview }, waiting, onDownload }: DialogFootProps) {
  const t = useText();
  const isWorking = work.status === 'working';
  const isMaking = isWorking && work.for === 'file';
  return (
    <footer className={styles.foot}>
      <div className={styles.state} role="status">
        {isMaking && <p className="visually-hidden">{t('export.makingFile')}</p>}
        {isWorking && <Making progress={work.progress} />}
        {work.status === 'cancelled' && (
          <p>
            <span>{t('export.cancelled')}</span>
            {report === null && <Button onClick={preview}>{t('export.makePreview')}</Button>}
          </p>
        )}
      </div>
      {isWorking && (
        <Button look="line" size="large" onClick={cancel}>
          {t('common.cancel')}
        </Button>
      )}
      {onDownload !== null && (
        <Button look="primary" size="large" busy={isMaking || waiting} onClick={onDownload}>
          <DownloadSimpleIcon aria-hidden="true" />
          {t(work.status === 'made' ? 'export.again' : 'export.download')}
        </Button>
      )}
    </footer>
  );
}
