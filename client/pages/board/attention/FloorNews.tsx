import { useEffect, useEffectEvent, useRef } from 'react';
import { can } from '../../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Turn } from '../../../../shared/session/floor.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import type { Heard } from '../../../sync/heard.ts';
import { announce } from '../../../ui/announce.ts';
import { useToast } from '../../../ui/toast.ts';
import { personName } from '../person-name.ts';

interface FloorNewsProps {
  /** Null until it is being opened. */
  readonly room: Pick<Heard, 'roster'> | null;
  readonly data: GetWorkshopResponse;
  readonly session: Session;
}

/** Shows nothing. Says who is given the floor, to who leads that a hand is up, and to oneself how one's own is. */
export function FloorNews({ room, data, session: { floor } }: FloorNewsProps): null {
  const t = useText();
  const { me } = data;
  const toast = useToast();
  const leads = can(me.role, 'canFacilitate');
  const before = useRef(floor);
  const say = useEffectEvent(() => {
    const was = before.current;
    before.current = floor;
    const nameOf = (id: string) => personName(id, room?.roster.get() ?? [], data, t);
    const { speaking } = floor;
    const isMine = ({ participantId }: Turn) => participantId === me.participant.id;
    if (speaking !== null && speaking.sinceMs !== was.speaking?.sinceMs) {
      const isMe = speaking.participantId === me.participant.id;
      if (isMe) toast((t) => t('floor.yourTurn'));
      else announce(t('floor.turnOf', { name: nameOf(speaking.participantId) }));
    }
    if (floor.round.some(isMine) && !was.round.some(isMine) && was.round.length === 0)
      toast((t) => t('floor.roundBegins'));
    const isUp = (hands: readonly Turn[]) => hands.some(isMine);
    if (isUp(was.hands) && !isUp(floor.hands) && speaking?.participantId !== me.participant.id)
      announce(t('floor.yourHandIsDown'));
    const known = new Set(was.hands.map(({ participantId }) => participantId));
    for (const { participantId } of floor.hands)
      if (!known.has(participantId)) {
        if (participantId === me.participant.id) announce(t('floor.yourHandIsUp'));
        else if (leads) announce(t('floor.handOf', { name: nameOf(participantId) }));
      }
  });
  useEffect(() => {
    if (before.current !== floor) say();
  }, [floor]);
  return null;
}
