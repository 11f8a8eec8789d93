import { createInvite } from '../../../api/workshops.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { useToast } from '../../../ui/toast.ts';
import { rememberLink } from '../../remembered-workshops.ts';
import { useAct } from '../../use-act.ts';
import styles from './LinkRow.module.css';
import type { LinkPlace } from './LinkRow.tsx';

/** The links of a role were made in another browser: they cannot be shown, and a new one is a button away. */
export function MissingLink({ workshopId, opens: role, onChanged }: LinkPlace) {
  const t = useText();
  const toast = useToast();
  const { act, busy, failure } = useAct();
  const make = async () => {
    const made = await act(() => createInvite(workshopId, { role }));
    if (!made.ok) return;
    rememberLink(workshopId, role, { inviteId: made.value.invite.id, url: made.value.link.url });
    toast((t) => t('workshop.linkMade'));
    await onChanged();
  };
  return (
    <>
      <div className={styles.missing}>
        <span className="muted">{t('workshop.notKnownHere')}</span>
        <Button look="line" busy={busy} onClick={() => void make()}>
          {t('workshop.makeLink')}
        </Button>
      </div>
      <FailureNote failure={failure} />
    </>
  );
}
