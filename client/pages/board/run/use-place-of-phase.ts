import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { phaseFrame } from '../../../../shared/method/guide/phase-words.ts';
import { phaseOn, type Run } from '../../../../shared/session/run.ts';
import { watchOwnMoves } from '../../../canvas/own-moves.ts';
import { goToFrame, showsFrame, useShowsFrame } from '../../../cards/guide/frames.ts';
import type { Method } from '../../../cards/method.ts';
import { isBusy } from '../attention/busy.ts';
import { moveAfterwards, offeredMs, wayBack } from '../attention/go-along.ts';
import { comingAlong } from './coming-along.ts';

/** What a page offers whose person takes part: the way to where the phase takes place, or back from it. */
export interface WayOfPhase {
  readonly kind: 'there' | 'back';
  /** Where the phase takes place. */
  readonly frameId: string;
  readonly go: () => void;
}

interface PlaceOfPhaseOptions {
  /** Null until the board is there. */
  readonly method: Method | null;
  /** The session of this board; null while none runs on it. */
  readonly run: Run | null;
  /** Those who lead go where they like; a room that looks at a wall goes along, whoever's page it is. */
  readonly leads: boolean;
  readonly isProjecting: boolean;
  /** The canvas is what this page shows. */
  readonly isOnBoard: boolean;
  /** A former version lies over it. */
  readonly isPreviewing: boolean;
  /** Whoever follows somebody sees what they see. */
  readonly isFollowing: boolean;
  readonly onShowBoard: () => void;
}

/**
 * Whoever comes late begins where the others are, unless their link leads elsewhere. From then on a page comes along to the
 * frame of each phase that begins, unless its person has something in hand or has just looked elsewhere by themselves.
 */
export function usePlaceOfPhase({ method, run, ...options }: PlaceOfPhaseOptions): WayOfPhase | null {
  const [way, setWay] = useState<WayOfPhase | null>(null);
  /** The phase that this page has come to or was asked to; undefined before the board is there. */
  const known = useRef<number | null>(undefined);
  const ownMoves = useRef<ReturnType<typeof watchOwnMoves>>(null);
  const sinceMs = run?.phaseSinceMs ?? null;
  const editor = method?.editor;
  const showBoard = useRef(options.onShowBoard);
  useEffect(() => {
    showBoard.current = options.onShowBoard;
  });
  const begin = useEffectEvent((there: Method) => {
    const isFirst = known.current === undefined;
    known.current = sinceMs;
    setWay(null);
    const phase = run && phaseOn(run, run.boardId);
    const frameId = phase && phaseFrame(phase);
    if (frameId === null) return;
    if (!isFirst) return comeAlong(there, frameId);
    if (!new URLSearchParams(location.search).has('frame')) goToFrame(there, frameId);
  });
  const comeAlong = (there: Method, frameId: string) => {
    const { leads, isProjecting, isOnBoard, isFollowing } = options;
    const coming = comingAlong({
      ...{ leads, isProjecting, isOnBoard, isFollowing },
      ...{ isThere: showsFrame(there, frameId), isBusy: isBusy(there.editor) },
      ownMoveMs: ownMoves.current?.sinceMs() ?? Number.POSITIVE_INFINITY,
    });
    if (coming === 'stay') return;
    const go = () => {
      showBoard.current();
      moveAfterwards(there.editor, () => goToFrame(there, frameId));
    };
    if (coming === 'ask') {
      const later = () => {
        setWay(null);
        go();
      };
      return setWay({ kind: 'there', frameId, go: later });
    }
    const goBack = wayBack(there.editor);
    const back = () => {
      setWay(null);
      goBack();
    };
    if (!isProjecting) setWay({ kind: 'back', frameId, go: back });
    go();
  };
  useEffect(() => {
    if (editor === undefined) return;
    ownMoves.current = watchOwnMoves(editor);
    return () => ownMoves.current?.stop();
  }, [editor]);
  useEffect(() => {
    if (method !== null && known.current !== sinceMs) begin(method);
  }, [method, sinceMs]);
  useEffect(() => {
    if (way?.kind !== 'back') return;
    const timer = setTimeout(() => setWay(null), offeredMs);
    return () => clearTimeout(timer);
  }, [way]);
  // Whoever has found the way there by themselves needs none.
  const isShown = useShowsFrame(method, way?.kind === 'there' ? way.frameId : null);
  const isThere = isShown && options.isOnBoard;
  useEffect(() => {
    if (isThere) setWay(null);
  }, [isThere]);
  // What a former version shows is looked at; the way is offered afterwards.
  return isThere || options.isPreviewing ? null : way;
}
