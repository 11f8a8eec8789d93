import { useMemo } from 'react';
import { encode } from 'uqr';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import styles from './QrCode.module.css';
import { modulePath, quietModules } from './qr-picture.ts';

/** A link to scan. Dark on white in every theme: many cameras read nothing else. */
export function QrCode({ url }: { readonly url: string }) {
  const t = useText();
  const { path, size } = useMemo(() => {
    const { data } = encode(url, { ecc: 'M', border: quietModules });
    return { path: modulePath(data), size: data.length };
  }, [url]);
  return (
    <svg className={styles.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('links.qrAlt')}>
      <path d={path} />
    </svg>
  );
}
