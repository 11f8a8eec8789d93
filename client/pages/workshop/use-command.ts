import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { sendCommand } from '../../api/commands.ts';
import { useAct } from '../use-act.ts';

/** What facilitators ask of the server for everybody, one thing at a time. */
export function useCommand(workshopId: WorkshopId, onChanged: () => Promise<void>) {
  const { act, busy, failure, forget } = useAct();

  /** @returns whether it came about; why not is kept to be shown. */
  const command = async (what: Command): Promise<boolean> => {
    const answer = await act(() => sendCommand(workshopId, what));
    if (answer.ok) await onChanged();
    return answer.ok;
  };
  return { command, busy, failure, forget };
}
