/** Licence texts for the built pages: NOTICE, then the text of every package that the product is built from. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/** @returns {string} content of NOTICE.txt */
export function collectNotices() {
  /** @type {Record<string, {version?: string, dev?: boolean, license?: string}>} */
  const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  /** @type {Map<string, string[]>} licence text → packages under it */
  const texts = new Map();
  for (const [path, { version, dev, license }] of Object.entries(packages)) {
    if (path === '' || dev || !existsSync(join(root, path))) continue;
    const name = `${path.replace(/^.*node_modules\//, '')} ${version}`;
    const text = licenceText(join(root, path)) ?? `Licence: ${license ?? 'not stated'}`;
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  const rule = '='.repeat(76);
  const sections = [...texts].map(
    ([text, names]) => `${rule}\n${[...new Set(names)].join('\n')}\n${rule}\n\n${text}\n`,
  );
  return [readFileSync(join(root, 'NOTICE'), 'utf8'), ...sections].join('\n\n');
}

/** @param {string} folder of a package */
function licenceText(folder) {
  // Packages of fonts bring two: their own and the font's.
  const names = readdirSync(folder).filter((file) => /^(licen[cs]e|copying)(_font)?(\.\w+)?$/i.test(file));
  return names.length === 0 ? null : names.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n');
}
