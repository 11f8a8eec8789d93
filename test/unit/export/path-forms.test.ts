import { describe, expect, it } from 'vitest';
import type { Op, PathOp } from '../../../client/export/display-list.ts';
import { identity } from '../../../client/export/matrix.ts';
import { writePdf } from '../../../client/export/write/write-pdf.ts';
import { faceSources } from './support/face-sources.ts';
import { itemOf, listOf, pageOf } from './support/lists.ts';
import { expandedPdf, inspectPdf, pixelsOf } from './support/pdf-tools.ts';

const card = 'M8 0H72a8 8 0 0 1 8 8V52a8 8 0 0 1 -8 8H8a8 8 0 0 1 -8 -8V8a8 8 0 0 1 8 -8ZM30 20H50V40H30Z';

const cardAt = (index: number, overrides: Partial<PathOp> = {}): Op => ({
  ...{ op: 'path', matrix: [1, 0, 0, 1, 20 + index * 100, 20], d: card, evenOdd: false, stroke: null },
  fill: { colour: index % 2 === 0 ? '#cc0000' : '#0000cc', alpha: 1 },
  ...overrides,
});

/** At one unit a point. */
const drawn = (ops: readonly Op[]) =>
  writePdf(listOf([pageOf([], { layers: [{ matrix: identity, clip: null, items: [itemOf(ops)] }] })]), faceSources);

describe('[CHK8] outlines that come again and again', () => {
  it('[CHK8] are in the file once and drawn in their own colours and ways', async () => {
    const hollow = [4, 5, 6, 7].map((index) => cardAt(index, { evenOdd: true }));
    const ops = [...[0, 1, 2, 3].map((index) => cardAt(index)), ...hollow];
    const { bytes } = await drawn(ops);
    expect(inspectPdf(bytes).complaints).toBe('');
    // Filled whole and filled with a hole are two outlines.
    expect(expandedPdf(bytes).match(/\/Subtype \/Form/g)).toHaveLength(2);
    const pixels = pixelsOf(bytes, 1);
    expect([0, 1].map((index) => pixels.at(20 + index * 100 + 10, 50))).toEqual(['#cc0000', '#0000cc']);
    expect([0, 4].map((index) => pixels.at(20 + index * 100 + 40, 50))).toEqual(['#cc0000', '#ffffff']);
  });

  it('[CHK8] stay where they are drawn as long as they are few or short', async () => {
    const few = [0, 1, 2].map((index) => cardAt(index));
    const short = Array.from({ length: 9 }, (_, index) => cardAt(index, { d: 'M0 0H80V60H0Z' }));
    const { bytes } = await drawn([...few, ...short]);
    expect(expandedPdf(bytes)).not.toContain('/Subtype /Form');
  });
});
