/** Who agreed to be named in reports, and how a workshop's reports look. Nobody has agreed who was not asked. */
export const reports: readonly string[] = [
  `ALTER TABLE participants ADD COLUMN name_in_report INTEGER NOT NULL DEFAULT 0
    CHECK (name_in_report IN (0, 1) AND (name_in_report = 0 OR kind = 'person'))`,

  `CREATE TABLE report_looks (
    workshop_id TEXT PRIMARY KEY REFERENCES workshops ON DELETE CASCADE,
    accent TEXT,
    logo TEXT
  ) STRICT`,
];
