/** `npm run bench`: sets up what is missing, then runs the benchmark (bench.ts), which is TypeScript. */
import { runScript, setUp } from '../../deploy/setup.mjs';

await runScript(async () => {
  await setUp();
  // Only after the packages are there can what needs them be loaded.
  const { tsImport } = await import('tsx/esm/api');
  const { bench } = await tsImport('./bench.ts', import.meta.url);
  await bench();
});
