/** What people have written on each board, as it was when it was last counted. */
export const tallies: readonly string[] = [
  `CREATE TABLE tallies (
    board_id TEXT PRIMARY KEY REFERENCES boards ON DELETE CASCADE,
    cards INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    changed_at_ms INTEGER
  ) STRICT, WITHOUT ROWID`,
];
