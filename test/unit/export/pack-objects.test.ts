import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { packObjects } from '../../../client/export/write/pack-objects.ts';
import { hasPdfTools } from '../../support/programs.ts';
import { inspectPdf, structureOf } from './support/pdf-tools.ts';

/** A tagged file of many small objects, as pdfkit writes it. */
function plainPdf(paragraphs: number): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    ...{ tagged: true, pdfVersion: '1.7', lang: 'en', compress: true },
    info: { Title: 'Lärm “œ” 中文', CreationDate: new Date(0) },
  });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (let n = 0; n < paragraphs; n++)
    root.add(pdf.struct('P', {}, () => void pdf.text(`word${n}`, 40, 40 + (n % 60) * 11, { lineBreak: false })));
  root.end();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.end();
  });
}

describe.skipIf(!hasPdfTools)('packing', () => {
  it('[PDF42] packed objects are the same file to readers at less than half the size', async () => {
    const plain = await plainPdf(200);
    const packed = packObjects(plain);
    expect(packed.length).toBeLessThan(plain.length / 2);
    const [before, after] = [inspectPdf(plain), inspectPdf(packed)];
    expect(after.complaints).toBe('');
    expect(after.text).toBe(before.text);
    expect(after.fonts).toEqual(before.fonts);
    for (const fact of ['Title', 'Tagged', 'Pages', 'PDF version', 'CreationDate'])
      expect(after.info.get(fact)).toBe(before.info.get(fact));
    expect(structureOf(packed)).toBe(structureOf(plain));
    expect(packObjects(plain)).toEqual(packed);
  });

  it('[PDF42] what pdfkit does not write is refused, not spoilt', async () => {
    const plain = await plainPdf(3);
    expect(() => packObjects(plain.subarray(0, plain.length - 40))).toThrow('table of references');
    expect(() => packObjects(packObjects(plain))).toThrow('table of references');
  });
});
