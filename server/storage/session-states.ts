import type { BoardId, CommandId, WorkshopId } from '../../shared/protocol/ids.ts';
import type { Session } from '../../shared/session/session.ts';
import type { StoredBoard } from './workshop-store.ts';

/** Of one workshop, the newest: a command that was sent again comes within minutes of the first time. */
export const commandsRemembered = 200;

/** Boards that come to a workshop together. */
export interface NewBoards {
  readonly made: readonly StoredBoard[];
  /** They stand right behind this one, in their order. */
  readonly behind: BoardId;
}

/** The live state of workshops' sessions, and which commands were carried out. Part of the workshop store, with its promises. */
export interface SessionStates {
  /** The first state for a workshop of which nothing was stored yet. */
  readSession(workshopId: WorkshopId): Promise<Session>;
  /** Whether a command is one of the last `commandsRemembered` that were carried out. */
  hasCommand(workshopId: WorkshopId, commandId: CommandId): Promise<boolean>;
  /**
   * Stores what a command made of the state, and that it was carried out. A command that changed nothing of the state says
   * its `before` again.
   * @param before `seq` of the state that the command was given to.
   * @param boards that come to the workshop with it: all of it or nothing.
   * @returns `repeated` when the command was carried out already, `outdated` when the stored state is another than
   * `before`; both change nothing.
   */
  saveSession(step: {
    readonly workshopId: WorkshopId;
    readonly before: number;
    readonly session: Session;
    readonly commandId: CommandId;
    readonly boards?: NewBoards | undefined;
  }): Promise<'saved' | 'repeated' | 'outdated'>;
}
