import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { DownloadSimpleIcon } from '@phosphor-icons/react/dist/csr/DownloadSimple';
import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle';
import { useMemo, useState } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { Input } from '../ui/Input.tsx';
import { Segments } from '../ui/Segments.tsx';
import { planPages } from './collect/plan-pages.ts';
import styles from './ExportDialog.module.css';
import type { Undrawn } from './export-pdf.ts';
import { exportFileName } from './file-name.ts';
import { leftOut } from './left-out.ts';
import type { ExportSource } from './make-pdf.ts';
import { PageThumb } from './PageThumb.tsx';
import { type ExportState, useExport } from './use-export.ts';

type FileKind = 'pdf' | 'csv' | 'json';

interface ExportDialogProps extends ExportSource {
  readonly onClose: () => void;
}

/** Takes the board home: as a PDF made here, or as data from the server. */
export function ExportDialog({ editor, data, board, onClose }: ExportDialogProps) {
  const t = useText();
  const [kind, setKind] = useState<FileKind>('pdf');
  const [openedAtMs] = useState(Date.now);
  const nameFacts = { workshop: data.workshop.title, board: board.title, language: board.language, atMs: openedAtMs };
  const [pdfName, setPdfName] = useState(() => exportFileName(nameFacts, 'pdf'));
  const { state, start, cancel } = useExport({ editor, data, board });
  const about = { pdf: 'export.aboutPdf', csv: 'export.aboutCsv', json: 'export.aboutJson' } as const;
  return (
    <Dialog open wide onClose={onClose} title={t('export.title')}>
      <div className={styles.body}>
        <Pages editor={editor} />
        <div className={styles.options}>
          <Segments
            legend={t('export.file')}
            hint={t(about[kind])}
            value={kind}
            onChange={(next) => {
              cancel();
              setKind(next);
            }}
            options={(['pdf', 'csv', 'json'] as const).map((value) => ({ value, label: t(`export.${value}`) }))}
          />
          {kind === 'pdf' && (
            <Field label={t('export.fileName')}>
              {(control) => (
                <Input
                  {...control}
                  value={pdfName}
                  spellCheck={false}
                  onChange={(event) => setPdfName(event.currentTarget.value)}
                />
              )}
            </Field>
          )}
          {kind === 'pdf' && <Outcome state={state} />}
        </div>
      </div>
      <footer className={styles.foot}>
        <div className={styles.making} role="status">
          {state.status === 'making' && <Making state={state} />}
        </div>
        {state.status === 'making' && (
          <Button look="line" size="large" onClick={cancel}>
            {t('common.cancel')}
          </Button>
        )}
        {kind === 'pdf' ? (
          <Button
            look="primary"
            size="large"
            busy={state.status === 'making'}
            onClick={() => start(withExtension(pdfName, exportFileName(nameFacts, 'pdf')))}
          >
            <DownloadSimpleIcon aria-hidden="true" />
            {t(state.status === 'made' ? 'export.again' : 'export.download')}
          </Button>
        ) : (
          <a
            className={buttonClass({ look: 'primary', size: 'large' })}
            href={`/api/boards/${board.id}/export/${kind}`}
            download={exportFileName(nameFacts, kind)}
          >
            <DownloadSimpleIcon aria-hidden="true" />
            {t('export.download')}
          </a>
        )}
      </footer>
    </Dialog>
  );
}

/** Somebody's own name, with the ending that opens the file; the proposed one where nothing is left of it. */
function withExtension(name: string, proposed: string): string {
  const trimmed = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim();
  if (trimmed.replace(/\.pdf$/i, '') === '') return proposed;
  return /\.pdf$/i.test(trimmed) ? trimmed : `${trimmed}.pdf`;
}

function Pages({ editor }: Pick<ExportSource, 'editor'>) {
  const t = useText();
  // As of now: the board goes on changing, and a list that jumps cannot be read.
  const plans = useMemo(
    () =>
      planPages(editor, {
        texts: { unnamed: t('export.unnamedFrame'), outside: t('export.outsideFrames') },
        leaveOut: leftOut(editor),
      }),
    [editor, t],
  );
  return (
    <div className={styles.pages}>
      <p className={styles.count}>{t('export.pages', { count: plans.length + 1 })}</p>
      <ol>
        <li>
          <PageThumb editor={editor} plan={null} />
          <span>
            <b>1</b> {t('export.cover')}
          </span>
        </li>
        {plans.map((plan, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pages are known by their place, two may share a title.
          <li key={index}>
            <PageThumb editor={editor} plan={plan} />
            <span>
              <b>{index + 2}</b> {withoutNumber(plan.title)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** "2a The tree" beside its page number would be two numbers side by side. */
const withoutNumber = (title: string): string => title.replace(/^\d+\p{L}?\s+(?=\S)/u, '');

function Making({ state }: { readonly state: Extract<ExportState, { readonly status: 'making' }> }) {
  const t = useText();
  const { progress } = state;
  const percent = Math.round((progress?.done ?? 0) * 100);
  return (
    <>
      {progress !== null && (
        <p>
          <strong>{t('export.making', { page: progress.page + 1, pages: progress.pages })}</strong>{' '}
          <span className="muted">{progress.title}</span>
        </p>
      )}
      <div
        className={styles.meter}
        role="progressbar"
        aria-label={t('export.progress')}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${percent}%` }} />
      </div>
    </>
  );
}

/** What came of it; always mounted, so that it is read out. */
function Outcome({ state }: { readonly state: ExportState }) {
  const t = useText();
  return (
    <div role="alert" className={styles.outcome}>
      {state.status === 'failed' && (
        <p className={styles.failed}>
          <WarningCircleIcon aria-hidden="true" />
          <span>
            <strong>{t('export.failedTitle')}.</strong> {t('export.failedText')}
          </span>
        </p>
      )}
      {state.status === 'made' && (
        <>
          <p className={styles.made}>
            <CheckCircleIcon aria-hidden="true" />
            <span>{t('export.ready', { fileName: state.file.fileName })}</span>
          </p>
          <UndrawnList undrawn={state.file.undrawn} />
        </>
      )}
    </div>
  );
}

function UndrawnList({ undrawn: { letters, images, kinds } }: { readonly undrawn: Undrawn }) {
  const t = useText();
  if (letters.length + images + kinds.length === 0) return null;
  return (
    <div className={styles.undrawn}>
      <WarningIcon aria-hidden="true" />
      <div>
        <strong>{t('export.undrawnTitle')}</strong>
        <p>{t('export.undrawnText')}</p>
        <ul>
          {letters.length > 0 && <li>{t('export.undrawnLetters', { letters: letters.join(' ') })}</li>}
          {images > 0 && <li>{t('export.undrawnImages', { count: images })}</li>}
          {kinds.length > 0 && <li>{t('export.undrawnKinds', { kinds: kinds.join(', ') })}</li>}
        </ul>
      </div>
    </div>
  );
}
