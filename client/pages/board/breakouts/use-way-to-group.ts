import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation } from 'wouter';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { RoundId } from '../../../../shared/protocol/ids.ts';
import type { Breakout } from '../../../../shared/session/breakouts.ts';
import { groupOf } from '../../../../shared/session/groups.ts';
import { boardPath } from '../../paths.ts';
import { isBusy } from '../attention/busy.ts';
import { useKnownGroups } from './use-known-groups.ts';

interface WayOptions {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  /** The time in groups that is on. */
  readonly breakout: Breakout | null;
  /** Round of the last time that began before this page came: it moves nobody, they may have left their group. */
  readonly known: RoundId | null;
  readonly editor: Parameters<typeof isBusy>[0] | null;
  readonly onStale: () => Promise<void>;
}

/** Brings whoever is in a group to its board when its time begins; who has something in hand is asked by the strip. */
export function useWayToGroup({ data, board, breakout, editor, onStale, ...before }: WayOptions): void {
  const [, navigate] = useLocation();
  const [known, setKnown] = useState(before.known);
  const isKnown = useKnownGroups(data, breakout, onStale);
  const isNews = breakout !== null && breakout.id !== known && isKnown && editor !== null;
  const go = useEffectEvent((begun: Breakout) => {
    setKnown(begun.id);
    const at = groupOf(begun, data.me.participant.id);
    const own = at === null ? undefined : begun.groups[at]?.boardId;
    if (own === undefined || own === board.id || editor === null || isBusy(editor)) return;
    navigate(boardPath(data.workshop.id, own));
  });
  useEffect(() => {
    if (isNews) go(breakout);
  }, [isNews, breakout]);
}
