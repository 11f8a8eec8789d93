import * as Y from 'yjs';
import type { TemplateId } from '../api/templates.ts';
import type { Language } from '../api/text.ts';
import { recordsOf, schemaOf } from '../board/document.ts';
import { createGroups, splitRecord } from '../board/groups.ts';
import { boardSchema } from '../board/schema.ts';
import { templateRecords } from './records.ts';
import { loadTemplate } from './templates.ts';

/** Who wrote the first entry of a log. Fixed, so that the same board is seeded with the same bytes; no editor gets it. */
export const seedClientId = 1;

/** @returns the first entry of a board's update log: one Yjs V1 update with the template's records and the schema. */
export function seedBoard(input: {
  template: TemplateId;
  language: Language;
  createdAtMs: number;
  partnership: string;
  boardTitle: string;
}): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = seedClientId;
  const records = templateRecords(loadTemplate(input.template), input);
  doc.transact(() => {
    for (const [key, value] of Object.entries(boardSchema.serialize())) schemaOf(doc).set(key, value);
    for (const record of records) recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  }, 'seed');
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
