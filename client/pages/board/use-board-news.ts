import { useEffect, useEffectEvent, useRef } from 'react';
import type { Translate } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { RoomState } from '../../sync/room-state.ts';
import { announce } from '../../ui/announce.ts';
import { useToast } from '../../ui/toast.ts';
import type { Unsent } from '../ClosedBanner.tsx';
import type { SessionRoom } from './use-session-room.ts';

/** Shorter gaps close by themselves and are no news. */
const gapMs = 2_000;

interface BoardNewsOptions extends Omit<SessionRoom, 'room' | 'stated'> {
  readonly state: RoomState;
  /** Whether there is a board to see. */
  readonly isLoaded: boolean;
}

/**
 * Says what the page shows in passing: how the connection stands, and that the session was closed or opened again. One
 * for all rooms that a board is opened in, one after the other: a new room is no news.
 */
export function useBoardNews({ state, isLoaded, ...session }: BoardNewsOptions): void {
  useConnectionNews(state, isLoaded, session.readOnly);
  useSessionNews(session);
}

function useConnectionNews(state: RoomState, isLoaded: boolean, readOnly: boolean): void {
  const t = useText();
  const isTold = useRef(false);
  // Without a board the page itself says that it is full.
  const gone = state.status === 'full' && !isLoaded ? null : goneBy(state);
  const isBack = state.status === 'live' && (state.saved || readOnly);
  const sayGone = useEffectEvent((what: Gone) => announce(goneText(what, t)));
  const sayBack = useEffectEvent(() => announce(t(readOnly ? 'said.backToRead' : 'said.back')));
  useEffect(() => {
    if (gone === null) return;
    const timer = setTimeout(() => {
      isTold.current = true;
      sayGone(gone);
    }, gapMs);
    return () => clearTimeout(timer);
  }, [gone]);
  useEffect(() => {
    if (!isBack || !isTold.current) return;
    isTold.current = false;
    sayBack();
  }, [isBack]);
}

type Gone = 'blocked' | 'full' | 'offline';

const goneBy = (state: RoomState): Gone | null => {
  if (state.status === 'full') return 'full';
  if (state.status !== 'offline') return null;
  return state.blocked ? 'blocked' : 'offline';
};

function goneText(gone: Gone, t: Translate): string {
  switch (gone) {
    case 'blocked':
      return t('said.blocked');
    case 'full':
      return t('said.full');
    case 'offline':
      return t('said.gone');
  }
}

function useSessionNews({ closedAtMs, unsent }: Pick<SessionRoom, 'closedAtMs' | 'unsent'>): void {
  const t = useText();
  const toast = useToast();
  const isClosed = closedAtMs !== null;
  const wasClosed = useRef(isClosed);
  const sayTurn = useEffectEvent((closed: boolean) => {
    // The banner that says so goes without a word.
    if (closed) announce(t('said.closed'));
    else toast((t) => t('session.reopened'));
  });
  const sayUnsent = useEffectEvent((what: Exclude<Unsent, 'nothing'>) =>
    announce(t(what === 'kept' ? 'session.unsentKept' : 'session.unsentHere')),
  );
  useEffect(() => {
    if (isClosed === wasClosed.current) return;
    wasClosed.current = isClosed;
    sayTurn(isClosed);
  }, [isClosed]);
  useEffect(() => {
    if (unsent !== 'nothing') sayUnsent(unsent);
  }, [unsent]);
}
