import { widestAudience } from '../../shared/access/audiences.ts';
import type { Board, GetWorkshopResponse } from '../../shared/api/workshops.ts';
import { getReportLook } from '../api/workshops.ts';
import type { HookChoice, HookedPdf, HookedPicture, HookOptions, HookPicturesChoice } from './export-hook.ts';
import { makePdf } from './make-pdf.ts';
import { type PicturesChoice, type TakenPicture, takePictures } from './picture/take-pictures.ts';
import { type ExportProgress, noLook, type ReportChoice } from './report-choice.ts';

interface PdfWork {
  readonly onProgress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
}

/** The report that a program asked for. */
export async function hookedPdf(
  { editor, board, data, nowMs = Date.now }: HookOptions,
  { boards, keeps = () => true, ...wishes }: HookChoice,
  { onProgress, signal }: PdfWork,
): Promise<HookedPdf> {
  const look = await getReportLook(data.workshop.id);
  const choice: ReportChoice = {
    ...{ audience: widestAudience(data.me.role), paper: 'A4', names: true },
    ...(look.ok ? look.value : noLook),
    ...wishes,
    boards: wantedBoards(data, board, boards).map(({ id }) => id),
  };
  const onPage = (progress: ExportProgress): void => {
    if (progress.pages > 0) onProgress(progress);
  };
  const options = { keeps, signal, onProgress: onPage, nowMs };
  const { bytes, fileName, undrawn } = await makePdf({ data, open: { editor, board } }, choice, options);
  return { fileName, base64: toBase64(bytes), undrawn };
}

interface PicturesWork {
  readonly onPicture: (picture: HookedPicture) => Promise<void>;
  readonly signal: AbortSignal;
}

/** The pictures that a program asked for. */
export async function hookedPictures(
  { editor, board, data }: HookOptions,
  { boards, ...wishes }: HookPicturesChoice,
  { onPicture, signal }: PicturesWork,
): Promise<void> {
  const choice: PicturesChoice = {
    ...{ audience: widestAudience(data.me.role), formats: ['png'], scale: 1, ...wishes },
    boards: wantedBoards(data, board, boards),
  };
  const pass = async ({ files, board: { title }, ...picture }: TakenPicture): Promise<void> => {
    const inText = [...files].map(async ([format, file]) => ({
      format,
      base64: toBase64(new Uint8Array(await file.arrayBuffer())),
    }));
    await onPicture({ ...picture, board: title, files: await Promise.all(inText) });
  };
  await takePictures({ data, open: { editor, board } }, choice, pass, signal);
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
