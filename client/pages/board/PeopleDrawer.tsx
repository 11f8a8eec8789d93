import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { useMemo } from 'react';
import type { Organisation } from '../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { stampsOf } from '../../ui/stamps.ts';
import styles from './PeopleDrawer.module.css';
import { organisationsHere } from './people-here.ts';

interface PeopleDrawerProps {
  readonly roster: readonly RosterEntry[];
  /** Who was here before the connection was lost. */
  readonly stale: boolean;
  /** The workshop's, so that initials are the same here as everywhere. */
  readonly organisations: readonly Organisation[];
  readonly meId: RosterEntry['participantId'];
  readonly onClose: () => void;
}

/** Who is on this board now, by organisation. */
export function PeopleDrawer({ roster, stale, organisations, meId, onClose }: PeopleDrawerProps) {
  const t = useText();
  const here = useMemo(() => organisationsHere(roster), [roster]);
  const stamps = useMemo(() => {
    const known = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    for (const { id, name, colour } of here) known.set(id, { id, name, colour });
    return stampsOf([...known.values()]);
  }, [organisations, here]);
  const count = here.reduce((sum, { people }) => sum + people.length, 0);
  return (
    <aside className={styles.drawer} aria-labelledby="people-here">
      <header>
        <h2 id="people-here">{t('workshop.people')}</h2>
        <span className="small muted num">{t(`boardPage.${stale ? 'peopleLast' : 'here'}`, { count })}</span>
        <IconButton label={t('common.close')} onClick={onClose}>
          <XIcon aria-hidden="true" />
        </IconButton>
      </header>
      <ul>
        {here.map(({ id, name, people }) => {
          const mark = stamps.get(id);
          return (
            <li key={id}>
              <h3>
                {mark && <Stamp mark={mark} decorative />}
                {name}
              </h3>
              <ul>
                {people.map((person) => (
                  <li key={person.participantId}>
                    <span>
                      {person.participantId === meId ? t('workshop.you', { name: person.name }) : person.name}
                    </span>
                    {person.role !== 'participant' && <Chip>{t(`common.role-${person.role}`)}</Chip>}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
