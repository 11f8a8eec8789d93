import { useState } from 'react';
import type { Invite, Workshop } from '../../../../shared/api/workshops.ts';
import { rotateInvite } from '../../../api/workshops.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Check } from '../../../ui/Check.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { rememberLink } from '../../remembered-workshops.ts';
import { useAct } from '../../use-act.ts';
import { MadeLinkDialog } from './MadeLinkDialog.tsx';

interface ReplaceDialogProps {
  readonly workshop: Workshop;
  readonly invite: Invite;
  readonly onClose: () => void;
  readonly onChanged: () => Promise<void>;
}

/** For a link that went too far: a new one takes its place, and whoever came in stays or goes. */
export function ReplaceDialog({ workshop, invite, onClose, onChanged }: ReplaceDialogProps) {
  const t = useText();
  const { act, busy, failure } = useAct();
  const [keepPeople, setKeepPeople] = useState(true);
  const [url, setUrl] = useState<string | null>(null);
  const replace = async () => {
    const answer = await act(() => rotateInvite(workshop.id, invite.id, { keepPeople }));
    if (!answer.ok) return;
    const { invite: made, link } = answer.value;
    rememberLink(workshop.id, invite.role, { inviteId: made.id, url: link.url }, invite.id);
    setUrl(link.url);
    await onChanged();
  };
  if (url !== null) {
    // Its code is the one that the old link had: whoever knows it knows it.
    return <MadeLinkDialog workshop={workshop} made={{ role: invite.role, url, code: null }} onClose={onClose} />;
  }
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('links.replaceTitle')}
      text={t('links.replaceText')}
      confirm={t('links.replaceConfirm')}
      busy={busy}
      look={keepPeople ? 'primary' : 'danger'}
      onConfirm={() => void replace()}
    >
      <Check
        checked={keepPeople}
        hint={t(keepPeople ? 'links.keepPeopleHint' : 'links.sendOutHint')}
        onChange={setKeepPeople}
      >
        {t('links.keepPeople')}
      </Check>
      {invite.role === 'facilitator' && !keepPeople && <p>{t('workshop.revokeOwnText')}</p>}
      <FailureNote failure={failure} />
    </ConfirmDialog>
  );
}
