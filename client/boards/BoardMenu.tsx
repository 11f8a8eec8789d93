import { ArrowDownIcon } from '@phosphor-icons/react/dist/csr/ArrowDown';
import { ArrowUpIcon } from '@phosphor-icons/react/dist/csr/ArrowUp';
import { CopySimpleIcon } from '@phosphor-icons/react/dist/csr/CopySimple';
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash';
import type { Board } from '../../shared/api/workshops.ts';
import { useText } from '../i18n/LanguageProvider.tsx';
import { Menu, MenuItem } from '../ui/Menu.tsx';

/** What a facilitator may do with a board from outside. */
export interface BoardEdits {
  readonly onRename: (board: Board) => void;
  readonly onDuplicate: (board: Board) => void;
  /** Puts it beside another. */
  readonly onMove: (board: Board, side: 'before' | 'after', other: Board) => void;
  readonly onBin: (board: Board) => void;
}

interface BoardMenuProps {
  readonly board: Board;
  readonly edits: BoardEdits;
  readonly previous: Board | undefined;
  readonly next: Board | undefined;
}

/** Everything that dragging does is here too, for keyboards, fingers and screen readers. */
export function BoardMenu({ board, edits, previous, next }: BoardMenuProps) {
  const t = useText();
  return (
    <Menu label={t('workshop.boardMenu', { title: board.title })}>
      {!board.example && (
        <>
          <MenuItem icon={<PencilSimpleIcon aria-hidden="true" />} onSelect={() => edits.onRename(board)}>
            {t('manage.renameBoard')}
          </MenuItem>
          <MenuItem icon={<CopySimpleIcon aria-hidden="true" />} onSelect={() => edits.onDuplicate(board)}>
            {t('manage.duplicateBoard')}
          </MenuItem>
          {previous !== undefined && (
            <MenuItem
              icon={<ArrowUpIcon aria-hidden="true" />}
              onSelect={() => edits.onMove(board, 'before', previous)}
            >
              {t('manage.moveBefore', { title: previous.title })}
            </MenuItem>
          )}
          {next !== undefined && (
            <MenuItem icon={<ArrowDownIcon aria-hidden="true" />} onSelect={() => edits.onMove(board, 'after', next)}>
              {t('manage.moveAfter', { title: next.title })}
            </MenuItem>
          )}
        </>
      )}
      <MenuItem icon={<TrashIcon aria-hidden="true" />} onSelect={() => edits.onBin(board)}>
        {t('workshop.toBin')}
      </MenuItem>
    </Menu>
  );
}
