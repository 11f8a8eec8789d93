import { nextTurn } from '../next-turn.ts';

/** Waits until every text below a place is set in its face; one that cannot be had leaves its substitute. */
export async function facesReady(place: HTMLElement, signal: AbortSignal): Promise<void> {
  do {
    // Faces are asked for by the layout, and a face that lacks a letter asks for the next.
    place.getBoundingClientRect();
    await document.fonts.ready;
    await nextTurn();
    signal.throwIfAborted();
  } while (document.fonts.status === 'loading');
}
