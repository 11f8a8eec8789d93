import type { RecordFile } from '../../../../shared/board/files/record-file.ts';

/** A file as it is read, without its pictures. */
export const fileText = ({ head, records, spell, between, foot }: RecordFile): string =>
  `${head}${records.map(spell).join(between)}${foot}`;
