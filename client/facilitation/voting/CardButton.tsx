import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './BallotForm.module.css';
import type { VotingItem } from './ballot.ts';

interface CardButtonProps {
  readonly id?: string;
  readonly item: Pick<VotingItem, 'id' | 'title' | 'place'>;
  readonly onShow: (id: string) => void;
}

/** A card in a list; a press shows it on the board. */
export function CardButton({ id, item, onShow }: CardButtonProps) {
  const t = useText();
  return (
    <button type="button" id={id} className={styles.card} title={t('voting.showCard')} onClick={() => onShow(item.id)}>
      <span>{item.title}</span>
      {item.place !== '' && <span className={styles.place}>{item.place}</span>}
    </button>
  );
}
