/**
 * Pictures on boards. `board_id` is no reference, like the names of documents: pictures are stored before the board that
 * shows them. `place` numbers those of a board in the order in which they came.
 */
export const images: readonly string[] = [
  `CREATE TABLE images (
    id TEXT PRIMARY KEY,
    board_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    participant_id TEXT REFERENCES participants ON DELETE SET NULL,
    type TEXT NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    is_animated INTEGER NOT NULL CHECK (is_animated IN (0, 1)),
    size_bytes INTEGER NOT NULL CHECK (size_bytes = length(content)),
    created_at_ms INTEGER NOT NULL,
    checksum BLOB NOT NULL,
    content BLOB NOT NULL,
    UNIQUE (board_id, place)
  ) STRICT`,
  'CREATE INDEX images_by_participant ON images (participant_id)',
];
