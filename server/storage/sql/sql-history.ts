import { type Kysely, sql } from 'kysely';
import type { BoardId } from '../../../shared/protocol/ids.ts';
import { blobChecksum, isIntact } from '../checksum.ts';
import { type HistoryStore, type JournalEntry, type JournalFilter, journalReadMax } from '../history-store.ts';
import { nextVersionPlace } from './place.ts';
import type { Tables } from './tables.ts';
import { tallyQueries } from './tallies.ts';

/** Rows of one statement: well below the number of parameters that databases take. */
const ROWS_PER_STATEMENT = 500;

/** Versions and journal in SQL; what createSqlWorkshops says of writers holds here too. */
export const createSqlHistory = (db: Kysely<Tables>): HistoryStore => ({
  ...versionQueries(db),
  ...journalQueries(db),
  ...tallyQueries(db),
});

type Versions = Pick<HistoryStore, 'createVersion' | 'listVersions' | 'readVersion' | 'deleteVersions'>;
type Journal = Pick<
  HistoryStore,
  'appendJournal' | 'readJournal' | 'listTouchedByOthers' | 'listContributions' | 'findInJournal' | 'pruneJournal'
>;

const versionQueries = (db: Kysely<Tables>): Versions => ({
  createVersion: ({ id, boardId, kind, name, by, createdAtMs, recordCount }, given) => {
    // The caller may use its bytes again before the transaction begins.
    const content = Uint8Array.from(given);
    return db.transaction().execute(async (tx) => {
      const place = await nextVersionPlace(tx, boardId);
      await tx
        .insertInto('versions')
        .values({
          id,
          board_id: boardId,
          place,
          kind,
          name,
          participant_id: by,
          created_at_ms: createdAtMs,
          record_count: recordCount,
          checksum: blobChecksum({ kind: 'version', boardId, id }, content),
          content,
        })
        .execute();
    });
  },

  listVersions: (boardId) =>
    db.selectFrom('versions').select(versionColumns).where('board_id', '=', boardId).orderBy('place', 'desc').execute(),

  readVersion: async (boardId, id) => {
    const row = await db
      .selectFrom('versions')
      .select([...versionColumns, 'checksum', 'content'])
      .where('board_id', '=', boardId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row) return null;
    const { checksum, content, ...version } = row;
    return { version, content: isIntact({ kind: 'version', boardId, id }, content, checksum) ? content : null };
  },

  deleteVersions: (boardId, ids) =>
    db.transaction().execute(async (tx) => {
      for (const some of slices(ids)) {
        await tx.deleteFrom('versions').where('board_id', '=', boardId).where('id', 'in', some).execute();
      }
    }),
});

const versionColumns = [
  'id',
  'board_id as boardId',
  'kind',
  'name',
  'participant_id as by',
  'created_at_ms as createdAtMs',
  'record_count as recordCount',
] as const;

const journalQueries = (db: Kysely<Tables>): Journal => ({
  appendJournal: (entries) =>
    db.transaction().execute(async (tx) => {
      for (const some of slices(entries)) await tx.insertInto('journal').values(some.map(toRow)).execute();
    }),

  readJournal: async (boardId, filter) => {
    const all = entriesOf(db, boardId, filter);
    const counted = all.select(['id', charactersFromHereOn.as('characters')]).as('counted');
    const oldest = await db
      .selectFrom(counted)
      .select(({ fn }) => fn.min<number | null>('id').as('id'))
      .where('characters', '<=', journalReadMax)
      .executeTakeFirst();
    return all
      .select([
        'board_id as boardId',
        'participant_id as participantId',
        'record_id as recordId',
        'first_at_ms as firstAtMs',
        'last_at_ms as lastAtMs',
        'before_json as before',
        'after_json as after',
      ])
      .where('id', '>=', oldest?.id ?? Number.MAX_SAFE_INTEGER)
      .orderBy('id')
      .execute();
  },

  listTouchedByOthers: async (boardId, participantId, sinceMs) => {
    const rows = await db
      .selectFrom('journal')
      .select('record_id')
      .distinct()
      .where('board_id', '=', boardId)
      .where('last_at_ms', '>=', sinceMs)
      .where('participant_id', '<>', participantId)
      .execute();
    return rows.map(({ record_id }) => record_id);
  },

  listContributions: (boardId, sinceMs) =>
    db
      .selectFrom('journal')
      .select(({ fn }) => [
        'participant_id as participantId',
        fn.min<number>('first_at_ms').as('firstAtMs'),
        fn.max<number>('last_at_ms').as('lastAtMs'),
        fn.count<number>('record_id').distinct().as('recordCount'),
      ])
      .where('board_id', '=', boardId)
      .where('last_at_ms', '>=', sinceMs)
      .groupBy('participant_id')
      .orderBy('lastAtMs', 'desc')
      .execute(),

  findInJournal: async (boardId, texts, sinceMs) => {
    if (texts.length === 0) return [];
    const missing = new Set(texts);
    const hints = [...slices(texts)].map(anyOf);
    const entries = entriesOf(db, boardId, { sinceMs }).select(['before_json', 'after_json']).stream();
    for await (const { before_json, after_json } of entries)
      for (const state of [before_json, after_json])
        if (state !== null && hints.some((hint) => hint.test(state)))
          for (const text of missing) if (state.includes(text)) missing.delete(text);
    return texts.filter((text) => !missing.has(text));
  },

  pruneJournal: async (boardId, beforeMs) => {
    await db
      .transaction()
      .execute((tx) =>
        tx.deleteFrom('journal').where('board_id', '=', boardId).where('last_at_ms', '<', beforeMs).execute(),
      );
  },
});

const entriesOf = (db: Kysely<Tables>, boardId: BoardId, { sinceMs, participantId, isDeletion }: JournalFilter) =>
  db
    .selectFrom('journal')
    .where('board_id', '=', boardId)
    .where('last_at_ms', '>=', sinceMs)
    .$if(participantId !== undefined, (query) => query.where('participant_id', '=', participantId ?? null))
    .$if(isDeletion === true, (query) => query.where('after_json', 'is', null));

/**
 * Matches what holds any of the texts: in a journal of 45 MB two hundred of them are looked for within a second, and one
 * by one within twelve.
 */
const anyOf = (texts: readonly string[]): RegExp =>
  new RegExp(texts.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));

/** What an entry and all newer ones hold. */
const charactersFromHereOn = sql<number>`
  sum(coalesce(length(before_json), 0) + coalesce(length(after_json), 0)) over (order by id desc)`;

const toRow = ({ boardId, participantId, recordId, firstAtMs, lastAtMs, before, after }: JournalEntry) => ({
  board_id: boardId,
  participant_id: participantId,
  record_id: recordId,
  first_at_ms: firstAtMs,
  last_at_ms: lastAtMs,
  before_json: before,
  after_json: after,
});

function* slices<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += ROWS_PER_STATEMENT) {
    yield all.slice(start, start + ROWS_PER_STATEMENT);
  }
}
