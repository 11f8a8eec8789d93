import { WifiSlashIcon } from '@phosphor-icons/react/dist/csr/WifiSlash';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/Banner.tsx';

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
  return <Banner icon={<WifiSlashIcon aria-hidden="true" />} look="now" place="bar" title={title} text={text} />;
}
