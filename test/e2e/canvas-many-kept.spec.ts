import { expect, test } from '@playwright/test';
import { openLab } from './support/lab-page.ts';

const page = openLab();

test('[MANY3] after any row of edits, and within one, cards lie, are ordered and are hit as tldraw says when asked about each', async () => {
  for (let seed = 1; seed <= 30; seed++)
    expect(await page().evaluate((seed) => lab.playMany(seed, 40), seed), `seed ${seed}`).toEqual([]);
});
