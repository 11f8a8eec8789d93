/** `place` is the order in which the commands of a workshop were carried out; of those before it nothing is known. */
export const commands: readonly string[] = ['ALTER TABLE commands ADD COLUMN place INTEGER NOT NULL DEFAULT 0'];
