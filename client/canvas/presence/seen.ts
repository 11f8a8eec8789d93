import type { Editor, TLInstancePresence } from 'tldraw';
import type { Presence } from './presence.ts';

/** What tldraw's record of somebody has no place for. */
type Seen = {
  /** What they have in view: x, y, width, height in board units. */
  readonly view: Presence['v'];
  readonly isPointing: boolean;
};

/** For the record's `meta`. */
export const seenOf = ({ v, l }: Presence): Seen & TLInstancePresence['meta'] => ({ view: v, isPointing: l === 1 });

/** @param record that was made by this page, as all of them are. */
export const readSeen = (record: Pick<TLInstancePresence, 'meta'>): Seen => record.meta as unknown as Seen;

export const isSomebodyPointing = (editor: Editor): boolean =>
  editor.getCollaboratorsOnCurrentPage().some((each) => readSeen(each).isPointing);
