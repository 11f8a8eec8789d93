import type { TLRecord, TLShape } from 'tldraw';
import { isUntouchedStarter } from '../../shared/board/starter.ts';

/** Shapes that no page shows: what a template suggests and nobody took up. */
export const leftOut = (shape: TLShape): boolean => isUntouchedStarter(shape as TLRecord);
