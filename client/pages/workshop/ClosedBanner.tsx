import { LockIcon } from '@phosphor-icons/react/dist/csr/Lock';
import { can } from '../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import { formatMoment } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import styles from './ClosedBanner.module.css';
import { useCommand } from './use-command.ts';

interface ClosedBannerProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

/** While a session is closed everybody reads since when, and facilitators open it again. */
export function ClosedBanner({ data: { workshop, session, me }, onChanged }: ClosedBannerProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const { command, busy, failure } = useCommand(workshop.id, onChanged);
  if (session.closedAtMs === null) return null;
  const reopen = async () => {
    if (await command({ type: 'workshop.reopen' })) toast(t('manage.reopened'));
  };
  const when = formatMoment(session.closedAtMs, Date.now(), language);
  return (
    <div className={styles.closed}>
      <LockIcon aria-hidden="true" />
      <p>
        <strong>{t('manage.closedTitle')}</strong> {t('manage.closedText', { when })}
      </p>
      {can(me.role, 'canFacilitate') && (
        <Button look="line" busy={busy} onClick={() => void reopen()}>
          {t('manage.reopen')}
        </Button>
      )}
      <FailureNote failure={failure} />
    </div>
  );
}
