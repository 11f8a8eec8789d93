import { useMemo, useState } from 'react';
import type { GetWorkshopResponse, Organisation } from '../../../../shared/api/workshops.ts';
import { formatMoment } from '../../../i18n/dates.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog, DialogBody } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Input } from '../../../ui/Input.tsx';
import { stampsOf } from '../../../ui/stamps.ts';
import { useCommand } from '../use-command.ts';
import { CorrectPerson } from './CorrectPerson.tsx';
import { findIn, groupPeople, type Person, peopleIn, peopleLeft } from './group-people.ts';
import { likelyDuplicates } from './likely-duplicates.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { OrganisationGroupRow } from './OrganisationGroupRow.tsx';
import styles from './PeopleDialog.module.css';
import { RemovePerson } from './RemovePerson.tsx';
import { RenameOrganisation } from './RenameOrganisation.tsx';

interface PeopleDialogProps {
  readonly data: GetWorkshopResponse;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

/** What is being done with somebody, in a dialog over the list. */
type Doing =
  | { readonly what: 'correct' | 'remove'; readonly person: Person }
  | { readonly what: 'rename'; readonly organisation: Organisation }
  | { readonly what: 'merge'; readonly organisation: Organisation; readonly other: Organisation | null }
  | null;

/** From this many people on one searches. */
const searchFrom = 8;

/** Everybody by organisation, and what a facilitator may put right. */
export function PeopleDialog({ data, onClose, onChanged }: PeopleDialogProps) {
  const { t, language } = useLanguage();
  const [search, setSearch] = useState('');
  const [doing, setDoing] = useState<Doing>(null);
  const stamps = useMemo(() => stampsOf(data.organisations), [data.organisations]);
  const groups = findIn(groupPeople(data), search);
  const left = peopleLeft(data);
  const { command, failure } = useCommand(data.workshop.id, onChanged);
  const within = { data, onClose: () => setDoing(null), onChanged };
  return (
    <Dialog open wide onClose={onClose} title={t('workshop.people')} text={t('people.manageText')}>
      <DialogBody>
        <MaybeSame
          organisations={data.organisations}
          onMerge={(first, second) => setDoing({ what: 'merge', organisation: second, other: first })}
        />
        {peopleIn(data).length >= searchFrom && (
          <Field label={t('people.find')}>
            {(control) => (
              <Input {...control} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
            )}
          </Field>
        )}
        {groups.length === 0 && <p>{t(search === '' ? 'workshop.peopleEmpty' : 'people.noMatch')}</p>}
        <ul className={styles.groups}>
          {groups.map((group) => (
            <OrganisationGroupRow
              key={group.organisation.id}
              group={group}
              mark={stamps.get(group.organisation.id)}
              meId={data.me.participant.id}
              mayMerge={data.organisations.length > 1}
              onRename={() => setDoing({ what: 'rename', organisation: group.organisation })}
              onMerge={() => setDoing({ what: 'merge', organisation: group.organisation, other: null })}
              onCorrect={(person) => setDoing({ what: 'correct', person })}
              onRemote={({ id }, remote) => void command({ type: 'participant.update', participantId: id, remote })}
              onRemove={(person) => setDoing({ what: 'remove', person })}
            />
          ))}
        </ul>
        <FailureNote failure={failure} />
        {left.length > 0 && search === '' && (
          <section className={styles.left} aria-labelledby="people-left">
            <h3 id="people-left">{t('people.left')}</h3>
            <ul>
              {left.map(({ id, name, removedAtMs }) => (
                <li key={id}>
                  <span>{name}</span>
                  <span className="muted">
                    {t('people.leftWhen', { when: formatMoment(removedAtMs ?? 0, Date.now(), language) })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {doing?.what === 'correct' && <CorrectPerson {...within} person={doing.person} />}
        {doing?.what === 'remove' && <RemovePerson {...within} person={doing.person} />}
        {doing?.what === 'rename' && <RenameOrganisation {...within} organisation={doing.organisation} />}
        {doing?.what === 'merge' && <MergeDialog {...within} organisation={doing.organisation} other={doing.other} />}
      </DialogBody>
    </Dialog>
  );
}

interface MaybeSameProps {
  readonly organisations: readonly Organisation[];
  readonly onMerge: (first: Organisation, second: Organisation) => void;
}

/** At most this many at a time: it is a hint, not a list to work through. */
const hintsMax = 2;

/** Organisations that may have come in under two names. Whoever says no is not asked again while this is open. */
function MaybeSame({ organisations, onMerge }: MaybeSameProps) {
  const { t } = useLanguage();
  const [different, setDifferent] = useState<ReadonlySet<string>>(new Set());
  const pairs = likelyDuplicates(organisations)
    .map((pair) => ({ ...pair, key: `${pair.first.id} ${pair.second.id}` }))
    .filter(({ key }) => !different.has(key))
    .slice(0, hintsMax);
  if (pairs.length === 0) return null;
  return (
    <ul className={styles.same}>
      {pairs.map(({ first, second, key }) => (
        <li key={key}>
          <span>{t('people.maybeSame', { first: first.name, second: second.name })}</span>
          <Button look="line" onClick={() => onMerge(first, second)}>
            {t('people.lookAtMerge')}
          </Button>
          <Button onClick={() => setDifferent(new Set([...different, key]))}>{t('people.different')}</Button>
        </li>
      ))}
    </ul>
  );
}
