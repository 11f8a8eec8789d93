import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import type { Session } from '../../../../shared/session/session.ts';
import type { ToolState } from '../tools/use-board-tools.tsx';

interface SpotlightOptions {
  readonly session: Session;
  readonly boardId: BoardId;
  readonly me: ParticipantId;
  readonly roster: readonly RosterEntry[];
  readonly tools: Pick<ToolState, 'followed' | 'follow'>;
  readonly onShowBoard: () => void;
}

/** How somebody's way of showing everybody around stands for this page. */
export type SpotlightState =
  | { readonly status: 'off' | 'following' }
  | { readonly status: 'leading' }
  /** They look around by themselves, and can come back to it. */
  | { readonly status: 'apart'; readonly name: string; readonly rejoin: () => void };

/** Follows whoever shows everybody around, until this page's person would rather look around by themselves. */
export function useSpotlight({ session, boardId, me, roster, tools, onShowBoard }: SpotlightOptions): SpotlightState {
  const spotlight = session.spotlight?.boardId === boardId ? session.spotlight : null;
  const leader = roster.find(({ participantId }) => participantId === spotlight?.participantId);
  const isMine = spotlight?.participantId === me;
  const isFollowing = tools.followed !== null && tools.followed.participantId === leader?.participantId;
  /** The spotlight that this page took part in. */
  const [joined, setJoined] = useState<number | null>(null);
  const wasFollowing = useRef<ParticipantId | null>(null);
  const sinceMs = spotlight?.sinceMs ?? null;
  const leaderId = isMine ? undefined : leader?.participantId;
  const join = useEffectEvent(() => {
    if (leader === undefined || sinceMs === null) return;
    setJoined(sinceMs);
    wasFollowing.current = leader.participantId;
    onShowBoard();
    tools.follow(leader);
  });
  const end = useEffectEvent(() => {
    if (tools.followed !== null && tools.followed.participantId === wasFollowing.current) tools.follow(null);
    wasFollowing.current = null;
  });
  useEffect(() => {
    // Once for each spotlight; whoever leads may come a moment after it.
    if (sinceMs !== null && leaderId !== undefined && joined !== sinceMs) join();
  }, [sinceMs, leaderId, joined]);
  useEffect(() => {
    if (sinceMs === null) end();
  }, [sinceMs]);
  if (spotlight === null) return { status: 'off' };
  if (isMine) return { status: 'leading' };
  if (leader === undefined || isFollowing || joined !== sinceMs) return { status: 'following' };
  return { status: 'apart', name: leader.name, rejoin: () => join() };
}
