/** What the operating system has, and Debian's packages where we may install them. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './setup.mjs';

/**
 * @param {string} program
 * @returns {string | null} where on the path it is
 */
export function findProgram(program) {
  const names = process.platform === 'win32' ? [`${program}.exe`] : [program];
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable) ?? null;
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const isRoot = process.getuid?.() === 0;

/** Whether `apt-get install` works here without asking anybody. */
export function canInstallDebianPackages() {
  if (!isRoot || findProgram('apt-get') === null) return false;
  // Ubuntu's chromium package is a stub that wants snap, so only Debian proper.
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<string | null>} why it failed; null when they are installed
 */
export async function installDebianPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=120'];
  await run('apt-get', [...lock, 'update', '-qq'], { env });
  const install = await run('apt-get', [...lock, 'install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
  });
  return install.code === 0 ? null : (install.output.trim().split('\n').at(-1) ?? 'no reason given');
}
