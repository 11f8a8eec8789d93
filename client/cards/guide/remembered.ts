import { z } from 'zod';
import { PhaseId } from '../../../shared/session/agenda.ts';

/** What this browser keeps of a guide: the phase one is in, and whether it is open where there is room for it. */
const Remembered = z.object({ phase: PhaseId.nullable(), open: z.boolean().nullable() });
export type Remembered = z.infer<typeof Remembered>;

const keyOf = (boardId: string): string => `commonboard.guide.${boardId}`;
const unknown: Remembered = { phase: null, open: null };

export function remembered(boardId: string): Remembered {
  try {
    const read = Remembered.safeParse(JSON.parse(localStorage.getItem(keyOf(boardId)) ?? 'null'));
    return read.success ? read.data : unknown;
  } catch {
    return unknown;
  }
}

export function remember(boardId: string, next: Remembered): void {
  try {
    localStorage.setItem(keyOf(boardId), JSON.stringify(next));
  } catch {
    // Full or switched off: the guide works all the same.
  }
}

/** Where the panel stands beside the canvas instead of over it. */
export const isWide = (): boolean => matchMedia('(min-width: 1200px)').matches;

/** Whether it is open when a board opens: for whoever leads, unless it was closed here before. */
export const opensAtFirst = (boardId: string, leads: boolean): boolean =>
  isWide() && (remembered(boardId).open ?? leads);
