import { expect, test } from 'vitest';
import { configTable } from '../../../server/config.ts';
import { readSource } from '../../support/source-files.ts';

test('[REPO10] the table of the README is the one that the configuration gives', () => {
  const table = /<!-- config:begin -->\n(.*?)<!-- config:end -->/s.exec(readSource('README.md').text)?.[1];
  expect(table?.trim()).toBe(configTable());
});
