import type { TLRecord } from '@tldraw/tlschema';
import type { PutBackReason } from '../protocol/messages.ts';
import type { Rules } from '../session/rules.ts';
import { endsOf } from './ends.ts';
import { isEqualJson } from './equal.ts';
import type { AnyRecord } from './groups.ts';
import { createStandsIn, lockedShapes, type PlacedBoard, type PlaceShape, subtreeOf } from './locked-places.ts';
import { type BoardShape, isShape } from './read-board.ts';
import { isUntouchedStarter } from './starter.ts';

export interface Judged {
  readonly rules: Rules;
  /** Whose change it is. */
  readonly participantId: string;
  readonly before: PlacedBoard;
  readonly after: PlacedBoard;
  /** What a lock calls a frame or zone. */
  readonly nameOf: (place: PlaceShape) => string;
}

/**
 * Says of a participant's change what the rules of the moment do not allow: judged by what stood before it and by what would
 * stand after it, with everything that was changed along.
 * @returns why a record has to stay as it was; null: it may be as it is
 */
export function createBreachOf({ rules, participantId, before, after, nameOf }: Judged) {
  const stands = [before, after].map((board) =>
    createStandsIn(board, lockedShapes(board, rules.places, nameOf)),
  ) as unknown as readonly [(shape: BoardShape) => boolean, (shape: BoardShape) => boolean];
  const isOwn = (record: TLRecord): boolean => isMadeBy(participantId, record) || isOffered(record);

  return (id: string): PutBackReason | null => {
    const [was, now] = [before.get(id), after.get(id)];
    const record = was ?? now;
    if (record === undefined || isEqualJson(was ?? null, now ?? null)) return null;
    if (rules.whole !== null) return rules.whole;
    // What hangs on something that went goes with it.
    if (now === undefined && endsOf(record as unknown as AnyRecord).some((end) => after.get(end) === undefined))
      return null;
    const [shapeWas, shapeNow] = [shapeOf(before, was), shapeOf(after, now)];
    if ((shapeWas !== null && stands[0](shapeWas)) || (shapeNow !== null && stands[1](shapeNow))) return 'place-locked';
    if (!rules.isOwnOnly) return null;
    const subject = shapeWas ?? shapeNow;
    if (subject === null) return null;
    if (!isOwn(subject)) return 'phase-own';
    // Who moves a group or a frame moves what is in it.
    const isCarried = shapeWas !== null && shapeNow !== null && !isPlaceEqual(shapeWas, shapeNow);
    return isCarried && !subtreeOf(after, shapeNow).every(isOwn) ? 'phase-own' : null;
  };
}

/** Whose place and author count for a record: a binding is its arrow's. Null for what stands nowhere, as pictures' files. */
function shapeOf({ get }: PlacedBoard, record: TLRecord | undefined): BoardShape | null {
  const shape = record?.typeName === 'binding' ? get(record.fromId) : record;
  return isShape(shape) ? shape : null;
}

const authorOf = ({ meta }: TLRecord): unknown => (meta as { readonly author?: unknown }).author;

/** By the server's note of who made it. */
export const isMadeBy = (participantId: string, record: TLRecord): boolean => authorOf(record) === participantId;

/** A starter of the template is nobody's until somebody writes in it. */
export const isOffered = (record: TLRecord): boolean => authorOf(record) === undefined && isUntouchedStarter(record);

const isPlaceEqual = (a: BoardShape, b: BoardShape): boolean =>
  a.x === b.x && a.y === b.y && a.rotation === b.rotation && a.parentId === b.parentId;
