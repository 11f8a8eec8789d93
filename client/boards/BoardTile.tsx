import { Fragment } from 'react';
import { Link } from 'wouter';
import type { Language } from '../../shared/api/text.ts';
import type { Board } from '../../shared/api/workshops.ts';
import { formatAgo, formatMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { languageNames } from '../i18n/language.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import { Stamp } from '../ui/Stamp.tsx';
import { useNow } from '../ui/use-now.ts';
import { type BoardEdits, BoardMenu } from './BoardMenu.tsx';
import styles from './BoardTile.module.css';
import { templateFacts } from './templates.ts';
import type { TileActivity } from './tile-activity.ts';

interface BoardTileProps {
  readonly board: Board;
  readonly href: string;
  /** A board in another language than the workshop's says so. */
  readonly workshopLanguage: Language;
  readonly activity?: TileActivity | undefined;
  /** Absent for those who may not change it. */
  readonly edits?: BoardEdits | undefined;
  /** Its neighbours in the list where it stands. */
  readonly previous?: Board | undefined;
  readonly next?: Board | undefined;
}

export function BoardTile({ board, href, workshopLanguage, activity, edits, previous, next }: BoardTileProps) {
  const { t } = useLanguage();
  const template = t(`workshop.template-${board.template}`);
  const kind = [
    template !== board.title && template,
    board.language !== workshopLanguage && languageNames[board.language],
  ].filter((fact) => fact !== false);
  const isLive = activity !== undefined && activity.here > 0;
  const Icon = templateFacts[board.template].icon;
  return (
    <div className={styles.place}>
      <Link href={href} className={cx(styles.tile, edits !== undefined && styles.withMenu, isLive && styles.live)}>
        <Icon aria-hidden="true" />
        <strong>{board.title}</strong>
        {kind.length > 0 && <Facts facts={kind} />}
        {board.example ? (
          <span className={styles.mark}>
            <Chip>{t('workshop.example')}</Chip>
          </span>
        ) : (
          <Written board={board} activity={activity} />
        )}
        {isLive && <Here {...activity} />}
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

/** How often "5 minutes ago" is looked at again. */
const ageStepMs = 30_000;

/** How much is on a board, and since when. */
function Written({ board, activity }: Pick<BoardTileProps, 'board' | 'activity'>) {
  const { t, language } = useLanguage();
  const nowMs = useNow(ageStepMs);
  const { cards = null, notes = null, changedAtMs = null } = activity ?? {};
  const isEmpty = cards === 0 && notes === 0;
  const ago = changedAtMs === null ? null : formatAgo(changedAtMs, nowMs, language);
  const facts = [
    isEmpty && t('workshop.nothingWritten'),
    cards !== null && cards > 0 && t('workshop.cardsOn', { count: cards }),
    notes !== null && notes > 0 && t('workshop.notesOn', { count: notes }),
    changedAtMs === null
      ? t('workshop.madeWhen', { when: formatMoment(board.createdAtMs, nowMs, language) })
      : ago === null
        ? t('workshop.changedNow')
        : t('workshop.changedAgo', { ago }),
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
}

/** A line ends between facts. */
const Facts = ({ facts }: { readonly facts: readonly string[] }) => (
  <span className={styles.facts}>
    {facts.map((fact, at) => (
      <Fragment key={fact}>
        {at > 0 && ' '}
        <span>{fact}</span>
      </Fragment>
    ))}
  </span>
);

/** Of more organisations a tile would be all stamps. */
const stampsMax = 6;

function Here({ here, stamps }: TileActivity) {
  const { t } = useLanguage();
  return (
    <span className={styles.here}>
      {stamps.slice(0, stampsMax).map((mark) => (
        <Stamp key={mark.initials} mark={mark} decorative />
      ))}
      <b>{t('workshop.hereNow', { count: here })}</b>
    </span>
  );
}
