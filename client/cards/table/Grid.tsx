import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { CardKind } from '../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../shared/method/words/kinds.ts';
import { useToast } from '../../ui/toast.ts';
import { useMethod } from '../method.ts';
import type { Onward } from './CellEditor.tsx';
import { cellText } from './cell-text.ts';
import { type ColumnId, isWritten, widthOf } from './columns.ts';
import styles from './Grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { clampSpot, nextWritten, type Spot, stepSpot } from './grid-keys.ts';
import { NewRow } from './NewRow.tsx';
import { planCells } from './paste-cells.ts';
import type { Row } from './rows.ts';
import type { Sorting } from './sort-rows.ts';
import { readTabbed, type Sheet } from './spreadsheet.ts';
import type { TableActions } from './table-actions.ts';
import { useClipboard } from './use-clipboard.ts';
import { useScroll } from './use-scroll.ts';
import { windowOf } from './window.ts';

/** Of a row, in px. */
const rowPx = 49;
/** Of the headings; under a finger a little more. */
const headPx = 38;

interface GridProps {
  readonly kind: CardKind;
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnId[];
  readonly sorting: Sorting | null;
  readonly actions: TableActions;
  /** The card in the drawer. */
  readonly openId: string | null;
  readonly onSort: (column: ColumnId) => void;
  readonly onOpen: (id: string) => void;
}

/** For the row that takes a new card. */
const newRow = 'new';

/** The cell that has the focus, or would have it. By its card: it stays with it when the order changes. */
interface Active extends Spot {
  readonly rowId: string | null;
}

/** Where the active cell is by now; where its card is gone, another has taken its place. */
function follow({ row, column, rowId }: Active, rows: readonly Row[]): Spot {
  if (rowId === newRow) return { row: rows.length, column };
  const found = rowId === null ? -1 : rows.findIndex(({ id }) => id === rowId);
  return { row: found < 0 ? row : found, column };
}

/** What is being written: a cell, and the key that opened it where one did. */
interface Editing {
  readonly spot: Spot;
  readonly rowId: string;
  readonly key0: string | null;
}

/**
 * The cards of a kind as ARIA's grid: one cell at a time is in the tab order, arrows move, Enter, F2 or a letter opens.
 *
 * Only the rows in sight are in the page; the one with the focus stays, wherever one scrolls.
 */
