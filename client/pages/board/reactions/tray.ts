import { useSyncExternalStore } from 'react';
import { variable } from '../../../sync/observable.ts';

const isOpen = variable(false);

/** Opened from the bar or from behind its dots, shown over the board. */
export const showTray = (wanted: boolean): void => isOpen.set(wanted);

export const useTray = (): boolean => useSyncExternalStore(isOpen.subscribe, isOpen.get);
