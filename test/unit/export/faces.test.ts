import { describe, expect, test } from 'vitest';
import { faceFiles } from '../../../client/export/face-files.ts';
import { type FaceName, faceChain, faceFor, faces } from '../../../client/export/faces.ts';
import { readFace } from '../../../deploy/pdf-faces.ts';

const trueType = '00010000';

describe('faces', () => {
  test('[PDF2] the nearest weight is taken, and slant counts for more than weight', () => {
    expect(faceFor('text', 500, false)).toBe('textMedium');
    expect(faceFor('title', 650, false)).toBe('titleSemiBold');
    expect(faceFor('serif', 900, true)).toBe('serifBoldItalic');
    expect(faceFor('text', 700, true)).toBe('textBoldItalic');
  });

  test('[PDF2] stand-ins keep weight and slant', () => {
    expect(faceChain('draw', 700, true)).toEqual(['drawBoldItalic', 'sansBoldItalic', 'textBoldItalic']);
  });

  test('[PDF3] every face is TrueType when it reaches the writer, also when all are read at once', async () => {
    const names = Object.keys(faces) as FaceName[];
    expect(Object.keys(faceFiles).sort()).toEqual([...names].sort());
    const files = await Promise.all(names.map(readFace));
    for (const [index, bytes] of files.entries())
      expect(Buffer.from(bytes.subarray(0, 4)).toString('hex'), names[index]).toBe(trueType);
  });
});
