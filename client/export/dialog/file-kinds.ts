import type { Audience } from '../../../shared/api/boards.ts';
import type { BoardId, WorkshopId } from '../../../shared/protocol/ids.ts';
import type { FileExtension } from '../file-name.ts';

export const fileKinds = ['report', 'picture', 'csv', 'markdown', 'json', 'tldr'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Files of one board that the server writes: last part of their address, and their ending. */
const boardFiles = {
  csv: { path: 'csv-zip', extension: 'zip' },
  json: { path: 'json', extension: 'json' },
  tldr: { path: 'tldr', extension: 'tldr' },
} as const satisfies Partial<Record<FileKind, { readonly path: string; readonly extension: FileExtension }>>;
export type BoardFileKind = keyof typeof boardFiles;

export const isBoardFile = (kind: FileKind): kind is BoardFileKind => kind in boardFiles;

export function extensionOf(kind: FileKind, picture: 'png' | 'svg'): FileExtension {
  switch (kind) {
    case 'report':
      return 'pdf';
    case 'picture':
      return picture;
    case 'markdown':
      return 'md';
    case 'csv':
    case 'json':
    case 'tldr':
      return boardFiles[kind].extension;
  }
}

export const boardFileHref = (kind: BoardFileKind, board: BoardId, audience: Audience): string =>
  `/api/boards/${board}/export/${boardFiles[kind].path}?audience=${audience}`;

export const markdownHref = (workshop: WorkshopId, boards: readonly BoardId[], audience: Audience): string =>
  `/api/workshops/${workshop}/export/md?boards=${boards.join(',')}&audience=${audience}`;
