import { defineConfig } from '@playwright/test';
import { chromiumArguments, resolveChromium } from '../../deploy/chromium.mjs';

// Workers load this file again: what the first process found is handed on through the environment.
process.env.CHROMIUM_PATH ??= (await resolveChromium()).path;

/** Files that take minutes: begun last, each would run alone at the end. */
const slowest = [
  'whole-session',
  'spine',
  'export-dialog',
  'run-of-show',
  'card-actions',
  'canvas-sync',
  'access-states',
  'export-checks',
].map((name) => `${name}.spec.ts`);

export default defineConfig({
  testDir: '.',
  // In this order.
  projects: [
    { name: 'slowest', testMatch: slowest },
    { name: 'others', testMatch: '**/*.spec.ts', testIgnore: slowest },
  ],
  outputDir: '../../test-results',
  // Every file has a server and browsers of its own, and this has to run on two cores. Three are a few minutes quicker, and
  // so busy that presses of a hand come too late.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    trace: 'off',
    video: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: chromiumArguments,
      // A machine without a locale would make Chromium forget file names that have more than ASCII in them.
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    },
  },
});
