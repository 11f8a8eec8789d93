import { phaseFrame } from '../../../../shared/method/guide/phase-words.ts';
import type { BoardId } from '../../../../shared/protocol/ids.ts';
import type { Phase } from '../../../../shared/session/agenda.ts';
import type { useSend } from '../../use-send.ts';

/** Takes everybody to a phase. @param onFrame whoever leads goes along: to the frame of the phase */
export async function goToPhase(
  send: ReturnType<typeof useSend>['send'],
  boardId: BoardId,
  phase: Phase,
  onFrame: (frameId: string) => void,
): Promise<void> {
  if (!(await send({ type: 'phase.set', boardId, phaseId: phase.id }))) return;
  const frameId = phaseFrame(phase);
  if (frameId !== null) onFrame(frameId);
}
