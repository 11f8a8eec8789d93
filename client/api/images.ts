import { UploadImageResponse } from '../../shared/api/images.ts';
import type { BoardId } from '../../shared/protocol/ids.ts';
import { type FileAnswer, type Sending, sendFile } from './send-file.ts';

/** Has a picture kept for a board; nobody sees it before a shape shows it. */
export const uploadImage = (
  boardId: BoardId,
  file: Blob,
  sending: Sending,
): Promise<FileAnswer<UploadImageResponse> | 'cancelled'> =>
  sendFile(`/api/boards/${boardId}/images`, file, UploadImageResponse, sending);
