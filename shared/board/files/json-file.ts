import { z } from 'zod';
import { Audience } from '../../api/boards.ts';
import { Board } from '../../api/workshops.ts';
import { FileRecord } from './record-schema.ts';

export const jsonFormat = 'commonboard';

/** Raised when a reader of earlier files could not make sense of later ones. */
export const jsonVersion = 1;

/** Where a server serves the schema of this version. */
export const jsonSchemaPath = `/api/schemas/board-${jsonVersion}.json`;

/** Which version of tldraw's and our own shapes the records are of, as tldraw says it. */
export const FileSchema = z.union([
  z.object({ schemaVersion: z.literal(2), sequences: z.record(z.string(), z.number().int().nonnegative()) }),
  z.looseObject({
    schemaVersion: z.literal(1),
    storeVersion: z.number(),
    recordVersions: z.record(z.string(), z.any()),
  }),
]);

/** A whole board as one file. */
export const BoardFile = z.object({
  $schema: z.string().optional().meta({ description: 'Address of this schema' }),
  format: z.literal(jsonFormat),
  version: z.literal(jsonVersion),
  board: Board,
  audience: Audience.optional().meta({
    description: 'For whom it was written: cards and fields for narrower circles are left out. Without it for `core`.',
  }),
  schema: FileSchema,
  records: z.array(FileRecord),
});
export type BoardFile = z.infer<typeof BoardFile>;

/** As JSON Schema, 2020-12. */
export const boardFileJsonSchema = (): object => ({
  ...z.toJSONSchema(BoardFile, { io: 'input', unrepresentable: 'any' }),
  title: 'A board of Commonboard',
});
