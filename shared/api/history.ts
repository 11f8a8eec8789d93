import { z } from 'zod';
import { ParticipantId, VersionId } from '../protocol/ids.ts';
import { textLimits } from '../protocol/limits.ts';
import { lineOfText } from './text.ts';
import { TimestampMs } from './time.ts';

/** Why a version was kept. */
export const VersionKind = z.enum([
  /** Ten minutes of activity have passed. */
  'automatic',
  /** The last person left. */
  'session-end',
  'before-restore',
  /** More than 30 % of the records were about to vanish at once. */
  'before-loss',
  /** Somebody kept it by hand, under a name. */
  'named',
]);
export type VersionKind = z.infer<typeof VersionKind>;

/** A point that a board can go back to. */
export const Version = z.object({
  id: VersionId,
  kind: VersionKind,
  /** Of `named` ones alone. */
  name: z.string().nullable(),
  createdAtMs: TimestampMs,
  /** Who named it, restored or made the records vanish; null for those that come by time. */
  by: z.object({ id: ParticipantId, name: z.string() }).nullable(),
  /** Records on the board then, template included. */
  recordCount: z.number().int().nonnegative(),
});
export type Version = z.infer<typeof Version>;

/** Newest first. */
export const ListVersionsResponse = z.object({ versions: z.array(Version) });
export type ListVersionsResponse = z.infer<typeof ListVersionsResponse>;

export const CreateVersionRequest = z.object({ name: lineOfText(textLimits.versionName) });
export type CreateVersionRequest = z.input<typeof CreateVersionRequest>;
export const CreateVersionResponse = z.object({ version: Version });
export type CreateVersionResponse = z.infer<typeof CreateVersionResponse>;

/** For a preview: tldraw records as plain JSON, without what a canvas measures for itself. */
export const GetVersionResponse = z.object({
  version: Version,
  records: z.array(z.record(z.string(), z.unknown())),
});
export type GetVersionResponse = z.infer<typeof GetVersionResponse>;

/** How much an edit of the server changed. */
export const RestoreResponse = z.object({
  added: z.number().int(),
  updated: z.number().int(),
  removed: z.number().int(),
});
export type RestoreResponse = z.infer<typeof RestoreResponse>;

/**
 * Something that was deleted and is not back, the newest first. Template furniture, bindings, and what goes and comes with
 * a card that is gone are left out.
 */
export const DeletedRecord = z.object({
  recordId: z.string(),
  /** tldraw's shape type: `note`, `arrow`, … */
  type: z.string(),
  /** Its words, a card's title, the titles of the two cards of a relation; at most 200 characters, empty for a drawing. */
  text: z.string(),
  deletedAtMs: TimestampMs,
  by: z.object({ id: ParticipantId, name: z.string() }),
});
export type DeletedRecord = z.infer<typeof DeletedRecord>;
export const ListDeletedResponse = z.object({ deleted: z.array(DeletedRecord) });
export type ListDeletedResponse = z.infer<typeof ListDeletedResponse>;
export const RestoreDeletedRequest = z.object({ recordIds: z.array(z.string().max(200)).min(1).max(500) });

/** Who has worked on a board, for undoing what one person did. The most recent first. */
export const Contributor = z.object({
  id: ParticipantId,
  name: z.string(),
  organisation: z.string(),
  firstAtMs: TimestampMs,
  lastAtMs: TimestampMs,
  /** Records changed since `firstAtMs`. */
  recordCount: z.number().int(),
});
export type Contributor = z.infer<typeof Contributor>;
export const ListContributorsResponse = z.object({ contributors: z.array(Contributor) });
export type ListContributorsResponse = z.infer<typeof ListContributorsResponse>;

/** `dryRun` answers what it would change and changes nothing. */
export const UndoPersonRequest = z.object({
  participantId: ParticipantId,
  sinceMs: TimestampMs,
  dryRun: z.boolean().optional(),
});
export type UndoPersonRequest = z.input<typeof UndoPersonRequest>;
