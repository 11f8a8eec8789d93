import { useText } from '../../i18n/LanguageProvider.tsx';
import styles from './BallotForm.module.css';
import type { VotingItem } from './ballot.ts';

interface CardButtonProps {
  readonly id?: string;
  readonly item: Pick<VotingItem, 'id' | 'title' | 'place'>;
  /** Left out where there is no board to show it on. */
  readonly onShow?: ((id: string) => void) | undefined;
}

/** A card in a list; a press shows it on the board. */
export function CardButton({ id, item, onShow }: CardButtonProps) {
  const t = useText();
  if (onShow === undefined)
    return (
      <span id={id} className={styles.said}>
        {item.title}
      </span>
    );
  return (
    <button type="button" id={id} className={styles.card} title={t('voting.showCard')} onClick={() => onShow(item.id)}>
      <span>{item.title}</span>
      {item.place !== '' && <span className={styles.place}>{item.place}</span>}
    </button>
  );
}
