import { LockSimpleIcon } from '@phosphor-icons/react/dist/csr/LockSimple';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import { sendCommand } from '../api/commands.ts';
import { formatMoment } from '../i18n/dates.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { useToast } from '../ui/toast.ts';
import { useAct } from './use-act.ts';

/** Whether something written here is not on the board: this browser keeps it, or this page alone has it. */
export type Unsent = 'nothing' | 'kept' | 'here';

interface ClosedBannerProps {
  readonly workshopId: WorkshopId;
  readonly closedAtMs: number;
  /** Whether whoever looks may open the session again. */
  readonly leads: boolean;
  readonly place: 'bar' | 'page';
  readonly unsent?: Unsent;
  readonly onOpened?: () => Promise<void>;
}

/** While a session is closed: since when nothing can be written, what is safe, and for facilitators the way back. */
export function ClosedBanner({
  workshopId,
  closedAtMs,
  leads,
  place,
  unsent = 'nothing',
  onOpened,
}: ClosedBannerProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const { act, busy, failure } = useAct();
  const reopen = async () => {
    const answer = await act(() => sendCommand(workshopId, { type: 'workshop.reopen' }));
    if (!answer.ok) return;
    await onOpened?.();
    // On a board everybody is told.
    if (place === 'page') toast((t) => t('session.reopened'));
  };
  const text =
    unsent === 'nothing'
      ? t('session.closedText', { when: formatMoment(closedAtMs, Date.now(), language) })
      : t(unsent === 'kept' ? 'session.unsentKept' : 'session.unsentHere');
  return (
    <Banner
      icon={<LockSimpleIcon aria-hidden="true" />}
      look="quiet"
      place={place}
      title={t('session.closedTitle')}
      text={text}
    >
      <FailureNote failure={failure} />
      {leads && (
        <Button look="line" busy={busy} onClick={() => void reopen()}>
          {t('session.openAgain')}
        </Button>
      )}
    </Banner>
  );
}
