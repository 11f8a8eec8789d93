import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { Gathering } from '../../../../shared/session/attention.ts';
import type { Session } from '../../../../shared/session/session.ts';
import type { followPerson } from '../../../canvas/presence/follow.ts';
import { isStill } from '../../../ui/theme.ts';
import { answerGathering, isAnswered, isOver, isWanted } from './asked-before.ts';
import { isBusy } from './busy.ts';

type Editor = Parameters<typeof followPerson>[0];

interface Camera {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export type Gathered =
  /** This page went along, and can go back to where it was. */
  | { readonly kind: 'brought'; readonly gathering: Gathering; readonly from: Camera; readonly back: () => void }
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

/** For how long the way back is offered. */
const offeredMs = 15_000;
const calmMs = 400;

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
    const motion = isStill() ? {} : { animation: { duration: calmMs } };
    const go = () => {
      showBoard.current();
      // What is said of it takes room from the canvas first.
      requestAnimationFrame(() => {
        editor.updateViewportScreenBounds(editor.getContainer());
        editor.zoomToBounds(asked.view, { inset: 0, ...motion });
      });
    };
    if (isBusy(editor)) {
      const later = () => {
        setGathered(null);
        go();
      };
      return setGathered({ kind: 'asked', gathering: asked, go: later });
    }
    const { x, y, z } = editor.getCamera();
    // Of several, the way back leads to where they were before the first.
    const from = gathered?.kind === 'brought' ? gathered.from : { x, y, z };
    const back = () => {
      setGathered(null);
      editor.setCamera(from, motion);
    };
    setGathered({ kind: 'brought', gathering: asked, from, back });
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
