import { useEffect, useEffectEvent, useState } from 'react';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { Gathering } from '../../../../shared/session/attention.ts';
import type { Session } from '../../../../shared/session/session.ts';
import type { followPerson } from '../../../canvas/presence/follow.ts';
import { isStill } from '../../../ui/theme.ts';

type Editor = Parameters<typeof followPerson>[0];

export type Gathered =
  /** This page went along, and can go back to where it was. */
  | { readonly kind: 'brought'; readonly gathering: Gathering; readonly back: () => void }
  /** It is on another board, or its person is writing: they are asked. */
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
  const { gathering } = session;
  // What was asked before this page came is over.
  const [knownMs, setKnownMs] = useState(gathering?.atMs ?? 0);
  const [gathered, setGathered] = useState<Gathered | null>(null);
  const isNews = gathering !== null && gathering.atMs !== knownMs && (editor !== null || gathering.boardId !== boardId);
  const take = useEffectEvent((asked: Gathering) => {
    setKnownMs(asked.atMs);
    if (asked.participantId === me) return;
    const isElsewhere = asked.boardId !== boardId;
    if (isElsewhere) return setGathered({ kind: 'asked', gathering: asked, go: () => undefined });
    if (editor === null || isFollowing) return;
    const { x, y, z } = editor.getCamera();
    const go = () => {
      onShowBoard();
      // What is said of it takes room from the canvas first.
      requestAnimationFrame(() => {
        editor.updateViewportScreenBounds(editor.getContainer());
        editor.zoomToBounds(asked.view, { inset: 0, ...(isStill() ? {} : { animation: { duration: calmMs } }) });
      });
    };
    const back = () => {
      editor.setCamera({ x, y, z }, isStill() ? {} : { animation: { duration: calmMs } });
      setGathered(null);
    };
    if (editor.getEditingShapeId() !== null) {
      return setGathered({
        ...{ kind: 'asked', gathering: asked },
        go: () => {
          go();
          setGathered(null);
        },
      });
    }
    setGathered({ kind: 'brought', gathering: asked, back });
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
  // A board that is gone asks nobody any more.
  return { gathered: gathering === null ? null : gathered, dismiss: () => setGathered(null) };
}
