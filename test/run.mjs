/**
 * `npm test`: sets up what is missing, runs every test, and closes with one line of sums.
 *
 *   npm test                        everything
 *   npm test -- unit [filter …]     Vitest project `unit`; `integration` likewise
 *   npm test -- e2e [filter …]      Playwright on the production build
 *   npm test -- browsers            Chromium, Firefox and WebKit on it, each through the shortest way
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endWithNpm } from '../deploy/parent.mjs';
import { build, install, root, runScript, SetupError } from '../deploy/setup.mjs';
import { canInstallDebianPackages, findProgram, installDebianPackages } from '../deploy/system.mjs';
import { findBrowsers } from './browsers/programs.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */
/** What failed, and the first lines of why. @typedef {{title: string, why: string}} Failure */
/** @typedef {{counts: Counts, code: number | null, failures: readonly Failure[]}} Outcome */

/** Programs that check PDFs, and Debian's package of each. */
const pdfTools = { qpdf: 'qpdf', pdftotext: 'poppler-utils', pdffonts: 'poppler-utils', pdfinfo: 'poppler-utils' };
const kinds = ['unit', 'integration', 'e2e', 'browsers'];
/** Those that Playwright runs: what they are called, and how it is told what to do. */
const inBrowsers = {
  e2e: { says: 'browser tests', config: 'test/e2e/playwright.config.ts' },
  browsers: { says: 'Chromium, Firefox and WebKit', config: 'test/browsers/playwright.config.ts' },
};

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);
/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Missing ones are installed where that needs nobody's leave, an error in CI, and named loudly elsewhere. */
async function findPdfTools() {
  const missing = () => Object.keys(pdfTools).filter((tool) => findProgram(tool) === null);
  if (missing().length > 0 && canInstallDebianPackages()) {
    say('Installing poppler-utils and qpdf …');
    const failure = await installDebianPackages([...new Set(Object.values(pdfTools))]);
    if (failure !== null) say(`apt-get: ${failure}`);
  }
  const left = missing();
  if (left.length === 0) return;
  if (process.env.CI) throw new SetupError(`Missing: ${left.join(', ')}. Install poppler-utils and qpdf.`);
  say(
    `\n!!! LEFT OUT: everything that checks PDFs with ${left.join(', ')}. Install poppler-utils and qpdf to run it.\n`,
  );
}

/**
 * Runs a test runner with its output on ours; being interrupted ends it too, and then us.
 * @param {string} cli path inside node_modules
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<number | null>} its exit code; null when a signal ended it
 */
function runTests(cli, args, env) {
  const child = spawn(process.execPath, [join(root, 'node_modules', cli), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  let isInterrupted = false;
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    isInterrupted = true;
    child.kill(signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (isInterrupted) reject(new SetupError('interrupted'));
      else resolve(code);
    });
  });
}

/**
 * @param {readonly string[]} projects
 * @param {readonly string[]} filters
 * @param {string} folder for the report
 * @returns {Promise<Outcome>}
 */
async function runVitest(projects, filters, folder) {
  say(`\n── ${projects.join(' and ')} tests`);
  const report = join(folder, 'vitest.json');
  const selected = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runTests('vitest/vitest.mjs', ['run', ...selected, ...reporters, ...filters], {});
  if (!existsSync(report)) return endedEarly(code);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readJson(report);
  /** @typedef {{status: string, fullName: string, failureMessages: string[]}} TestResult */
  /** @typedef {{status: string, name: string, message: string, assertionResults: TestResult[]}} FileResult */
  /** @param {FileResult} file */
  const isBroken = (file) =>
    file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed');
  const failures = testResults.flatMap((/** @type {FileResult} */ file) =>
    isBroken(file)
      ? [{ title: file.name, why: shorten(file.message) }]
      : file.assertionResults
          .filter((test) => test.status === 'failed')
          .map((test) => ({ title: test.fullName, why: shorten(test.failureMessages.join('\n')) })),
  );
  return {
    failures,
    counts: {
      passed: numPassedTests,
      failed: numFailedTests + testResults.filter(isBroken).length,
      skipped: numPendingTests + numTodoTests,
    },
    code,
  };
}

/**
 * @param {keyof typeof inBrowsers} kind
 * @param {readonly string[]} filters
 * @param {string} folder for the report
 * @returns {Promise<Outcome>}
 */
