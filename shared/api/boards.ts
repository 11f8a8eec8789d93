import { z } from 'zod';
import { BoardId } from '../protocol/ids.ts';
import { textLimits } from '../protocol/limits.ts';
import { TemplateId } from './templates.ts';
import { Language, lineOfText } from './text.ts';
import { TimestampMs } from './time.ts';
import { Board } from './workshops.ts';

/** Title and language default to the template's title and the workshop's language. */
export const CreateBoardRequest = z.object({
  template: TemplateId,
  title: lineOfText(textLimits.boardTitle).optional(),
  language: Language.optional(),
  /**
   * Filled with the template's invented case, read-only for everybody. A workshop has one of each template, under the
   * template's title: who asks again gets the one that is there.
   */
  example: z.boolean().optional(),
});
export type CreateBoardRequest = z.input<typeof CreateBoardRequest>;

export const CreateBoardResponse = z.object({ board: Board });
export type CreateBoardResponse = z.infer<typeof CreateBoardResponse>;

/** What is left out stays. */
export const UpdateBoardRequest = z.object({
  title: lineOfText(textLimits.boardTitle).optional(),
  /** Which board it stands before from now on; null puts it last. */
  before: BoardId.nullable().optional(),
});
export type UpdateBoardRequest = z.input<typeof UpdateBoardRequest>;

/** Into the same workshop, after the original. The title defaults to the original's with a number. */
export const DuplicateBoardRequest = z.object({ title: lineOfText(textLimits.boardTitle).optional() });
export type DuplicateBoardRequest = z.input<typeof DuplicateBoardRequest>;

/** A board that was put into the bin; it can be taken out again. */
export const BinnedBoard = Board.extend({ binnedAtMs: TimestampMs });
export type BinnedBoard = z.infer<typeof BinnedBoard>;

/** The newest first. */
export const ListBinResponse = z.object({ boards: z.array(BinnedBoard) });
export type ListBinResponse = z.infer<typeof ListBinResponse>;

/** Who will read an export; cards marked for a narrower circle are left out. */
export const Audience = z.enum(['public', 'partners', 'core']);
export type Audience = z.infer<typeof Audience>;

export const ExportQuery = z.object({ audience: Audience.optional() });

/** Of an answer that holds less than the board; without it nothing is missing. */
export const leftOutHeader = 'Left-Out';

/** How much of a board is not in its file. */
export interface FileLeftOut {
  /** They are damaged, or all of them are more than can be brought in again. */
  readonly pictures: number;
  /** No canvas can show them. */
  readonly records: number;
}

export const spellLeftOut = ({ pictures, records }: FileLeftOut): string => `pictures=${pictures}, records=${records}`;

export function readLeftOut(header: string | null): FileLeftOut {
  const [pictures = 0, records = 0] = (/^pictures=(\d+), records=(\d+)$/.exec(header ?? '') ?? []).slice(1).map(Number);
  return { pictures, records };
}

/** A table holds either the cards with all other words on the board, or the relations between the cards. */
export const CsvPart = z.enum(['cards', 'relations']);
export type CsvPart = z.infer<typeof CsvPart>;
export const CsvExportQuery = ExportQuery.extend({ part: CsvPart.optional() });

/** Of a whole workshop, or of some of its boards, in this order: their ids with commas between. */
export const WorkshopExportQuery = ExportQuery.extend({
  boards: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(BoardId).max(100))
    .optional(),
});
