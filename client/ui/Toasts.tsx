import { Toast } from 'radix-ui';
import { type ReactNode, useCallback, useState } from 'react';
import { useText } from '../i18n/LanguageProvider.tsx';
import styles from './Toasts.module.css';
import { type Sentence, type ShowToast, ToastContext } from './toast.ts';

const shownMs = 6_000;

interface ToastProviderProps {
  readonly children: ReactNode;
  /** At the upper edge where the lower one holds tools. */
  readonly edge?: 'top' | 'bottom';
}

export function ToastProvider({ children, edge = 'bottom' }: ToastProviderProps) {
  const t = useText();
  const [toasts, setToasts] = useState<readonly { readonly id: number; readonly sentence: Sentence }[]>([]);
  const show = useCallback<ShowToast>((sentence) => {
    setToasts((current) => [...current, { id: (current.at(-1)?.id ?? 0) + 1, sentence }]);
  }, []);
  return (
    <Toast.Provider label={t('common.notice')} duration={shownMs}>
      <ToastContext value={show}>{children}</ToastContext>
      {toasts.map(({ id, sentence }) => (
        <Toast.Root
          key={id}
          type="background"
          className={styles.toast}
          onOpenChange={(open) => open || setToasts((current) => current.filter((toast) => toast.id !== id))}
        >
          <Toast.Description>{sentence(t)}</Toast.Description>
        </Toast.Root>
      ))}
      <Toast.Viewport className={styles.viewport} data-edge={edge} label={t('common.notices', { key: 'F8' })} />
    </Toast.Provider>
  );
}
