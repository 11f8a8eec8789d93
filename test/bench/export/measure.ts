import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { chromiumArguments, resolveChromium } from '../../../deploy/chromium.mjs';
import { iconWeights } from '../../../deploy/icon-weights.ts';
import { pdfFaces } from '../../../deploy/pdf-faces.ts';
import { scriptSlices } from '../../../deploy/script-slices.ts';
import { servePages } from '../../support/serve-pages.ts';
import { projectRoot } from '../../support/source-files.ts';
import type { Subject } from '../canvas/board.ts';
import { pause } from '../figures.ts';
import { servePhotographs } from './photographs.ts';
import type { ExportRun } from './stage.tsx';

/** A report of a board with so many cards or notes, the first that its page makes. */
export interface ExportFigures extends ExportRun {
  readonly subject: Subject;
  readonly count: number;
  /** Resident memory of the page with its worker, at most and as far as it was more than before. NaN where it cannot be had. */
  readonly memoryMb: number;
}

/** Between two looks at the memory. */
const lookEveryMs = 50;

/** Measures each subject in a browser of its own, one after the other. */
export async function measureExport(runs: readonly { subject: Subject; count: number }[]): Promise<ExportFigures[]> {
  const pages = await servePages({
    ...{ root: import.meta.dirname, page: 'stage.html', minify: true },
    plugins: [iconWeights(join(projectRoot, 'client')), pdfFaces(), scriptSlices()],
    workerPlugins: [scriptSlices()],
  });
  const { path } = await resolveChromium();
  try {
    const figures: ExportFigures[] = [];
    for (const run of runs) {
      const browser = await chromium.launch({ executablePath: path, args: chromiumArguments });
      try {
        figures.push(await measureOne(browser, pages.url, run));
      } finally {
        await browser.close();
      }
    }
    return figures;
  } finally {
    await pages.close();
  }
}

async function measureOne(
  browser: Browser,
  url: string,
  { subject, count }: { subject: Subject; count: number },
): Promise<ExportFigures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(120_000);
  const photographs = await servePhotographs(subject === 'photographs' ? count : 0);
  await page.goto(`${url}stage.html?subject=${subject}&count=${count}&photographs=${photographs.url}`);
  await page.waitForFunction(() => window.exportStage !== undefined);
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  // The canvas has drawn itself and is at rest.
  await pause(3_000);
  const memory = await watchMemory(browser);
  const run = await page.evaluate(() => {
    if (window.exportStage === undefined) throw new Error('no stage');
    return window.exportStage.run();
  });
  photographs.close();
  return { subject, count, ...run, memoryMb: await memory.stop() };
}

/** Of the largest process that shows pages. */
async function watchMemory(browser: Browser): Promise<{ stop(): Promise<number> }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const residentMb = async (): Promise<number> => Math.max(...(await Promise.all(pids.map(residentMbOf))));
  const before = await residentMb();
  let [most, watching] = [before, true];
  const watched = (async () => {
    while (watching) {
      most = Math.max(most, await residentMb());
      await pause(lookEveryMs);
    }
  })();
  return {
    async stop() {
      watching = false;
      await watched;
      return most - before;
    },
  };
}

async function residentMbOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^VmRSS:\s*(\d+) kB/m.exec(status) ?? [];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1_000;
}
