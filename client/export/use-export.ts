import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { createReportMaker, type PreparedReport, type ReportMaker, type WrittenReport } from './prepare-report.ts';
import { type RemainingTime, remainingTime } from './remaining-time.ts';
import type { ExportProgress, ExportSource, ReportChoice } from './report-choice.ts';
import { saveFile } from './save-file.ts';
import { type ExportTrouble, troubleOf } from './trouble.ts';

export type ExportWork =
  | { readonly status: 'idle' }
  | { readonly status: 'working'; readonly for: 'preview' | 'file'; readonly progress: ShownProgress | null }
  | { readonly status: 'made'; readonly fileName: string; readonly undrawn: WrittenReport['undrawn'] }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly trouble: ExportTrouble };

export interface ShownProgress extends ExportProgress {
  /** Null as long as nothing honest can be said. */
  readonly remaining: RemainingTime | null;
}

/** Makes the file of a report that is laid out. */
type MakeFile = (
  report: PreparedReport,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
) => Promise<WrittenReport & { readonly type: string }>;

interface WantedFile {
  readonly name: string;
  readonly make: MakeFile;
}

export interface ReportExport {
  readonly work: ExportWork;
  /** The last that was laid out; of another choice while the next one is prepared. */
  readonly report: PreparedReport | null;
  /** Somebody changed the open board since it was read. */
  readonly changed: boolean;
  readonly preview: () => void;
  /** Takes the boards as they are now. */
  readonly update: () => void;
  /** Makes the PDF and downloads it. */
  readonly downloadReport: (fileName: string, leftOutParts: readonly string[]) => void;
  readonly downloadPicture: (fileName: string, page: number, format: 'png' | 'svg') => void;
  /** Nothing of it goes on, and nothing is downloaded. */
  readonly cancel: () => void;
}

/** How long a choice has to stand before pages are laid out anew: a colour is dragged through hundreds. */
const settleMs = 200;
/** Share of a download that preparing takes, where the pages are not there yet. */
const preparingShare = 0.6;
/** Pixels for each point of a page: 216 to the inch. */
const pictureScale = 3;

/**
 * One piece of work at a time; it ends with the dialog.
 * @param choice a new object is a new choice; null while no pages are wanted
 */
export function useExport(source: ExportSource, choice: ReportChoice | null): ReportExport {
  const { data, open } = source;
  const [work, setWork] = useState<ExportWork>({ status: 'idle' });
  const [report, setReport] = useState<{ readonly of: ReportChoice; readonly made: PreparedReport } | null>(null);
  const [changed, setChanged] = useState(false);
  const running = useRef<AbortController | null>(null);
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined);
  // What the workshop was when the dialog opened; the maker asks for people anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a poll of the page must not throw away what was read.
  const maker = useMemo(() => createReportMaker({ data, open }, Date.now), []);
  useEffect(
    () => () => {
      running.current?.abort();
      maker.close();
    },
    [maker],
  );
  useEffect(() => open?.editor.store.listen(() => setChanged(true), { scope: 'document' }), [open?.editor]);

  const run = useCallback(
    (wanted: ReportChoice, known: PreparedReport | null, file: WantedFile | null): void => {
      // A file that is asked for at once must not be stopped by the preview of the same choice.
      clearTimeout(settling.current);
      running.current?.abort();
      const job = new AbortController();
      running.current = job;
      // A cancelled job still runs to its next pause and must not speak over the one after it.
      const say = (next: ExportWork): void => {
        if (!job.signal.aborted) setWork(next);
      };
      const working = { status: 'working', for: file === null ? 'preview' : 'file' } as const;
      say({ ...working, progress: null });
      const onProgress = progressOf((progress) => say({ ...working, progress }));
      const onReport = (made: PreparedReport): void => setReport({ of: wanted, made });
      workOn({ maker, wanted, known, file, signal: job.signal, onProgress, onReport }).then(say, (error: unknown) =>
        say({ status: 'failed', trouble: troubleOf(error) }),
      );
    },
    [maker],
  );

  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setWork((now) => (now.status === 'working' ? { status: 'cancelled' } : now));
  }, []);
  const hasReport = useRef(false);
  hasReport.current = report !== null;
  useEffect(() => {
    if (choice === null) return cancel();
    settling.current = setTimeout(() => run(choice, null, null), hasReport.current ? settleMs : 0);
    return () => clearTimeout(settling.current);
  }, [choice, run, cancel]);

  const preview = (): void => {
    if (choice !== null) run(choice, null, null);
  };
  const download = (name: string, make: MakeFile): void => {
    if (choice !== null) run(choice, report?.of === choice ? report.made : null, { name, make });
  };
  return {
    work,
    report: report?.made ?? null,
    changed,
    preview,
    update() {
      maker.readAgain();
      setChanged(false);
      preview();
    },
    downloadReport: (name, leftOutParts) =>
      download(name, async (made, ...how) => ({
        ...(await maker.write(made, leftOutParts, ...how)),
        type: 'application/pdf',
      })),
    downloadPicture: (name, page, format) => download(name, (made, signal) => pictureFile(made, page, format, signal)),
    cancel,
  };
}

interface Work {
  readonly maker: ReportMaker;
  readonly wanted: ReportChoice;
  /** Where it is laid out already. */
  readonly known: PreparedReport | null;
  /** Null for a preview. */
  readonly file: WantedFile | null;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly onReport: (report: PreparedReport) => void;
}

/** @returns how it ended, unless it fails */
async function workOn({ maker, wanted, known, file, signal, onProgress, onReport }: Work): Promise<ExportWork> {
  const share = known !== null ? 0 : file === null ? 1 : preparingShare;
  const prepared =
    known ??
    (await maker.prepare(wanted, signal, (progress) => onProgress({ ...progress, done: share * progress.done })));
  signal.throwIfAborted();
  onReport(prepared);
  if (file === null) return { status: 'idle' };
  const { bytes, undrawn, type } = await file.make(prepared, signal, (progress) =>
    onProgress({ ...progress, done: share + (1 - share) * progress.done }),
  );
  signal.throwIfAborted();
  saveFile(bytes, file.name, type);
  return { status: 'made', fileName: file.name, undrawn };
}

function progressOf(onProgress: (progress: ShownProgress) => void): (progress: ExportProgress) => void {
  const startMs = performance.now();
  return (progress) =>
    onProgress({ ...progress, remaining: remainingTime(performance.now() - startMs, progress.done) });
}

async function pictureFile(
  { pages, input, undrawn }: PreparedReport,
  index: number,
  format: 'png' | 'svg',
  signal: AbortSignal,
): Promise<Awaited<ReturnType<MakeFile>>> {
  const page = pages[index];
  if (page === undefined) throw new RangeError(`there is no page ${index}`);
  const { makePicture } = await import('./picture/make-picture.ts');
  const blob = await makePicture(page, input.images, { format, scale: pictureScale, transparent: false }, signal);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { bytes, undrawn: { ...undrawn, letters: [], images: 0 }, type: blob.type };
}
