import { createContext, use } from 'react';
import type { Translate } from '../i18n/catalogue.ts';

/** A sentence that is worded when it is shown: it follows the language in use. */
export type Sentence = (t: Translate) => string;

/** To what a sentence is about. */
export interface ToastWay {
  readonly label: Sentence;
  readonly go: () => void;
}

/** Says one sentence, aloud too, and goes away by itself. */
export type ShowToast = (sentence: Sentence, way?: ToastWay) => void;

export const ToastContext = createContext<ShowToast | null>(null);

export function useToast(): ShowToast {
  const show = use(ToastContext);
  if (show === null) throw new Error('useToast outside of what shows toasts');
  return show;
}
