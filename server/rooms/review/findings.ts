import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { PutBackReason } from '../../../shared/protocol/messages.ts';
import { wordsLost } from './words.ts';

/** A record of an edit that stands as it was before it. */
export interface Finding {
  readonly id: string;
  readonly reason: PutBackReason;
  /** What its maker had written in it. */
  readonly words?: string;
}

/** @param refused what the edit had made of it; undefined where nothing of that is lost */
export function findingOf(
  id: string,
  reason: PutBackReason,
  before: AnyRecord | undefined,
  refused: AnyRecord | undefined,
): Finding {
  const words = wordsLost(before, refused);
  return words === undefined ? { id, reason } : { id, reason, words };
}
