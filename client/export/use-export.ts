import { useEffect, useRef, useState } from 'react';
import type { ExportProgress, PdfFile } from './export-pdf.ts';
import { type ExportSource, makePdf } from './make-pdf.ts';
import { saveFile } from './save-file.ts';

export type ExportState =
  | { readonly status: 'idle' }
  | { readonly status: 'making'; readonly progress: ExportProgress | null }
  | { readonly status: 'made'; readonly file: PdfFile }
  | { readonly status: 'failed' };

export interface BoardExport {
  readonly state: ExportState;
  /** Makes the PDF and downloads it. */
  readonly start: (fileName: string) => void;
  /** Nothing of it goes on, and nothing is downloaded. */
  readonly cancel: () => void;
}

/** One export at a time; it ends with the dialog. */
export function useExport({ editor, data, board }: ExportSource): BoardExport {
  const [state, setState] = useState<ExportState>({ status: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const start = (fileName: string): void => {
    running.current?.abort();
    const job = new AbortController();
    running.current = job;
    // A cancelled job still runs to its next pause and must not speak over the one after it.
    const say = (next: ExportState): void => {
      if (!job.signal.aborted) setState(next);
    };
    setState({ status: 'making', progress: null });
    makePdf({ editor, data, board }, job.signal, (progress) => say({ status: 'making', progress })).then(
      (file) => {
        if (job.signal.aborted) return;
        saveFile(file.bytes, fileName, 'application/pdf');
        say({ status: 'made', file: { ...file, fileName } });
      },
      () => say({ status: 'failed' }),
    );
  };
  const cancel = (): void => {
    running.current?.abort();
    running.current = null;
    setState({ status: 'idle' });
  };
  return { state, start, cancel };
}
