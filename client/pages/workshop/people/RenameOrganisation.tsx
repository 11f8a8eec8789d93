import type { Organisation } from '../../../../shared/api/workshops.ts';
import { textLimits } from '../../../../shared/protocol/limits.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { useToast } from '../../../ui/toast.ts';
import { sameOrganisation } from '../../join/match-organisations.ts';
import { RenameDialog } from '../RenameDialog.tsx';
import { useCommand } from '../use-command.ts';
import type { OverPeople } from './CorrectPerson.tsx';

interface RenameOrganisationProps extends OverPeople {
  readonly organisation: Organisation;
}

export function RenameOrganisation({ data, organisation, onClose, onChanged }: RenameOrganisationProps) {
  const t = useText();
  const toast = useToast();
  const { command, busy, failure } = useCommand(data.workshop.id, onChanged);
  const isTaken = (name: string): boolean =>
    data.organisations.some((other) => other.id !== organisation.id && sameOrganisation(other.name, name));
  const rename = async (name: string) => {
    if (!(await command({ type: 'organisation.rename', organisationId: organisation.id, name }))) return;
    toast((t) => t('people.renamed', { name: name.trim() }));
    onClose();
  };
  return (
    <RenameDialog
      title={t('people.renameTitle', { name: organisation.name })}
      label={t('people.organisationName')}
      initial={organisation.name}
      kind="organisation"
      max={textLimits.organisationName}
      isTaken={isTaken}
      busy={busy}
      failure={failure}
      onRename={(name) => void rename(name)}
      onClose={onClose}
    />
  );
}
