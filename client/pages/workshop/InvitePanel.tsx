import { EyeIcon } from '@phosphor-icons/react/dist/csr/Eye';
import { KeyIcon } from '@phosphor-icons/react/dist/csr/Key';
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import { type ReactNode, useState } from 'react';
import type { Role } from '../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Failure } from '../../api/call.ts';
import { createInvite } from '../../api/workshops.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { cx } from '../../ui/cx.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { type KnownLink, knownLinks, rememberLink } from '../remembered-workshops.ts';
import styles from './InvitePanel.module.css';
import { WorkingLinks } from './WorkingLinks.tsx';

interface InvitePanelProps {
  readonly data: GetWorkshopResponse;
  readonly onChanged: () => Promise<void>;
}

/** Links to hand out. The server stores only their hashes, so each can be copied where it was made. */
export function InvitePanel({ data, onChanged }: InvitePanelProps) {
  const t = useText();
  const { workshop, invites } = data;
  const links = knownLinks(workshop.id);
  const row = { workshopId: workshop.id, onChanged };
  return (
    <section className={cx('panel', styles.invite)} aria-labelledby="invite">
      <h2 id="invite">{t('workshop.invite')}</h2>
      <ul>
        <LinkRow {...row} opens="participant" icon={<UsersThreeIcon />} link={links.participant} />
        <LinkRow {...row} opens="viewer" icon={<EyeIcon />} link={links.viewer} />
        <LinkRow {...row} opens="facilitator" icon={<KeyIcon />} link={links.facilitator} />
      </ul>
      <WorkingLinks workshopId={workshop.id} invites={invites} onChanged={onChanged} />
    </section>
  );
}

interface LinkRowProps {
  readonly workshopId: WorkshopId;
  /** As whom the link lets somebody in. */
  readonly opens: Role;
  readonly icon: ReactNode;
  readonly link: KnownLink | undefined;
  readonly onChanged: () => Promise<void>;
}

const copyLabel = { facilitator: 'copyFacilitator', participant: 'copyParticipant', viewer: 'copyViewer' } as const;

function LinkRow({ workshopId, opens: role, icon, link, onChanged }: LinkRowProps) {
  const t = useText();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const make = async () => {
    setBusy(true);
    setFailure(null);
    const made = await createInvite(workshopId, role);
    setBusy(false);
    if (!made.ok) return setFailure(made.failure);
    rememberLink(workshopId, role, { inviteId: made.value.invite.id, url: made.value.link.url });
    toast(t('workshop.linkMade'));
    await onChanged();
  };
  return (
    <li className={cx(role === 'participant' && styles.first)}>
      {icon}
      <span className={styles.what}>
        <b>{t(`workshop.link-${role}`)}</b>
        <span className="muted">{t(`workshop.about-link-${role}`)}</span>
        {link === undefined && <span className="muted">{t('workshop.notKnownHere')}</span>}
        {link !== undefined && role === 'participant' && <code title={link.url}>{withoutScheme(link.url)}</code>}
      </span>
      {link === undefined ? (
        <Button look="line" busy={busy} onClick={() => void make()}>
          {t('workshop.makeLink')}
        </Button>
      ) : (
        <CopyButton
          text={link.url}
          label={role === 'participant' ? t('common.copyLink') : t(`workshop.${copyLabel[role]}`)}
          iconOnly={role !== 'participant'}
        />
      )}
      <FailureNote failure={failure} />
    </li>
  );
}

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, '');
