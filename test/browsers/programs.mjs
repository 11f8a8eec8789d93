/** Finds Firefox and WebKitGTK for the tests, or installs Debian's packages of them. */
import { existsSync } from 'node:fs';
import { SetupError } from '../../deploy/setup.mjs';
import { canInstallDebianPackages, findProgram, installDebianPackages } from '../../deploy/system.mjs';

/** Debian's packages; WebKitGTK has no mode without a display, so it comes with one that nobody sees. */
const packages = { firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] };

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** @returns {string | null} path of Firefox */
export function findFirefox() {
  const usual = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:/Program Files/Mozilla Firefox/firefox.exe'];
  return (
    ['firefox-esr', 'firefox'].map(findProgram).find((path) => path !== null) ??
    usual.find((path) => existsSync(path)) ??
    null
  );
}

/** @returns {{driver: string, display: string} | null} paths of WebKitGTK's driver and of a display nobody sees */
export function findWebKit() {
  const [driver, display] = ['WebKitWebDriver', 'Xvfb'].map(findProgram);
  return driver && display && process.platform === 'linux' ? { driver, display } : null;
}

/** Missing ones are installed where that needs nobody's leave, an error in CI, and named loudly elsewhere. */
export async function findBrowsers() {
  const missing = () => [...(findFirefox() === null ? ['firefox'] : []), ...(findWebKit() === null ? ['webkit'] : [])];
  const wanted = missing().flatMap((name) => (name === 'firefox' ? packages.firefox : packages.webkit));
  if (wanted.length > 0 && canInstallDebianPackages()) {
    say(`Installing ${wanted.join(', ')} …`);
    const failure = await installDebianPackages(wanted);
    if (failure !== null) say(`apt-get: ${failure}`);
  }
  const left = missing();
  if (left.length === 0) return;
  const hint = 'Install Firefox; on Linux also WebKitWebDriver (webkit2gtk-driver) and Xvfb.';
  if (process.env.CI) throw new SetupError(`Missing: ${left.join(', ')}. ${hint}`);
  say(`\n!!! LEFT OUT: everything in ${left.join(' and ')}. ${hint}\n`);
}
