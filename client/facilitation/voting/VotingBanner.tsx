import { CirclesThreeIcon } from '@phosphor-icons/react/dist/csr/CirclesThree';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';

interface VotingBannerProps {
  readonly status: 'open' | 'closed';
  readonly question: string;
  /** How many have voted, as far as this page was told. */
  readonly voters: number | null;
  readonly panelOpen: boolean;
  /** Undefined for those who cannot vote in what is open. */
  readonly onPanel: (() => void) | undefined;
  readonly onDismiss: () => void;
}

/** Above the board: that a vote is open, or was closed a moment ago, and the way to it. */
export function VotingBanner({ status, question, voters, panelOpen, onPanel, onDismiss }: VotingBannerProps) {
  const t = useText();
  const isOpen = status === 'open';
  const count = voters === null || !isOpen ? '' : ` · ${t('voting.voters', { count: voters })}`;
  return (
    <Banner
      role="region"
      aria-label={t('voting.title')}
      icon={<CirclesThreeIcon aria-hidden="true" />}
      look="quiet"
      place="bar"
      title={t(isOpen ? 'voting.isOpen' : 'voting.isClosed')}
      text={`${question}${count}`}
    >
      {onPanel !== undefined && (
        <Button look="line" aria-expanded={panelOpen} onClick={onPanel}>
          {t(isOpen ? 'voting.vote' : 'voting.seeResult')}
        </Button>
      )}
      {!isOpen && <Button onClick={onDismiss}>{t('voting.dismiss')}</Button>}
    </Banner>
  );
}
