import type { Phase } from '../../../shared/session/agenda.ts';
import type { Session } from '../../../shared/session/session.ts';

/** Whether the group puts cards together by now: what was written alone is shown, and no vote has begun. */
export function clustersNow({ run, privateWriting, voting }: Session, { tools }: Phase): boolean {
  const has = (name: Phase['tools'][number]['tool']): boolean => tools.some(({ tool }) => tool === name);
  if (run === null || privateWriting !== null || voting !== null || !has('CL')) return false;
  const hasWritten = !has('PW') || run.moves.includes('write');
  return hasWritten && !run.moves.includes('dots') && !run.moves.includes('fist');
}
