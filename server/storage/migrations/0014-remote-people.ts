/** Who is not in the room with the others. Of those who came before nobody knows it: they are taken for in the room. */
export const remotePeople: readonly string[] = [
  'ALTER TABLE participants ADD COLUMN remote INTEGER NOT NULL DEFAULT 0 CHECK (remote IN (0, 1))',
];
