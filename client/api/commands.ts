import { nanoid } from 'nanoid';
import { CommandResponse } from '../../shared/api/session-state.ts';
import type { WorkshopId } from '../../shared/protocol/ids.ts';
import type { Command } from '../../shared/session/commands.ts';
import { type Answer, call } from './call.ts';

/** How the session stands, and what the server's clock says. */
export const readSession = (workshopId: WorkshopId): Promise<Answer<CommandResponse>> =>
  call({ method: 'GET', path: `/api/workshops/${workshopId}/session`, response: CommandResponse });

/** Pauses before a command is sent again of which no answer came. */
const retryMs = [500, 2_000, 5_000];

/**
 * Gives a facilitator's command. An answer that is lost on the way is asked for again under the same id, so that the
 * command takes effect once.
 */
export async function sendCommand(workshopId: WorkshopId, command: Command): Promise<Answer<CommandResponse>> {
  const body = { ...command, commandId: nanoid() };
  const send = () =>
    call({ method: 'POST', path: `/api/workshops/${workshopId}/commands`, body, response: CommandResponse });
  let answer = await send();
  for (const waitMs of retryMs) {
    if (answer.ok || answer.failure.kind !== 'unreachable') break;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    answer = await send();
  }
  return answer;
}
