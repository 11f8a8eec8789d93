import { useText } from '../../../i18n/LanguageProvider.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { useToast } from '../../../ui/toast.ts';
import { useCommand } from '../use-command.ts';
import type { OverPeople } from './CorrectPerson.tsx';
import type { Person } from './group-people.ts';

export function RemovePerson({ data, person, onClose, onChanged }: OverPeople & { readonly person: Person }) {
  const t = useText();
  const toast = useToast();
  const { command, busy, failure } = useCommand(data.workshop.id, onChanged);
  const remove = async () => {
    if (!(await command({ type: 'participant.remove', participantId: person.id }))) return;
    toast((t) => t('people.removed', { name: person.name }));
    onClose();
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('people.removeTitle', { name: person.name })}
      text={t('people.removeText')}
      confirm={t('people.removeConfirm')}
      busy={busy}
      onConfirm={() => void remove()}
    >
      <FailureNote failure={failure} />
    </ConfirmDialog>
  );
}
