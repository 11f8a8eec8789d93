import { useState } from 'react';
import { Link } from 'wouter';
import { formatMoment } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { stampsOf } from '../../ui/stamps.ts';
import { workshopPath } from '../paths.ts';
import { type RememberedWorkshop, rememberedWorkshops } from '../remembered-workshops.ts';
import { OpenWithLink } from './OpenWithLink.tsx';
import styles from './YourWorkshops.module.css';

export function YourWorkshops() {
  const { t } = useLanguage();
  const [workshops] = useState(rememberedWorkshops);
  return (
    <section className={styles.yours} aria-labelledby="your-workshops">
      <header>
        <h2 id="your-workshops">{t('home.yours')}</h2>
        <p className="small muted">{t('home.yoursHint')}</p>
      </header>
      {workshops.length === 0 ? (
        <EmptyState title={t('home.emptyTitle')} text={t('home.emptyText')}>
          <OpenWithLink look="line" />
        </EmptyState>
      ) : (
        <>
          <ul>
            {workshops.map((workshop) => (
              <li key={workshop.id}>
                <WorkshopCard workshop={workshop} />
              </li>
            ))}
          </ul>
          <div className={styles.below}>
            <OpenWithLink look="plain" />
          </div>
        </>
      )}
    </section>
  );
}

/** How many stamps fit on one line of a card. */
const stampsShown = 5;

function WorkshopCard({ workshop }: { readonly workshop: RememberedWorkshop }) {
  const { t, language } = useLanguage();
  const stamps = [...stampsOf(workshop.organisations).values()].slice(0, stampsShown);
  const when = formatMoment(workshop.openedAtMs, Date.now(), language);
  const facts = [
    workshop.organisations.length > 0 && t('common.organisations', { count: workshop.organisations.length }),
    workshop.boards > 0 && t('common.boards', { count: workshop.boards }),
    t('home.opened', { when }),
  ];
  return (
    <Link href={workshopPath(workshop.id)} className={cx('panel', styles.card)}>
      <span className={styles.top}>
        <h3>{workshop.title}</h3>
        <Chip>{t(`common.role-${workshop.role}`)}</Chip>
      </span>
      {stamps.length > 0 && (
        <span className={styles.stamps}>
          {stamps.map((mark) => (
            <Stamp key={mark.initials} mark={mark} />
          ))}
        </span>
      )}
      <span className="small muted">{facts.filter((fact) => fact !== false).join(', ')}</span>
    </Link>
  );
}
