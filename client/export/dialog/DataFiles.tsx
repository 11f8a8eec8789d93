import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import type { ExportSource } from '../report-choice.ts';
import styles from './DataFiles.module.css';
import { DataOutcome } from './DataOutcome.tsx';
import { boardFileHref, extensionOf, type FileKind, isBoardFile, markdownHref } from './file-kinds.ts';
import type { Choices } from './use-choices.ts';
import { useDataFiles } from './use-data-files.ts';

interface DataFilesProps {
  readonly data: ExportSource['data'];
  readonly kind: FileKind;
  readonly choices: Choices;
}

/** Files that the server writes: one for each board, but for a text, which tells of all of them. */
export function DataFiles({ data, kind, choices: { chosen, inReport, nameFor } }: DataFilesProps) {
  const t = useText();
  const extension = extensionOf(kind, chosen.picture);
  const files = isBoardFile(kind)
    ? inReport.map((board) => ({
        href: boardFileHref(kind, board.id, chosen.audience),
        name: nameFor([board], extension),
        title: board.title,
      }))
    : inReport.slice(0, 1).map(({ title }) => ({
        href: markdownHref(
          data.workshop.id,
          inReport.map(({ id }) => id),
          chosen.audience,
        ),
        name: nameFor(inReport, extension),
        title,
      }));
  const isOne = files.length === 1;
  const { files: asked, download } = useDataFiles();
  return (
    <>
      <DataOutcome files={asked} />
      <footer className={styles.foot}>
        <p className={styles.state} role="status">
          {asked.some(({ status }) => status === 'working') && t('export.makingFile')}
        </p>
        {files.map(({ href, name, title }) => (
          <a
            key={href}
            className={buttonClass(isOne ? { look: 'primary', size: 'large' } : { look: 'line' })}
            href={href}
            download={name}
            onClick={(event) => {
              // A browser alone could say neither what is missing nor why there is no file.
              event.preventDefault();
              download(href, name);
            }}
          >
            <DownloadSimpleIcon aria-hidden="true" />
            {isOne ? t('export.download') : t('export.downloadBoard', { board: title })}
          </a>
        ))}
      </footer>
    </>
  );
}
