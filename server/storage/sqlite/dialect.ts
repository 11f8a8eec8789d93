import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/** Kysely's SQLite dialect expects better-sqlite3; this gives it the connection that the update log uses too. */
export const createSqliteDialect = (db: DatabaseSyncInstance): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new SharedConnectionDriver(db),
  createIntrospector: (kysely) => new SqliteIntrospector(kysely),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});

/** Transactions as in transaction.ts, for the same reasons. */
class SharedConnectionDriver extends SqliteDriver {
  readonly #db: DatabaseSyncInstance;
  constructor(db: DatabaseSyncInstance) {
    super({ database: asKyselyExpects(db) });
    this.#db = db;
  }
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#db.isTransaction) await super.rollbackTransaction(connection);
  }
}

const asKyselyExpects = (db: DatabaseSyncInstance): SqliteDatabase => ({
  close: () => db.close(),
  prepare: (text) => {
    const statement = db.prepare(text);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...parameters),
      run: (parameters) => statement.run(...parameters),
      iterate: (parameters) => statement.iterate(...parameters),
    };
  },
});
