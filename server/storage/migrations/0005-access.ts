/**
 * Links that expire or ask for a passcode, people who were removed, organisations that became one, one's own second
 * device, and the live state of a workshop's session.
 *
 * A grant that has ended stays, so that a browser which comes back is the same person as before. A link for a second
 * device hangs on the session that asked for it: what that session may do, when it is used, is what the other one gets.
 * `state` is JSON; `commands` remembers which were carried out, and at which state.
 */
export const access: readonly string[] = [
  'ALTER TABLE invites ADD COLUMN expires_at_ms INTEGER',
  'ALTER TABLE invites ADD COLUMN passcode_hash TEXT',
  'ALTER TABLE grants ADD COLUMN ended_at_ms INTEGER',
  'ALTER TABLE participants ADD COLUMN removed_at_ms INTEGER',
  'ALTER TABLE organisations ADD COLUMN merged_into TEXT REFERENCES organisations',
  'CREATE INDEX organisations_by_target ON organisations (merged_into)',

  `CREATE TABLE resume_links (
    session_id TEXT NOT NULL REFERENCES sessions ON DELETE CASCADE,
    workshop_id TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
    token_hash BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    expires_at_ms INTEGER NOT NULL,
    PRIMARY KEY (session_id, workshop_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX resume_links_by_workshop ON resume_links (workshop_id)',

  `CREATE TABLE session_states (
    workshop_id TEXT PRIMARY KEY REFERENCES workshops ON DELETE CASCADE,
    seq INTEGER NOT NULL CHECK (seq >= 0),
    state TEXT NOT NULL
  ) STRICT`,

  `CREATE TABLE commands (
    workshop_id TEXT NOT NULL REFERENCES workshops ON DELETE CASCADE,
    command_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (workshop_id, command_id)
  ) STRICT, WITHOUT ROWID`,
];
