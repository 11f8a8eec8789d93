import { useEffect, useRef, useState } from 'react';
import type { ImportBoardsResponse, ImportIntoBoardResponse } from '../../../shared/api/imports.ts';
import type { BoardId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { fileLimits } from '../../../shared/protocol/limits.ts';
import type { Answer, Failure } from '../../api/call.ts';
import { importBoards, importIntoBoard } from '../../api/imports.ts';
import type { Sending } from '../../api/send-file.ts';

/** Where a file goes: into a board that is there, or (null) into boards of its own. */
export type Target = BoardId | null;

/** What is known of a file that was looked at. */
export interface Planned {
  readonly file: File;
  readonly content: ImportBoardsResponse;
  readonly target: Target;
  /** What it would change on the board that it goes into; null while that is not known, and for new boards. */
  readonly update: ImportIntoBoardResponse | null;
}

export type ImportState =
  | { readonly phase: 'choosing'; readonly tooLarge: File | null }
  /** @property sent share of the file that is on its way */
  | { readonly phase: 'sending'; readonly file: File; readonly sent: number; readonly planned: Planned | null }
  | ({ readonly phase: 'planned' } & Planned);

export type Imported =
  | { readonly kind: 'made'; readonly boards: ImportBoardsResponse['made'] }
  | { readonly kind: 'updated'; readonly boardId: BoardId };

interface ImportOptions {
  readonly workshopId: WorkshopId;
  /** Boards that a file can go into. */
  readonly boardIds: readonly BoardId[];
  readonly onDone: (imported: Imported) => void;
}

/** A file on its way: looked at first, taken when somebody says so. Nothing happens before. */
export function useImport({ workshopId, boardIds, onDone }: ImportOptions) {
  const [state, setState] = useState<ImportState>({ phase: 'choosing', tooLarge: null });
  const [failure, setFailure] = useState<Failure | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  /** @returns null when it did not work out; the state is what it was before then. */
  const send = async <Value>(
    file: File,
    planned: Planned | null,
    work: (sending: Sending) => Promise<Answer<Value> | 'cancelled'>,
  ): Promise<Value | null> => {
    const controller = new AbortController();
    abort.current = controller;
    setFailure(null);
    setState({ phase: 'sending', file, sent: 0, planned });
    const onSent = (sent: number) => {
      if (!controller.signal.aborted) setState({ phase: 'sending', file, sent, planned });
    };
    const answer = await work({ signal: controller.signal, onSent });
    if (answer !== 'cancelled' && answer.ok) return answer.value;
    setState(planned === null ? { phase: 'choosing', tooLarge: null } : { phase: 'planned', ...planned });
    if (answer !== 'cancelled') setFailure(answer.failure);
    return null;
  };

  const planInto = async (planned: Planned, target: Target) => {
    const known: Planned = { ...planned, target, update: null };
    if (target === null) return setState({ phase: 'planned', ...known });
    const { file } = planned;
    const update = await send(file, planned, (sending) => importIntoBoard(target, { file, plan: true, ...sending }));
    if (update !== null) setState({ phase: 'planned', ...known, update });
  };

  return {
    state,
    failure,
    async choose(file: File) {
      if (file.size > fileLimits.fileMaxBytes) return setState({ phase: 'choosing', tooLarge: file });
      let readable = file;
      const content = await send(file, null, async (sending) => {
        const answer = await importBoards(workshopId, { file, plan: true, ...sending });
        if (!isLegacy(answer)) return answer;
        const { toTodaysFile } = await import('../../canvas/legacy-file.ts');
        const converted = await toTodaysFile(file, {
          pagesMax: fileLimits.boardsMax,
          shapesMax: fileLimits.recordsMax,
        });
        if (sending.signal.aborted) return 'cancelled';
        if (converted === null) return answer;
        readable = converted;
        return importBoards(workshopId, { file: readable, plan: true, ...sending });
      });
      if (content === null) return;
      const planned: Planned = { file: readable, content, target: null, update: null };
      // A file of a board that is here is most likely its newer or older self.
      const home = content.boards.length === 1 ? boardIds.find((id) => id === content.boards[0]?.from) : undefined;
      await planInto(planned, home ?? null);
    },
    planInto,
    async take(planned: Planned) {
      const { file, target } = planned;
      if (target === null) {
        const answer = await send(file, planned, (sending) =>
          importBoards(workshopId, { file, plan: false, ...sending }),
        );
        if (answer !== null) onDone({ kind: 'made', boards: answer.made });
        return;
      }
      const answer = await send(file, planned, (sending) => importIntoBoard(target, { file, plan: false, ...sending }));
      if (answer !== null) onDone({ kind: 'updated', boardId: target });
    },
    cancel: () => abort.current?.abort(),
    restart: () => {
      setFailure(null);
      setState({ phase: 'choosing', tooLarge: null });
    },
  };
}

/** The server cannot read a file of tldraw's first generation; a browser can. */
const isLegacy = (answer: Answer<unknown> | 'cancelled'): boolean =>
  answer !== 'cancelled' &&
  !answer.ok &&
  answer.failure.kind === 'problem' &&
  answer.failure.problem.code === 'file-legacy';
