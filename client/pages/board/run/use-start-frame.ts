import { useEffect, useRef } from 'react';
import { phaseFrame } from '../../../../shared/method/guide/phase-words.ts';
import type { Run } from '../../../../shared/session/run.ts';
import { goToFrame } from '../../../cards/guide/frames.ts';
import type { Method } from '../../../cards/method.ts';

/** Whoever comes late begins where the others are, unless their link leads elsewhere. */
export function useStartFrame(method: Method | null, run: Run | null): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (method === null || isDone.current) return;
    isDone.current = true;
    const phase = run?.agenda.find(({ id }) => id === run.phaseId);
    const frameId = phase === undefined ? null : phaseFrame(phase);
    if (frameId !== null && !new URLSearchParams(location.search).has('frame')) goToFrame(method, frameId);
  }, [method, run]);
}
