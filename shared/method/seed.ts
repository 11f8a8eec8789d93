import * as Y from 'yjs';
import type { TemplateId } from '../api/templates.ts';
import type { Language } from '../api/text.ts';
import { recordsOf, schemaOf } from '../board/document.ts';
import { type AnyRecord, createGroups, splitRecord } from '../board/groups.ts';
import { boardSchema } from '../board/schema.ts';
import { loadDemo } from './demo/demos.ts';
import { demoRecords } from './demo-records.ts';
import { furnitureRecords, templateRecords } from './records.ts';
import { loadTemplate } from './templates.ts';

/** Who wrote the first entry of a log. Fixed, so that the same board is seeded with the same bytes; no editor gets it. */
export const seedClientId = 1;

type SeedInput = Parameters<typeof seedBoard>[0];

function boardRecords(input: SeedInput): readonly AnyRecord[] {
  const template = loadTemplate(input.template);
  const demo = input.example ? loadDemo(input.template) : null;
  if (demo === null) return templateRecords(template, input);
  return [...furnitureRecords(template, input), ...demoRecords(template, demo, input)];
}

/** @returns the first entry of a board's update log: one Yjs V1 update with the template's records and the schema. */
export function seedBoard(input: {
  template: TemplateId;
  language: Language;
  createdAtMs: number;
  partnership: string;
  boardTitle: string;
  /** Filled with an invented case, without anything to write over. */
  example: boolean;
}): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = seedClientId;
  const records = boardRecords(input);
  doc.transact(() => {
    for (const [key, value] of Object.entries(boardSchema.serialize())) schemaOf(doc).set(key, value);
    for (const record of records) recordsOf(doc).set(record.id, createGroups(splitRecord(record)));
  }, 'seed');
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