export function Grid(props: GridProps) {
  const { kind, rows, columns, sorting, actions, openId, onSort, onOpen } = props;
  const { language, people, readOnly, editor } = useMethod();
  const toast = useToast();
  const [scroller, scroll] = useScroll();
  const grid = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Active>({ row: 0, column: 0, rowId: null });
  const [editing, setEditing] = useState<Editing | null>(null);
  const hadFocus = useRef(false);

  const size = {
    rows: rows.length,
    columns: columns.length,
    hasNewRow: !readOnly,
    page: Math.max(1, Math.floor((scroll.heightPx - headPx) / rowPx) - 1),
  };
  const spot = clampSpot(follow(active, rows), size);

  const focusCell = () => {
    const find = (selector: string) => grid.current?.querySelector<HTMLElement>(selector);
    const cell = find('[data-active] [data-focus]') ?? find('[data-active]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const goTo = (next: Spot) => {
    hadFocus.current = true;
    setActive({ ...next, rowId: rows[next.row]?.id ?? (next.row === rows.length ? newRow : null) });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another cell is the active one, or its row moved.
  useLayoutEffect(() => {
    const isAway = document.activeElement !== document.body && !grid.current?.contains(document.activeElement);
    if (hadFocus.current && editing === null && !isAway) focusCell();
  }, [spot.row, spot.column, editing === null, rows]);

  // The drawer that had the focus went: it is the table's again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the drawer opens or goes.
  useLayoutEffect(() => {
    if (openId === null && document.activeElement === document.body) focusCell();
  }, [openId]);

  const edit = (at: Spot, key0: string | null) => {
    const [row, column] = [rows[at.row], columns[at.column]];
    if (readOnly || row === undefined || row.locked || column === undefined || !isWritten(column)) return false;
    goTo(at);
    setEditing({ spot: at, rowId: row.id, key0 });
    return true;
  };
  const leaveCell = (onward: Onward) => {
    setEditing(null);
    hadFocus.current = onward !== 'away';
    const isOpen = (column: number) => isWritten(columns[column] ?? 'frame');
    if (onward === 'next' || onward === 'previous') goTo(nextWritten(spot, onward === 'next' ? 1 : -1, isOpen, size));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== null || event.defaultPrevented || event.nativeEvent.isComposing) return;
    const isFar = event.ctrlKey || event.metaKey;
    const row = rows[spot.row];
    const column = columns[spot.column];
    const next = event.altKey ? null : stepSpot(spot, event.key, isFar, size);
    if (next !== null) goTo(next);
    else if (isFar && event.key.toLowerCase() === 'z' && !event.shiftKey) editor.undo();
    else if (isFar && ['z', 'y'].includes(event.key.toLowerCase())) editor.redo();
    else if (row === undefined || column === undefined) return;
    else if (event.key === 'Enter' && event.shiftKey) onOpen(row.id);
    else if (event.key === 'Enter' || event.key === 'F2') edit(spot, null);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (!readOnly && !row.locked) actions.clear(row, column);
    } else if (event.key.length === 1 && event.key !== ' ' && !isFar && !event.altKey) edit(spot, event.key);
    else return;
    event.preventDefault();
  };

  useClipboard(grid, {
    copy: () => {
      const [row, column] = [rows[spot.row], columns[spot.column]];
      const isCell = editing === null && row !== undefined && column !== undefined;
      return isCell ? cellText(row, column, { language, people }) : null;
    },
    paste: (text) => {
      if (editing !== null || readOnly || rows[spot.row] === undefined) return false;
      pasteOver(readTabbed(text));
      return true;
    },
  });
  const pasteOver = (sheet: Sheet) => {
    const plan = planCells(sheet, rows, columns, spot, actions.organisationId);
    actions.change(plan.changes);
    if (plan.unread > 0) toast((t) => t('table.cellsUnread', { count: plan.unread }));
    if (plan.below > 0) toast((t) => t('table.rowsBelow', { count: plan.below }));
  };

  const kept = hadFocus.current || editing !== null ? spot.row : -1;
  const widths = columns.map((column) => widthOf(column));
  return (
    <div className={styles.scroll} ref={scroller}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that one moves and writes in is a grid.
        role="grid"
        className={styles.grid}
        aria-label={kindWords[kind].many[language]}
        aria-rowcount={rows.length + 1 + (readOnly ? 0 : 1)}
        aria-colcount={columns.length}
        aria-readonly={readOnly || undefined}
        style={{ minWidth: widths.reduce((sum, width) => sum + width, 0) }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget !== null && !grid.current?.contains(relatedTarget as Node)) hadFocus.current = false;
        }}
      >
        <colgroup>
          {columns.map((column, index) => (
            <col key={column} style={column === 'title' ? undefined : { width: widths[index] }} />
          ))}
        </colgroup>
        <GridHead
          {...{ kind, columns, sorting, onSort }}
          activeColumn={spot.row === -1 ? spot.column : null}
          onActivate={(column) => goTo({ row: -1, column })}
        />
        <tbody>
          {windowOf(rows.length, rowPx, { topPx: scroll.topPx, heightPx: scroll.heightPx }, kept).map((stretch) => {
            if (stretch.type === 'gap')
              return (
                // biome-ignore lint/a11y/noAriaHiddenOnFocusable: there is nothing in it.
                <tr key={`gap ${stretch.from === 0 ? 'above' : stretch.from}`} aria-hidden="true">
                  <td colSpan={columns.length} style={{ height: stretch.rows * rowPx, padding: 0, border: 0 }} />
                </tr>
              );
            const row = rows[stretch.index];
            if (row === undefined) return null;
            return (
              <GridRow
                key={row.id}
                {...{ row, columns, actions }}
                index={stretch.index}
                isOpen={row.id === openId}
                activeColumn={stretch.index === spot.row ? spot.column : null}
                editing={editing?.rowId === row.id ? { column: editing.spot.column, key0: editing.key0 } : null}
                onActivate={(column) => goTo({ row: stretch.index, column })}
                onEdit={(column) => edit({ row: stretch.index, column }, null)}
                onLeave={leaveCell}
                onOpen={() => onOpen(row.id)}
              />
            );
          })}
          {!readOnly && (
            <NewRow
              {...{ kind }}
              columns={columns.length}
              index={rows.length}
              isActive={spot.row === rows.length}
              onActivate={() => goTo({ row: rows.length, column: 0 })}
              onCreate={(title) => actions.create(kind, [{ title, fields: {} }])}
            />
          )}
        </tbody>
      </table>
    </div>
  );
}
