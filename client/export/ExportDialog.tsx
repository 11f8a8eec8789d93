import { useCallback, useMemo, useState } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DataFiles } from './dialog/DataFiles.tsx';
import { DialogFoot } from './dialog/DialogFoot.tsx';
import { Options } from './dialog/Options.tsx';
import { Outcome } from './dialog/Outcome.tsx';
import { PagesPanel, type PageUse } from './dialog/PagesPanel.tsx';
import { useChoices } from './dialog/use-choices.ts';
import styles from './ExportDialog.module.css';
import { ownFileName } from './file-name.ts';
import { PrintView } from './print/PrintView.tsx';
import type { ExportSource } from './report-choice.ts';
import { useExport } from './use-export.ts';

interface ExportDialogProps extends ExportSource {
  readonly onClose: () => void;
}

/** Takes boards home: as a report that is made here, as a picture of a page, or as a file that the server writes. */
export function ExportDialog({ onClose, data, open }: ExportDialogProps) {
  const choices = useChoices({ data, open });
  const { chosen } = choices;
  const { kind } = chosen;
  const hasPages = kind === 'report' || kind === 'picture';
  const made = useExport({ data, open }, hasPages ? choices.report : null);
  const { report, work } = made;
  const { leftOut, picked, use } = usePages(kind === 'picture');
  const [printing, setPrinting] = useState(false);
  const page = Math.min(picked, (report?.pages.length ?? 1) - 1);
  const download = (): void => {
    const name = ownFileName(chosen.fileName ?? choices.proposedName, choices.proposedName);
    if (kind === 'picture') made.downloadPicture(name, page, chosen.picture);
    else made.downloadReport(name, [...leftOut]);
  };
  return (
    <Dialog open wide={hasPages ? 'pages' : true} onClose={onClose} title={useTitle(choices.inReport.length, open)}>
      <div className={styles.body} data-pages={hasPages}>
        <Options open={open?.board ?? null} choices={choices} made={made} />
        {hasPages && (
          <PagesPanel
            report={report}
            busy={choices.isAsking || (work.status === 'working' && work.for === 'preview')}
            changed={made.changed && work.status !== 'working'}
            onUpdate={made.update}
            use={use.kind === 'pick' ? { ...use, picked: page } : use}
          />
        )}
      </div>
      {hasPages && <Outcome work={work} onPrint={report && (() => setPrinting(true))} />}
      {hasPages ? (
        <DialogFoot
          made={made}
          waiting={choices.isAsking}
          onDownload={choices.inReport.length === 0 ? null : download}
        />
      ) : (
        <DataFiles key={kind} data={data} kind={kind} choices={choices} />
      )}
      {printing && report !== null && (
        <PrintView report={report} leftOutParts={[...leftOut]} onClose={() => setPrinting(false)} />
      )}
    </Dialog>
  );
}

function useTitle(count: number, open: ExportSource['open']): string {
  const t = useText();
  if (open === null) return t('export.titleWorkshop');
  return count > 1 ? t('export.titleSeveral', { count }) : t('export.title');
}

/** Which pages stay, and which one is to become a picture. */
function usePages(isPicture: boolean) {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [picked, setPicked] = useState(0);
  const toggle = useCallback((part: string) => setLeftOut((parts) => toggled(parts, part)), []);
  const use = useMemo<PageUse>(
    () =>
      isPicture ? { kind: 'pick', picked, onPick: setPicked } : { kind: 'leave-out', parts: leftOut, onToggle: toggle },
    [isPicture, picked, leftOut, toggle],
  );
  return { leftOut, picked, use };
}

function toggled(parts: ReadonlySet<string>, part: string): ReadonlySet<string> {
  const next = new Set(parts);
  if (!next.delete(part)) next.add(part);
  return next;
}
