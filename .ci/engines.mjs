/**
 * Holds the `engines` of every locked package against the oldest Node of each line that we support. npm only warns, and
 * a package may pull in others that want more than it says itself.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import semver from 'semver';
import { root, runScript, SetupError } from '../deploy/setup.mjs';

const oldest = ['20.19.0', '22.13.0', '24.0.0'];

await runScript(async () => {
  /** @type {Record<string, {version?: string, engines?: {node?: string}}>} */
  const packages = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const refused = Object.entries(packages).flatMap(([path, { version, engines }]) =>
    oldest
      .filter((node) => engines?.node !== undefined && !semver.satisfies(node, engines.node))
      .map((node) => `${path || 'package.json'} ${version} wants Node ${engines?.node}, not ${node}`),
  );
  if (refused.length > 0) throw new SetupError(refused.join('\n'));
  process.stdout.write(`${Object.keys(packages).length} packages run on Node ${oldest.join(', ')}\n`);
});
