import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, resolveChromium } from '../../../deploy/chromium.mjs';
import { iconWeights } from '../../../deploy/icon-weights.ts';
import { servePages } from '../../support/serve-pages.ts';
import { projectRoot } from '../../support/source-files.ts';
import type { Subject } from './board.ts';
import type { Pace } from './stage.tsx';

/** A canvas with so many cards or notes, arrows and frames, and two colleagues at work. */
export interface CanvasFigures {
  readonly subject: Subject;
  readonly count: number;
  readonly mountMs: number;
  readonly panAtFit: Pace;
  readonly panAtReading: Pace;
  readonly dragAtFit: Pace;
  /** The longest frame while painted cards become elements. */
  readonly nearerMs: number;
  readonly remoteMs: number;
  readonly heapMb: number;
}

const paceMs = 3_000;
const readingZoom = 0.75;

/** Measures each subject in a page of its own, one after the other, in one Chromium. */
export async function measureCanvas(runs: readonly { subject: Subject; count: number }[]): Promise<CanvasFigures[]> {
  const pages = await servePages({
    ...{ root: import.meta.dirname, page: 'stage.html', minify: true },
    plugins: [iconWeights(join(projectRoot, 'client'))],
  });
  const { path } = await resolveChromium();
  const browser = await chromium.launch({
    executablePath: path,
    args: [...chromiumArguments, '--enable-precise-memory-info'],
  });
  try {
    const figures: CanvasFigures[] = [];
    for (const run of runs) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      figures.push(await measureOne(page, pages.url, run));
      await context.close();
    }
    return figures;
  } finally {
    await browser.close();
    await pages.close();
  }
}

async function measureOne(
  page: Page,
  url: string,
  { subject, count }: { subject: Subject; count: number },
): Promise<CanvasFigures> {
  page.setDefaultTimeout(120_000);
  await page.goto(`${url}stage.html?subject=${subject}&count=${count}`);
  await page.waitForFunction(() => window.stage !== undefined);
  return page.evaluate(
    async ({ subject, count, paceMs, readingZoom }) => {
      const stage = window.stage;
      if (stage === undefined) throw new Error('no stage');
      await stage.fit();
      const panAtFit = await stage.pan(paceMs);
      const dragAtFit = await stage.drag(100, paceMs);
      const remoteMs = await stage.remote(20);
      const nearerMs = await stage.zoom(0.36);
      await stage.zoom(readingZoom);
      const panAtReading = await stage.pan(paceMs);
      const { mountMs } = stage;
      const heapMb = stage.heapMb();
      return { subject, count, mountMs, panAtFit, panAtReading, dragAtFit, nearerMs, remoteMs, heapMb };
    },
    { subject, count, paceMs, readingZoom },
  );
}
