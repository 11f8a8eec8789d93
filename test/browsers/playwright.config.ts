import { defineConfig } from '@playwright/test';
import base from '../e2e/playwright.config.ts';

export default defineConfig({
  ...base,
  testDir: '.',
  // One file for all browsers, and the slowest of them decides how long it takes.
  fullyParallel: true,
  timeout: 300_000,
  expect: { timeout: 30_000 },
});
