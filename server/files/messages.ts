import type { FileFault } from '../../shared/board/files/file-fault.ts';
import type { LandedFile } from './land.ts';

/** What the process that reads files answers. */
export type ReadReply = { readonly id: number } & (
  | { readonly file: LandedFile }
  | { readonly fault: FileFault }
  /** The reading itself broke down. */
  | { readonly problem: string }
);
