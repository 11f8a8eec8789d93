import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { announce } from '../../../ui/announce.ts';
import type { ToolState } from '../tools/use-board-tools.tsx';
import { isDeclined } from './asked-before.ts';
import { isBusy } from './busy.ts';

interface SpotlightOptions {
  readonly session: Session;
  readonly boardId: BoardId;
  readonly me: ParticipantId;
  readonly roster: readonly RosterEntry[];
  /** Null until the board is there. */
  readonly editor: Parameters<typeof isBusy>[0] | null;
  readonly tools: Pick<ToolState, 'followed' | 'follow'>;
  readonly onShowBoard: () => void;
}

/** How somebody's way of showing everybody around stands for this page. */
export type SpotlightState =
  | { readonly status: 'off' | 'following' | 'leading' }
  /** While people write privately nobody is told where anybody looks. */
  | { readonly status: 'paused' }
  /** They look around by themselves, and can come back to it. */
  | { readonly status: 'apart'; readonly name: string; readonly rejoin: () => void };

/** Follows whoever shows everybody around, until this page's person would rather look around by themselves. */
export function useSpotlight({ session, boardId, me, roster, editor, tools, ...on }: SpotlightOptions): SpotlightState {
  const t = useText();
  const isPaused = session.privateWriting?.boardId === boardId;
  const spotlight = session.spotlight?.boardId === boardId ? session.spotlight : null;
  const leader = roster.find(({ participantId }) => participantId === spotlight?.participantId);
  const isMine = spotlight?.participantId === me;
  const isFollowing = spotlight !== null && tools.followed?.participantId === spotlight.participantId;
  /** The spotlight that this page was asked to follow. */
  const [asked, setAsked] = useState<number | null>(null);
  const followed = useRef<ParticipantId | null>(null);
  const sinceMs = isPaused || isMine ? null : (spotlight?.sinceMs ?? null);
  const isLeaderHere = leader !== undefined && editor !== null;
  const join = () => {
    if (leader === undefined) return;
    followed.current = leader.participantId;
    on.onShowBoard();
    tools.follow({ ...leader, stays: true });
  };
  const begin = useEffectEvent((since: number) => {
    setAsked(since);
    if (leader === undefined || editor === null) return;
    if (isDeclined(since)) return;
    announce(t('attention.begun', { name: leader.name }));
    // Whoever has something in hand comes along when they like.
    if (!isBusy(editor)) join();
  });
  const end = useEffectEvent(() => {
    const wasLed = followed.current !== null && tools.followed?.participantId === followed.current;
    followed.current = null;
    if (!wasLed) return;
    tools.follow(null);
    announce(t('attention.over'));
    // Whoever came along does so again after a pause.
    setAsked(null);
  });
  const letGo = useEffectEvent(() => tools.follow(null));
  useEffect(() => {
    // Once for each spotlight; whoever leads may come a moment after it.
    if (sinceMs !== null && isLeaderHere && asked !== sinceMs) begin(sinceMs);
  }, [sinceMs, isLeaderHere, asked]);
  useEffect(() => {
    if (sinceMs === null) end();
  }, [sinceMs]);
  const followsOthers = isMine && tools.followed !== null;
  useEffect(() => {
    // Two who follow each other move each other farther and farther out.
    if (followsOthers) letGo();
  }, [followsOthers]);
  if (spotlight === null) return { status: 'off' };
  if (isMine) return { status: isPaused ? 'paused' : 'leading' };
  if (isPaused || leader === undefined || isFollowing || asked !== sinceMs) return { status: 'following' };
  return { status: 'apart', name: leader.name, rejoin: join };
}
