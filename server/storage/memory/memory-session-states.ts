import type { CommandId, WorkshopId } from '../../../shared/protocol/ids.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import { commandsRemembered, type NewBoards, type SessionStates } from '../session-states.ts';

/**
 * @param insistWorkshop throws for a workshop that is not there
 * @param addBoards to the workshop that they are of
 */
export function createMemorySessionStates(
  insistWorkshop: (id: WorkshopId) => void,
  addBoards: (boards: NewBoards) => void = () => undefined,
): SessionStates {
  const states = new Map<WorkshopId, Session>();
  const commands = new Map<WorkshopId, Set<CommandId>>();
  const carriedOut = (workshopId: WorkshopId) => commands.get(workshopId) ?? new Set();
  return {
    readSession: async (workshopId) => states.get(workshopId) ?? firstSession,
    hasCommand: async (workshopId, commandId) => carriedOut(workshopId).has(commandId),
    saveSession: async ({ workshopId, before, session, commandId, boards }) => {
      insistWorkshop(workshopId);
      const known = carriedOut(workshopId);
      if (known.has(commandId)) return 'repeated';
      if ((states.get(workshopId) ?? firstSession).seq !== before) return 'outdated';
      states.set(workshopId, session);
      if (boards !== undefined) addBoards(boards);
      // Sets keep the order in which things came.
      commands.set(workshopId, new Set([...known, commandId].slice(-commandsRemembered)));
      return 'saved';
    },
  };
}
