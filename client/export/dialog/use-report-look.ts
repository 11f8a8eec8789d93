import { useCallback, useEffect, useRef, useState } from 'react';
import { can } from '../../../shared/access/capabilities.ts';
import type { GetWorkshopResponse, ReportLook } from '../../../shared/api/workshops.ts';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Failure } from '../../api/call.ts';
import { getReportLook, setReportLook } from '../../api/workshops.ts';
import { noLook } from '../report-choice.ts';

/** How the reports of the workshop look. */
export type WorkshopLook =
  | { readonly status: 'reading' }
  /** Reports go without. */
  | { readonly status: 'unread'; readonly readAgain: () => void }
  | {
      readonly status: 'read';
      readonly look: ReportLook;
      /** Null for who may only look at it. */
      readonly change: ((change: Partial<ReportLook>) => void) | null;
      /** Why the last change holds for this report alone. */
      readonly failure: Failure | null;
    };

/** How long a colour has to stand before it is kept: one is dragged through hundreds. */
const settleMs = 500;

type Known = 'reading' | 'unread' | ReportLook;

/** What the server keeps; a change of a facilitator is shown at once and kept soon. */
export function useReportLook({ workshop, me }: GetWorkshopResponse): WorkshopLook {
  const [known, setKnown] = useState<Known>('reading');
  const { keep, failure } = useKeeper(workshop.id);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try reads again.
  useEffect(() => {
    let isGone = false;
    setKnown('reading');
    void getReportLook(workshop.id).then((answer) => {
      if (!isGone) setKnown(answer.ok ? answer.value : 'unread');
    });
    return () => {
      isGone = true;
    };
  }, [workshop.id, tries]);
  if (known === 'reading') return { status: 'reading' };
  if (known === 'unread') return { status: 'unread', readAgain: () => setTries(tries + 1) };
  const change = (part: Partial<ReportLook>): void => {
    const next = { ...known, ...part };
    setKnown(next);
    keep(next);
  };
  return { status: 'read', look: known, change: can(me.role, 'canFacilitate') ? change : null, failure };
}

/** Null as long as it is not known. */
export function lookOf(look: WorkshopLook): ReportLook | null {
  switch (look.status) {
    case 'reading':
      return null;
    case 'unread':
      return noLook;
    case 'read':
      return look.look;
  }
}

/** Sends looks to the server, each once it stands, one after the other; the last one even when the dialog closes. */
function useKeeper(id: WorkshopId) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const waiting = useRef<{ readonly look: ReportLook; readonly timer: ReturnType<typeof setTimeout> } | null>(null);
  const sent = useRef(Promise.resolve());
  const send = useCallback(() => {
    if (waiting.current === null) return;
    const { look, timer } = waiting.current;
    clearTimeout(timer);
    waiting.current = null;
    sent.current = sent.current.then(async () => {
      const answer = await setReportLook(id, look);
      setFailure(answer.ok ? null : answer.failure);
    });
  }, [id]);
  const keep = useCallback(
    (look: ReportLook) => {
      clearTimeout(waiting.current?.timer);
      waiting.current = { look, timer: setTimeout(send, settleMs) };
    },
    [send],
  );
  useEffect(() => send, [send]);
  return { keep, failure };
}
