import { BinocularsIcon } from '@phosphor-icons/react/dist/csr/Binoculars';
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link } from 'wouter';
import type { Board, GetWorkshopResponse } from '../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../shared/protocol/messages.ts';
import type { Gathering, Spotlight } from '../../../shared/session/attention.ts';
import type { Session } from '../../../shared/session/session.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import {
  answerGathering,
  declineSpotlight,
  isAnswered,
  isDeclined,
  isOver,
  isWanted,
  setOutFor,
  takeArrival,
  wantGathering,
} from '../board/attention/asked-before.ts';
import { gatheringText } from '../board/attention/gathering-text.ts';
import { personName } from '../board/person-name.ts';
import { boardPath } from '../paths.ts';
import { useSaid } from './use-said.ts';

interface PhoneAttentionProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly roster: readonly RosterEntry[];
  /** To the canvas. */
  readonly onLook: () => void;
}

/**
 * Where everybody is asked to look. A phone is never taken there: its person may be in the middle of a card. The canvas
 * that they open goes to the place, and along with whoever shows everybody around.
 */
export function PhoneAttention({ data, board, session, roster, onLook }: PhoneAttentionProps) {
  const t = useText();
  useArrival(session, board, onLook);
  const { gathering, decline } = useAsked(session, data);
  const { spotlight, lookAlone } = useShown(session, board);
  const text = gathering === null ? '' : gatheringText(gathering, data, board, roster, t);
  useSaid('gathering', gathering?.atMs ?? null, text);
  const shown = spotlight === null ? '' : shownText(spotlight, personName(spotlight.participantId, roster, data, t), t);
  useSaid('spotlight', spotlight?.sinceMs ?? null, shown);
  // One thing at a time: whoever is asked to a place need not be told beside it that somebody shows them around.
  if (gathering !== null)
    return (
      <Banner
        role="region"
        aria-label={t('attention.here')}
        icon={<MapPinIcon aria-hidden="true" />}
        look="quiet"
        place="bar"
        text={text}
      >
        {gathering.boardId === board.id ? (
          <Button
            look="line"
            onClick={() => {
              wantGathering(gathering);
              onLook();
            }}
          >
            {t('attention.go')}
          </Button>
        ) : (
          <Link
            href={boardPath(data.workshop.id, gathering.boardId)}
            className={buttonClass({ look: 'line' })}
            onClick={() => setOutFor(gathering)}
          >
            {t('attention.go')}
          </Link>
        )}
        <Button onClick={decline}>{t('attention.notNow')}</Button>
      </Banner>
    );
  if (spotlight === null) return null;
  return (
    <Banner
      role="region"
      aria-label={t('attention.followMe')}
      icon={<BinocularsIcon aria-hidden="true" />}
      look="quiet"
      place="bar"
      text={shown}
    >
      <Button look="line" onClick={onLook}>
        {t('companion.lookAlong')}
      </Button>
      <Button onClick={lookAlone}>{t('attention.notNow')}</Button>
    </Banner>
  );
}

const shownText = ({ frame }: Spotlight, name: string, t: ReturnType<typeof useText>): string =>
  frame === null ? t('companion.shows', { name }) : t('companion.showsFrame', { name, frame });

/** Whoever has pressed to come here from another board is not asked to press again. */
function useArrival({ gathering, run }: Session, { id }: Board, onLook: () => void): void {
  const go = useEffectEvent(() => onLook());
  const isHere = gathering?.boardId === id && !isOver(gathering, run);
  useEffect(() => {
    if (isHere && gathering !== null && takeArrival(gathering)) go();
  }, [isHere, gathering]);
}

/** What everybody was asked to since this page was there, until its person has answered. */
function useAsked({ gathering, run }: Session, { me }: GetWorkshopResponse) {
  const [doneMs, setDone] = useState(gathering === null || isWanted(gathering) ? 0 : gathering.atMs);
  const isOpen =
    gathering !== null &&
    !isOver(gathering, run) &&
    gathering.atMs !== doneMs &&
    gathering.participantId !== me.participant.id &&
    !isAnswered(gathering);
  const decline = ({ atMs }: Gathering) => {
    answerGathering({ atMs });
    setDone(atMs);
  };
  return { gathering: isOpen ? gathering : null, decline: () => gathering !== null && decline(gathering) };
}

/** Who shows everybody around here, unless this page's person would rather look for themselves. */
function useShown({ spotlight, privateWriting }: Session, { id }: Board) {
  const [aloneMs, setAlone] = useState<number | null>(null);
  const isOn =
    spotlight?.boardId === id &&
    // Nobody is told then where anybody looks.
    privateWriting?.boardId !== id &&
    spotlight.sinceMs !== aloneMs &&
    !isDeclined(spotlight.sinceMs);
  const lookAlone = () => {
    if (spotlight === null) return;
    declineSpotlight(spotlight);
    setAlone(spotlight.sinceMs);
  };
  return { spotlight: isOn ? spotlight : null, lookAlone };
}
