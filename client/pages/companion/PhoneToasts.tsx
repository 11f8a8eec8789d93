import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { announce } from '../../ui/announce.ts';
import { ToastContext } from '../../ui/toast.ts';
import styles from './PhoneToasts.module.css';

const shownMs = 6_000;

/**
 * One sentence at a time, above what is written; the newest takes the place of the one before. What leads somewhere is a
 * strip of the page here.
 */
export function PhoneToasts({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<{ readonly text: string } | null>(null);
  const show = useCallback((text: string) => {
    announce(text);
    setToast({ text });
  }, []);
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
          {toast.text}
        </p>
      )}
    </ToastContext>
  );
}
