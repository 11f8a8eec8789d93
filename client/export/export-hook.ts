import './fallback-fonts.css';
import type { ExportProgress, PdfFile } from './export-pdf.ts';
import { type ExportSource, makePdf } from './make-pdf.ts';

/** A PDF as a program that drives the page can take it along. */
export interface HookedPdf {
  readonly fileName: string;
  readonly base64: string;
  readonly undrawn: PdfFile['undrawn'];
}

declare global {
  interface Window {
    /**
     * For programs that export without a person: there once the board has been loaded, gone with it.
     * @param onProgress told of every page
     */
    commonboardExport?: (onProgress?: (progress: ExportProgress) => void) => Promise<HookedPdf>;
  }
}

interface HookOptions extends ExportSource {
  readonly nowMs?: () => number;
}

/** To be installed once everything the server holds of the board is on the canvas. @returns the way to take it away */
export function installExportHook({ editor, data, board, nowMs = Date.now }: HookOptions): () => void {
  const stopped = new AbortController();
  window.commonboardExport = async (onProgress = () => undefined) => {
    const { bytes, fileName, undrawn } = await makePdf({ editor, data, board }, stopped.signal, onProgress, nowMs);
    return { fileName, base64: toBase64(bytes), undrawn };
  };
  return () => {
    stopped.abort();
    delete window.commonboardExport;
  };
}

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // As many arguments as every browser takes at once.
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return btoa(pieces.join(''));
}
