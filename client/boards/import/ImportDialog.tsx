import type { Board } from '../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './ImportDialog.module.css';
import { Boards, Changes, NotAsItIs } from './PlanView.tsx';
import { type Imported, type ImportState, type Planned, type Target, useImport } from './use-import.ts';

interface ImportDialogProps {
  readonly workshopId: WorkshopId;
  /** Boards that a file can go into. */
  readonly boards: readonly Board[];
  readonly onClose: () => void;
  readonly onDone: (imported: Imported) => void;
}

/** Brings a file into a workshop: as boards of their own, or into one that is there. */
export function ImportDialog({ workshopId, boards, onClose, onDone }: ImportDialogProps) {
  const t = useText();
  const { state, failure, choose, planInto, take, cancel, restart } = useImport({
    ...{ workshopId, boardIds: boards.map(({ id }) => id), onDone },
  });
  return (
    <Dialog open wide onClose={onClose} title={t('files.title')} text={t('files.text')}>
      <DialogBody>
        {state.phase === 'choosing' && (
          <FileDrop
            accept=".json,.tldr,application/json"
            choose={t('files.choose')}
            drop={t('files.drop')}
            hint={t('files.limit')}
            onFile={(file) => void choose(file)}
          />
        )}
        {state.phase === 'choosing' && state.tooLarge !== null && <TooLarge file={state.tooLarge} />}
        {state.phase === 'sending' && <Progress {...state} />}
        {state.phase === 'planned' && (
          <>
            <Boards file={state.file} content={state.content} />
            <Where planned={state} boards={boards} onChoose={(target) => void planInto(state, target)} />
            {state.update !== null && <Changes update={state.update} />}
            <NotAsItIs leftOut={(state.update ?? state.content).leftOut} />
          </>
        )}
        <FailureNote failure={failure} />
      </DialogBody>
      {state.phase !== 'choosing' && (
        <DialogFooter>
          {state.phase === 'sending' && <Button onClick={cancel}>{t('files.stop')}</Button>}
          {state.phase === 'planned' && (
            <>
              <Button look="line" onClick={restart}>
                {t('files.chooseOther')}
              </Button>
              <Button look="primary" disabled={isIdle(state)} onClick={() => void take(state)}>
                {state.target === null ? t('files.make', { count: state.content.boards.length }) : t('files.update')}
              </Button>
            </>
          )}
        </DialogFooter>
      )}
    </Dialog>
  );
}

const isIdle = ({ target, update }: Planned): boolean =>
  target !== null && update !== null && update.added.count + update.changed.count === 0;

function TooLarge({ file }: { readonly file: File }) {
  const t = useText();
  return (
    <p className={styles.warning} role="alert">
      {t('files.tooLarge', { name: file.name, size: Math.ceil(file.size / 1e6) })}
    </p>
  );
}

function Progress({ file, sent }: Extract<ImportState, { phase: 'sending' }>) {
  const t = useText();
  const { name } = file;
  const percent = Math.round(sent * 100);
  return (
    <div className={styles.progress} role="status">
      <p>{sent < 1 ? t('files.sending', { name, percent }) : t('files.reading', { name })}</p>
      <progress aria-label={t('files.progress')} max={100} {...(sent < 1 && { value: percent })} />
    </div>
  );
}

interface WhereProps {
  readonly planned: Planned;
  readonly boards: readonly Board[];
  readonly onChoose: (target: Target) => void;
}

/** Nothing to choose while there is no board to go into. */
function Where({ planned, boards, onChoose }: WhereProps) {
  const t = useText();
  if (boards.length === 0) return null;
  return (
    <Field label={t('files.where')}>
      {(control) => (
        <Select<string>
          {...control}
          value={planned.target ?? ''}
          options={[
            { value: '', label: t('files.asNew', { count: planned.content.boards.length }) },
            ...boards.map(({ id, title }) => ({ value: id, label: t('files.into', { title }) })),
          ]}
          onChange={(value) => onChoose(boards.find(({ id }) => id === value)?.id ?? null)}
        />
      )}
    </Field>
  );
}
