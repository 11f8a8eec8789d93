import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown';
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp';
import { CopySimpleIcon } from '@phosphor-icons/react/dist/csr/CopySimple';
import { DotsSixVerticalIcon } from '@phosphor-icons/react/dist/csr/DotsSixVertical';
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash';
import { WarningCircleIcon } from '@phosphor-icons/react/dist/csr/WarningCircle';
import type { Phase } from '../../../../shared/session/agenda.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import styles from './PhaseRow.module.css';
import type { PhaseEdits } from './phase-edits.ts';
import { ToolSigns } from './ToolSigns.tsx';

interface PhaseRowProps {
  readonly phase: Phase;
  readonly number: number;
  readonly title: string;
  readonly edits: PhaseEdits;
  readonly previous: Phase | undefined;
  readonly next: Phase | undefined;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  /** Whether the keyboard begins here. */
  readonly isFirst: boolean;
  readonly isFaulty: boolean;
  /** Whether no more phases fit. */
  readonly isFull: boolean;
  readonly onOpen: () => void;
}

/** A phase in one line. Open, it has the buttons that move it: whoever has no mouse presses them again and again. */
export function PhaseRow({
  phase,
  number,
  title,
  isOpen,
  isCurrent,
  isFirst,
  isFaulty,
  onOpen,
  ...props
}: PhaseRowProps) {
  const t = useText();
  return (
    <div className={styles.row}>
      <DotsSixVerticalIcon className={styles.grip} aria-hidden="true" weight="bold" />
      <button
        type="button"
        className={styles.open}
        aria-expanded={isOpen}
        data-place={`${phase.id} row`}
        // biome-ignore lint/a11y/noAutofocus: the list comes before the way out.
        autoFocus={isFirst}
        onClick={onOpen}
      >
        <span className={styles.number}>{number}</span>
        <span className={styles.title}>
          {title} {isCurrent && <strong className={styles.now}>{t('agenda.now')}</strong>}
          {isFaulty && (
            <span className={styles.faulty}>
              <WarningCircleIcon aria-hidden="true" />
              <span className="visually-hidden">{t('agenda.faulty')}</span>
            </span>
          )}
        </span>
        <ToolSigns tools={phase.tools} allows={phase.allows} />
        <span className={styles.minutes}>{t('timer.min', { count: phase.minutes })}</span>
      </button>
      {isOpen && <MoveButtons {...{ phase, ...props }} />}
      <PhaseMenu {...{ phase, title, isCurrent, ...props }} />
    </div>
  );
}

type MoveProps = Pick<PhaseRowProps, 'phase' | 'edits' | 'previous' | 'next'>;

function MoveButtons({ phase, edits, previous, next }: MoveProps) {
  const t = useText();
  return (
    <span className={styles.moves}>
      {/* A button that is disabled would lose the focus at the end of the way. */}
      <IconButton
        label={t('agenda.moveUp')}
        aria-disabled={previous === undefined}
        onClick={() => previous && edits.onMove(phase, 'before', previous)}
      >
        <ArrowUpIcon aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('agenda.moveDown')}
        aria-disabled={next === undefined}
        onClick={() => next && edits.onMove(phase, 'after', next)}
      >
        <ArrowDownIcon aria-hidden="true" />
      </IconButton>
    </span>
  );
}

type PhaseMenuProps = Pick<PhaseRowProps, 'phase' | 'title' | 'edits' | 'isCurrent' | 'isFull'>;

function PhaseMenu({ phase, title, edits, isCurrent, isFull }: PhaseMenuProps) {
  const t = useText();
  return (
    <Menu label={t('agenda.more', { title })}>
      {!isFull && (
        <>
          <MenuItem icon={<PlusIcon aria-hidden="true" />} onSelect={() => edits.onAddAfter(phase)}>
            {t('agenda.addAfter')}
          </MenuItem>
          <MenuItem icon={<CopySimpleIcon aria-hidden="true" />} onSelect={() => edits.onDuplicate(phase)}>
            {t('agenda.duplicate')}
          </MenuItem>
        </>
      )}
      <MenuItem icon={<TrashIcon aria-hidden="true" />} disabled={isCurrent} onSelect={() => edits.onRemove(phase)}>
        {t(isCurrent ? 'agenda.stays' : 'agenda.remove')}
      </MenuItem>
    </Menu>
  );
}
