import { fieldTypes } from '../../../shared/method/cards/fields.ts';
import { cx } from '../../ui/cx.ts';
import { useMethod } from '../method.ts';
import { CellContent } from './Cell.tsx';
import { CellEditor, type Onward } from './CellEditor.tsx';
import { cellText } from './cell-text.ts';
import { type ColumnId, isField, isNumber, isWritten } from './columns.ts';
import styles from './Grid.module.css';
import type { Row } from './rows.ts';
import type { TableActions } from './table-actions.ts';
import { useColumnName } from './use-column-name.ts';

interface GridRowProps {
  readonly row: Row;
  readonly columns: readonly ColumnId[];
  readonly index: number;
  readonly actions: TableActions;
  readonly isOpen: boolean;
  readonly activeColumn: number | null;
  readonly editing: { readonly column: number; readonly key0: string | null } | null;
  readonly onActivate: (column: number) => void;
  readonly onEdit: (column: number) => void;
  readonly onLeave: (onward: Onward) => void;
  readonly onOpen: () => void;
}

export function GridRow(props: GridRowProps) {
  const { row, columns, index, isOpen, activeColumn, editing, onActivate, onEdit, ...rest } = props;
  return (
    // The headings are row 1.
    <tr aria-rowindex={index + 2} aria-selected={isOpen} data-row={row.id}>
      {columns.map((column, at) => (
        <GridCell
          key={column}
          {...{ row, column, at, ...rest }}
          isActive={at === activeColumn}
          edited={editing?.column === at ? editing : null}
          onActivate={() => onActivate(at)}
          onEdit={() => onEdit(at)}
        />
      ))}
    </tr>
  );
}

interface GridCellProps extends Pick<GridRowProps, 'row' | 'actions' | 'onLeave' | 'onOpen'> {
  readonly column: ColumnId;
  /** Its place among the columns. */
  readonly at: number;
  readonly isActive: boolean;
  readonly edited: { readonly key0: string | null } | null;
  readonly onActivate: () => void;
  readonly onEdit: () => void;
}

function GridCell({ row, column, at, actions, isActive, edited, onActivate, onEdit, onLeave, onOpen }: GridCellProps) {
  const { language, people, readOnly } = useMethod();
  const nameOf = useColumnName(row.kind);
  const before = written(row, column, cellText(row, column, { language, people }));
  const shared = {
    'aria-colindex': at + 1,
    'aria-readonly': readOnly || row.locked || !isWritten(column) || undefined,
    tabIndex: isActive ? 0 : -1,
    'data-active': isActive || undefined,
    'data-column': column,
    className: cx(isNumber(column) && styles.number, edited !== null && styles.open),
    onClick: isActive ? undefined : onActivate,
    onDoubleClick: onEdit,
  };
  const content =
    edited === null ? (
      <CellContent {...{ row, column, onOpen }} />
    ) : (
      <CellEditor
        {...{ column, before, onLeave }}
        kind={row.kind}
        label={nameOf(column)}
        key0={edited.key0}
        onWrite={(text) => actions.write(row, column, text, before)}
      />
    );
  return column === 'title' ? (
    <th scope="row" {...shared}>
      {content}
    </th>
  ) : (
    <td {...shared}>{content}</td>
  );
}

/** A cell as it is spelled in its editor: choices by their value, days as a calendar takes them. */
function written(row: Row, column: ColumnId, text: string): string {
  if (column === 'zone') return row.place;
  if (!isField(column)) return text;
  const value = row.fields[column];
  const { type } = fieldTypes[column];
  if (type === 'choice' || type === 'date') return typeof value === 'string' ? value : '';
  // An organisation that was not said follows from the author: to write it is a decision.
  if (column === 'org' && value === undefined) return '';
  return text;
}
