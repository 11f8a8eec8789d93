import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { withoutBodies } from '../../../deploy/zod-for-pages.ts';

const core = (file: string) =>
  readFileSync(
    createRequire(import.meta.url)
      .resolve('zod')
      .replace(/index\.c?js$/, `v4/core/${file}`),
    'utf8',
  );

it.each(['to-json-schema.js', 'json-schema-processors.js'])('[PAG16] %s keeps its names and loses the rest', (file) => {
  const code = core(file);
  const lean = withoutBodies(code);
  expect(lean.length).toBeLessThan(code.length / 5);
  const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
  for (const name of names) expect(lean).toContain(`export const ${name} =`);
});

it('[PAG16] a zod in an unknown form stops the build', () => {
  expect(() => withoutBodies('module.exports = {};')).toThrow();
});
