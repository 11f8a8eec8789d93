import { type FormEvent, useState } from 'react';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { updateMe } from '../../../api/workshops.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Check } from '../../../ui/Check.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { useToast } from '../../../ui/toast.ts';
import { useAct } from '../../use-act.ts';
import styles from './OwnDetails.module.css';
import { PersonFields, usePersonFields } from './PersonFields.tsx';

interface OwnDetailsProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

function useOwnDetails({ data: { workshop, me, people, organisations }, onChanged }: OwnDetailsProps) {
  const { act, busy, failure, forget } = useAct();
  const fields = usePersonFields({
    name: me.participant.name,
    organisation: organisations.find(({ id }) => id === me.participant.organisationId)?.name ?? '',
  });
  const [remote, setRemote] = useState(people.find(({ id }) => id === me.participant.id)?.remote === true);
  /** @returns whether it is kept. */
  const save = async (): Promise<boolean> => {
    const values = fields.checked();
    if (values === null || busy) return false;
    const answer = await act(() => updateMe(workshop.id, { ...values, remote }));
    if (!answer.ok) {
      if (fields.refuse(answer.failure)) forget();
      return false;
    }
    await onChanged();
    return true;
  };
  return { fields, remote, setRemote, save, busy, failure };
}

interface OwnFieldsProps {
  readonly own: ReturnType<typeof useOwnDetails>;
  readonly data: GetWorkshopResponse;
}

function OwnFields({ own: { fields, remote, setRemote }, data: { organisations, me } }: OwnFieldsProps) {
  const t = useText();
  return (
    <>
      <PersonFields
        fields={fields}
        nameLabel={t('common.name')}
        organisationLabel={t('common.organisation')}
        organisations={organisations}
      />
      {/* Whoever looks on has no turn to speak. */}
      {me.role !== 'viewer' && (
        <Check checked={remote} hint={t('common.remoteHint')} onChange={setRemote}>
          {t('common.iAmRemote')}
        </Check>
      )}
    </>
  );
}

/** Among one's settings. */
export function OwnDetails(props: OwnDetailsProps) {
  const t = useText();
  const own = useOwnDetails(props);
  const { save, busy, failure } = own;
  const [isSaved, setIsSaved] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsSaved(false);
    setIsSaved(await save());
  };
  return (
    <form className={styles.own} noValidate aria-labelledby="own-details" onSubmit={(event) => void submit(event)}>
      <h3 id="own-details">{t('people.ownTitle')}</h3>
      <OwnFields own={own} data={props.data} />
      <FailureNote failure={failure} />
      <div className={styles.foot}>
        <Button type="submit" look="line" busy={busy}>
          {t('common.save')}
        </Button>
        <p role="status" className="small muted">
          {isSaved && t('people.saved')}
        </p>
      </div>
    </form>
  );
}

interface OwnDetailsDialogProps extends OwnDetailsProps {
  readonly onClose: () => void;
}

export function OwnDetailsDialog({ onClose, ...props }: OwnDetailsDialogProps) {
  const t = useText();
  const toast = useToast();
  const own = useOwnDetails(props);
  const { save, busy, failure } = own;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await save())) return;
    toast((t) => t('people.saved'));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('people.editOwn')}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogBody>
          <OwnFields own={own} data={props.data} />
          <FailureNote failure={failure} />
        </DialogBody>
        <DialogFooter>
          <Button look="line" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" look="primary" busy={busy}>
            {t('common.save')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
