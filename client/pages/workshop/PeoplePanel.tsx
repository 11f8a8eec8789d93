import { DeviceMobileIcon } from '@phosphor-icons/react/dist/csr/DeviceMobile';
import { PencilSimpleIcon } from '@phosphor-icons/react/dist/csr/PencilSimple';
import { UsersIcon } from '@phosphor-icons/react/dist/csr/Users';
import { Suspense, useMemo, useState } from 'react';
import { can } from '../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { formatList } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import { Stamp } from '../../ui/Stamp.tsx';
import { stampsOf } from '../../ui/stamps.ts';
import { OwnConsent } from './OwnConsent.tsx';
import styles from './PeoplePanel.module.css';
import { groupPeople, type Person, peopleIn } from './people/group-people.ts';

const loadPeopleDialog = async () => ({ default: (await import('./people/PeopleDialog.tsx')).PeopleDialog });
const PeopleDialog = lazyPart(loadPeopleDialog);
const loadOwnDialog = async () => ({ default: (await import('./people/OwnDetails.tsx')).OwnDetailsDialog });
const OwnDetailsDialog = lazyPart(loadOwnDialog);
const loadOtherDevice = async () => ({ default: (await import('./people/OtherDeviceDialog.tsx')).OtherDeviceDialog });
const OtherDeviceDialog = lazyPart(loadOtherDevice);

interface PeoplePanelProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

/** Who has joined, by organisation. */
export function PeoplePanel({ data, onChanged }: PeoplePanelProps) {
  const { t, language } = useLanguage();
  const { organisations, me } = data;
  const [shown, setShown] = useState<'people' | 'own' | 'device' | null>(null);
  const stamps = useMemo(() => stampsOf(organisations), [organisations]);
  const count = peopleIn(data).length;
  const withRemote = (name: string, remote: boolean): string =>
    remote ? t('workshop.withRole', { name, role: t('common.remote') }) : name;
  const describe = (person: Person): string => {
    const { name, role, remote } = person;
    if (person.id === me.participant.id) return withRemote(t('workshop.you', { name }), remote);
    if (role === 'participant') return withRemote(name, remote);
    return withRemote(t('workshop.withRole', { name, role: t(`common.role-${role}`) }), remote);
  };
  const isPerson = data.people.some(({ id }) => id === me.participant.id);
  const close = () => setShown(null);
  return (
    <section className={cx('panel', styles.people)} aria-labelledby="people">
      <h2 id="people">
        {t('workshop.people')} <span className="num muted">{count}</span>
      </h2>
      {count === 0 && <p className="small muted">{t('workshop.peopleEmpty')}</p>}
      <ul>
        {groupPeople(data).map(({ organisation: { id, name }, people }) => {
          const mark = stamps.get(id);
          return (
            <li key={id}>
              {mark && <Stamp mark={mark} decorative />}
              <b>{name}</b>
              <span>{people.length > 0 ? formatList(people.map(describe), language) : t('people.nobody')}</span>
            </li>
          );
        })}
      </ul>
      <div className={styles.ways}>
        {can(me.role, 'canFacilitate') && (
          <Button look="quiet" onClick={() => setShown('people')}>
            <UsersIcon aria-hidden="true" />
            {t('people.manage')}
          </Button>
        )}
        {isPerson && (
          <>
            <Button look="quiet" onClick={() => setShown('own')}>
              <PencilSimpleIcon aria-hidden="true" />
              {t('people.editOwn')}
            </Button>
            <Button look="quiet" onClick={() => setShown('device')}>
              <DeviceMobileIcon aria-hidden="true" />
              {t('people.otherDevice')}
            </Button>
          </>
        )}
      </div>
      <OwnConsent data={data} onChanged={onChanged} />
      <Suspense fallback={null}>
        {shown === 'people' && <PeopleDialog data={data} onClose={close} onChanged={onChanged} />}
        {shown === 'own' && <OwnDetailsDialog data={data} onClose={close} onChanged={onChanged} />}
        {shown === 'device' && <OtherDeviceDialog data={data} onClose={close} />}
      </Suspense>
    </section>
  );
}
