import { z } from 'zod';
import { BoardId, WorkshopId } from '../protocol/ids.ts';
import { Board } from './workshops.ts';

/** A file is sent as it is, as `application/octet-stream`. */
const FileQuery = z.object({
  /** Its name, for a file that does not say what it is called. */
  name: z.string().max(300).optional(),
  /** Says what would become of it and changes nothing. */
  plan: z.enum(['1']).optional(),
});

export const ImportBoardsQuery = FileQuery.extend({ workshop: WorkshopId });
export const ImportIntoBoardQuery = FileQuery;

/** Something of a file that could not be taken as it was. */
export const LeftOut = z.object({
  /** tldraw's name of the kind. */
  kind: z.string(),
  reason: z.enum([
    /** A kind of shape that no board has. */
    'unknown-kind',
    'web-page',
    'video',
    /** A picture that is not in the file but somewhere in the web. */
    'picture-elsewhere',
    'picture-too-large',
    /** Not a PNG, JPEG, GIF or WebP. */
    'picture-kind',
    /** It breaks the rules of its kind, or is larger than a board bears. */
    'broken',
    /** What it belongs to is not in the file. */
    'hangs-loose',
    /** On the board something of another kind has its id. */
    'id-taken',
  ]),
  /** A box with its words stands in its place; else nothing does. */
  isBox: z.boolean(),
  count: z.number().int(),
  /** Words of the first of them. */
  words: z.array(z.string()),
});
export type LeftOut = z.infer<typeof LeftOut>;

export const FileFormat = z.enum(['json', 'tldraw']);
export type FileFormat = z.infer<typeof FileFormat>;

/** What is in a board of a file. */
export const FileBoardSummary = z.object({
  /** Which board it was when the file was made; null where it was none of ours. */
  from: BoardId.nullable(),
  title: z.string(),
  cards: z.number().int(),
  relations: z.number().int(),
  /** All other shapes, the template's not counted. */
  others: z.number().int(),
});
export type FileBoardSummary = z.infer<typeof FileBoardSummary>;

/** `made` holds nothing after a plan. */
export const ImportBoardsResponse = z.object({
  format: FileFormat,
  boards: z.array(FileBoardSummary),
  leftOut: z.array(LeftOut),
  made: z.array(Board),
});
export type ImportBoardsResponse = z.infer<typeof ImportBoardsResponse>;

const Change = z.object({
  count: z.number().int(),
  /** Words of the first of them. */
  words: z.array(z.string()),
});

/** What bringing a file into a board changes, or has changed. Whatever is not in the file stays as it is. */
export const ImportIntoBoardResponse = z.object({
  format: FileFormat,
  added: Change,
  changed: Change,
  unchanged: z.number().int(),
  /** On the board and not in the file. */
  kept: z.number().int(),
  leftOut: z.array(LeftOut),
  /** Whether the board has been changed. */
  isDone: z.boolean(),
});
export type ImportIntoBoardResponse = z.infer<typeof ImportIntoBoardResponse>;
