/** `npm run check`: everything that is checked without running the product. Stops at the first step that fails. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, root, runScript, SetupError } from '../deploy/setup.mjs';

/** @param {readonly string[]} path inside node_modules */
const installed = (...path) => join(root, 'node_modules', ...path);

/** @type {readonly {name: string, args: readonly string[]}[]} arguments of Node */
const steps = [
  { name: 'format and lint', args: [installed('@biomejs', 'biome', 'bin', 'biome'), 'ci', '--error-on-warnings'] },
  { name: 'types', args: [installed('typescript', 'bin', 'tsc')] },
  {
    name: 'layers',
    args: [
      installed('vitest', 'vitest.mjs'),
      'run',
      '--project=unit',
      '--reporter=dot',
      'test/unit/repo/layers.test.ts',
    ],
  },
  { name: 'dead code', args: [installed('knip', 'bin', 'knip.js'), '--config', '.knip.json'] },
  { name: 'engines of every locked package', args: [join(root, '.ci', 'engines.mjs')] },
];

await runScript(async () => {
  process.stdout.write('\n── packages\n');
  await install();
  for (const { name, args } of steps) {
    process.stdout.write(`\n── ${name}\n`);
    const startedMs = Date.now();
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new SetupError(`\nFAILED: ${name}`);
    process.stdout.write(`   ${((Date.now() - startedMs) / 1000).toFixed(1)} s\n`);
  }
});
