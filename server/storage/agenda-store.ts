import type { BoardId } from '../../shared/protocol/ids.ts';
import type { Agenda } from '../../shared/session/agenda.ts';

/**
 * The agendas that were made for boards, also for one that is only about to be stored. Every call is atomic and durable when
 * it resolves; all throw StorageError (update-log.ts) when storage is out of reach.
 */
export interface AgendaStore {
  /** @returns null for a board for which none was made */
  readAgenda(boardId: BoardId): Promise<Agenda | null>;
  /** Takes the place of the one before; null removes that. Idempotent. */
  keepAgenda(boardId: BoardId, agenda: Agenda | null): Promise<void>;
}
