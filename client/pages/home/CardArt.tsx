import { ChatTeardropTextIcon } from '@phosphor-icons/react/dist/csr/ChatTeardropText';
import { CheckSquareOffsetIcon } from '@phosphor-icons/react/dist/csr/CheckSquareOffset';
import { FlowArrowIcon } from '@phosphor-icons/react/dist/csr/FlowArrow';
import { GavelIcon } from '@phosphor-icons/react/dist/csr/Gavel';
import { TreeStructureIcon } from '@phosphor-icons/react/dist/csr/TreeStructure';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './CardArt.module.css';

/** Four cards as they look on a board: a picture of the product, not content. */
export function CardArt() {
  const t = useText();
  return (
    <div className={styles.art} aria-hidden="true">
      <ArtCard kind="effect" org={8} initials="VT" text={t('home.art-1')} icon={<FlowArrowIcon />}>
        <span className={styles.voice}>
          <ChatTeardropTextIcon weight="fill" />
          {t('home.art-voice')}
        </span>
      </ArtCard>
      <ArtCard kind="cause" org={5} initials="RK" text={t('home.art-2')} icon={<TreeStructureIcon />}>
        <Votes count={3} />
      </ArtCard>
      <ArtCard kind="action" org={6} initials="KC" text={t('home.art-3')} icon={<CheckSquareOffsetIcon />}>
        <Votes count={6} />
      </ArtCard>
      <ArtCard kind="decision" org={3} initials="CM" text={t('home.art-4')} icon={<GavelIcon />} />
    </div>
  );
}

interface ArtCardProps {
  readonly kind: 'effect' | 'cause' | 'action' | 'decision';
  readonly org: number;
  readonly initials: string;
  readonly text: string;
  readonly icon: ReactNode;
  readonly children?: ReactNode;
}

const ArtCard = ({ kind, org, initials, text, icon, children }: ArtCardProps) => (
  <div className={styles.card} data-kind={kind}>
    <p>{text}</p>
    <div className={styles.foot}>
      <span className={styles.stamp} data-org={org}>
        {initials}
      </span>
      {icon}
      {children}
    </div>
  </div>
);

const Votes = ({ count }: { readonly count: number }) => (
  <span className={styles.votes}>
    <i />
    {count}
  </span>
);
