import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle';
import type { FileLeftOut } from '../../../shared/api/boards.ts';
import type { Failure } from '../../api/call.ts';
import { failureText } from '../../i18n/failure-text.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './Outcome.module.css';
import { Ready } from './Outcome.tsx';
import type { DataFile } from './use-data-files.ts';

/** What came of each file; always mounted, so that it is read out. */
export function DataOutcome({ files }: { readonly files: readonly DataFile[] }) {
  return (
    <div role="alert" className={styles.outcome}>
      {files.map((file) => (
        <Told key={file.href} file={file} />
      ))}
    </div>
  );
}

function Told({ file }: { readonly file: DataFile }) {
  switch (file.status) {
    case 'working':
      return null;
    case 'made':
      return <Made {...file} />;
    case 'failed':
      return <Failed {...file} />;
  }
}

function Made({ name, leftOut: { pictures, records } }: { readonly name: string; readonly leftOut: FileLeftOut }) {
  const t = useText();
  return (
    <>
      <Ready fileName={name} />
      {pictures + records > 0 && (
        <div className={styles.undrawn}>
          <WarningIcon aria-hidden="true" />
          <div>
            <strong>{t('export.fileLeavesOut')}</strong>
            <ul>
              {pictures > 0 && <li>{t('export.fileLeavesOutPictures', { count: pictures })}</li>}
              {records > 0 && <li>{t('export.undrawnRecords', { count: records })}</li>}
            </ul>
          </div>
        </div>
      )}
    </>
  );
}

function Failed({ name, failure }: { readonly name: string; readonly failure: Failure }) {
  const t = useText();
  const { title, text } = failureText(failure, t);
  return (
    <div className={styles.failed}>
      <WarningCircleIcon aria-hidden="true" />
      <p>
        <strong>
          {name}: {title}.
        </strong>{' '}
        {text}
      </p>
    </div>
  );
}
