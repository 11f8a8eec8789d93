import { DoorIcon } from '@phosphor-icons/react/dist/csr/Door';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { GuestId } from '../../../shared/protocol/ids.ts';
import type { Guest } from '../../../shared/session/waiting.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useFocusInList } from '../../ui/use-focus-in-list.ts';
import styles from './WaitingGuests.module.css';

interface WaitingGuestsProps {
  readonly guests: readonly Guest[];
  readonly place: 'bar' | 'page';
  readonly busy: boolean;
  /** @param id null: all of them */
  readonly onAdmit: (id: GuestId | null) => void;
  readonly onDecline: (id: GuestId) => void;
}

/** Who waits before the door, for those who can let them in. */
export function WaitingGuests({ guests, place, busy, onAdmit, onDecline }: WaitingGuestsProps) {
  const t = useText();
  const banner = useFocusInList<HTMLDivElement>();
  const known = useRef<ReadonlySet<GuestId>>(new Set());
  const tell = useEffectEvent(() => {
    const fresh = guests.filter(({ id }) => !known.current.has(id));
    known.current = new Set(guests.map(({ id }) => id));
    const [first] = fresh;
    if (first === undefined) return;
    const { name, organisation } = first;
    announce(
      fresh.length === 1 ? t('waiting.knocks', { name, organisation }) : t('waiting.want', { count: guests.length }),
    );
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: said when others wait than before.
  useEffect(() => tell(), [guests]);
  if (guests.length === 0) return null;
  return (
    <Banner
      ref={banner}
      role="region"
      aria-label={t('waiting.title')}
      icon={<DoorIcon aria-hidden="true" />}
      look="now"
      place={place}
      text={t('waiting.want', { count: guests.length })}
    >
      {guests.length > 1 && (
        <Button look="line" busy={busy} onClick={() => onAdmit(null)}>
          {t('waiting.admitAll')}
        </Button>
      )}
      <ul className={styles.guests}>
        {guests.map(({ id, name, organisation }) => (
          <li key={id}>
            <span title={t('waiting.who', { name, organisation })}>{t('waiting.who', { name, organisation })}</span>
            <Button busy={busy} aria-label={t('waiting.admitName', { name })} onClick={() => onAdmit(id)}>
              {t('waiting.admit')}
            </Button>
            <Button busy={busy} aria-label={t('waiting.declineName', { name })} onClick={() => onDecline(id)}>
              {t('waiting.decline')}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
