import { useState } from 'react';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog, Dialog, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { useCommand } from './use-command.ts';

interface CloseSessionProps {
  readonly data: GetWorkshopResponse;
  /** Opens the report; undefined while there is nothing to report. */
  readonly onReport: (() => void) | undefined;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

/** Asks before nobody may change a board any more; right after it the report is offered. */
export function CloseSession({ data, onReport, onClose, onChanged }: CloseSessionProps) {
  const t = useText();
  const { command, busy, failure } = useCommand(data.workshop.id, onChanged);
  const [isDone, setIsDone] = useState(false);
  const close = async () => {
    if (await command({ type: 'workshop.close' })) setIsDone(true);
  };
  if (isDone) {
    return (
      <Dialog open onClose={onClose} title={t('manage.closedNow')} text={t('manage.closedNowText')}>
        <DialogFooter>
          <Button look={onReport === undefined ? 'primary' : 'line'} onClick={onClose}>
            {t(onReport === undefined ? 'links.done' : 'manage.later')}
          </Button>
          {onReport !== undefined && (
            <Button look="primary" onClick={onReport}>
              {t('workshop.report')}
            </Button>
          )}
        </DialogFooter>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('manage.closeTitle')}
      text={t('manage.closeText')}
      confirm={t('manage.close')}
      busy={busy}
      look="primary"
      onConfirm={() => void close()}
    >
      <FailureNote failure={failure} />
    </ConfirmDialog>
  );
}
