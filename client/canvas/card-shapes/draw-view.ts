import { atom } from 'tldraw';
import type { drawView } from '../../../shared/method/views/views.ts';

export type DrawView = typeof drawView;

/** How generated pictures are drawn; null until it is there. It comes after the board, of which it only draws what follows. */
export const drawing = atom<DrawView | null>('drawing of views', null);

/** @throws when it cannot be fetched */
export async function loadDrawing(): Promise<DrawView> {
  const { drawView } = await import('../../../shared/method/views/views.ts');
  drawing.set(drawView);
  return drawView;
}
