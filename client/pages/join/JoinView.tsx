import { useMemo, useState } from 'react';
import type { PreviewInviteResponse } from '../../../shared/api/sessions.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Brand } from '../../ui/Brand.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Main } from '../../ui/Main.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { stampsOf } from '../../ui/stamps.ts';
import { JoinForm } from './JoinForm.tsx';
import styles from './JoinView.module.css';
import { WelcomeBack } from './WelcomeBack.tsx';

interface JoinViewProps {
  readonly token: string;
  readonly preview: PreviewInviteResponse;
}

/** How many organisations the green side names; the form knows all. */
const shownMax = 8;

export function JoinView({ token, preview }: JoinViewProps) {
  const t = useText();
  const { workshop, role, organisations, participant } = preview;
  const stamps = useMemo(() => stampsOf(organisations), [organisations]);
  const own = organisations.find((organisation) => organisation.id === participant?.organisationId);
  const [correcting, setCorrecting] = useState(false);
  return (
    <div className={styles.join}>
      <header className={styles.who}>
        <div>
          <Brand onDeep />
          <h1>{workshop.title}</h1>
          <p className={styles.lead}>{t(`join.invited-${role}`)}</p>
        </div>
        {organisations.length > 0 && (
          <div className={styles.already}>
            <p>{t('join.already')}</p>
            <ul>
              {organisations.slice(0, shownMax).map(({ id, name }) => {
                const mark = stamps.get(id);
                return (
                  <li key={id}>
                    {mark && <Stamp mark={mark} decorative />}
                    {name}
                  </li>
                );
              })}
            </ul>
          </div>
        )}
      </header>
      <div className={styles.language}>
        <LanguageSwitch />
      </div>
      <Main title={t('join.pageTitle', { workshop: workshop.title })} className={styles.form}>
        {participant !== null && own !== undefined && !correcting ? (
          <WelcomeBack
            token={token}
            name={participant.name}
            organisation={own.name}
            onCorrect={() => setCorrecting(true)}
          />
        ) : (
          <JoinForm
            token={token}
            role={role}
            organisations={organisations}
            stamps={stamps}
            initial={{
              ...{ name: participant?.name ?? '', organisation: own?.name ?? '' },
              nameInReport: participant?.nameInReport ?? false,
            }}
          />
        )}
      </Main>
    </div>
  );
}
