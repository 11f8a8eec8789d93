import { useState } from 'react';
import type { RestoreResponse } from '../../../../shared/api/history.ts';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { Failure } from '../../../api/call.ts';
import { undoPerson } from '../../../api/history.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import styles from './HistoryDrawer.module.css';
import { describeChanges } from './words.ts';

/** What was looked at: exactly this is done when it is confirmed. */
export interface Outlook {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly sinceMs: number;
  readonly changes: RestoreResponse;
}

interface UndoOutlookProps {
  readonly boardId: BoardId;
  /** Null before anything was looked at. */
  readonly outlook: Outlook | null;
  readonly onUndone: (what: string) => void;
}

/** Says what undoing would change, and does it after a question. */
export function UndoOutlook({ boardId, outlook, onUndone }: UndoOutlookProps) {
  const { t, language } = useLanguage();
  const [asked, setAsked] = useState(false);
  const changes = outlook && describeChanges(outlook.changes, 'would', t, language);
  return (
    <>
      <div role="status">
        {outlook !== null && (
          <p className={styles.outlook}>
            {changes === null ? t('history.wouldNothing', { name: outlook.name }) : `${changes}.`}
          </p>
        )}
      </div>
      {outlook !== null && changes !== null && (
        <Button look="danger" onClick={() => setAsked(true)}>
          {t('history.undo')}
        </Button>
      )}
      {asked && outlook !== null && changes !== null && (
        <UndoDialog
          boardId={boardId}
          outlook={outlook}
          changes={changes}
          onClose={() => setAsked(false)}
          onUndone={(what) => {
            setAsked(false);
            onUndone(what);
          }}
        />
      )}
    </>
  );
}

interface UndoDialogProps {
  readonly boardId: BoardId;
  readonly outlook: Outlook;
  readonly changes: string;
  readonly onClose: () => void;
  readonly onUndone: (what: string) => void;
}

function UndoDialog({ boardId, outlook, changes, onClose, onUndone }: UndoDialogProps) {
  const { t, language } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const undo = async () => {
    setBusy(true);
    setFailure(null);
    const { participantId, sinceMs } = outlook;
    const answer = await undoPerson(boardId, { participantId, sinceMs });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onUndone(describeChanges(answer.value, 'done', t, language) ?? t('history.doneNothing'));
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('history.undoTitle', { name: outlook.name })}
      text={`${changes}. ${t('history.undoText')}`}
      confirm={t('history.undo')}
      busy={busy}
      onConfirm={() => void undo()}
    >
      <FailureNote failure={failure} />
    </ConfirmDialog>
  );
}
