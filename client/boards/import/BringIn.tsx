import { FileArrowUpIcon } from '@phosphor-icons/react/dist/csr/FileArrowUp';
import { Suspense, useState } from 'react';
import type { Board } from '../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import { BoardTexts, useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { useToast } from '../../ui/toast.ts';
import type { Imported } from './use-import.ts';

const loadDialog = async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog });
const ImportDialog = lazyPart(loadDialog);

interface BringInProps {
  readonly workshopId: WorkshopId;
  /** Boards that a file can go into. */
  readonly boards: readonly Board[];
  readonly onChanged: () => Promise<void>;
  /** With the board that came of a file, or that got one. */
  readonly onOpen: (boardId: Board['id']) => void;
}

/** The way for files into a workshop. A single board opens at once; of several the workshop shows the tiles. */
export function BringIn({ workshopId, boards, onChanged, onOpen }: BringInProps) {
  const t = useText();
  const toast = useToast();
  const [isOpen, setIsOpen] = useState(false);
  const done = async (imported: Imported) => {
    setIsOpen(false);
    const [first, ...others] = imported.kind === 'made' ? imported.boards.map(({ id }) => id) : [imported.boardId];
    if (first !== undefined && others.length === 0) return onOpen(first);
    await onChanged();
    toast((t) => t('workshop.broughtIn', { count: others.length + 1 }));
  };
  return (
    <div>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        <FileArrowUpIcon aria-hidden="true" />
        {t('workshop.bringIn')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <BoardTexts>
            <ImportDialog
              workshopId={workshopId}
              boards={boards}
              onClose={() => setIsOpen(false)}
              onDone={(imported) => void done(imported)}
            />
          </BoardTexts>
        </Suspense>
      )}
    </div>
  );
}
