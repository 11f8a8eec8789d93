import { Link } from 'wouter';
import { useText } from '../i18n/LanguageProvider.tsx';
import styles from './Brand.module.css';
import { cx } from './cx.ts';

/** @param onDeep stands on the product's dark green. */
export function Brand({ onDeep = false }: { readonly onDeep?: boolean }) {
  const t = useText();
  return (
    <Link href="/" className={cx(styles.brand, onDeep && styles.onDeep)} aria-label={t('common.toHome')}>
      <svg viewBox="0 0 28 28" aria-hidden="true">
        <rect className={styles.pine} x="1" y="1" width="15" height="11" rx="2.5" />
        <rect className={styles.gold} x="18" y="1" width="9" height="15" rx="2.5" />
        <rect className={styles.teal} x="12" y="18" width="15" height="9" rx="2.5" />
        <rect className={styles.clay} x="1" y="14" width="9" height="13" rx="2.5" />
      </svg>
      {t('common.product')}
    </Link>
  );
}
