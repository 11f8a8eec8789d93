import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';
import { ahead, besideCanvas } from '../../../deploy/page-chunks.ts';
import { listFiles, projectRoot, readSource } from '../../support/source-files.ts';

/** Parts that a file asks for: what it imports when it is needed, and whether that is fetched ahead. */
function partsOf(path: string): readonly { readonly part: string; readonly isAhead: boolean }[] {
  const { text } = readSource(path);
  const loads = [...text.matchAll(/const (\w+) = (?:async )?\(\) =>([^;]*?import\('[^;]*);/g)];
  const filesIn = (code = '') => [...code.matchAll(/import\('([^']+)'\)/g)].map(([, file = '']) => file);
  return [...text.matchAll(/= lazyPart\(([\s\S]*?)\);\n/g)].flatMap(([, given = '']) => {
    const [own, named] = [filesIn(given), filesIn(loads.find(([, name = '']) => given.includes(name))?.[2])];
    const files = own.length > 0 ? own : named;
    if (files.length === 0) throw new Error(`${path}: which file is ${given}?`);
    return files.map((file) => ({ part: normalize(join(dirname(path), file)), isAhead: /ahead: true/.test(given) }));
  });
}

it('[PAGE39] every file that stands in a list of the build is there, in one list alone, and what a board fetches ahead is in one', () => {
  const listed = [...besideCanvas, ...ahead].map((path) => `client/${path}`);
  expect(listed.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
  expect(listed.filter((path, at) => listed.indexOf(path) !== at)).toEqual([]);

  const sources = listFiles(['client'], /\.tsx?$/).filter((path) => path !== 'client/ui/lazy-part.ts');
  const asked = sources.flatMap((path) => partsOf(path).map((found) => ({ path, ...found })));
  expect(asked.length).toBeGreaterThan(50);
  // The page that phones get of a board has files of its own.
  const ofBoard = asked.filter(({ path, isAhead }) => isAhead && !path.startsWith('client/pages/companion/'));
  expect(ofBoard.map(({ part }) => part).filter((part) => !listed.includes(part))).toEqual([]);
  const aheadOfBoard = new Set(ofBoard.map(({ part }) => part));
  expect(ahead.map((path) => `client/${path}`).filter((path) => !aheadOfBoard.has(path))).toEqual([]);
});
