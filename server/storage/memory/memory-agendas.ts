import type { BoardId } from '../../../shared/protocol/ids.ts';
import type { Agenda } from '../../../shared/session/agenda.ts';
import type { AgendaStore } from '../agenda-store.ts';

/** Agendas as plainly as they can be said. */
export function createMemoryAgendas(): AgendaStore {
  const agendas = new Map<BoardId, Agenda>();
  return {
    readAgenda: async (boardId) => agendas.get(boardId) ?? null,
    keepAgenda: async (boardId, agenda) => {
      if (agenda === null) agendas.delete(boardId);
      else agendas.set(boardId, agenda);
    },
  };
}
