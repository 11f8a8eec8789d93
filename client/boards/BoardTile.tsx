import { Link } from 'wouter';
import type { Language } from '../../shared/api/text.ts';
import type { Board } from '../../shared/api/workshops.ts';
import { formatMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { languageNames } from '../i18n/language.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import { type BoardEdits, BoardMenu } from './BoardMenu.tsx';
import styles from './BoardTile.module.css';
import { templateFacts } from './templates.ts';

interface BoardTileProps {
  readonly board: Board;
  readonly href: string;
  /** A board in another language than the workshop's says so. */
  readonly workshopLanguage: Language;
  /** Absent for those who may not change it. */
  readonly edits?: BoardEdits | undefined;
  /** Its neighbours in the list where it stands. */
  readonly previous?: Board | undefined;
  readonly next?: Board | undefined;
}

export function BoardTile({ board, href, workshopLanguage, edits, previous, next }: BoardTileProps) {
  const { t, language } = useLanguage();
  const template = t(`workshop.template-${board.template}`);
  const facts = [
    template !== board.title && template,
    board.language !== workshopLanguage && languageNames[board.language],
    t('workshop.madeWhen', { when: formatMoment(board.createdAtMs, Date.now(), language) }),
  ];
  const Icon = templateFacts[board.template].icon;
  return (
    <div className={styles.place}>
      <Link href={href} className={cx(styles.tile, edits !== undefined && styles.withMenu)}>
        <Icon aria-hidden="true" />
        <strong>{board.title}</strong>
        <span>{facts.filter((fact) => fact !== false).join(' · ')}</span>
        {board.example && (
          <span className={styles.mark}>
            <Chip>{t('workshop.example')}</Chip>
          </span>
        )}
      </Link>
      {edits !== undefined && (
        // Beside the tile's link, not in it: one cannot press a button within a link.
        <div className={styles.more}>
          <BoardMenu board={board} edits={edits} previous={previous} next={next} />
        </div>
      )}
    </div>
  );
}
