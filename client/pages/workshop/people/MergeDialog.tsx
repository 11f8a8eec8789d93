import { useState } from 'react';
import type { Organisation } from '../../../../shared/api/workshops.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useToast } from '../../../ui/toast.ts';
import { useCommand } from '../use-command.ts';
import type { OverPeople } from './CorrectPerson.tsx';
import { peopleIn } from './group-people.ts';
import { likelyDuplicates } from './likely-duplicates.ts';

interface MergeDialogProps extends OverPeople {
  readonly organisation: Organisation;
  /** Known already where the two were pointed at. */
  readonly other: Organisation | null;
}

/** Two names of one organisation become one: which one stays, and what that moves, is said before. */
export function MergeDialog({ data, organisation, other, onClose, onChanged }: MergeDialogProps) {
  const t = useText();
  const toast = useToast();
  const { command, busy, failure } = useCommand(data.workshop.id, onChanged);
  const others = likeliestFirst(data.organisations, organisation);
  const [otherId, setOtherId] = useState(other?.id ?? others[0]?.id);
  const [keeps, setKeeps] = useState<'this' | 'other'>('other');
  const chosen = others.find(({ id }) => id === otherId);
  if (chosen === undefined) return null;
  const [from, into] = keeps === 'other' ? [organisation, chosen] : [chosen, organisation];
  const countOf = ({ id }: Organisation): number =>
    peopleIn(data).filter(({ organisationId }) => organisationId === id).length;

  const merge = async () => {
    if (!(await command({ type: 'organisation.merge', organisationId: from.id, into: into.id }))) return;
    toast((t) => t('people.merged', { from: from.name, into: into.name }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('people.mergeTitle')} text={t('people.mergeText')}>
      <DialogBody>
        <Field label={t('people.mergeWith', { name: organisation.name })}>
          {(control) => (
            <Select
              {...control}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen.id}
              onChange={setOtherId}
            />
          )}
        </Field>
        <Segments
          legend={t('people.mergeKeep')}
          options={[
            { value: 'other', label: chosen.name },
            { value: 'this', label: organisation.name },
          ]}
          value={keeps}
          onChange={setKeeps}
        />
        <p role="status">
          {[
            t('people.mergeOutcome', { count: countOf(from), from: from.name, into: into.name }),
            t('people.mergeAfter', { count: countOf(from) + countOf(into), into: into.name }),
            t('people.mergeFinal'),
          ].join(' ')}
        </p>
        <FailureNote failure={failure} />
      </DialogBody>
      <DialogFooter>
        <Button look="line" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button look="danger" busy={busy} onClick={() => void merge()}>
          {t('people.mergeConfirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** The others, those first that may be the same one. */
function likeliestFirst(organisations: readonly Organisation[], of: Organisation): readonly Organisation[] {
  const alike = new Set(
    likelyDuplicates(organisations)
      .filter(({ first, second }) => first.id === of.id || second.id === of.id)
      .flatMap(({ first, second }) => [first.id, second.id]),
  );
  return organisations
    .filter(({ id }) => id !== of.id)
    .toSorted((a, b) => Number(alike.has(b.id)) - Number(alike.has(a.id)) || a.name.localeCompare(b.name));
}
