import { EyeSlashIcon } from '@phosphor-icons/react/dist/csr/EyeSlash';
import { useEffect, useState } from 'react';
import { revealAfterMs } from '../../../shared/session/transition.ts';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import type { Counted } from './counted.ts';
import type { WritingMoment } from './moment.ts';
import styles from './WritingBanner.module.css';
import { type WritingPart, writingText } from './writing-text.ts';

interface WritingBannerProps {
  readonly moment: Exclude<WritingMoment, { status: 'off' }>;
  readonly part: WritingPart;
  readonly counted: Counted;
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Undefined for those who do not lead, and where the session has the button for it. */
  readonly onReveal: (() => void) | undefined;
}

/** While people write privately: who sees what, how much there is by now, and for whoever leads the way to its end. */
export function WritingBanner({ moment, part, counted, busy, failure, onReveal }: WritingBannerProps) {
  const t = useText();
  const isRevealing = moment.status === 'revealing';
  const common = { role: 'region', 'aria-label': t('privateWriting.title'), place: 'bar' } as const;
  const icon = <EyeSlashIcon aria-hidden="true" />;
  return (
    <Banner {...common} {...writingText(part, moment.isAnonymous, t)} icon={icon} look={isRevealing ? 'now' : 'quiet'}>
      <Counts counted={counted} />
      <FailureNote failure={failure} />
      {isRevealing && <Countdown />}
      {onReveal !== undefined && (
        // Stays where it is until the end: the keyboard must not fall off the banner.
        <Button look="primary" busy={busy || isRevealing} onClick={onReveal}>
          {t('privateWriting.reveal')}
        </Button>
      )}
    </Banner>
  );
}

function Counts({ counted: { total, organisations } }: { readonly counted: Counted }) {
  const t = useText();
  if (total === 0) return <span className={styles.total}>{t('privateWriting.nothing')}</span>;
  return (
    <div className={styles.counts}>
      <span className={styles.total}>{t('privateWriting.total', { count: total })}</span>
      <ul aria-label={t('privateWriting.counts')}>
        {organisations.map(({ id, mark, cards }) => (
          <li key={id}>
            <Stamp mark={mark} decorative />
            <span className="num" aria-hidden="true">
              {cards}
            </span>
            <span className="visually-hidden">
              {t('privateWriting.byOrganisation', { organisation: mark.name, count: cards })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const secondMs = 1_000;

/** From when this page was told: clocks differ, and nobody sees the same second anyway. Not said aloud at every step. */
function Countdown() {
  const t = useText();
  const [seconds, setSeconds] = useState(revealAfterMs / secondMs);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((left) => Math.max(0, left - 1)), secondMs);
    return () => clearInterval(timer);
  }, []);
  return (
    <strong className={`num ${styles.countdown}`}>
      {seconds > 0 ? t('privateWriting.revealingIn', { seconds }) : t('privateWriting.revealingNow')}
    </strong>
  );
}
