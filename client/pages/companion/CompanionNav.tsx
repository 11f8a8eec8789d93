import { CirclesThreeIcon } from '@phosphor-icons/react/dist/csr/CirclesThree';
import { HandPalmIcon } from '@phosphor-icons/react/dist/csr/HandPalm';
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import { TreeStructureIcon } from '@phosphor-icons/react/dist/csr/TreeStructure';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './CompanionNav.module.css';

export type CompanionTab = 'write' | 'vote' | 'hand';

interface CompanionNavProps {
  readonly tab: CompanionTab;
  readonly isVoteOpen: boolean;
  readonly isMyTurn: boolean;
  readonly onTab: (tab: CompanionTab) => void;
  readonly onLook: () => void;
}

/** What one can do on the board; the board itself is one touch away. */
export function CompanionNav({ tab, isVoteOpen, isMyTurn, onTab, onLook }: CompanionNavProps) {
  const t = useText();
  const go = (own: CompanionTab) => ({
    type: 'button' as const,
    'aria-current': own === tab ? ('page' as const) : undefined,
    onClick: () => onTab(own),
  });
  return (
    <nav className={styles.nav} aria-label={t('companion.nav')}>
      <button {...go('write')}>
        <PencilSimpleIcon aria-hidden="true" weight={tab === 'write' ? 'fill' : 'regular'} />
        {t('companion.write')}
      </button>
      <button {...go('vote')}>
        <CirclesThreeIcon aria-hidden="true" weight={tab === 'vote' ? 'fill' : 'regular'} />
        {t('companion.vote')}
        {isVoteOpen && <Sign text={t('companion.voteOpen')} />}
      </button>
      <button type="button" data-look onClick={onLook}>
        <TreeStructureIcon aria-hidden="true" />
        {t('companion.look')}
      </button>
      <button {...go('hand')}>
        <HandPalmIcon aria-hidden="true" weight={tab === 'hand' ? 'fill' : 'regular'} />
        {t('companion.hand')}
        {isMyTurn && <Sign text={t('companion.yourTurn')} />}
      </button>
    </nav>
  );
}

/** Something waits there. */
const Sign = ({ text }: { readonly text: string }) => (
  <span className={styles.sign}>
    <span className="visually-hidden">, {text}</span>
  </span>
);
