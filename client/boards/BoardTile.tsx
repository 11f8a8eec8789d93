import { DotsThreeIcon } from '@phosphor-icons/react/dist/csr/DotsThree';
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash';
import { DropdownMenu } from 'radix-ui';
import { Link } from 'wouter';
import type { Language } from '../../shared/api/text.ts';
import type { Board } from '../../shared/api/workshops.ts';
import { formatMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { languageNames } from '../i18n/language.ts';
import { Chip } from '../ui/Chip.tsx';
import { cx } from '../ui/cx.ts';
import styles from './BoardTile.module.css';
import { templateFacts } from './templates.ts';

interface BoardTileProps {
  readonly board: Board;
  readonly href: string;
  /** A board in another language than the workshop's says so. */
  readonly workshopLanguage: Language;
  /** Absent for those who may not take it away. */
  readonly onBin?: (() => void) | undefined;
}

export function BoardTile({ board, href, workshopLanguage, onBin }: BoardTileProps) {
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
      <Link href={href} className={cx(styles.tile, onBin !== undefined && styles.withMenu)}>
        <Icon aria-hidden="true" />
        <strong>{board.title}</strong>
        <span>{facts.filter((fact) => fact !== false).join(' · ')}</span>
        {board.example && (
          <span className={styles.mark}>
            <Chip>{t('workshop.example')}</Chip>
          </span>
        )}
      </Link>
      {onBin !== undefined && <TileMenu title={board.title} onBin={onBin} />}
    </div>
  );
}

/** Beside the tile's link, not in it: one cannot press a button within a link. */
function TileMenu({ title, onBin }: { readonly title: string; readonly onBin: () => void }) {
  const { t } = useLanguage();
  const label = t('workshop.boardMenu', { title });
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className={styles.more} aria-label={label} title={label}>
        <DotsThreeIcon aria-hidden="true" weight="bold" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Item onSelect={onBin}>
            <TrashIcon aria-hidden="true" />
            {t('workshop.toBin')}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
