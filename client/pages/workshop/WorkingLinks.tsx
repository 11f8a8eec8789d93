import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { useState } from 'react';
import type { Invite, Workshop } from '../../../shared/api/workshops.ts';
import { revokeInvite } from '../../api/workshops.ts';
import { formatMoment } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { useToast } from '../../ui/toast.ts';
import { knownUrls } from '../remembered-workshops.ts';
import { isGone, useAct } from '../use-act.ts';
import { useLinkFacts } from './links/link-facts.ts';
import { ReplaceDialog } from './links/ReplaceDialog.tsx';
import styles from './WorkingLinks.module.css';

interface WorkingLinksProps {
  readonly workshop: Workshop;
  readonly invites: readonly Invite[];
  readonly onChanged: () => Promise<void>;
}

type Asked = { readonly what: 'revoke' | 'replace'; readonly invite: Invite } | null;

/** Every link that lets somebody in, and the ways to replace and to close it. */
export function WorkingLinks({ workshop, invites, onChanged }: WorkingLinksProps) {
  const { t, language } = useLanguage();
  const factsOf = useLinkFacts();
  const [asked, setAsked] = useState<Asked>(null);
  const urls = knownUrls(workshop.id);
  return (
    <details className={styles.links}>
      <summary>
        <CaretRightIcon aria-hidden="true" />
        {t('workshop.workingLinks', { count: invites.length })}
      </summary>
      <ul>
        {invites.map((invite) => {
          const when = formatMoment(invite.createdAtMs, Date.now(), language);
          const url = urls.get(invite.id);
          return (
            <li key={invite.id}>
              <span>
                <b>{t(`workshop.link-${invite.role}`)}</b>
                <span className="muted">{t('workshop.madeWhen', { when })}</span>
                {factsOf(invite).map((fact) => (
                  <span key={fact}>{fact}</span>
                ))}
              </span>
              <div>
                {url !== undefined && (
                  <CopyButton text={url} label={t(`links.copy-${invite.role}`, { when })} iconOnly />
                )}
                <Button
                  aria-label={t(`links.replace-${invite.role}`, { when })}
                  onClick={() => setAsked({ what: 'replace', invite })}
                >
                  {t('links.replace')}
                </Button>
                <Button
                  aria-label={t(`workshop.revoke-${invite.role}`, { when })}
                  onClick={() => setAsked({ what: 'revoke', invite })}
                >
                  {t('workshop.revoke')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {asked?.what === 'revoke' && (
        <RevokeDialog workshop={workshop} invite={asked.invite} onClose={() => setAsked(null)} onChanged={onChanged} />
      )}
      {asked?.what === 'replace' && (
        <ReplaceDialog workshop={workshop} invite={asked.invite} onClose={() => setAsked(null)} onChanged={onChanged} />
      )}
    </details>
  );
}

interface RevokeDialogProps {
  readonly workshop: Workshop;
  readonly invite: Invite;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

function RevokeDialog({ workshop, invite, onClose, onChanged }: RevokeDialogProps) {
  const { t } = useLanguage();
  const toast = useToast();
  const { act, busy, failure } = useAct();
  const revoke = async () => {
    const answer = await act(() => revokeInvite(workshop.id, invite.id));
    if (!answer.ok && !isGone(answer)) return;
    onClose();
    toast((t) => t('workshop.revoked'));
    await onChanged();
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('workshop.revokeTitle')}
      text={t('workshop.revokeText')}
      confirm={t('workshop.revokeConfirm')}
      busy={busy}
      onConfirm={() => void revoke()}
    >
      {invite.role === 'facilitator' && <p>{t('workshop.revokeOwnText')}</p>}
      <FailureNote failure={failure} />
    </ConfirmDialog>
  );
}
