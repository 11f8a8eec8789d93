import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { useMemo, useState } from 'react';
import { textMax } from '../../../shared/board/rich-text.ts';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Check } from '../../ui/Check.tsx';
import { useMethod } from '../method.ts';
import type { RefusedRow } from './paste-rows.ts';
import styles from './RefusedRows.module.css';
import { groupRefused, isElsewhere, type RefusedGroup } from './refused-rows.ts';
import { useColumnName } from './use-column-name.ts';

/** Of a group, before one asks for more. */
const rowsAtOnce = 5;
/** Of a group, in all: with more of them it is the sheet that wants mending. */
const rowsMost = 500;

interface RefusedRowsProps {
  readonly kind: CardKind;
  readonly rows: readonly RefusedRow[];
  /** Whether the person wants to go on without them; undefined where nothing would be left. */
  readonly leftOut: boolean | undefined;
  readonly onLeaveOut: (leftOut: boolean) => void;
}

/** What does not fit, and why; the rest waits until one says that it may go without. */
export function RefusedRows({ kind, rows, leftOut, onLeaveOut }: RefusedRowsProps) {
  const t = useText();
  const groups = useMemo(() => groupRefused(rows), [rows]);
  return (
    <section className={styles.refused}>
      <p className={styles.head} role="status">
        <WarningIcon aria-hidden="true" weight="fill" />
        {t('table.refused', { count: rows.length })}
      </p>
      <p className="muted small">{t('table.refusedText')}</p>
      <ul className={styles.groups}>
        {groups.map((group) => (
          <Group key={group.key} {...{ kind, group }} />
        ))}
      </ul>
      {leftOut !== undefined && (
        <Check checked={leftOut} onChange={onLeaveOut}>
          {t('table.leaveRowsOut', { count: rows.length })}
        </Check>
      )}
    </section>
  );
}

function Group({ kind, group }: { readonly kind: CardKind; readonly group: RefusedGroup }) {
  const t = useText();
  const [isOpen, setIsOpen] = useState(false);
  const reasonOf = useReason(kind);
  const { rows } = group;
  const first = isElsewhere(group) ? 0 : rowsAtOnce;
  const rest = rows.slice(first);
  return (
    <li>
      <p>{reasonOf(group)}</p>
      {first > 0 && <Rows rows={rows.slice(0, first)} />}
      {rest.length > 0 && (
        <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
          <summary>{t(first === 0 ? 'table.whichRows' : 'table.moreRows', { count: rest.length })}</summary>
          {isOpen && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it with the arrows.
            <section className={styles.scroll} tabIndex={0} aria-label={reasonOf(group)}>
              <Rows rows={rest.slice(0, rowsMost)} />
              {rest.length > rowsMost && <p>{t('table.moreRows', { count: rest.length - rowsMost })}</p>}
            </section>
          )}
        </details>
      )}
    </li>
  );
}

function Rows({ rows }: { readonly rows: readonly RefusedRow[] }) {
  const t = useText();
  return (
    <ul className={styles.rows}>
      {rows.map(({ number, text, reason }) => (
        <li key={number}>
          {t('table.rowSays', { number, text: typeof reason === 'object' && 'cell' in reason ? reason.cell : text })}
        </li>
      ))}
    </ul>
  );
}

/** Why rows are refused, with their number. */
function useReason(kind: CardKind): (group: RefusedGroup) => string {
  const t = useText();
  const { language } = useMethod();
  const nameOf = useColumnName(kind);
  return ({ reason, rows }) => {
    const count = rows.length;
    if (typeof reason === 'string') return t(`table.rows-${reason}`, { count });
    if ('otherKind' in reason)
      return reason.otherKind === null
        ? t('table.rows-no-card', { count })
        : t('table.rowsOfKind', { count, kind: kindWords[reason.otherKind].name[language] });
    const { column, fault } = reason;
    const why = column === 'title' ? t('table.fault-title-too-long', { max: textMax }) : t(`table.fault-${fault}`);
    return t('table.rowsFault', { count, column: nameOf(column), why });
  };
}
