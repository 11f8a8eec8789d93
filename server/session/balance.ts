import type { AnyRecord } from '../../shared/board/groups.ts';
import { type OrganisationId, ParticipantId } from '../../shared/protocol/ids.ts';
import { formatRoomName } from '../../shared/protocol/room-name.ts';
import { type Balance, balanceOf } from '../../shared/session/balance.ts';
import type { Session } from '../../shared/session/session.ts';
import type { Visitor } from '../access/visitor.ts';
import { countedAs } from '../rooms/history-tally.ts';
import type { Registry } from '../rooms/registry.ts';
import { StorageError } from '../storage/update-log.ts';
import type { StoredBoard, WorkshopStore } from '../storage/workshop-store.ts';
import { peopleHere } from './people-here.ts';

export interface BalanceOptions {
  readonly workshops: Pick<WorkshopStore, 'listBoards' | 'listParticipants' | 'listOrganisations' | 'getParticipant'>;
  readonly registry: Pick<Registry, 'withRoom' | 'activityIn' | 'hiddenOn'>;
}

/**
 * Who writes and speaks how much, by what is on a board and what the session knows of its turns.
 * @param asker whoever leads
 * @throws StorageError when storage is out of reach.
 */
export async function readBalance(
  options: BalanceOptions,
  { id: boardId, workshopId }: Pick<StoredBoard, 'id' | 'workshopId'>,
  { floor, run, privateWriting }: Session,
  { participantId, organisationId }: Pick<Visitor, 'participantId' | 'organisationId'>,
): Promise<Balance> {
  const { workshops, registry } = options;
  const read = await registry.withRoom(formatRoomName({ layer: 'shared', boardId }), async ({ records }) => ({
    written: [...records.values()].filter((record) => countedAs(record) !== null),
    hidden: privateWriting?.boardId === boardId ? registry.hiddenOn(boardId, participantId) : null,
  }));
  if (read === 'damaged') throw new StorageError('io', 'the board cannot be read');
  const home = await homesOf(workshops, workshopId, [...read.written.map(authorOf), ...floor.spoke]);
  const cards = read.written.flatMap((record) => personOf(authorOf(record), home, { createdAtMs: createdAt(record) }));
  return balanceOf({
    people: await peopleHere(options, workshopId),
    cards,
    hasNameless: cards.length < read.written.length,
    turns: floor.heard,
    spoke: floor.spoke.flatMap((id) => personOf(id, home, {})),
    startedAtMs: run?.boardId === boardId ? run.startedAtMs : null,
    hidden: read.hidden,
    askedBy: organisationId,
  });
}

type Homes = ReadonlyMap<ParticipantId, OrganisationId>;

/**
 * The organisation that each belongs to by now: one that was merged counts as the one it is part of. Cards that came from
 * another workshop bear the ids of people who are not of this one.
 */
async function homesOf(
  workshops: BalanceOptions['workshops'],
  workshopId: StoredBoard['workshopId'],
  ids: readonly (ParticipantId | undefined)[],
): Promise<Homes> {
  const distinct = [...new Set(ids)].filter((id) => id !== undefined);
  const [organisations, found] = await Promise.all([
    workshops.listOrganisations(workshopId),
    Promise.all(distinct.map((id) => workshops.getParticipant(id))),
  ]);
  const own = new Set<OrganisationId>(organisations.map(({ id }) => id));
  return new Map(
    distinct.flatMap((id, at) => {
      const home = found[at]?.organisation.id;
      return home !== undefined && own.has(home) ? [[id, home] as const] : [];
    }),
  );
}

/** Nobody where the record says no name, or that of somebody who is not of this workshop. */
function personOf<Facts extends object>(id: ParticipantId | undefined, homes: Homes, facts: Facts) {
  const organisationId = id === undefined ? undefined : homes.get(id);
  return id === undefined || organisationId === undefined ? [] : [{ participantId: id, organisationId, ...facts }];
}

const authorOf = ({ meta }: AnyRecord): ParticipantId | undefined =>
  ParticipantId.safeParse((meta as { readonly author?: unknown } | undefined)?.author).data;

function createdAt({ meta }: AnyRecord): number {
  const { created } = (meta ?? {}) as { readonly created?: unknown };
  return typeof created === 'number' ? created : 0;
}
