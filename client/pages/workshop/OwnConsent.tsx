import { useState } from 'react';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { Failure } from '../../api/call.ts';
import { updateMe } from '../../api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Check } from '../../ui/Check.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import styles from './OwnConsent.module.css';

interface OwnConsentProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

/** Whether one's own name may stand in reports; nothing for programs, which are not among the people. */
export function OwnConsent({ data: { workshop, people, me }, onChanged }: OwnConsentProps) {
  const t = useText();
  const [wished, setWished] = useState<boolean | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const own = people.find(({ id }) => id === me.participant.id);
  if (own === undefined) return null;
  const agrees = wished ?? own.nameInReport;
  const change = async (nameInReport: boolean) => {
    // Until it is kept, another click would race with this one.
    if (wished !== null) return;
    setWished(nameInReport);
    const answer = await updateMe(workshop.id, { nameInReport });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) await onChanged();
    setWished(null);
  };
  return (
    <div className={styles.consent}>
      <Check
        checked={agrees}
        hint={t(agrees ? 'workshop.nameInReportKept' : 'common.nameInReportHint')}
        onChange={(next) => void change(next)}
      >
        {t('common.nameInReport')}
      </Check>
      <FailureNote failure={failure} />
    </div>
  );
}
