/**
 * Who writes under which Yjs client id, the bin of boards, the points that a board can go back to, and the journal of who
 * changed what.
 *
 * `writers` belongs to the update log, which knows documents and no workshops; so its participants are no references.
 * `place` numbers the versions of a board in the order of creation, because clocks jump and repeat themselves.
 */
export const history: readonly string[] = [
  'ALTER TABLE boards ADD COLUMN binned_at_ms INTEGER',

  `CREATE TABLE writers (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    client_id INTEGER NOT NULL,
    participant_id TEXT NOT NULL,
    PRIMARY KEY (document, client_id)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE versions (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('automatic', 'session-end', 'before-restore', 'before-loss', 'named')),
    name TEXT,
    participant_id TEXT REFERENCES participants ON DELETE SET NULL,
    created_at_ms INTEGER NOT NULL,
    record_count INTEGER NOT NULL,
    checksum BLOB NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (board_id, place)
  ) STRICT`,
  'CREATE INDEX versions_by_participant ON versions (participant_id)',

  `CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    record_id TEXT NOT NULL,
    first_at_ms INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL,
    before_json TEXT,
    after_json TEXT
  ) STRICT`,
  'CREATE INDEX journal_by_board ON journal (board_id, last_at_ms)',
  'CREATE INDEX journal_by_participant ON journal (participant_id)',
];
