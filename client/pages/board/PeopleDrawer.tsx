import { BinocularsIcon } from '@phosphor-icons/react/dist/csr/Binoculars';
import { Suspense, useMemo, useState } from 'react';
import { can } from '../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import type { Session } from '../../../shared/session/session.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Drawer } from '../../ui/Drawer.tsx';
import { lazyPart } from '../../ui/lazy-part.ts';
import { RemoteChip } from '../../ui/RemoteChip.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { stampsOf } from '../../ui/stamps.ts';
import type { OverBoard } from '../workshop/people/PeopleOverBoard.tsx';
import { FloorInDrawer } from './attention/FloorInDrawer.tsx';
import styles from './PeopleDrawer.module.css';
import { organisationsHere } from './people-here.ts';
import { personName } from './person-name.ts';
import type { FollowedPerson } from './tools/use-board-tools.tsx';

const loadDialogs = async () => ({
  default: (await import('../workshop/people/PeopleOverBoard.tsx')).PeopleOverBoard,
});
const PeopleOverBoard = lazyPart(loadDialogs);

interface PeopleDrawerProps {
  readonly roster: readonly RosterEntry[];
  /** Who was here before the connection was lost. */
  readonly stale: boolean;
  /** The workshop's organisations give initials that are the same here as everywhere. */
  readonly data: GetWorkshopResponse;
  readonly session: Session;
  readonly followed: FollowedPerson | null;
  readonly onFollow: (person: FollowedPerson | null) => void;
  readonly onClose: () => void;
}

/** Who is on this board now, by organisation. */
export function PeopleDrawer({ roster, stale, data, session, followed, onFollow, onClose }: PeopleDrawerProps) {
  const t = useText();
  const { organisations, me } = data;
  const [shown, setShown] = useState<OverBoard | null>(null);
  const here = useMemo(() => organisationsHere(roster), [roster]);
  const stamps = useMemo(() => {
    const known = new Map(organisations.map((organisation) => [organisation.id, organisation]));
    for (const { id, name, colour } of here) known.set(id, { id, name, colour });
    return stampsOf([...known.values()]);
  }, [organisations, here]);
  const count = here.reduce((sum, { people }) => sum + people.length, 0);
  return (
    <Drawer
      title={t('workshop.people')}
      aside={<span className="small muted num">{t(`boardPage.${stale ? 'peopleLast' : 'here'}`, { count })}</span>}
      width="narrow"
      focusedFor="people"
      onClose={onClose}
    >
      <FloorInDrawer {...{ data, session, roster, stamps }} nameOf={(id) => personName(id, roster, data, t)} />
      <ul className={styles.organisations}>
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
                    {person.participantId === me.participant.id ? (
                      <span>{t('workshop.you', { name: person.name })}</span>
                    ) : person.role === 'viewer' ? (
                      // Viewers tell nobody where they look.
                      <span>{person.name}</span>
                    ) : (
                      <FollowButton person={person} followed={followed} onFollow={onFollow} />
                    )}
                    {person.remote && <RemoteChip />}
                    {person.role !== 'participant' && <Chip>{t(`common.role-${person.role}`)}</Chip>}
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
      <footer className={styles.foot}>
        {can(me.role, 'canFacilitate') && <Button onClick={() => setShown('people')}>{t('people.manage')}</Button>}
        <Button onClick={() => setShown('own')}>{t('people.editOwn')}</Button>
        <Button onClick={() => setShown('device')}>{t('people.otherDevice')}</Button>
      </footer>
      {shown !== null && (
        <Suspense fallback={null}>
          <PeopleOverBoard data={data} shown={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </Drawer>
  );
}

interface FollowButtonProps extends Pick<PeopleDrawerProps, 'followed' | 'onFollow'> {
  readonly person: RosterEntry;
}

/** A name, and a press on it to look where its person looks. */
function FollowButton({ person, followed, onFollow }: FollowButtonProps) {
  const t = useText();
  const isFollowed = followed?.participantId === person.participantId;
  const label = t('tools.follow', { name: person.name });
  return (
    <button
      type="button"
      className={styles.follow}
      aria-label={label}
      aria-pressed={isFollowed}
      title={label}
      onClick={() => onFollow(isFollowed ? null : person)}
    >
      <span>{person.name}</span>
      <BinocularsIcon aria-hidden="true" weight={isFollowed ? 'fill' : 'regular'} />
    </button>
  );
}
