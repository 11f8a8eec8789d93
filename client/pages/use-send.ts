import type { WorkshopId } from '../../shared/protocol/ids.ts';
import type { Command } from '../../shared/session/commands.ts';
import { sendCommand } from '../api/commands.ts';
import { failureSentence } from '../i18n/failure-text.ts';
import { useToast } from '../ui/toast.ts';
import { useAct } from './use-act.ts';

/** Gives commands from where there is no room to say what went wrong: that is said in passing. */
export function useSend(workshopId: WorkshopId) {
  const toast = useToast();
  const { act, busy } = useAct();
  /** @returns whether it was carried out */
  const send = async (command: Command): Promise<boolean> => {
    const answer = await act(() => sendCommand(workshopId, command));
    if (answer.ok) return true;
    const { failure } = answer;
    toast((t) => failureSentence(failure, t));
    return false;
  };
  return { send, busy };
}
