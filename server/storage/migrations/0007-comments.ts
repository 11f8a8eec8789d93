/** What is said beside boards; `place` is the order of writing on a board, because clocks jump. */
export const comments: readonly string[] = [
  `CREATE TABLE comments (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL REFERENCES boards ON DELETE CASCADE,
    place INTEGER NOT NULL,
    thread_id TEXT REFERENCES comments ON DELETE CASCADE,
    anchor TEXT,
    text TEXT NOT NULL,
    mentions TEXT NOT NULL,
    participant_id TEXT NOT NULL REFERENCES participants ON DELETE CASCADE,
    created_at_ms INTEGER NOT NULL,
    edited_at_ms INTEGER,
    resolved_by TEXT REFERENCES participants ON DELETE SET NULL,
    resolved_at_ms INTEGER,
    CHECK ((thread_id IS NULL) = (anchor IS NOT NULL)),
    UNIQUE (board_id, place)
  ) STRICT`,
  'CREATE INDEX comments_by_thread ON comments (thread_id)',
  'CREATE INDEX comments_by_participant ON comments (participant_id)',
  'CREATE INDEX comments_by_settler ON comments (resolved_by)',
];
