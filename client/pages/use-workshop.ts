import { useCallback, useEffect, useState } from 'react';
import { can } from '../../shared/access/capabilities.ts';
import type { GetWorkshopResponse } from '../../shared/api/workshops.ts';
import { WorkshopId } from '../../shared/protocol/ids.ts';
import { type Failure, notFound } from '../api/call.ts';
import { getWorkshop } from '../api/workshops.ts';
import { takeHandedOn } from './first-path.ts';
import { rememberVisit } from './remembered-workshops.ts';

export type WorkshopState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  /** `unreachableSinceMs`: since when what is shown could not be refreshed; null while it is fresh. */
  | { readonly status: 'ready'; readonly data: GetWorkshopResponse; readonly unreachableSinceMs: number | null };

/** How often a page in sight asks again; boards and people of a workshop change slowly. */
const refreshMs = 15_000;
/** The same where somebody may be waiting to be let in. */
const refreshAtDoorMs = 4_000;

/**
 * A workshop as this browser may see it, and a way to ask again.
 * @param refresh whether to ask again by itself while the page is in sight.
 */
export function useWorkshop(id: string, { refresh }: { readonly refresh: boolean }) {
  const [state, setState] = useState<WorkshopState>({ status: 'loading' });

  const reload = useCallback(async () => {
    const workshopId = WorkshopId.safeParse(id);
    if (!workshopId.success) return setState({ status: 'failed', failure: notFound });
    const handedOn = takeHandedOn(workshopId.data);
    const answer = handedOn === null ? await getWorkshop(workshopId.data) : ({ ok: true, value: handedOn } as const);
    const nowMs = Date.now();
    if (answer.ok) {
      rememberVisit(answer.value, nowMs);
      setState((known) => ({
        status: 'ready',
        data: known.status === 'ready' ? withKnownParts(answer.value, known.data) : answer.value,
        unreachableSinceMs: null,
      }));
      return;
    }
    const { failure } = answer;
    setState((known) =>
      // Trouble of network or server takes nothing away from what is on the screen; being shut out does.
      known.status === 'ready' && !isShutOut(failure)
        ? { ...known, unreachableSinceMs: known.unreachableSinceMs ?? nowMs }
        : { status: 'failed', failure },
    );
  }, [id]);

  useEffect(() => void reload(), [reload]);

  const isAtDoor =
    state.status === 'ready' && state.data.session.door === 'asks' && can(state.data.me.role, 'canFacilitate');
  useEffect(() => {
    if (!refresh) return;
    const whenInSight = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    const timer = setInterval(whenInSight, isAtDoor ? refreshAtDoorMs : refreshMs);
    document.addEventListener('visibilitychange', whenInSight);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenInSight);
    };
  }, [refresh, reload, isAtDoor]);

  const retry = useCallback(() => {
    setState({ status: 'loading' });
    void reload();
  }, [reload]);

  return { state, reload, retry };
}

const isShutOut = (failure: Failure): boolean =>
  failure.kind === 'problem' && ['no-session', 'not-allowed', 'not-found'].includes(failure.problem.code);

const keep = <Part>(next: Part, before: Part | undefined): Part =>
  before !== undefined && JSON.stringify(next) === JSON.stringify(before) ? before : next;

/** Parts that say the same as before stay the same objects: nothing that follows from them begins anew. */
export function withKnownParts(next: GetWorkshopResponse, before: GetWorkshopResponse): GetWorkshopResponse {
  return keep(
    {
      ...next,
      workshop: keep(next.workshop, before.workshop),
      me: { ...next.me, participant: keep(next.me.participant, before.me.participant) },
      boards: keep(
        next.boards.map((board) =>
          keep(
            board,
            before.boards.find(({ id }) => id === board.id),
          ),
        ),
        before.boards,
      ),
      people: keep(next.people, before.people),
      organisations: keep(next.organisations, before.organisations),
    },
    before,
  );
}
