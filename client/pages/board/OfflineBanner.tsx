import { WifiSlashIcon } from '@phosphor-icons/react/dist/csr/WifiSlash';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './OfflineBanner.module.css';

interface OfflineBannerProps {
  /** The server answers, but the network stops its live connection. */
  readonly blocked: boolean;
}

/** Not an error: what is written stays in this page and goes out when the server answers again. */
export function OfflineBanner({ blocked }: OfflineBannerProps) {
  const t = useText();
  const [title, text] = blocked
    ? [t('boardPage.blockedTitle'), t('boardPage.blockedText', { host: location.host })]
    : [t('boardPage.offlineTitle'), t('boardPage.offlineText')];
  return (
    <div className={styles.banner} role="status">
      <WifiSlashIcon aria-hidden="true" />
      <p>
        <b>{title}</b> {text}
      </p>
    </div>
  );
}
