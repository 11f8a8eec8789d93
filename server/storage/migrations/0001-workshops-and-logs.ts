/**
 * Workshops with their people, links and boards, and the update log of every document.
 *
 * A workshop takes everything that belongs to it along when it goes; an organisation or a link that somebody still hangs
 * on does not go alone. Every foreign key that is not the beginning of a key has an index of its own.
 * The log is keyed by the document's name instead of a number, so that a row says by itself whose it is.
 */
export const workshopsAndLogs: readonly string[] = [
  `CREATE TABLE workshops (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE organisations (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    colour INTEGER NOT NULL CHECK (colour > 0),
    UNIQUE (workshop_id, name_key),
    UNIQUE (workshop_id, colour)
  ) STRICT`,

  `CREATE TABLE participants (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
    place INTEGER NOT NULL,
    organisation_id TEXT NOT NULL REFERENCES organisations,
    name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'viewer')),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'program')),
    joined_at_ms INTEGER NOT NULL,
    UNIQUE (workshop_id, place)
  ) STRICT`,
  'CREATE INDEX participants_by_organisation ON participants (organisation_id)',

  `CREATE TABLE boards (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
    place INTEGER NOT NULL,
    title TEXT NOT NULL,
    template TEXT NOT NULL,
    language TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    UNIQUE (workshop_id, place)
  ) STRICT`,

  `CREATE TABLE invites (
    id TEXT PRIMARY KEY,
    workshop_id TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
    place INTEGER NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'viewer')),
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    created_at_ms INTEGER NOT NULL,
    revoked_at_ms INTEGER,
    UNIQUE (workshop_id, place)
  ) STRICT`,

  `CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    created_at_ms INTEGER NOT NULL
  ) STRICT`,

  `CREATE TABLE grants (
    session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
    workshop_id TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'viewer')),
    invite_id TEXT NOT NULL REFERENCES invites,
    PRIMARY KEY (session_id, workshop_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX grants_by_workshop ON grants (workshop_id)',
  'CREATE INDEX grants_by_participant ON grants (participant_id)',
  'CREATE INDEX grants_by_invite ON grants (invite_id)',

  `CREATE TABLE documents (
    name TEXT PRIMARY KEY,
    last_sequence INTEGER NOT NULL CHECK (last_sequence > 0)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE updates (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    checksum BLOB NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (document, sequence)
  ) STRICT, WITHOUT ROWID`,

  `CREATE TABLE snapshots (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE,
    through INTEGER NOT NULL,
    checksum BLOB NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (document, through)
  ) STRICT, WITHOUT ROWID`,
];
