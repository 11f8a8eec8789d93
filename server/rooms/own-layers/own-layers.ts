import type { AnyRecord } from '../../../shared/board/groups.ts';
import type { BoardId, OrganisationId, ParticipantId } from '../../../shared/protocol/ids.ts';
import type { PrivateCounts } from '../../../shared/protocol/messages.ts';
import { ownLayersOf, parseRoomName, type RoomAddress } from '../../../shared/protocol/room-name.ts';
import type { UpdateLog } from '../../storage/update-log.ts';
import type { WorkshopStore } from '../../storage/workshop-store.ts';
import type { Clock } from '../clock.ts';
import { readRecords } from '../read-records.ts';

interface Own {
  readonly organisationId: OrganisationId;
  readonly shapes: number;
}

/** What people wrote: shapes, without what only joins them. */
export const countShapes = (records: Iterable<AnyRecord>): number =>
  [...records].filter(({ typeName, type }) => typeName === 'shape' && type !== 'relation' && type !== 'arrow').length;

export interface OwnLayersOptions {
  readonly log: UpdateLog;
  readonly people: Pick<WorkshopStore, 'getParticipant'>;
  readonly clock: Clock;
  /** Forty people write at the same time: how long changes are gathered before they are told. */
  readonly afterMs: number;
  /** Tells everybody on a board how much there is by now. */
  readonly tell: (boardId: BoardId) => void;
}

type OwnAddress = Extract<RoomAddress, { layer: 'own' }>;

/** How much is written privately on the boards that are open here. It knows how much, and nothing of what. */
export class OwnLayers {
  readonly #options: OwnLayersOptions;
  readonly #boards = new Map<BoardId, Map<ParticipantId, Own>>();
  /** What ends the wait of boards whose counts are told in a moment. */
  readonly #telling = new Map<BoardId, () => void>();

  constructor(options: OwnLayersOptions) {
    this.#options = options;
  }

  /**
   * Counts what is stored of a board.
   * @throws StorageError when storage is out of reach.
   */
  async load(boardId: BoardId): Promise<void> {
    const { log, people } = this.#options;
    const counted = new Map<ParticipantId, Own>();
    for (const name of await log.list(ownLayersOf(boardId))) {
      const address = parseRoomName(name);
      const records = await readRecords(log, name);
      const shapes = records === 'damaged' ? 0 : countShapes(records);
      if (address?.layer !== 'own' || shapes === 0) continue;
      const person = await people.getParticipant(address.participantId);
      if (person !== null) counted.set(address.participantId, { organisationId: person.organisation.id, shapes });
    }
    this.#boards.set(boardId, counted);
  }

  /** Somebody has changed organisation, or it has become another. */
  async refresh(boardId: BoardId): Promise<void> {
    for (const participantId of [...this.#of(boardId).keys()]) {
      const person = await this.#options.people.getParticipant(participantId);
      const own = this.#of(boardId).get(participantId);
      // It may have been revealed meanwhile.
      if (person !== null && own !== undefined)
        this.#of(boardId).set(participantId, { ...own, organisationId: person.organisation.id });
    }
    this.#tellSoon(boardId);
  }

  /** Counts a layer again. @param organisationId its writer's */
  count({ boardId, participantId }: OwnAddress, organisationId: OrganisationId, records: Iterable<AnyRecord>): void {
    const own = { organisationId, shapes: countShapes(records) };
    const before = this.#of(boardId).get(participantId)?.shapes ?? 0;
    if (own.shapes === before) return;
    if (own.shapes === 0) this.#of(boardId).delete(participantId);
    else this.#of(boardId).set(participantId, own);
    this.#tellSoon(boardId);
  }

  /** Nothing is in a layer any more. */
  empty({ boardId, participantId }: OwnAddress): void {
    if (this.#of(boardId).delete(participantId)) this.#tellSoon(boardId);
  }

  forget(boardId: BoardId): void {
    this.#boards.delete(boardId);
  }

  stop(): void {
    for (const cancel of this.#telling.values()) cancel();
  }

  /** @param isOn whether people write privately on the board now: only then anybody hears of the others' */
  countsFor(boardId: BoardId, participantId: ParticipantId, isOn: boolean): PrivateCounts {
    const sums = new Map<OrganisationId, number>();
    for (const { organisationId, shapes } of this.#of(boardId).values())
      sums.set(organisationId, (sums.get(organisationId) ?? 0) + shapes);
    const counts = [...sums].map(([organisationId, shapes]) => ({ organisationId, shapes }));
    return { counts: isOn ? counts : [], own: this.#of(boardId).get(participantId)?.shapes ?? 0 };
  }

  #of(boardId: BoardId): Map<ParticipantId, Own> {
    const counted = this.#boards.get(boardId) ?? new Map<ParticipantId, Own>();
    this.#boards.set(boardId, counted);
    return counted;
  }

  #tellSoon(boardId: BoardId): void {
    if (this.#telling.has(boardId)) return;
    const { clock, afterMs, tell } = this.#options;
    const cancel = clock.after(afterMs, () => {
      this.#telling.delete(boardId);
      tell(boardId);
    });
    this.#telling.set(boardId, cancel);
  }
}
