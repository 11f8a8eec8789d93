import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { Gathering } from '../../../../shared/session/attention.ts';
import type { Session } from '../../../../shared/session/session.ts';
import type { followPerson } from '../../../canvas/presence/follow.ts';
import { answerGathering, isAnswered, isOver, isWanted } from './asked-before.ts';
import { isBusy } from './busy.ts';
import { calmly, moveAfterwards, offeredMs, wayBack } from './go-along.ts';

type Editor = Parameters<typeof followPerson>[0];

export type Gathered =
  /** This page went along, and can go back to where it was. */
  | { readonly kind: 'brought'; readonly gathering: Gathering; readonly way: () => void; readonly back: () => void }
  /** It is on another board, or its person has something in hand: they are asked. */
  | { readonly kind: 'asked'; readonly gathering: Gathering; readonly go: () => void };

interface GatheringOptions {
  readonly session: Session;
  readonly boardId: BoardId;
  readonly me: ParticipantId;
  readonly editor: Editor | null;
  readonly onShowBoard: () => void;
  /** Whoever follows somebody sees what they see. */
  readonly isFollowing: boolean;
}

/** Brings this page where everybody is asked to look, once for each time that somebody asks. */
export function useGathering({ session, boardId, me, editor, onShowBoard, isFollowing }: GatheringOptions) {
  const { gathering, run } = session;
  // What was asked before this page came is over, unless it came for that.
  const [knownMs, setKnownMs] = useState(gathering === null || isWanted(gathering) ? 0 : gathering.atMs);
  const [gathered, setGathered] = useState<Gathered | null>(null);
  const showBoard = useRef(onShowBoard);
  useEffect(() => {
    showBoard.current = onShowBoard;
  });
  const isAsking = gathering !== null && gathering.atMs !== knownMs && !isAnswered(gathering);
  const isNews = isAsking && (editor !== null || gathering.boardId !== boardId);
  const take = useEffectEvent((asked: Gathering) => {
    setKnownMs(asked.atMs);
    answerGathering(asked);
    if (asked.participantId === me) return setGathered(null);
    if (asked.boardId !== boardId) return setGathered({ kind: 'asked', gathering: asked, go: () => undefined });
    if (editor === null || isFollowing) return setGathered(null);
    const go = () => {
      showBoard.current();
      moveAfterwards(editor, () => void editor.zoomToBounds(asked.view, { inset: 0, ...calmly() }));
    };
    if (isBusy(editor)) {
      const later = () => {
        setGathered(null);
        go();
      };
      return setGathered({ kind: 'asked', gathering: asked, go: later });
    }
    // Of several, the way back leads to where they were before the first.
    const way = gathered?.kind === 'brought' ? gathered.way : wayBack(editor);
    const back = () => {
      setGathered(null);
      way();
    };
    setGathered({ kind: 'brought', gathering: asked, way, back });
    go();
  });
  useEffect(() => {
    if (isNews) take(gathering);
  }, [isNews, gathering]);
  useEffect(() => {
    if (gathered?.kind !== 'brought') return;
    const timer = setTimeout(() => setGathered(null), offeredMs);
    return () => clearTimeout(timer);
  }, [gathered]);
  return { gathered: isOver(gathering, run) ? null : gathered, dismiss: () => setGathered(null) };
}
