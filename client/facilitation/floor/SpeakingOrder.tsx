import { HandPalmIcon } from '@phosphor-icons/react/dist/csr/HandPalm';
import { MicrophoneIcon } from '@phosphor-icons/react/dist/csr/Microphone';
import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import type { StampMark } from '../../ui/stamps.ts';
import { useSettled } from '../../ui/use-settled.ts';
import styles from './SpeakingOrder.module.css';

/** Somebody who speaks or wants to. */
export interface Speaker {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly mark: StampMark | undefined;
}

interface SpeakingOrderProps {
  readonly speaking: Speaker | null;
  /** The first comes next. */
  readonly hands: readonly Speaker[];
  /** Undefined for who only takes part. */
  readonly lead:
    | {
        readonly busy: boolean;
        readonly give: (id: ParticipantId) => void;
        readonly end: () => void;
        readonly dismiss: (id: ParticipantId | null) => void;
      }
    | undefined;
}

/** Who speaks and who comes next: the turn goes round the organisations. */
export function SpeakingOrder({ speaking, hands, lead }: SpeakingOrderProps) {
  const t = useText();
  const [first] = hands;
  const isSettled = useSettled(first?.participantId ?? '');
  return (
    <section className={styles.floor} aria-label={t('floor.title')}>
      {speaking !== null && (
        <div className={styles.now}>
          <MicrophoneIcon aria-hidden="true" />
          {speaking.mark && <Stamp mark={speaking.mark} decorative />}
          <span>
            <small>{t('floor.speaking')}</small>
            <b>{speaking.name}</b>
          </span>
          {lead !== undefined && (
            <Button look="line" busy={lead.busy} onClick={lead.end}>
              {t('floor.end')}
            </Button>
          )}
        </div>
      )}
      {hands.length > 0 && (
        <>
          <h3>
            <HandPalmIcon aria-hidden="true" />
            {t('floor.hands', { count: hands.length })}
          </h3>
          <p className="small muted">{t('floor.order')}</p>
          <ol>
            {hands.map(({ participantId, name, mark }) => (
              <li key={participantId}>
                {mark && <Stamp mark={mark} decorative />}
                <span>{name}</span>
                {lead !== undefined && (
                  <>
                    <IconButton
                      label={t('floor.giveTo', { name })}
                      onClick={() => lead.busy || lead.give(participantId)}
                    >
                      <MicrophoneIcon aria-hidden="true" />
                    </IconButton>
                    <IconButton label={t('floor.dismiss', { name })} onClick={() => lead.dismiss(participantId)}>
                      <XIcon aria-hidden="true" />
                    </IconButton>
                  </>
                )}
              </li>
            ))}
          </ol>
          {lead !== undefined && first !== undefined && (
            <div className={styles.acts}>
              <Button
                look="primary"
                wide
                busy={lead.busy}
                aria-disabled={!isSettled || undefined}
                onClick={(event) => {
                  if (isSettled && event.detail <= 1) lead.give(first.participantId);
                }}
              >
                {t('floor.giveNext', { name: first.name })}
              </Button>
              {hands.length > 1 && (
                <Button busy={lead.busy} onClick={() => lead.dismiss(null)}>
                  {t('floor.dismissAll')}
                </Button>
              )}
            </div>
          )}
        </>
      )}
    </section>
  );
}
