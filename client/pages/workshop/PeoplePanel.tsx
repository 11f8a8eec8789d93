import { useMemo } from 'react';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { formatList } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { cx } from '../../ui/cx.ts';
import { Stamp } from '../../ui/Stamp.tsx';
import { stampsOf } from '../../ui/stamps.ts';
import { OwnConsent } from './OwnConsent.tsx';
import styles from './PeoplePanel.module.css';

interface PeoplePanelProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

/** Who has joined, by organisation. */
export function PeoplePanel({ data, onChanged }: PeoplePanelProps) {
  const { t, language } = useLanguage();
  const { people, organisations, me } = data;
  const stamps = useMemo(() => stampsOf(organisations), [organisations]);
  const describe = (person: GetWorkshopResponse['people'][number]): string => {
    if (person.id === me.participant.id) return t('workshop.you', { name: person.name });
    if (person.role === 'participant') return person.name;
    return t('workshop.withRole', { name: person.name, role: t(`common.role-${person.role}`) });
  };
  return (
    <section className={cx('panel', styles.people)} aria-labelledby="people">
      <h2 id="people">
        {t('workshop.people')} <span className="num muted">{people.length}</span>
      </h2>
      {people.length === 0 && <p className="small muted">{t('workshop.peopleEmpty')}</p>}
      <ul>
        {organisations.map(({ id, name }) => {
          const mark = stamps.get(id);
          const names = people.filter((person) => person.organisationId === id).map(describe);
          return (
            <li key={id}>
              {mark && <Stamp mark={mark} decorative />}
              <b>{name}</b>
              <span>{formatList(names, language)}</span>
            </li>
          );
        })}
      </ul>
      <OwnConsent data={data} onChanged={onChanged} />
    </section>
  );
}
