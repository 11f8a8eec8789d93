import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { type Sentence, ToastContext } from '../../ui/toast.ts';
import styles from './PhoneToasts.module.css';

const shownMs = 6_000;

/**
 * One sentence at a time, above what is written; the newest takes the place of the one before. What leads somewhere is a
 * strip of the page here.
 */
export function PhoneToasts({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const [toast, setToast] = useState<{ readonly sentence: Sentence } | null>(null);
  const show = useCallback(
    (sentence: Sentence) => {
      announce(sentence(t));
      setToast({ sentence });
    },
    [t],
  );
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => setToast(null), shownMs);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <ToastContext value={show}>
      {children}
      {toast !== null && (
        // It is said where everything is said.
        <p className={styles.toast} aria-hidden="true">
          {toast.sentence(t)}
        </p>
      )}
    </ToastContext>
  );
}
