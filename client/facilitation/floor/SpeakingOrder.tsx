import { ArrowsClockwiseIcon } from '@phosphor-icons/react/dist/csr/ArrowsClockwise';
import { HandPalmIcon } from '@phosphor-icons/react/dist/csr/HandPalm';
import { MicrophoneIcon } from '@phosphor-icons/react/dist/csr/Microphone';
import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import type { ReactNode } from 'react';
import type { ParticipantId } from '../../../shared/protocol/ids.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { RemoteChip } from '../../ui/RemoteChip.tsx';
import { Stamp } from '../../ui/Stamp.tsx';
import type { StampMark } from '../../ui/stamps.ts';
import { useFocusInList } from '../../ui/use-focus-in-list.ts';
import { useSettled } from '../../ui/use-settled.ts';
import styles from './SpeakingOrder.module.css';

/** Somebody who speaks or wants to. */
export interface Speaker {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly mark: StampMark | undefined;
  /** Not in the room with the others. */
  readonly isRemote: boolean;
}

/** What whoever leads does with turns. */
interface FloorLead {
  readonly busy: boolean;
  readonly give: (id: ParticipantId) => void;
  readonly end: () => void;
  readonly dismiss: (id: ParticipantId | null) => void;
  /** Of the round. */
  readonly leaveOut: (id: ParticipantId) => void;
  readonly endRound: () => void;
}

interface SpeakingOrderProps {
  readonly speaking: Speaker | null;
  /** Whose turn in a round is to come. The first comes next, before all hands. */
  readonly round: readonly Speaker[];
  /** A round goes on, also where all who are left have gone. */
  readonly isRound: boolean;
  /** Whoever has a turn in the round is not among them. The first comes next. */
  readonly hands: readonly Speaker[];
  /** Undefined for who only takes part. */
  readonly lead: FloorLead | undefined;
}

/** Who speaks and who comes next: the turn goes round the organisations. */
export function SpeakingOrder({ speaking, round, isRound, hands, lead }: SpeakingOrderProps) {
  const t = useText();
  const rows = useFocusInList<HTMLElement>();
  return (
    <section ref={rows} className={styles.floor} aria-label={t('floor.title')}>
      {speaking !== null && (
        <div className={styles.now}>
          <MicrophoneIcon aria-hidden="true" />
          {speaking.mark && <Stamp mark={speaking.mark} decorative />}
          <span>
            <small>{t('floor.speaking')}</small>
            <b>{speaking.name}</b>
          </span>
          {speaking.isRemote && <RemoteChip />}
          {lead !== undefined && (
            <Button look="line" busy={lead.busy} onClick={lead.end}>
              {t('floor.end')}
            </Button>
          )}
        </div>
      )}
      {(round.length > 0 || (isRound && lead !== undefined)) && (
        <Queue
          icon={<ArrowsClockwiseIcon aria-hidden="true" />}
          title={t('floor.round', { count: round.length })}
          order={t(round.some(({ isRemote }) => isRemote) ? 'floor.remoteOrder' : 'floor.order')}
          speakers={round}
          lead={lead}
          onRemove={lead?.leaveOut}
          removeText={(name) => t('floor.leaveOut', { name })}
        >
          {lead !== undefined && (
            <Acts next={round[0]} lead={lead}>
              <Button busy={lead.busy} onClick={lead.endRound}>
                {t('floor.endRound')}
              </Button>
            </Acts>
          )}
        </Queue>
      )}
      {hands.length > 0 && (
        <Queue
          icon={<HandPalmIcon aria-hidden="true" />}
          title={t('floor.hands', { count: hands.length })}
          order={t('floor.order')}
          speakers={hands}
          lead={lead}
          onRemove={lead?.dismiss}
          removeText={(name) => t('floor.dismiss', { name })}
        >
          {lead !== undefined && (
            // One next step: that of the round.
            <Acts next={round.length > 0 ? undefined : hands[0]} lead={lead}>
              {hands.length > 1 && (
                <Button busy={lead.busy} onClick={() => lead.dismiss(null)}>
                  {t('floor.dismissAll')}
                </Button>
              )}
            </Acts>
          )}
        </Queue>
      )}
    </section>
  );
}

interface QueueProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly order: string;
  readonly speakers: readonly Speaker[];
  readonly lead: FloorLead | undefined;
  readonly onRemove: ((id: ParticipantId) => void) | undefined;
  readonly removeText: (name: string) => string;
  readonly children: ReactNode;
}

function Queue({ icon, title, order, speakers, lead, onRemove, removeText, children }: QueueProps) {
  const t = useText();
  return (
    <>
      <h3>
        {icon}
        {title}
      </h3>
      {speakers.length > 0 && <p className="small muted">{order}</p>}
      <ol>
        {speakers.map(({ participantId, name, mark, isRemote }) => (
          <li key={participantId}>
            {mark && <Stamp mark={mark} decorative />}
            <span>{name}</span>
            {isRemote && <RemoteChip />}
            {lead !== undefined && (
              <>
                <IconButton label={t('floor.giveTo', { name })} onClick={() => lead.busy || lead.give(participantId)}>
                  <MicrophoneIcon aria-hidden="true" />
                </IconButton>
                <IconButton label={removeText(name)} onClick={() => onRemove?.(participantId)}>
                  <XIcon aria-hidden="true" />
                </IconButton>
              </>
            )}
          </li>
        ))}
      </ol>
      {children}
    </>
  );
}

interface ActsProps {
  readonly next: Speaker | undefined;
  readonly lead: FloorLead;
  readonly children: ReactNode;
}

function Acts({ next, lead, children }: ActsProps) {
  const t = useText();
  const isSettled = useSettled(next?.participantId ?? '');
  return (
    <div className={styles.acts}>
      {next !== undefined && (
        <Button
          look="primary"
          wide
          busy={lead.busy}
          aria-disabled={!isSettled || undefined}
          onClick={(event) => {
            if (isSettled && event.detail <= 1) lead.give(next.participantId);
          }}
        >
          {t('floor.giveNext', { name: next.name })}
        </Button>
      )}
      {children}
    </div>
  );
}
