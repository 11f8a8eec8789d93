import type { FormEvent } from 'react';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { useToast } from '../../../ui/toast.ts';
import { useCommand } from '../use-command.ts';
import type { Person } from './group-people.ts';
import { PersonFields, usePersonFields } from './PersonFields.tsx';

/** What every dialog over the list of people gets. */
export interface OverPeople {
  readonly data: GetWorkshopResponse;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

/** Another name, or another organisation: who was there already, or a new one. */
export function CorrectPerson({ data, person, onClose, onChanged }: OverPeople & { readonly person: Person }) {
  const t = useText();
  const toast = useToast();
  const { command, busy, failure } = useCommand(data.workshop.id, onChanged);
  const fields = usePersonFields({
    name: person.name,
    organisation: data.organisations.find(({ id }) => id === person.organisationId)?.name ?? '',
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const values = fields.checked();
    if (values === null || busy) return;
    if (!(await command({ type: 'participant.update', participantId: person.id, ...values }))) return;
    toast((t) => t('people.saved'));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('people.correctTitle', { name: person.name })}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogBody>
          <PersonFields
            fields={fields}
            nameLabel={t('people.personName')}
            organisationLabel={t('people.personOrganisation')}
            organisations={data.organisations}
          />
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
