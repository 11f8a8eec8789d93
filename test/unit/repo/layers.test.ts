import { expect, test } from 'vitest';
import { findCycle, type Import, importsOf } from '../../support/imports.ts';
import { listFiles, readSource } from '../../support/source-files.ts';

const pageBasics = ['client/ui', 'client/i18n', 'client/api'];
const canvas = ['shared', 'client/sync', 'client/canvas', ...pageBasics];
const serverBasics = ['shared', 'server/observe', 'server/threads', 'server/access', 'server/storage'];

/**
 * Which folders a folder may import from, beside itself. The longest entry that a file's path begins with counts; a file
 * without an entry is an error, so a new folder has to find its place here first.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  shared: [],

  'server/observe': ['shared', 'package.json'],
  'server/threads': [],
  'server/pictures': ['shared', 'server/observe', 'server/threads'],
  'server/storage': ['shared', 'server/observe', 'server/threads'],
  'server/relay': ['shared', 'server/observe'],
  'server/access': ['shared', 'server/observe', 'server/storage'],
  'server/rooms': [...serverBasics, 'server/relay'],
  'server/session': [...serverBasics, 'server/rooms'],
  'server/files': [...serverBasics, 'server/pictures', 'server/rooms'],
  'server/upkeep': [...serverBasics, 'server/files', 'server/rooms'],
  'server/transport': [...serverBasics, 'server/rooms', 'server/session'],
  'server/http': [
    ...serverBasics,
    ...['server/files', 'server/pictures', 'server/rooms', 'server/session', 'server/upkeep', 'server/config.ts'],
  ],
  'server/config.ts': ['shared', 'server/access'],
  'server/app.ts': ['shared', 'server'],
  'server/main.ts': ['shared', 'server'],
  'server/erase.ts': ['shared', 'server'],

  'client/api': ['shared', ...pageBasics],
  'client/i18n': ['shared', ...pageBasics],
  'client/ui': ['shared', ...pageBasics],
  'client/sync': ['shared', ...pageBasics],
  'client/canvas': canvas,
  'client/cards': canvas,
  'client/boards': canvas,
  'client/facilitation': canvas,
  'client/export': canvas,
  'client/pages': ['shared', 'client'],
  'client/main.ts': ['shared', 'client'],
  'client/start.tsx': ['shared', 'client'],
  'client/page-files.ts': ['client/pages'],
  'client/routes.tsx': ['shared', 'client'],
  'client/zod-without-eval.ts': [],

  // Set-up and steps of the build.
  deploy: ['.', 'dist', 'client/export'],
};

/** Where a package may be imported; those that are not named may be anywhere. */
const packageHomes: readonly { readonly packages: RegExp; readonly folders: readonly string[] }[] = [
  {
    packages: /^@tldraw\/(tlschema|store|validate)$/,
    folders: ['shared/board', 'shared/method/board-view.ts', 'client/canvas', 'client/cards', 'client/export'],
  },
  {
    packages: /^(tldraw|@tldraw\/(?!(tlschema|store|validate)$).*)$/,
    folders: ['client/canvas', 'client/cards', 'client/export'],
  },
  {
    packages: /^(node:.*|ws|fastify|@fastify\/.*|kysely|pino|sharp|@photostructure\/sqlite)$/,
    folders: ['server', 'deploy'],
  },
  { packages: /^(react|react-dom|radix-ui|wouter|y-websocket|@phosphor-icons\/react)$/, folders: ['client'] },
];

const isIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

function layerOf(path: string): string | null {
  const found = Object.keys(mayImport).filter((folder) => isIn(path, folder));
  return found.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** @returns a sentence when the import goes against the table, else null */
function complaint({ from, to, kind }: Import): string | null {
  if (kind === 'package') {
    const home = packageHomes.find(({ packages }) => packages.test(to));
    return home === undefined || home.folders.some((folder) => isIn(from, folder)) ? null : `${from} imports ${to}`;
  }
  const layer = layerOf(from);
  if (layer === null) return `${from} is in no layer`;
  const allowed = [layer, ...(mayImport[layer] ?? [])];
  return allowed.some((folder) => isIn(to, folder)) ? null : `${from} imports ${to}`;
}

const complaintsAbout = (imports: readonly Import[]): readonly string[] =>
  imports.map(complaint).filter((text) => text !== null);

const product = listFiles(['client', 'server', 'shared', 'deploy'], /\.(tsx?|mjs|css)$/).map(readSource);

test('[REPO1] no import of the product goes against the layers', () => {
  expect(product.length).toBeGreaterThan(0);
  expect(product.filter(({ path }) => layerOf(path) === null).map(({ path }) => path)).toEqual([]);
  expect(complaintsAbout(product.flatMap(importsOf))).toEqual([]);
});

test('[REPO1] an import against the layers is found in every form it can have', () => {
  const found = (path: string, text: string) => complaintsAbout(importsOf({ path, text }));
  expect(found('shared/board/a.ts', "import { b } from '../../server/app.ts';")).toHaveLength(1);
  expect(found('shared/board/a.ts', "import type { B } from '../../server/app.ts';")).toHaveLength(1);
  expect(found('server/rooms/a.ts', "export { b } from '../transport/upgrade.ts';")).toHaveLength(1);
  expect(found('server/http/a.ts', "let b: import('../transport/upgrade.ts').B;")).toHaveLength(1);
  expect(found('client/export/a.ts', "const b = await import('../cards/b.ts');")).toHaveLength(1);
  expect(found('client/canvas/a.ts', "const b = new URL('../../server/b.ts', import.meta.url);")).toHaveLength(1);
  expect(found('client/ui/a.css', "@import '../pages/b.css';")).toHaveLength(1);
  expect(found('client/ui/a.module.css', ".a { composes: b from '../pages/b.module.css'; }")).toHaveLength(1);
  expect(found('client/sync/a.ts', "import { b } from '../../test/support/b.ts';")).toHaveLength(1);
  expect(found('client/pages/Board.tsx', "import { Tldraw } from 'tldraw';")).toHaveLength(1);
  expect(found('shared/board/a.ts', "import { Editor } from '@tldraw/editor';")).toHaveLength(1);
  expect(found('client/sync/a.ts', "import { readFileSync } from 'node:fs';")).toHaveLength(1);
  expect(found('client/new/a.ts', "import { b } from './b.ts';")).toEqual(['client/new/a.ts is in no layer']);
});

test('[REPO1] an import along the layers is let through', () => {
  const found = (path: string, text: string) => complaintsAbout(importsOf({ path, text }));
  expect(found('shared/board/a.ts', "import { TLShape } from '@tldraw/tlschema';")).toEqual([]);
  expect(found('client/pages/A.tsx', "import { b } from '../export/b.ts'; const c = <b />;")).toEqual([]);
  expect(found('server/transport/a.ts', "import { b } from '../rooms/b.ts'; import ws from 'ws';")).toEqual([]);
});

test('[REPO2] no files import each other in a circle when they run', () => {
  expect(findCycle(product.flatMap(importsOf))).toBeNull();
});

test('[REPO2] a circle is found, and one of types alone is none', () => {
  const read = (path: string, text: string) => importsOf({ path, text });
  const forth = read('shared/a.ts', "import { b } from './b.ts';");
  expect(findCycle([...forth, ...read('shared/b.ts', "import { a } from './a.ts';")])).toEqual([
    'shared/a.ts',
    'shared/b.ts',
    'shared/a.ts',
  ]);
  expect(findCycle([...forth, ...read('shared/b.ts', "import type { A } from './a.ts';")])).toBeNull();
});
