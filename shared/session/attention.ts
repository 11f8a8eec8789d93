import { z } from 'zod';
import { TimestampMs } from '../api/time.ts';
import { BoardId, ParticipantId } from '../protocol/ids.ts';
import { textLimits } from '../protocol/limits.ts';

/** What a frame is called on the board, for whoever has no canvas before them: at most as much as a line shows. */
export const FrameName = z.string().trim().min(1).max(textLimits.frameName);
export type FrameName = z.infer<typeof FrameName>;

/** Everybody on the board sees what this person sees, unless they choose to look around by themselves. */
export const Spotlight = z.object({
  boardId: BoardId,
  participantId: ParticipantId,
  sinceMs: TimestampMs,
  /** Where they are, as they tell it; null between frames and until they have told. An earlier version knew none. */
  frame: FrameName.nullable().default(null),
});
export type Spotlight = z.infer<typeof Spotlight>;

const coordinateMax = 10_000_000;
const coordinate = z.number().min(-coordinateMax).max(coordinateMax);
/** Never next to nothing: pages divide by it. */
const extent = z.number().min(1).max(coordinateMax);

/** A part of a board, in its units. */
export const View = z.object({
  x: coordinate,
  y: coordinate,
  w: extent,
  h: extent,
});
export type View = z.infer<typeof View>;

/** Everybody was asked to look at this, once. */
export const Gathering = z.object({
  boardId: BoardId,
  participantId: ParticipantId,
  view: View,
  /** What of it fills most of the view; null where it is no frame. An earlier version knew none. */
  frame: FrameName.nullable().default(null),
  atMs: TimestampMs,
});
export type Gathering = z.infer<typeof Gathering>;
