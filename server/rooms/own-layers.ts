import type { AnyRecord } from '../../shared/board/groups.ts';
import type { BoardId, OrganisationId, ParticipantId } from '../../shared/protocol/ids.ts';
import type { PrivateCounts } from '../../shared/protocol/messages.ts';
import { ownLayersOf, parseRoomName } from '../../shared/protocol/room-name.ts';
import type { UpdateLog } from '../storage/update-log.ts';
import type { WorkshopStore } from '../storage/workshop-store.ts';
import { readRecords } from './read-records.ts';

interface Own {
  readonly organisationId: OrganisationId;
  readonly shapes: number;
}

/** What people wrote: shapes, without what only joins them. */
export const countShapes = (records: Iterable<AnyRecord>): number =>
  [...records].filter(({ typeName, type }) => typeName === 'shape' && type !== 'relation' && type !== 'arrow').length;

/** How much is written privately on the boards that are open here. It knows how much, and nothing of what. */
export class OwnLayers {
  readonly #log: UpdateLog;
  readonly #people: Pick<WorkshopStore, 'getParticipant'>;
  readonly #boards = new Map<BoardId, Map<ParticipantId, Own>>();

  constructor(log: UpdateLog, people: Pick<WorkshopStore, 'getParticipant'>) {
    this.#log = log;
    this.#people = people;
  }

  /**
   * Counts what is stored of a board.
   * @throws StorageError when storage is out of reach.
   */
  async load(boardId: BoardId): Promise<void> {
    const counted = new Map<ParticipantId, Own>();
    for (const name of await this.#log.list(ownLayersOf(boardId))) {
      const address = parseRoomName(name);
      const records = await readRecords(this.#log, name);
      const shapes = records === 'damaged' ? 0 : countShapes(records);
      if (address?.layer !== 'own' || shapes === 0) continue;
      const person = await this.#people.getParticipant(address.participantId);
      if (person !== null) counted.set(address.participantId, { organisationId: person.organisation.id, shapes });
    }
    this.#boards.set(boardId, counted);
  }

  /** Somebody has changed organisation, or it has become another. */
  async refresh(boardId: BoardId): Promise<void> {
    for (const participantId of [...(this.#boards.get(boardId)?.keys() ?? [])]) {
      const person = await this.#people.getParticipant(participantId);
      // As it is by now.
      const shapes = this.#boards.get(boardId)?.get(participantId)?.shapes ?? 0;
      if (person !== null) this.note(boardId, participantId, { organisationId: person.organisation.id, shapes });
    }
  }

  /** @returns whether that is another count than before */
  note(boardId: BoardId, participantId: ParticipantId, own: Own): boolean {
    const counted = this.#boards.get(boardId) ?? new Map<ParticipantId, Own>();
    this.#boards.set(boardId, counted);
    const before = counted.get(participantId);
    if (own.shapes === 0) counted.delete(participantId);
    else counted.set(participantId, own);
    const isSame = (before?.shapes ?? 0) === own.shapes;
    return !isSame || (own.shapes > 0 && before?.organisationId !== own.organisationId);
  }

  forget(boardId: BoardId): void {
    this.#boards.delete(boardId);
  }

  /** @param isOn whether people write privately on the board now: only then anybody hears of the others' */
  countsFor(boardId: BoardId, participantId: ParticipantId, isOn: boolean): PrivateCounts {
    const counted = this.#boards.get(boardId) ?? new Map<ParticipantId, Own>();
    const sums = new Map<OrganisationId, number>();
    for (const { organisationId, shapes } of counted.values())
      sums.set(organisationId, (sums.get(organisationId) ?? 0) + shapes);
    const counts = [...sums].map(([organisationId, shapes]) => ({ organisationId, shapes }));
    return { counts: isOn ? counts : [], own: counted.get(participantId)?.shapes ?? 0 };
  }
}
