import { ArrowsMergeIcon } from '@phosphor-icons/react/dist/csr/ArrowsMerge';
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import { UserMinusIcon } from '@phosphor-icons/react/dist/csr/UserMinus';
import { VideoCameraIcon } from '@phosphor-icons/react/dist/csr/VideoCamera';
import type { ParticipantId } from '../../../../shared/protocol/ids.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { Menu, MenuItem } from '../../../ui/Menu.tsx';
import { RemoteChip } from '../../../ui/RemoteChip.tsx';
import { Stamp } from '../../../ui/Stamp.tsx';
import type { StampMark } from '../../../ui/stamps.ts';
import type { OrganisationGroup, Person } from './group-people.ts';
import styles from './PeopleDialog.module.css';

interface OrganisationGroupRowProps {
  readonly group: OrganisationGroup;
  readonly mark: StampMark | undefined;
  readonly meId: ParticipantId;
  /** There is another one to merge it with. */
  readonly mayMerge: boolean;
  readonly onRename: () => void;
  readonly onMerge: () => void;
  readonly onCorrect: (person: Person) => void;
  readonly onRemote: (person: Person, remote: boolean) => void;
  readonly onRemove: (person: Person) => void;
}

export function OrganisationGroupRow(props: OrganisationGroupRowProps) {
  const t = useText();
  const { group, mark, meId } = props;
  const { organisation, people } = group;
  return (
    <li>
      <header className={styles.groupHead}>
        {mark && <Stamp mark={mark} decorative />}
        <h3>
          {organisation.name} <span className="num muted">{people.length}</span>
        </h3>
        <Menu label={t('people.more', { name: organisation.name })}>
          <MenuItem icon={<PencilSimpleIcon aria-hidden="true" />} onSelect={props.onRename}>
            {t('people.rename')}
          </MenuItem>
          {props.mayMerge && (
            <MenuItem icon={<ArrowsMergeIcon aria-hidden="true" />} onSelect={props.onMerge}>
              {t('people.merge')}
            </MenuItem>
          )}
        </Menu>
      </header>
      <ul className={styles.members}>
        {people.map((person) => (
          <li key={person.id}>
            <span>{person.id === meId ? t('workshop.you', { name: person.name }) : person.name}</span>
            {person.remote && <RemoteChip />}
            {person.role !== 'participant' && <Chip>{t(`common.role-${person.role}`)}</Chip>}
            <Menu label={t('people.more', { name: person.name })}>
              <MenuItem icon={<PencilSimpleIcon aria-hidden="true" />} onSelect={() => props.onCorrect(person)}>
                {t('people.correct')}
              </MenuItem>
              {/* Whoever looks on has no turn to speak. */}
              {person.role !== 'viewer' && (
                <MenuItem
                  icon={person.remote ? <MapPinIcon aria-hidden="true" /> : <VideoCameraIcon aria-hidden="true" />}
                  onSelect={() => props.onRemote(person, !person.remote)}
                >
                  {t(person.remote ? 'people.setInRoom' : 'people.setRemote')}
                </MenuItem>
              )}
              {person.id !== meId && (
                <MenuItem icon={<UserMinusIcon aria-hidden="true" />} danger onSelect={() => props.onRemove(person)}>
                  {t('people.remove')}
                </MenuItem>
              )}
            </Menu>
          </li>
        ))}
      </ul>
    </li>
  );
}
