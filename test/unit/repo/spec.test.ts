import { expect, test } from 'vitest';
import { listFiles, readSource, type SourceFile } from '../../support/source-files.ts';
import { literalText, type Node, nodeAt, nodesOf } from '../../support/syntax.ts';

/** Members of `test` that take a title; `describe`, `step`, `beforeEach` and the like do not count. */
const titled = ['skip', 'skipIf', 'runIf', 'only', 'todo', 'each', 'for', 'fails', 'concurrent', 'sequential', 'fixme'];

/** @returns whether a callee is `test`, `test.skipIf(…)`, `test.each(…)` and so on */
function isTest(callee: Node | null): boolean {
  if (callee?.type === 'Identifier') return callee.name === 'test' || callee.name === 'it';
  if (callee?.type === 'CallExpression') return isTest(nodeAt(callee, 'callee'));
  if (callee?.type === 'TaggedTemplateExpression') return isTest(nodeAt(callee, 'tag'));
  if (callee?.type !== 'MemberExpression') return false;
  return titled.includes(String(nodeAt(callee, 'property')?.name)) && isTest(nodeAt(callee, 'object'));
}

/** Titles of the tests in a file; a title that is not written out in place is null. */
function titlesIn(file: SourceFile): readonly (string | null)[] {
  return [...nodesOf(file)].flatMap((node) => {
    if (node.type !== 'CallExpression' || !isTest(nodeAt(node, 'callee'))) return [];
    const [title, body] = node.arguments as readonly (Node | undefined)[];
    // `test.each(table)` and a condition of `test.skip` are calls without a body.
    return body === undefined || !/Function|ObjectExpression|Identifier|CallExpression/.test(body.type)
      ? []
      : [literalText(title)];
  });
}

const idsOf = (title: string | null): readonly string[] =>
  [...(/^(\[[A-Z][A-Z0-9]*\d[a-z]?\])+ /.exec(title ?? '')?.[0].matchAll(/[A-Z][A-Z0-9]*\d[a-z]?/g) ?? [])].map(
    ([id]) => id,
  );

const titles = listFiles(['test'], /\.tsx?$/)
  .map(readSource)
  .flatMap((file) => titlesIn(file).map((title) => ({ path: file.path, title })));

const rules = [...readSource('test/SPEC.md').text.matchAll(/^- \*\*([A-Z][A-Z0-9]*\d[a-z]?)\*\* \S/gm)].map(
  ([, id = '']) => id,
);

/** What is measured instead of tested stands under its id in a benchmark or a long run. */
const measured = listFiles(['test/bench', 'test/soak'], /\.ts$/)
  .map(readSource)
  .flatMap(({ text }) => [...text.matchAll(/\[([A-Z][A-Z0-9]*\d[a-z]?)\]/g)].map(([, id = '']) => id));

test('[REPO12] every test says in its title which rule it proves', () => {
  expect(titles.length).toBeGreaterThan(0);
  expect(titles.filter(({ title }) => idsOf(title).length === 0)).toEqual([]);
});

test('[REPO12] every rule of a test stands in SPEC.md, once', () => {
  const unknown = titles.flatMap(({ title, path }) =>
    idsOf(title)
      .filter((id) => !rules.includes(id))
      .map((id) => `${path}: ${id}`),
  );
  expect([...new Set([...unknown, ...measured.filter((id) => !rules.includes(id))])]).toEqual([]);
  expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([]);
});

test('[REPO12] every rule of SPEC.md is proved by some test', () => {
  const proved = new Set([...titles.flatMap(({ title }) => idsOf(title)), ...measured]);
  expect(rules.filter((id) => !proved.has(id))).toEqual([]);
});

test('[REPO12] titles are found in every form a test can have', () => {
  const found = (text: string) => titlesIn({ path: 'a.ts', text });
  expect(found("test('[A1] a', () => {});")).toEqual(['[A1] a']);
  expect(found('it(`[A1] a`, () => {});')).toEqual(['[A1] a']);
  expect(found("test.each([1])('[A1] a', () => {});")).toEqual(['[A1] a']);
  expect(found("test.skipIf(!here)('[A1] a', () => {});")).toEqual(['[A1] a']);
  expect(found("test('[A1] a', { timeout: 1 }, () => {});")).toEqual(['[A1] a']);
  expect(found('test(title, () => {});')).toEqual([null]);
  expect(found("test.describe('a', () => {}); test.skip(isWindows, 'no signals');")).toEqual([]);
  expect(idsOf('[STO1][RELY21] a')).toEqual(['STO1', 'RELY21']);
  expect(idsOf('STO1 a')).toEqual([]);
});
