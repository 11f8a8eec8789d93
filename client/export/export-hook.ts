import './fallback-fonts.css';
import type { GetWorkshopResponse } from '../../shared/api/workshops.ts';
import type { PdfFile } from './make-pdf.ts';
import type { PicturesChoice, TakenPicture } from './picture/take-pictures.ts';
import type { ExportProgress, OpenBoard, ReportChoice } from './report-choice.ts';

/** A PDF as a program that drives the page can take it along. */
export interface HookedPdf {
  readonly fileName: string;
  readonly base64: string;
  readonly undrawn: PdfFile['undrawn'];
}

/** What is not said is as in the dialog, for all that the role may read. */
export interface HookChoice extends Partial<Omit<ReportChoice, 'boards'>> {
  /** Ids in the order of the report; `workshop` takes every board but the examples. By default the board of the page. */
  readonly boards?: readonly string[] | 'workshop';
  /** Whether a part of the report is in the file, by its name as `partOf` gives it; by default each is. */
  readonly keeps?: (part: string) => boolean;
}

/** A picture as a program that drives the page can take it along. */
export interface HookedPicture extends Omit<TakenPicture, 'board' | 'files'> {
  /** Title of the board. */
  readonly board: string;
  readonly files: readonly { readonly format: PicturesChoice['formats'][number]; readonly base64: string }[];
}

/** What is not said: a PNG of each frame of the page's board, a pixel for each unit, for all that the role may read. */
export interface HookPicturesChoice extends Partial<Omit<PicturesChoice, 'boards'>> {
  readonly boards?: HookChoice['boards'];
}

declare global {
  interface Window {
    /**
     * For programs that export without a person: there once the board has been loaded, gone with it.
     * @param onProgress told of every page, when it is read off its board and when it is written
     */
    commonboardExport?: (onProgress?: (progress: ExportProgress) => void, choice?: HookChoice) => Promise<HookedPdf>;
    /**
     * The same for pictures of frames.
     * @param onPicture gets each as soon as it is there; the next one waits for it
     */
    commonboardPictures?: (
      onPicture: (picture: HookedPicture) => Promise<void>,
      choice?: HookPicturesChoice,
    ) => Promise<void>;
  }
}

/** Where the hooks were installed. */
export interface HookOptions extends OpenBoard {
  readonly data: GetWorkshopResponse;
  readonly nowMs?: () => number;
}

/** To be installed once everything the server holds of the board is on the canvas. @returns the way to take it away */
export function installExportHook(options: HookOptions): () => void {
  const stopped = new AbortController();
  const { signal } = stopped;
  window.commonboardExport = async (onProgress = () => undefined, choice = {}) => {
    const { hookedPdf } = await import('./hooked-exports.ts');
    return hookedPdf(options, choice, { onProgress, signal });
  };
  window.commonboardPictures = async (onPicture, choice = {}) => {
    const { hookedPictures } = await import('./hooked-exports.ts');
    await hookedPictures(options, choice, { onPicture, signal });
  };
  return () => {
    stopped.abort();
    delete window.commonboardExport;
    delete window.commonboardPictures;
  };
}
