import { expect, test } from 'vitest';
import { readSource } from '../../support/source-files.ts';

/** Versions that the build is made for, by browser. */
const oldest = [...readSource('vite.config.ts').text.matchAll(/'(chrome|edge|firefox|safari)([\d.]+)'/g)].map(
  ([, browser = '', version = '']) => ({ browser, version }),
);

test('[BRW3] the README and the page for older browsers name the versions that the build is made for', () => {
  expect(oldest.map(({ browser }) => browser).sort()).toEqual(['chrome', 'edge', 'firefox', 'safari']);
  const readme = /^## Browsers\n(.*?)^## /ms.exec(readSource('README.md').text)?.[1] ?? '';
  const page = readSource('client/index.html').text;
  const told = [readme, ...[...page.matchAll(/<p lang="..">(.*?)<\/p>/g)].map(([text]) => text)];
  expect(told).toHaveLength(5);
  for (const text of told)
    for (const { version } of oldest) expect(text).toMatch(new RegExp(`(?<![\\d.])${version.replace('.', '\\.')}\\b`));
});
