import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { keepUsedWeights } from '../../../deploy/icon-weights.ts';

it('[PAGE9] a built icon keeps the three weights in use and loses the others', async () => {
  const file = fileURLToPath(import.meta.resolve('@phosphor-icons/react/dist/lib/IconBase'));
  const code = await readFile(file.replace('lib/IconBase', 'defs/ChatTeardropText'), 'utf8');
  const kept = keepUsedWeights(code);
  expect([...kept.matchAll(/"(regular|bold|fill|duotone|light|thin)",/g)].map((match) => match[1])).toEqual([
    'bold',
    'fill',
    'regular',
  ]);
  expect(kept.length).toBeLessThan(code.length * 0.7);
});

it('[PAGE9] an icon written in another way stops the build instead of vanishing', () => {
  expect(() => keepUsedWeights('const a = new Map([["regular", 1]]);')).toThrow('weights');
});