async function runPlaywright(kind, filters, folder) {
  const { says, config } = inBrowsers[kind];
  say(`\n── ${says}`);
  const report = join(folder, `${kind}.json`);
  const code = await runTests(
    '@playwright/test/cli.js',
    ['test', '--config', config, '--reporter=list,json', ...filters],
    { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  );
  if (!existsSync(report)) return endedEarly(code);
  const { stats, errors, suites } = readJson(report);
  const { expected, unexpected, flaky, skipped } = stats;
  /** @typedef {{message?: string, stack?: string}} Said */
  /** @typedef {{title: string, file: string, ok: boolean, tests: {results: {errors: Said[]}[]}[]}} Spec */
  /** @typedef {{specs?: Spec[], suites?: Suite[]}} Suite */
  /** @type {(suite: Suite) => Spec[]} */
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  /** @param {readonly Said[]} said */
  const wordsOf = (said) =>
    said.map(({ message, stack }) => `${shorten(message ?? '')}\n${wayOf(stack ?? '')}`).join('\n');
  const failures = specsOf({ suites })
    .filter((spec) => !spec.ok)
    .map(({ file, title, tests }) => ({
      title: `${file} ${title}`,
      why: wordsOf(tests.flatMap((one) => one.results.flatMap((result) => result.errors))),
    }));
  if (errors.length > 0) failures.push({ title: says, why: wordsOf(errors) });
  return { counts: { passed: expected + flaky, failed: unexpected + errors.length, skipped }, code, failures };
}

/** A runner that wrote no report. @param {number | null} code @returns {Outcome} */
const endedEarly = (code) => ({ counts: { passed: 0, failed: 1, skipped: 0 }, code, failures: [] });

/** @param {readonly string[]} args */
async function runAll(args) {
  const only = args[0] !== undefined && kinds.includes(args[0]) ? args[0] : null;
  const filters = only === null ? args : args.slice(1);
  const wanted = only === null ? kinds : [only];
  const projects = wanted.filter((kind) => !(kind in inBrowsers));
  const withPlaywright = /** @type {(keyof typeof inBrowsers)[]} */ (wanted.filter((kind) => kind in inBrowsers));

  await install();
  if (wanted.some((kind) => kind !== 'unit')) await build();
  await findPdfTools();
  if (wanted.includes('browsers')) await findBrowsers();
  if (withPlaywright.length > 0) {
    // Only after the packages are there can what needs them be loaded.
    const { resolveChromium } = await import('../deploy/chromium.mjs');
    process.env.CHROMIUM_PATH = (await resolveChromium()).path;
  }

  const folder = mkdtempSync(join(tmpdir(), 'commonboard-test-'));
  try {
    /** @type {Outcome[]} */
    const outcomes = [];
    if (projects.length > 0) outcomes.push(await runVitest(projects, filters, folder));
    for (const kind of withPlaywright) outcomes.push(await runPlaywright(kind, filters, folder));
    closeWith(outcomes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many lines of why a test failed are said again. */
const whyLines = 12;
/** Terminal colours, which the messages carry. */
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** @param {string} why */
function shorten(why) {
  const lines = why.replaceAll(colours, '').split('\n');
  const said = lines.filter((line) => line.trim() !== '').slice(0, whyLines);
  return said.map((line) => `  ${line.trim().slice(0, 300)}`).join('\n');
}

/** By which lines of the tests it came there: one helper is called from many places. @param {string} stack */
const wayOf = (stack) =>
  stack
    .split('\n')
    .filter((line) => line.includes(join(root, 'test')))
    .map((line) => `  ${line.trim().replace(root, '')}`)
    .join('\n');

/** @param {readonly Outcome[]} outcomes */
function closeWith(outcomes) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { counts, code } of outcomes) {
    sum.passed += counts.passed;
    // A runner that failed without naming a test did so outside of one.
    sum.failed += code !== 0 && counts.failed === 0 ? 1 : counts.failed;
    sum.skipped += counts.skipped;
  }
  // Once more where they are found: at the end of what may be thousands of lines.
  for (const { title, why } of outcomes.flatMap(({ failures }) => failures)) say(`\nFAILED ${title}\n${why}`);
  say(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}

endWithNpm();
await runScript(() => runAll(process.argv.slice(2)));
