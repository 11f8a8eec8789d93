import { FileError } from '../../shared/board/files/file-fault.ts';
import { landFile } from './land.ts';
import type { ReadReply, ReadRequest } from './messages.ts';

process.on('message', ({ id, bytes }: ReadRequest) => {
  process.send?.({ id, ...answer(bytes) } satisfies ReadReply);
});

function answer(bytes: Uint8Array) {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: 'file-unknown' } as const;
  }
  try {
    return { file: landFile(text) };
  } catch (error) {
    if (error instanceof FileError) return { fault: error.fault };
    return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
