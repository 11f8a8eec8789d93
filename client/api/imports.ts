import { ImportBoardsResponse, ImportIntoBoardResponse } from '../../shared/api/imports.ts';
import type { BoardId, WorkshopId } from '../../shared/protocol/ids.ts';
import type { Answer } from './call.ts';
import { type Sending, sendFile } from './send-file.ts';

interface Wanted extends Sending {
  readonly file: File;
  /** Only says what would become of it. */
  readonly plan: boolean;
}

export const importBoards = (
  workshopId: WorkshopId,
  { file, plan, ...sending }: Wanted,
): Promise<Answer<ImportBoardsResponse> | 'cancelled'> =>
  sendFile(
    `/api/boards/import?${query({ workshop: workshopId, name: file.name }, plan)}`,
    file,
    ImportBoardsResponse,
    sending,
  );

export const importIntoBoard = (
  boardId: BoardId,
  { file, plan, ...sending }: Wanted,
): Promise<Answer<ImportIntoBoardResponse> | 'cancelled'> =>
  sendFile(`/api/boards/${boardId}/import?${query({ name: file.name }, plan)}`, file, ImportIntoBoardResponse, sending);

const query = (said: Readonly<Record<string, string>>, plan: boolean): string =>
  new URLSearchParams({ ...said, ...(plan && { plan: '1' }) }).toString();
