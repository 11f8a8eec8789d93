import './fallback-fonts.css';
import { widestAudience } from '../../shared/access/audiences.ts';
import type { Board, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import { getReportLook } from '../api/workshops.ts';
import type { PdfFile } from './make-pdf.ts';
import { type ExportProgress, noLook, type OpenBoard, type ReportChoice } from './report-choice.ts';

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

declare global {
  interface Window {
    /**
     * For programs that export without a person: there once the board has been loaded, gone with it.
     * @param onProgress told of every page, when it is read off its board and when it is written
     */
    commonboardExport?: (onProgress?: (progress: ExportProgress) => void, choice?: HookChoice) => Promise<HookedPdf>;
  }
}

interface HookOptions extends OpenBoard {
  readonly data: GetWorkshopResponse;
  readonly nowMs?: () => number;
}

/** To be installed once everything the server holds of the board is on the canvas. @returns the way to take it away */
export function installExportHook({ editor, data, board, nowMs = Date.now }: HookOptions): () => void {
  const stopped = new AbortController();
  window.commonboardExport = async (onProgress = () => undefined, { boards, keeps = () => true, ...wishes } = {}) => {
    const look = await getReportLook(data.workshop.id);
    const choice: ReportChoice = {
      ...{ audience: widestAudience(data.me.role), paper: 'A4', names: true },
      ...(look.ok ? look.value : noLook),
      ...wishes,
      boards: wantedBoards(data, board, boards).map(({ id }) => id),
    };
    const { makePdf } = await import('./make-pdf.ts');
    const source = { data, open: { editor, board } };
    const onPage = (progress: ExportProgress): void => {
      if (progress.pages > 0) onProgress(progress);
    };
    const options = { keeps, signal: stopped.signal, onProgress: onPage, nowMs };
    const { bytes, fileName, undrawn } = await makePdf(source, choice, options);
    return { fileName, base64: toBase64(bytes), undrawn };
  };
  return () => {
    stopped.abort();
    delete window.commonboardExport;
  };
}

/** @throws where a board is not of this workshop */
function wantedBoards(
  { boards }: GetWorkshopResponse,
  open: Board,
  wanted: HookChoice['boards'] = [open.id],
): readonly Board[] {
  if (wanted === 'workshop') return boards.filter(({ example }) => !example);
  return wanted.map((id) => {
    const found = [open, ...boards].find((board) => board.id === id);
    if (found === undefined) throw new Error(`the workshop has no board ${id}`);
    return found;
  });
}

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // As many arguments as every browser takes at once.
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(pieces.join(''));
}
