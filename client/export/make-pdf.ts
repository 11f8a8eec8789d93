import { exportFileName } from './file-name.ts';
import { createReportMaker, type WrittenReport } from './prepare-report.ts';
import type { ExportProgress, ExportSource, ReportChoice } from './report-choice.ts';

export interface PdfFile extends WrittenReport {
  readonly fileName: string;
}

/** Share of the work that reading the boards and laying them out takes; the rest is writing. */
const preparingShare = 0.6;

interface PdfOptions {
  /** Whether a part of the report, by its name, is in the file. */
  readonly keeps: (part: string) => boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly nowMs: () => number;
}

/**
 * A report in one go.
 * @throws the signal's reason once it is aborted
 */
export async function makePdf(
  source: ExportSource,
  choice: ReportChoice,
  { keeps, signal, onProgress, nowMs }: PdfOptions,
): Promise<PdfFile> {
  const maker = createReportMaker(source, nowMs);
  try {
    const prepared = await maker.prepare(choice, signal, (progress) =>
      onProgress({ ...progress, done: preparingShare * progress.done }),
    );
    const leftOut = new Set(prepared.pages.map(({ part }) => part).filter((part) => !keeps(part)));
    const written = await maker.write(prepared, [...leftOut], signal, (progress) =>
      onProgress({ ...progress, done: preparingShare + (1 - preparingShare) * progress.done }),
    );
    const { title, createdAtMs, report } = prepared.input;
    const { workshop } = source.data;
    const isOne = report.boards.length === 1;
    const fileName = exportFileName(
      { workshop: workshop.title, board: isOne ? title : null, atMs: createdAtMs, language: report.language },
      'pdf',
    );
    return { ...written, fileName };
  } finally {
    maker.close();
  }
}
