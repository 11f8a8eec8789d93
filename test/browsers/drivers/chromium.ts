import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { arrive } from '../../e2e/support/person.ts';
import { createTempFolder } from '../../support/temp-folder.ts';
import type { Driver } from './driver.ts';

/** A window of a Chromium that is running. @param address of the server */
export async function startChromium(browser: Browser, address: string): Promise<Driver> {
  const { page, context, complaints } = await arrive(browser, address);
  const downloads = createTempFolder();
  page.on('download', (file) => void file.saveAs(join(downloads.path, file.suggestedFilename())));
  return {
    version: `Chromium ${browser.version()}`,
    downloads: downloads.path,
    complaints: async () => complaints,
    type: (text) => page.keyboard.type(text),
    press: (chord) => page.keyboard.press(chord),
    click: ({ x, y }) => page.mouse.click(x, y),
    open: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    screenshot: () => page.screenshot(),
    close: async () => {
      await context.close();
      downloads.remove();
    },
  };
}
