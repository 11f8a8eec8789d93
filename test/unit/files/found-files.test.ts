import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AnyRecord } from '../../../shared/board/groups.ts';
import { plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { landText } from './land-text.ts';

const read = (name: string) => landText(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'));

function kindsIn(records: readonly AnyRecord[]) {
  const counts: Record<string, number> = {};
  for (const { typeName, type } of records) {
    const kind = String(typeName === 'shape' ? type : typeName);
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const wordsIn = (records: readonly AnyRecord[]) =>
  records.flatMap(({ props }) => {
    const text = (props as { richText?: RichText } | undefined)?.richText;
    return text === undefined ? [] : [plainText(text)];
  });

test('[TRV3] a file that somebody drew in 2024 comes in whole', () => {
  const { boards, leftOut } = read('eventforwarder.tldr');
  expect(leftOut).toEqual([]);
  expect(boards).toHaveLength(1);
  const records = boards[0]?.records ?? [];
  expect(kindsIn(records)).toEqual({ document: 1, page: 1, arrow: 4, geo: 2, text: 13 });
  expect(wordsIn(records).filter((text) => text !== '').length).toBeGreaterThan(10);
});

test('[TRV3] a file that somebody drew in 2025 comes in whole, arrows on their boxes and the group as a group', () => {
  const { boards, leftOut } = read('short-genai-stories.tldr');
  expect(leftOut).toEqual([]);
  const records = boards[0]?.records ?? [];
  expect(kindsIn(records)).toMatchObject({ arrow: 14, geo: 12, group: 1 });
  expect(records.filter(({ parentId }) => String(parentId).startsWith('shape:')).length).toBeGreaterThan(1);
});
