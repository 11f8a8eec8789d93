import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import { Suspense } from 'react';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { lazyPart } from '../../../ui/lazy-part.ts';
import { type LinkPlace, LinkRow } from './LinkRow.tsx';
import { useLinkFacts } from './link-facts.ts';
import styles from './ParticipantLink.module.css';

const loadQrCode = async () => ({ default: (await import('./QrCode.tsx')).QrCode });
const QrCode = lazyPart(loadQrCode);

/** The link that most people come in by: it can be scanned off the screen. */
export function ParticipantLink(props: LinkPlace) {
  const t = useText();
  const factsOf = useLinkFacts();
  const { link, invite, onWall } = props;
  if (link === undefined) return <LinkRow {...props} icon={<UsersThreeIcon />} />;
  const label = t('links.showLarge-participant');
  return (
    <div className={styles.link}>
      <button type="button" className={styles.qr} aria-label={label} title={label} onClick={() => onWall(link.url)}>
        <Suspense fallback={null}>
          <QrCode url={link.url} />
        </Suspense>
      </button>
      <div className={styles.what}>
        <b>{t('workshop.link-participant')}</b>
        <span className="muted">{t('workshop.about-link-participant')}</span>
        {invite !== undefined && factsOf(invite).length > 0 && <span>{factsOf(invite).join(', ')}</span>}
        <code title={link.url}>{link.url.replace(/^https?:\/\//, '')}</code>
        <CopyButton text={link.url} label={t('common.copyLink')} />
      </div>
    </div>
  );
}
