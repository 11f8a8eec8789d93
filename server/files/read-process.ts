import { FileError } from '../../shared/board/files/file-fault.ts';
import { readBoardFile } from '../../shared/board/files/read-file.ts';
import { restrictDecoders } from '../pictures/recode.ts';
import type { BoundedRequest } from '../threads/bounded-process.ts';
import { endBeyond } from '../threads/end-beyond.ts';
import { landFile } from './land.ts';
import type { ReadReply } from './messages.ts';
import { takePictures } from './take-pictures.ts';

/** What JavaScript may hold of the file, and beside it the largest picture while it is drawn anew. */
const MEMORY_MAX_BYTES = 1_600_000_000;

restrictDecoders();
endBeyond(MEMORY_MAX_BYTES);

process.on('message', async ({ id, bytes }: BoundedRequest) => {
  process.send?.({ id, ...(await answer(bytes)) } satisfies ReadReply);
});

async function answer(bytes: Uint8Array) {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: 'file-unknown' } as const;
  }
  try {
    return { file: landFile(await takePictures(readBoardFile(text))) };
  } catch (error) {
    if (error instanceof FileError) return { fault: error.fault };
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
