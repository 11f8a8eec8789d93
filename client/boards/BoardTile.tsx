import { Link } from 'wouter';
import type { Language } from '../../shared/api/text.ts';
import type { Board } from '../../shared/api/workshops.ts';
import { formatMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { languageNames } from '../i18n/language.ts';
import styles from './BoardTile.module.css';
import { templateFacts } from './templates.ts';

interface BoardTileProps {
  readonly board: Board;
  readonly href: string;
  /** A board in another language than the workshop's says so. */
  readonly workshopLanguage: Language;
}

export function BoardTile({ board, href, workshopLanguage }: BoardTileProps) {
  const { t, language } = useLanguage();
  const template = t(`workshop.template-${board.template}`);
  const facts = [
    template !== board.title && template,
    board.language !== workshopLanguage && languageNames[board.language],
    t('workshop.madeWhen', { when: formatMoment(board.createdAtMs, Date.now(), language) }),
  ];
  const Icon = templateFacts[board.template].icon;
  return (
    <Link href={href} className={styles.tile}>
      <Icon aria-hidden="true" />
      <strong>{board.title}</strong>
      <span>{facts.filter((fact) => fact !== false).join(' · ')}</span>
    </Link>
  );
}
