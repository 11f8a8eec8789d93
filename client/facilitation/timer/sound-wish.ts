import { useSyncExternalStore } from 'react';
import { readyChime } from './chime.ts';

const storageKey = 'commonboard.timer-sound';
const listeners = new Set<() => void>();
let wanted: boolean | null = null;

function read(): boolean {
  if (wanted !== null) return wanted;
  try {
    wanted = localStorage.getItem(storageKey) === 'on';
  } catch {
    wanted = false;
  }
  // A browser that kept the wish needs a press on the page before it makes a sound.
  if (wanted)
    for (const press of ['pointerup', 'keydown'] as const) addEventListener(press, readyChime, { once: true });
  return wanted;
}

/** Whether this browser sounds at the end of a timer; no, until somebody wants it. */
export const soundWish = {
  get: read,
  /** In a press. */
  set: (sounds: boolean): void => {
    wanted = sounds;
    if (sounds) readyChime();
    try {
      localStorage.setItem(storageKey, sounds ? 'on' : 'off');
    } catch {
      // Without storage it lasts as long as the page.
    }
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
} as const;

export const useSoundWish = (): boolean => useSyncExternalStore(soundWish.subscribe, soundWish.get);
