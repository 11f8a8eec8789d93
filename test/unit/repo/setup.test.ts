import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf, isSupportedNode, missingPackages } from '../../../deploy/setup.mjs';
import { createTempFolder } from '../../support/temp-folder.ts';

const engines = '^20.19.0 || ^22.13.0 || >=24.0.0';

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['20.18.9', false],
  ['18.20.8', false],
  ['21.7.3', false],
  ['22.12.0', false],
  ['22.13.0', true],
  ['23.11.1', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('[REPO8] Node %s: supported is %s', (version, supported) => {
  expect(isSupportedNode(version, engines)).toBe(supported);
});

test('[REPO8] a range that cannot be read is an error, not a yes', () => {
  expect(() => isSupportedNode('20.19.0', '~20.19.0')).toThrow();
});

test('[REPO9] packages are missing when absent or of another version; optional ones are not', () => {
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0' },
    'node_modules/other-platform': { version: '1.0.0', optional: true },
  };
  expect(missingPackages(locked, { 'node_modules/a': { version: '1.0.0' } })).toEqual(['node_modules/b']);
  expect(missingPackages(locked, { ...locked, 'node_modules/b': { version: '1.9.0' } })).toEqual(['node_modules/b']);
  expect(missingPackages(locked, locked)).toEqual([]);
});

test('[REPO9] the build is stale when a source is changed, added, renamed or removed, and not when it is only touched', () => {
  using folder = createTempFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder.path, name), text);
  const hash = () => hashOf(folder.path, ['client', 'NOTICE']);
  mkdirSync(join(folder.path, 'client', 'pages'), { recursive: true });
  write('client/pages/a.ts', 'one');
  const first = hash();
  write('client/pages/a.ts', 'one');
  expect(hash()).toBe(first);
  write('client/pages/a.ts', 'two');
  const changed = hash();
  write('client/b.ts', '');
  const added = hash();
  write('NOTICE', '');
  const withNotice = hash();
  expect(new Set([first, changed, added, withNotice]).size).toBe(4);
});
