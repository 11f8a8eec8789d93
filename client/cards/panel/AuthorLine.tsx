import type { CardView } from '../../../shared/method/board-view.ts';
import type { People } from '../../canvas/card-shapes/people.ts';
import { formatMoment } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import styles from './CardPanel.module.css';

/** Who wrote the card, for whom, and when. Nothing while the server has not noted it yet. */
export function AuthorLine({ card, people }: { readonly card: CardView; readonly people: People }) {
  const { t, language } = useLanguage();
  const author = card.author === null ? undefined : people.participant(card.author);
  const mark = author === undefined ? undefined : people.stamp(author.organisationId);
  if (author === undefined || card.createdAtMs === null) return null;
  return (
    <p className={styles.by}>
      {mark !== undefined && <Stamp mark={mark} decorative />}
      <span>
        <b>{mark === undefined ? author.name : t('cards.author', { name: author.name, organisation: mark.name })}</b>
        {t('cards.written', { when: formatMoment(card.createdAtMs, Date.now(), language) })}
      </span>
    </p>
  );
}
