import { useEffect, useEffectEvent, useRef } from 'react';
import { useToasts } from 'tldraw';
import type { Diff } from '../../../shared/board/diff.ts';
import { plainText } from '../../../shared/board/rich-text.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { excerptOf } from '../../ui/excerpt.ts';
import { after, textOf } from '../binding/recover-log.ts';

/** Enough to recognise it by. */
const excerptMax = 80;

/**
 * Says what the server could not take over, until somebody puts that away. tldraw keeps words, not what is meant by them:
 * what still stands there in another language is said anew. @returns says it of one change
 */
export function useTakenBack(): (change: Diff) => void {
  const t = useText();
  const toasts = useToasts();
  const said = useRef<ReadonlyMap<string, string>>(new Map());
  const show = (text: string, id?: string): string =>
    toasts.addToast({
      title: text === '' ? t('boardPage.takenBack') : t('boardPage.takenBackText', { text }),
      severity: 'warning',
      keepOpen: true,
      ...(id !== undefined && { id }),
    });
  const sayAnew = useEffectEvent(() => {
    const shown = new Set(toasts.toasts.get().map(({ id }) => id));
    said.current = new Map([...said.current].filter(([id]) => shown.has(id)));
    for (const [id, text] of said.current) show(text, id);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each language, and no other reason.
  useEffect(() => sayAnew(), [t]);
  return (change) => {
    const text = excerptOf(firstWords(change), excerptMax);
    said.current = new Map([...said.current, [show(text), text]]);
  };
}

function firstWords(change: Diff): string {
  const texts = [...after(change).values()].map(textOf).filter((text) => text !== undefined);
  return texts.map(plainText).find((text) => text !== '') ?? '';
}
