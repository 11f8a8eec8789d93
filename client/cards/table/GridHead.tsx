import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown';
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { useMethod } from '../method.ts';
import { type ColumnId, isNumber } from './columns.ts';
import styles from './GridHead.module.css';
import type { Sorting } from './sort-rows.ts';
import { useColumnName } from './use-column-name.ts';

interface GridHeadProps {
  readonly kind: CardKind;
  readonly columns: readonly ColumnId[];
  readonly sorting: Sorting | null;
  readonly activeColumn: number | null;
  readonly onActivate: (column: number) => void;
  readonly onSort: (column: ColumnId) => void;
}

/** Names of the columns; each sorts by itself. */
export function GridHead({ kind, columns, sorting, activeColumn, onActivate, onSort }: GridHeadProps) {
  const { language } = useMethod();
  const nameOf = useColumnName(kind);
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1}>
        {columns.map((column, index) => {
          const direction = sorting?.column === column ? sorting.direction : undefined;
          const Arrow = direction === 'descending' ? ArrowDownIcon : ArrowUpIcon;
          return (
            <th
              key={column}
              scope="col"
              aria-sort={direction ?? 'none'}
              aria-colindex={index + 1}
              data-active={index === activeColumn || undefined}
            >
              <button
                type="button"
                data-focus
                className={isNumber(column) ? styles.number : undefined}
                lang={language}
                tabIndex={index === activeColumn ? 0 : -1}
                onFocus={() => index !== activeColumn && onActivate(index)}
                onClick={() => onSort(column)}
              >
                <span>{nameOf(column)}</span>
                {direction !== undefined && <Arrow weight="bold" aria-hidden="true" />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
