/** Points at which a crash has to be survived; tests crash there. */
export type Step =
  | { readonly name: 'append.written' | 'append.committed'; readonly appends: number }
  | { readonly name: 'compact.written' | 'compact.committed' };

export type OnStep = (step: Step) => void;
