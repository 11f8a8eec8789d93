import { Toast } from 'radix-ui';
import { useEffect, useRef } from 'react';
import { DefaultToasts } from 'tldraw';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './CanvasToasts.module.css';

/** tldraw's, which would be announced in English whatever the language. */
export function CanvasToasts() {
  const t = useText();
  const element = useRef<HTMLDivElement>(null);
  const label = t('common.notices', { key: 'F8' });
  useEffect(() => {
    element.current?.querySelector('[role="region"]')?.setAttribute('aria-label', label);
  }, [label]);
  return (
    <Toast.Provider label={t('common.notice')}>
      <div ref={element} className={styles.toasts}>
        <DefaultToasts />
      </div>
    </Toast.Provider>
  );
}
