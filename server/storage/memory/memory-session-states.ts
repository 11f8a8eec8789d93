import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import { firstSession, type Session } from '../../../shared/session/session.ts';
import type { SessionStates } from '../session-states.ts';

/** @param insistWorkshop throws for a workshop that is not there */
export function createMemorySessionStates(insistWorkshop: (id: WorkshopId) => void): SessionStates {
  const states = new Map<WorkshopId, Session>();
  const commands = new Set<string>();
  return {
    readSession: async (workshopId) => states.get(workshopId) ?? firstSession,
    hasCommand: async (workshopId, commandId) => commands.has(`${workshopId} ${commandId}`),
    saveSession: async ({ workshopId, before, session, commandId }) => {
      insistWorkshop(workshopId);
      const key = `${workshopId} ${commandId}`;
      if (commands.has(key)) return 'repeated';
      if ((states.get(workshopId) ?? firstSession).seq !== before) return 'outdated';
      states.set(workshopId, session);
      commands.add(key);
      return 'saved';
    },
  };
}
