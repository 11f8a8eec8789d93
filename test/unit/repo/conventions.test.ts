import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listFiles, projectRoot, readSource, type SourceFile } from '../../support/source-files.ts';
import { type Node, nodeAt, nodesOf } from '../../support/syntax.ts';

const topLevel = [
  'client',
  'server',
  'shared',
  'test',
  'deploy',
  'README.md',
  'LICENSE',
  'NOTICE',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
];
const unversioned = ['node_modules', 'dist', 'data', 'test-results'];

const scripts = listFiles(['client', 'server', 'shared', 'test', 'deploy', '.ci'], /\.(tsx?|mjs)$/).map(readSource);

/** @returns what is wrong with one node, or null */
function wrongWith(node: Node): string | null {
  if (node.type === 'ExportAllDeclaration') return 'export *';
  if (node.type !== 'MemberExpression') return null;
  const object = nodeAt(node, 'object')?.name;
  if (object === 'console') return 'console';
  const property = nodeAt(node, 'property')?.name;
  return ['test', 'it', 'describe'].includes(String(object)) && property === 'only' ? '.only' : null;
}

const wrongIn = (file: SourceFile): readonly string[] =>
  [...nodesOf(file)].map(wrongWith).filter((wrong) => wrong !== null);

test('[REPO3] the top level holds what the design names and nothing else', () => {
  const found = readdirSync(projectRoot).filter((name) => !name.startsWith('.') && !/\.(log|local)$/.test(name));
  expect(found.filter((name) => ![...topLevel, ...unversioned].includes(name))).toEqual([]);
  expect(topLevel.filter((name) => !found.includes(name))).toEqual([]);
});

test('[REPO4] no file has a console call, an export of everything or a test that shuts out the others', () => {
  const wrong = scripts.flatMap((file) => wrongIn(file).map((what) => `${file.path}: ${what}`));
  expect(scripts.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

/** Names of hooks that a file asks for as soon as it is imported. */
function hooksIn(file: SourceFile): readonly string[] {
  const [program] = nodesOf(file);
  const statements = (program?.body ?? []) as readonly Node[];
  return statements.flatMap((statement) => {
    const expression = nodeAt(statement, 'expression');
    const callee = expression?.type === 'CallExpression' ? nodeAt(expression, 'callee') : null;
    const name = String((callee && nodeAt(callee, 'property'))?.name ?? callee?.name);
    return /^(before|after)(All|Each)$/.test(name) ? [name] : [];
  });
}

test('[REPO4] no helper asks for a hook when it is imported', () => {
  // Files of tests share what they import: a hook would be the first one's alone.
  const helpers = scripts.filter(({ path }) => path.startsWith('test/') && !/\.(test|spec)\.tsx?$/.test(path));
  expect(helpers.length).toBeGreaterThan(0);
  expect(helpers.flatMap((file) => hooksIn(file).map((hook) => `${file.path}: ${hook}`))).toEqual([]);
});

test('[REPO4] each of them is found', () => {
  const found = (text: string) => wrongIn({ path: 'a.ts', text });
  expect(found('console.log(1);')).toEqual(['console']);
  expect(found("export * from './b.ts';")).toEqual(['export *']);
  expect(found("test.only('a', () => {});")).toEqual(['.only']);
  expect(found("const text = 'console.log';")).toEqual([]);
  const hooks = (text: string) => hooksIn({ path: 'a.ts', text });
  expect(hooks('afterEach(() => {}); test.beforeAll(() => {});')).toEqual(['afterEach', 'beforeAll']);
  expect(hooks('export function suite() { afterEach(() => {}); }')).toEqual([]);
});
