import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectNotices } from '../../../deploy/notices.mjs';
import { listFiles, projectRoot } from '../../support/source-files.ts';

const notice = readFileSync(join(projectRoot, 'NOTICE'), 'utf8');

/** Of tldraw's licence text as it stood for 3.15.6, from its heading to its last sentence. */
const tldrawLicenceSha256 = 'f299f16cd1bba264295c13e5b16facac097d3672766046e1ac81d5314c08c076';
const families = [
  ...['Source Sans 3', 'Bricolage Grotesque', 'IBM Plex', 'IBM Plex Sans Arabic', 'Shantell Sans'],
  ...['Noto Sans Hebrew', 'Noto Sans SC', 'Noto Sans KR', 'Twemoji'],
];

test('[REPO7] NOTICE carries the licence of tldraw word for word', () => {
  const text = /# tldraw license\n.*please contact sales@tldraw\.com\.\n(?=\n)/s.exec(notice)?.[0] ?? '';
  expect(createHash('sha256').update(text).digest('hex')).toBe(tldrawLicenceSha256);
});

test('[REPO7] NOTICE names every font that the project brings along', () => {
  for (const family of families) expect(notice).toContain(family);
  const fonts = listFiles(['client', 'server', 'shared'], /\.(woff2?|ttf|otf)$/);
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const unnamed = fonts.filter((path) => !families.some((family) => letters(path).includes(letters(family))));
  expect(unnamed).toEqual([]);
});

test('[REPO7] the notices of the built pages add the text of every package', () => {
  const notices = collectNotices();
  expect(notices.startsWith(notice)).toBe(true);
  for (const name of ['react 19.3.1', 'yjs 13.6.33', 'pdfkit 0.20.2', 'radix-ui 1.8.1'])
    expect(notices).toContain(name);
  expect(notices).toContain('Copyright (c) Meta Platforms');
  expect(notices).not.toContain('vitest');
});
