import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { WorkshopId } from '../../../shared/protocol/ids.ts';
import type { StoredBoard, WorkshopStore } from '../workshop-store.ts';
import { insertInvite } from './invites.ts';
import { organisationNamed } from './organisations.ts';
import { nextPlace } from './place.ts';
import type { Tables } from './tables.ts';

type Methods = Pick<
  WorkshopStore,
  | 'createWorkshop'
  | 'getWorkshop'
  | 'listOrganisations'
  | 'listParticipants'
  | 'getParticipant'
  | 'createBoard'
  | 'getBoard'
  | 'listBoards'
  | 'setBinned'
>;

export const workshopQueries = (db: Kysely<Tables>): Methods => ({ ...workshopMethods(db), ...boardMethods(db) });

const workshopMethods = (
  db: Kysely<Tables>,
): Omit<Methods, 'createBoard' | 'getBoard' | 'listBoards' | 'setBinned'> => ({
  createWorkshop: (workshop, invites, organisations) =>
    db.transaction().execute(async (tx) => {
      const { id, title, language, createdAtMs } = workshop;
      await tx.insertInto('workshops').values({ id, title, language, created_at_ms: createdAtMs }).execute();
      for (const invite of invites) await insertInvite(tx, id, invite, createdAtMs);
      for (const organisation of organisations) await organisationNamed(tx, id, organisation.id, organisation.name);
    }),

  getWorkshop: async (id) => {
    const row = await db
      .selectFrom('workshops')
      .select(['id', 'title', 'language', 'created_at_ms as createdAtMs'])
      .where('id', '=', id)
      .executeTakeFirst();
    return row ?? null;
  },

  listOrganisations: (id) =>
    db
      .selectFrom('organisations')
      .select(['id', 'name', 'colour'])
      .where('workshop_id', '=', id)
      .orderBy('colour')
      .execute(),

  listParticipants: async (id) => {
    const rows = await db
      .selectFrom('participants as person')
      .innerJoin('organisations as home', 'home.id', 'person.organisation_id')
      .select(['person.id', 'person.name', 'person.organisation_id as organisationId', 'home.colour', 'person.role'])
      .select('person.name_in_report as nameInReport')
      .where('person.workshop_id', '=', id)
      .where('person.kind', '=', 'person')
      .orderBy('person.place')
      .execute();
    return rows.map((row) => ({ ...row, nameInReport: row.nameInReport === 1 }));
  },

  getParticipant: async (id) => {
    const row = await db
      .selectFrom('participants as person')
      .innerJoin('organisations as home', 'home.id', 'person.organisation_id')
      .select(['person.name', 'home.id as organisationId', 'home.name as organisation', 'home.colour'])
      .select('person.name_in_report as nameInReport')
      .where('person.id', '=', id)
      .executeTakeFirst();
    if (!row) return null;
    const { name, organisationId, organisation, colour, nameInReport } = row;
    return {
      participant: { id, name, organisationId, colour },
      organisation: { id: organisationId, name: organisation, colour },
      nameInReport: nameInReport === 1,
    };
  },
});

const boardMethods = (db: Kysely<Tables>): Pick<Methods, 'createBoard' | 'getBoard' | 'listBoards' | 'setBinned'> => ({
  createBoard: (board) =>
    db.transaction().execute(async (tx) => {
      const { id, workshopId, title, template, language, createdAtMs, binnedAtMs, example } = board;
      const known = example
        ? await boards(tx)
            .where('workshop_id', '=', workshopId)
            .where('template', '=', template)
            .where('example', '=', 1)
            .executeTakeFirst()
        : undefined;
      if (known !== undefined) return toBoard(known);
      const place = await nextPlace(tx, 'boards', workshopId);
      await tx
        .insertInto('boards')
        .values({
          id,
          workshop_id: workshopId,
          place,
          title,
          template,
          language,
          created_at_ms: createdAtMs,
          binned_at_ms: binnedAtMs,
          example: example ? 1 : 0,
        })
        .execute();
      return board;
    }),
  getBoard: async (id) => {
    const row = await boards(db).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : toBoard(row);
  },
  listBoards: async (id: WorkshopId) =>
    (await boards(db).where('workshop_id', '=', id).orderBy('place').execute()).map(toBoard),
  setBinned: (id, binnedAtMs) =>
    db.transaction().execute(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('boards')
        .set({ binned_at_ms: binnedAtMs })
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    }),
});

type BoardRow = Omit<StoredBoard, 'example'> & { readonly example: 0 | 1 };
const toBoard = ({ example, ...board }: BoardRow): StoredBoard => ({ ...board, example: example === 1 });

const boards = (db: Kysely<Tables>): SelectQueryBuilder<Tables, 'boards', BoardRow> =>
  db
    .selectFrom('boards')
    .select([
      'id',
      'workshop_id as workshopId',
      'title',
      'template',
      'language',
      'created_at_ms as createdAtMs',
      'binned_at_ms as binnedAtMs',
      'example',
    ]);
