import { useState } from 'react';
import type { Board } from '../../../shared/api/workshops.ts';
import type { Failure } from '../../api/call.ts';
import { binBoard } from '../../api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { useToast } from '../../ui/toast.ts';

interface BinDialogProps {
  readonly board: Board;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

/** Asks before a board goes into the bin, because people may be at work on it. */
export function BinDialog({ board, onClose, onChanged }: BinDialogProps) {
  const t = useText();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const bin = async () => {
    setBusy(true);
    setFailure(null);
    const answer = await binBoard(board.id);
    // Somebody else was faster: gone is gone.
    const gone = !answer.ok && answer.failure.kind === 'problem' && answer.failure.problem.code === 'not-found';
    if (!answer.ok && !gone) {
      setBusy(false);
      return setFailure(answer.failure);
    }
    await onChanged();
    toast((t) => t('workshop.binned', { title: board.title }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('workshop.toBinTitle', { title: board.title })}
      text={t('workshop.toBinText')}
      confirm={t('workshop.toBinConfirm')}
      busy={busy}
      onConfirm={() => void bin()}
    >
      <FailureNote failure={failure} />
    </ConfirmDialog>
  );
}
