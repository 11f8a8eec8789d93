import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { useState } from 'react';
import type { Invite } from '../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Failure } from '../../api/call.ts';
import { revokeInvite } from '../../api/workshops.ts';
import { formatMoment } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import styles from './WorkingLinks.module.css';

interface WorkingLinksProps {
  readonly workshopId: WorkshopId;
  readonly invites: readonly Invite[];
  readonly onChanged: () => Promise<void>;
}

/** Every link that lets somebody in, and the way to close it. */
export function WorkingLinks({ workshopId, invites, onChanged }: WorkingLinksProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const [asked, setAsked] = useState<Invite | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const ask = (invite: Invite | null) => {
    setFailure(null);
    setAsked(invite);
  };
  const revoke = async (invite: Invite) => {
    setBusy(true);
    const revoked = await revokeInvite(workshopId, invite.id);
    setBusy(false);
    // Somebody else was faster: gone is gone.
    const gone = !revoked.ok && revoked.failure.kind === 'problem' && revoked.failure.problem.code === 'not-found';
    if (!revoked.ok && !gone) return setFailure(revoked.failure);
    setAsked(null);
    toast(t('workshop.revoked'));
    await onChanged();
  };
  return (
    <details className={styles.links}>
      <summary>
        <CaretRightIcon aria-hidden="true" />
        {t('workshop.workingLinks', { count: invites.length })}
      </summary>
      <ul>
        {invites.map((invite) => {
          const when = formatMoment(invite.createdAtMs, Date.now(), language);
          return (
            <li key={invite.id}>
              <span>
                <b>{t(`workshop.link-${invite.role}`)}</b>
                <span className="muted">{t('workshop.madeWhen', { when })}</span>
              </span>
              <Button aria-label={t(`workshop.revoke-${invite.role}`, { when })} onClick={() => ask(invite)}>
                {t('workshop.revoke')}
              </Button>
            </li>
          );
        })}
      </ul>
      {asked !== null && (
        <ConfirmDialog
          open
          onClose={() => ask(null)}
          title={t('workshop.revokeTitle')}
          text={t('workshop.revokeText')}
          confirm={t('workshop.revokeConfirm')}
          busy={busy}
          onConfirm={() => void revoke(asked)}
        >
          {asked.role === 'facilitator' && <p>{t('workshop.revokeOwnText')}</p>}
          <FailureNote failure={failure} />
        </ConfirmDialog>
      )}
    </details>
  );
}
