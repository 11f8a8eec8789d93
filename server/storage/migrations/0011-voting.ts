/** Ballots of the round that is open, and what was counted of those that are closed: who voted what goes with closing. */
export const voting: readonly string[] = [
  `CREATE TABLE ballots (
    round_id TEXT NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    votes TEXT NOT NULL,
    PRIMARY KEY (round_id, participant_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE voting_rounds (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
    closed_at_ms INTEGER NOT NULL,
    closed TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX voting_rounds_by_board ON voting_rounds (board_id, closed_at_ms)',
  'CREATE INDEX ballots_by_participant ON ballots (participant_id)',
];
