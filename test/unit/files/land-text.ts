import { type LandedFile, landFile } from '../../../server/files/land.ts';
import { readBoardFile } from '../../../shared/board/files/read-file.ts';

/** A file as it comes in, its pictures left in its records. */
export function landText(text: string): LandedFile {
  const { boards, ...file } = readBoardFile(text);
  return landFile({ ...file, boards: boards.map((board) => ({ ...board, pictures: [] })) });
}
