import { Toast } from 'radix-ui';
import { type ReactNode, useCallback, useState } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import styles from './Toasts.module.css';
import { type Sentence, type ShowToast, ToastContext, type ToastWay } from './toast.ts';

const shownMs = 6_000;
/** Somebody may want to end a sentence of their own before they go. */
const withWayMs = 15_000;

interface ShownToast {
  readonly id: number;
  readonly sentence: Sentence;
  readonly way: ToastWay | undefined;
}

interface ToastProviderProps {
  readonly children: ReactNode;
  /** At the upper edge where the lower one holds tools. */
  readonly edge?: 'top' | 'bottom';
}

export function ToastProvider({ children, edge = 'bottom' }: ToastProviderProps) {
  const t = useText();
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const show = useCallback<ShowToast>((sentence, way) => {
    setToasts((current) => [...current, { id: (current.at(-1)?.id ?? 0) + 1, sentence, way }]);
  }, []);
  return (
    <Toast.Provider label={t('common.notice')} duration={shownMs}>
      <ToastContext value={show}>{children}</ToastContext>
      {toasts.map(({ id, sentence, way }) => (
        <Toast.Root
          key={id}
          type="background"
          duration={way === undefined ? shownMs : withWayMs}
          className={styles.toast}
          onOpenChange={(open) => open || setToasts((current) => current.filter((toast) => toast.id !== id))}
        >
          <Toast.Description>{sentence(t)}</Toast.Description>
          {way !== undefined && (
            <Toast.Action altText={way.label(t)} className={styles.way} onClick={way.go}>
              {way.label(t)}
            </Toast.Action>
          )}
        </Toast.Root>
      ))}
      <Toast.Viewport className={styles.viewport} data-edge={edge} label={t('common.notices', { key: 'F8' })} />
    </Toast.Provider>
  );
}
