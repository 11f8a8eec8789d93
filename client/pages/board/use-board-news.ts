import { useEffect, useRef } from 'react';
import type { Translate } from '../../i18n/catalogue.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import type { RoomState } from '../../sync/room-state.ts';
import { announce } from '../../ui/announce.ts';
import { useToast } from '../../ui/Toasts.tsx';
import type { SessionRoom } from './use-session-room.ts';

/** Shorter gaps close by themselves and are no news. */
const gapMs = 2_000;

interface BoardNewsOptions extends Omit<SessionRoom, 'room'> {
  readonly state: RoomState;
  /** Whether there is a board to see. */
  readonly isLoaded: boolean;
}

/** Says what the page shows in passing: how the connection stands, and that the session was closed or opened again. */
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
  useEffect(() => {
    if (gone === null) return;
    const timer = setTimeout(() => {
      isTold.current = true;
      announce(goneText(gone, t));
    }, gapMs);
    return () => clearTimeout(timer);
  }, [gone, t]);
  useEffect(() => {
    if (!isBack || !isTold.current) return;
    isTold.current = false;
    announce(t(readOnly ? 'said.backToRead' : 'said.back'));
  }, [isBack, readOnly, t]);
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
      return `${t('boardPage.fullHereTitle')} ${t('boardPage.fullHereText')}`;
    case 'offline':
      return t('said.gone');
  }
}

function useSessionNews({ closedAtMs, unsent }: Omit<SessionRoom, 'room'>): void {
  const t = useText();
  const toast = useToast();
  const isClosed = closedAtMs !== null;
  const wasClosed = useRef(isClosed);
  useEffect(() => {
    if (isClosed === wasClosed.current) return;
    wasClosed.current = isClosed;
    // The banner that says so goes without a word.
    if (isClosed) announce(t('said.closed'));
    else toast(t('session.reopened'));
  }, [isClosed, t, toast]);
  useEffect(() => {
    if (unsent !== 'nothing') announce(t(unsent === 'kept' ? 'session.unsentKept' : 'session.unsentHere'));
  }, [unsent, t]);
}
