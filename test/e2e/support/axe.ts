import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Look = 'light' | 'dark' | 'contrast';

/** As the system of somebody would have it; the pages follow. */
async function become(page: Page, look: Look): Promise<void> {
  await page.emulateMedia({
    colorScheme: look === 'dark' ? 'dark' : 'light',
    contrast: look === 'contrast' ? 'more' : 'no-preference',
  });
  const { theme, contrast } = {
    theme: look === 'dark' ? 'dark' : 'light',
    contrast: look === 'contrast' ? 'more' : 'normal',
  };
  await page.locator(`html[data-theme="${theme}"][data-contrast="${contrast}"]`).waitFor({ state: 'attached' });
}

/** Runs in a page. @returns `rule: element` of what keeps people out, or nearly. */
async function audit(onlyColours: boolean): Promise<string[]> {
  const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
  const { violations } = await axe.run({
    resultTypes: ['violations'],
    ...(onlyColours && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message.slice(0, 120) ?? ''}`),
    );
}

/** Brings axe into a page; once is enough for all of its states. */
export async function loadAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
}

/** What axe finds serious or critical on a page as it is, in every look; how it looks alone differs between them. */
export async function seriousIssues(page: Page): Promise<readonly string[]> {
  await loadAxe(page);
  const found: string[] = [];
  for (const look of ['light', 'dark', 'contrast'] as const) {
    await become(page, look);
    found.push(...(await page.evaluate(audit, look !== 'light')).map((issue) => `${look}: ${issue}`));
  }
  await become(page, 'light');
  return found;
}
