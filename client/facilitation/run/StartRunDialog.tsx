import { useState } from 'react';
import type { Agenda, Phase, PhaseId } from '../../../shared/session/agenda.ts';
import type { Failure } from '../../api/call.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './StartRunDialog.module.css';

interface StartRunDialogProps {
  readonly agenda: Agenda;
  readonly titleOf: (phase: Agenda[number]) => string;
  /** Title of the board whose session ends with it; null where none runs. */
  readonly instead: string | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onStart: (phase: Phase) => void;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** Asks with which phase a session begins: a second meeting goes on where the first one stopped. */
export function StartRunDialog({ agenda, titleOf, instead, busy, failure, ...on }: StartRunDialogProps) {
  const t = useText();
  const [chosenId, setChosen] = useState<PhaseId | undefined>(agenda[0]?.id);
  const chosen = agenda.find(({ id }) => id === chosenId);
  return (
    <Dialog open onClose={on.onClose} title={t('run.startTitle')} text={t('run.startText')}>
      <DialogBody>
        <div className={styles.content}>
          {chosen === undefined ? (
            <p>{t('run.noPhases')}</p>
          ) : (
            <Field label={t('run.startWith')}>
              {(control) => (
                <Select
                  {...control}
                  value={chosen.id}
                  options={agenda.map((phase, index) => ({
                    value: phase.id,
                    label: `${index + 1}  ${titleOf(phase)} · ${t('timer.min', { count: phase.minutes })}`,
                  }))}
                  onChange={setChosen}
                />
              )}
            </Field>
          )}
          {instead !== null && <p role="status">{t('run.instead', { board: instead })}</p>}
          <FailureNote failure={failure} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button look="line" onClick={on.onEdit}>
          {t('run.edit')}
        </Button>
        {chosen !== undefined && (
          <Button look="primary" busy={busy} onClick={() => on.onStart(chosen)}>
            {t('run.startNow')}
          </Button>
        )}
      </DialogFooter>
    </Dialog>
  );
}
