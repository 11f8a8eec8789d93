import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shortcutGroups, shortcutsFor } from '../../../client/pages/board/tools/shortcuts.ts';
import { listFiles, projectRoot } from '../../support/source-files.ts';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** As the list writes them, in lower case. */
const named: Readonly<Record<string, string>> = {
  ...{ pagedown: 'down', pageup: 'up', arrowright: '→', arrowleft: '←' },
  ...{ '⏎': 'enter', '⌫': 'delete', del: 'delete', '=': '+', '-': '−', cmd: 'mod', ctrl: 'mod' },
};
const normal = (keys: string): string =>
  keys
    .toLowerCase()
    .split('+')
    .map((key) => named[key] ?? key)
    .join('+');

/** What menus and actions of ours are registered with. */
const ours = listFiles(['client'], /\.tsx?$/)
  .flatMap((path) => found(read(path), /\bkbd[:=] ?['"]([^'"]+)['"]/g))
  .map(normal);

/** What the board's page listens to by itself. */
const ofPage = ['client/pages/board/tools/use-tool-keys.ts', 'client/pages/board/use-regions.ts']
  .flatMap((path) => found(read(path), /(?:case|key [!=]==|toLowerCase\(\) [!=]==) '([^']+)'/g))
  .map((key) => (key === 'f' ? 'mod+f' : normal(key)));

/** What comes with the canvas: from its menus and tools, and what its tools listen to. */
const ofCanvas = [
  ...['hooks/useTools.tsx', 'context/actions.tsx']
    .flatMap((path) => found(read(`node_modules/tldraw/src/lib/ui/${path}`), /kbd: '([^']+)'/g))
    .flatMap((kbd) => kbd.split(',').map(normal)),
  ...['space', 'mod+wheel', 'enter', 'escape', 'shift+f6'],
];

const listed = shortcutGroups.flatMap(({ shortcuts }) =>
  shortcuts.flatMap(({ keys }) => keys.map((together) => together.join('+').toLowerCase())),
);

it('[TOL71] every key of ours is in the list of shortcuts', () => {
  expect(ours).toContain('shift+l');
  expect(ofPage).toEqual(expect.arrayContaining(['?', 'mod+f', 'down', 'up', '→', '←', 'escape', 'f6']));
  expect([...ours, ...ofPage].filter((keys) => !listed.includes(keys))).toEqual([]);
});

it('[TOL71] every key of the list does something, and none of them two things', () => {
  const registered = new Set([...ours, ...ofPage, ...ofCanvas]);
  expect(listed.filter((keys) => !registered.has(keys))).toEqual([]);
  expect(listed.filter((keys, at) => listed.indexOf(keys) !== at)).toEqual([]);
});

it('[TOL71] who leads sees the keys for leading; readers see those alone that change nothing', () => {
  const titles = (readOnly: boolean, leads: boolean) => shortcutsFor({ readOnly, leads }).map(({ title }) => title);
  expect(titles(false, true)).toEqual(['move', 'cards', 'tools', 'change', 'lead', 'board']);
  expect(titles(false, false)).toEqual(['move', 'cards', 'tools', 'change', 'board']);
  expect(titles(true, true)).toEqual(['move', 'board']);
});
