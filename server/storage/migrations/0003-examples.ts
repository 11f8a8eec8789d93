/** Boards that show a template filled with an invented case; a workshop has at most one of each template. */
export const examples: readonly string[] = [
  'ALTER TABLE boards ADD COLUMN example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1))',
  'CREATE UNIQUE INDEX examples_by_template ON boards (workshop_id, template) WHERE example = 1',
];
