/** What people made of the scripts of their boards' templates. That of a copy is stored before its board, as pictures are. */
export const agendas: readonly string[] = [
  `CREATE TABLE agendas (
    board_id TEXT PRIMARY KEY,
    agenda TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
