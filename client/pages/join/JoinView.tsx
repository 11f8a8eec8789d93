import { useMemo, useState } from 'react';
import type { PreviewInviteResponse } from '../../../shared/api/sessions.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import { type StampMark, stampsOf } from '../../ui/stamps.ts';
import { JoinForm } from './JoinForm.tsx';
import { JoinFrame } from './JoinFrame.tsx';
import styles from './JoinView.module.css';
import { WelcomeBack } from './WelcomeBack.tsx';

interface JoinViewProps {
  readonly token: string;
  /** The code that opened the link; null where it asks for none. */
  readonly passcode: string | null;
  readonly preview: PreviewInviteResponse;
}

/** How many organisations the green side names; the form knows all. */
const shownMax = 8;

export function JoinView({ token, passcode, preview }: JoinViewProps) {
  const t = useText();
  const { workshop, role, entrance, organisations, participant } = preview;
  const stamps = useMemo(() => stampsOf(organisations), [organisations]);
  const own = organisations.find((organisation) => organisation.id === participant?.organisationId);
  const [correcting, setCorrecting] = useState(false);
  const link = { token, passcode };
  return (
    <JoinFrame
      heading={workshop.title}
      lead={t(`join.invited-${role}`)}
      foot={organisations.length > 0 && <Already stamps={[...stamps.values()]} />}
      title={t('join.pageTitle', { workshop: workshop.title })}
    >
      {participant !== null && own !== undefined && !correcting ? (
        <WelcomeBack
          link={link}
          name={participant.name}
          organisation={own.name}
          onCorrect={() => setCorrecting(true)}
        />
      ) : (
        <JoinForm
          link={link}
          role={role}
          asks={entrance === 'ask-first' && participant === null}
          organisations={organisations}
          stamps={stamps}
          initial={{
            ...{ name: participant?.name ?? '', organisation: own?.name ?? '' },
            nameInReport: participant?.nameInReport ?? false,
            remote: participant?.remote ?? false,
          }}
        />
      )}
    </JoinFrame>
  );
}

function Already({ stamps }: { readonly stamps: readonly StampMark[] }) {
  const t = useText();
  return (
    <div className={styles.already}>
      <p>{t('join.already')}</p>
      <ul>
        {stamps.slice(0, shownMax).map((mark) => (
          <li key={mark.initials}>
            <Stamp mark={mark} decorative />
            {mark.name}
          </li>
        ))}
      </ul>
    </div>
  );
}
