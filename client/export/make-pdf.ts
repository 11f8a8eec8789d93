import { type Editor, react } from 'tldraw';
import type { Board, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import { getWorkshop } from '../api/workshops.ts';
import { surroundingsOf } from '../canvas/card-shapes/surroundings.ts';
import { loadBoardCatalogue, translator } from '../i18n/catalogue.ts';
import { exportFacts } from './export-facts.ts';
import type { ExportProgress, PdfFile } from './export-pdf.ts';

export interface ExportSource {
  readonly editor: Editor;
  readonly data: GetWorkshopResponse;
  readonly board: Board;
}

/** People may have joined since the page was opened: the cover counts those who are there now, where they can be had. */
async function freshData(data: GetWorkshopResponse): Promise<GetWorkshopResponse> {
  const answer = await getWorkshop(data.workshop.id);
  return answer.ok ? answer.value : data;
}

/** Rows, forms and pictures follow from the board's template, which comes after the board. */
function templateIsThere(editor: Editor): Promise<void> {
  return new Promise((resolve) => {
    const stop = react('wait for the template', () => {
      if (surroundingsOf(editor).get().template === null) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

/**
 * The writer and all that belongs to it come with the first export.
 * @throws the signal's reason once it is aborted
 */
export async function makePdf(
  { editor, data, board }: ExportSource,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
  nowMs: () => number = Date.now,
): Promise<PdfFile> {
  const [{ exportPdf }, catalogue, fresh] = await Promise.all([
    import('./export-pdf.ts'),
    loadBoardCatalogue(board.language),
    freshData(data),
    templateIsThere(editor),
  ]);
  signal.throwIfAborted();
  const t = translator(catalogue, board.language);
  return exportPdf({ editor, facts: exportFacts(fresh, board, nowMs(), t), t, onProgress, signal });
}
