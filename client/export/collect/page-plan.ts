import type { TLShape, TLShapeId } from 'tldraw';
import type { CollectedPage } from '../compose/report-input.ts';
import type { DisplayItem } from '../display-list.ts';

/** What a page shows, before any of it is drawn. */
export interface PagePlan extends Omit<CollectedPage, 'items'> {
  readonly shapes: readonly PlannedShape[];
  /** What the page has beside the board's own shapes: behind these, and in front. */
  readonly behind: readonly BehindItem[];
  readonly front: readonly DisplayItem[];
  /** Height of the view, from its top, beyond which shapes are not drawn; null lets them run into the margin. */
  readonly cutBelow: number | null;
}

export interface BehindItem extends Omit<DisplayItem, 'readingRank'> {
  /** The shape that it is told right after. */
  readonly after: TLShapeId;
}

export interface PlannedShape {
  readonly id: TLShapeId;
  readonly words: Words;
  /** The shape at another place and in another size than on the board; it then stands on the page, in no frame. */
  readonly instead: TLShape | null;
  /** What is told in place of its words. */
  readonly figure?: string;
}

/** Words of a shape that stands on several pages: `read` on one, on others only `seen`, or bars where nobody could read them. */
export type Words = 'read' | 'seen' | 'bars';

/** Of a page that shows a part of the board as it is. */
export const plainPage = { behind: [], front: [], cutBelow: null } as const;

/** In the language of the board. */
export interface PageTexts {
  /** A frame without a name. */
  readonly unnamed: string;
  /** The page with all that stands outside the frames. */
  readonly outside: string;
  /** Alternative text of a tree whose causes stand on pages of their own. */
  readonly tree: string;
}
