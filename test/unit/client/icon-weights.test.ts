import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { keepWeights, noteWeights } from '../../../deploy/icon-weights.ts';

const weightsOf = (code: string) =>
  [...code.matchAll(/"(regular|bold|fill|duotone|light|thin)",/g)].map((match) => match[1]);

it('[PAGE9] a built icon keeps the weights that it is shown in and loses the others', async () => {
  const file = fileURLToPath(import.meta.resolve('@phosphor-icons/react/dist/lib/IconBase'));
  const code = await readFile(file.replace('lib/IconBase', 'defs/ChatTeardropText'), 'utf8');
  const kept = keepWeights(code, new Set());
  expect(weightsOf(kept)).toEqual(['regular']);
  expect(kept.length).toBeLessThan(code.length * 0.4);
  expect(weightsOf(keepWeights(code, new Set(['fill', 'bold'])))).toEqual(['bold', 'fill', 'regular']);
});

it('[PAGE9] an icon written in another way stops the build instead of vanishing', () => {
  expect(() => keepWeights('const a = new Map([["regular", 1]]);', new Set())).toThrow('weights');
});

it('[PAGE9] which weights an icon is shown in is read from the sources, also where a condition or a variable says it', () => {
  const noted = new Map<string, Set<string>>();
  const from = (name: string) => `import { ${name}Icon } from '@phosphor-icons/react/dist/csr/${name}';\n`;
  noteWeights(`${from('Plus')}${from('Check')}<PlusIcon weight="bold" /> <CheckIcon aria-hidden="true" />`, noted);
  noteWeights(`${from('Funnel')}<FunnelIcon\n aria-hidden="true" weight={count > 0 ? 'fill' : 'regular'} />`, noted);
  noteWeights(`${from('ArrowUp')}${from('ArrowDown')}<Arrow weight="bold" />`, noted);
  noteWeights(`${from('Plus')}<PlusIcon weight="fill" />`, noted);
  expect(Object.fromEntries([...noted].map(([icon, weights]) => [icon, [...weights]]))).toEqual({
    Plus: ['bold', 'fill'],
    Funnel: ['fill'],
    ArrowUp: ['bold'],
    ArrowDown: ['bold'],
  });
});
