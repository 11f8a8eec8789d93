import type { TLRecord } from 'tldraw';
import { expect, test } from 'vitest';
import { textOf } from '../../../client/export/text/text-of.ts';

const shape = (type: string, props: object): TLRecord => ({ typeName: 'shape', type, props }) as unknown as TLRecord;

test('[COL12] letters are looked for where words can be, and not among the points of a drawing', () => {
  expect(textOf(shape('note', { richText: { content: ['Größe 中'] } }))).toContain('Größe 中');
  expect(textOf(shape('card', { fields: { note: 'Ω' } }))).toContain('Ω');
  expect(textOf(shape('arrow', { text: '→ سلام' }))).toContain('سلام');
  expect(textOf(shape('draw', { segments: [{ points: [{ x: 0, y: 0 }] }] }))).toBe('');
  expect(textOf({ typeName: 'page', name: 'Page' } as unknown as TLRecord)).toBe('');
});
