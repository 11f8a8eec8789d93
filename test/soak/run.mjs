/**
 * `npm run soak -- [--minutes 15] [--bots 50] [--browsers 0]`: people who work, cut lines and a killed server over a long
 * time, then a report of memory and of whether everybody had the same. Sets up what is missing first.
 */
import { parseArgs } from 'node:util';
import { runScript, SetupError, setUp } from '../../deploy/setup.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '15' },
    bots: { type: 'string', default: '50' },
    browsers: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});

await runScript(async () => {
  const minutes = Number(values.minutes);
  const bots = Number(values.bots);
  const browsers = Number(values.browsers);
  const seed = Number(values.seed);
  if (!(minutes > 0 && bots >= 2 && browsers >= 0 && seed >= 0))
    throw new SetupError('Give numbers: --minutes 15 --bots 50');
  await setUp();
  // Only after the packages are there can what needs them be loaded.
  const { tsImport } = await import('tsx/esm/api');
  const { soak } = await tsImport('./soak.ts', import.meta.url);
  if (!(await soak({ minutes, bots, browsers, seed }))) process.exitCode = 1;
});
