import { createContext, use } from 'react';

/** To what a sentence is about. */
export interface ToastWay {
  readonly label: string;
  readonly go: () => void;
}

/** Says one sentence, aloud too, and goes away by itself. */
export type ShowToast = (text: string, way?: ToastWay) => void;

export const ToastContext = createContext<ShowToast | null>(null);

export function useToast(): ShowToast {
  const show = use(ToastContext);
  if (show === null) throw new Error('useToast outside of what shows toasts');
  return show;
}
