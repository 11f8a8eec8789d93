import { WifiSlashIcon } from '@phosphor-icons/react/dist/csr/WifiSlash';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './OfflineBanner.module.css';

/** Not an error: what is written stays in this page and goes out when the server answers again. */
export function OfflineBanner() {
  const t = useText();
  return (
    <div className={styles.banner} role="status">
      <WifiSlashIcon aria-hidden="true" />
      <p>
        <b>{t('boardPage.offlineTitle')}</b> {t('boardPage.offlineText')}
      </p>
    </div>
  );
}
