import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '../../support/source-files.ts';

const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> =>
  schema.parse(JSON.parse(readFileSync(join(projectRoot, name), 'utf8')));

const Versions = z.record(z.string(), z.string());
const Manifest = z.object({ dependencies: Versions, devDependencies: Versions, overrides: Versions });
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
});

/** Under which one may ship a package; tldraw's own terms are those of NOTICE. */
const licences =
  /^(MIT|MIT AND OFL-1\.1|OFL-1\.1|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0)$/;

const sharpSystems = [
  ...['darwin-arm64', 'darwin-x64', 'linux-arm', 'linux-arm64', 'linux-ppc64', 'linux-riscv64', 'linux-s390x'],
  ...['linux-x64', 'linuxmusl-arm64', 'linuxmusl-x64'],
];

/** Looked at one by one, with what was found. */
const looked: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...sharpSystems.map((system) => `libvips-${system}`), 'wasm32', 'win32-arm64', 'win32-ia32', 'win32-x64'].map(
      (name) => [
        `node_modules/@img/sharp-${name}`,
        'LGPL-3.0-or-later: a library of its own that anybody may exchange',
      ],
    ),
  ),
  'node_modules/png-js': 'states its licence, MIT, in a file only',
  'node_modules/d3-flextree': 'WTFPL: everybody may do with it whatever they like',
};

test('[REPO5] every package is named with one exact version', () => {
  const { dependencies, devDependencies, overrides } = read('package.json', Manifest);
  const all = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
  expect(all.length).toBeGreaterThan(0);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('[REPO5] all packages of tldraw have the same version', () => {
  const { packages } = read('package-lock.json', Lock);
  const versions = Object.entries(packages).filter(([path]) => /node_modules\/(tldraw|@tldraw\/[^/]+)$/.test(path));
  expect(versions.length).toBeGreaterThan(1);
  expect(new Set(versions.map(([, { version }]) => version))).toEqual(new Set(['3.15.6']));
});

test('[REPO6] whatever the product is built from may be passed on', () => {
  const { packages } = read('package-lock.json', Lock);
  const doubtful = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev && !/node_modules\/(tldraw|@tldraw\/[^/]+)$/.test(path))
    .filter(([path, { license }]) => !(path in looked) && !licences.test(license ?? ''))
    .map(([path, { license }]) => `${path}: ${license}`);
  expect(doubtful).toEqual([]);
});
