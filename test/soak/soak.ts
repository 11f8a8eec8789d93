import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEqualJson } from '../../shared/board/equal.ts';
import { splitRecord } from '../../shared/board/groups.ts';
import { readBoard } from '../../shared/board/read-board.ts';
import { plainText, type RichText } from '../../shared/board/rich-text.ts';
import { seededRandom } from '../integration/rooms/delayed-log.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { type Bot, startBot } from './bot.ts';
import { type Crowd, openBrowsers } from './browsers.ts';
import { createWorkshop, type Workshop } from './workshop.ts';

export interface SoakOptions {
  readonly minutes: number;
  readonly bots: number;
  /** Real browsers beside the bots, on the first board. */
  readonly browsers: number;
  readonly seed: number;
}

interface Sample {
  readonly minute: number;
  readonly residentMb: number;
  readonly records: number;
  readonly differences: readonly string[];
}

const BOARDS = 2;
/** One edit of each bot in this time, on average. */
const EDIT_MS = 500;
const SETTLE_MAX_MS = 60_000;
/** So many looks in a row, 50 ms apart, have to find everything saved. */
const CALM_LOOKS = 40;
/** Share of the time in which the server is killed now and then. */
const KILLED_SHARE = 0.3;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @returns whether everybody had the same each time. */
export async function soak(options: SoakOptions): Promise<boolean> {
  const random = seededRandom(options.seed);
  const server = await startProductionServer();
  const proxy = await startTcpProxy(server.address);
  const workshop = await createWorkshop(server.address, BOARDS);
  const bots: Bot[] = [];
  for (let n = 0; n < options.bots; n++) {
    const boardId = workshop.boards[n % BOARDS] ?? never();
    const token = await workshop.join(`bot-${n}`);
    const serverUrl = proxy.address.replace(/^http/, 'ws');
    bots.push(startBot({ name: `bot-${n}`, token, boardId, serverUrl, random }));
  }
  const crowd = await openBrowsers(server.address, workshop, options.browsers);
  say(
    `${options.bots} bots and ${options.browsers} browsers on ${BOARDS} boards for ${options.minutes} minutes, seed ${options.seed}`,
  );

  const samples: Sample[] = [];
  try {
    const startedMs = performance.now();
    for (let round = 1; samples.length === 0 || performance.now() - startedMs < options.minutes * 60_000; round++) {
      await work(bots, crowd, Math.min(60_000, options.minutes * 30_000), random);
      // Killed in the first part only: a process has to grow old for its memory to say anything.
      const mayKill = performance.now() - startedMs < options.minutes * 60_000 * KILLED_SHARE;
      await disturb(round, bots, { server, proxy, random, mayKill });
      const sample = await takeSample((performance.now() - startedMs) / 60_000, { bots, crowd, workshop, server });
      samples.push(sample);
      say(
        `${sample.minute.toFixed(1)} min  ${sample.residentMb.toFixed(0)} MB  ${sample.records} records  ${sample.differences.length === 0 ? 'all equal' : sample.differences.join('; ')}`,
      );
    }
    const report = write(options, samples, server);
    say(report);
  } finally {
    for (const bot of bots) bot.close();
    await crowd.close();
    await proxy.close();
    await server.stop();
  }
  return samples.every(({ differences }) => differences.length === 0);
}

async function work(bots: readonly Bot[], crowd: Crowd, forMs: number, random: () => number): Promise<void> {
  const untilMs = performance.now() + forMs;
  const tickMs = EDIT_MS / bots.length;
  const browsing = crowd.work(untilMs);
  for (let dueMs = performance.now(); dueMs < untilMs; dueMs += tickMs) {
    bots[Math.floor(random() * bots.length)]?.act();
    const leftMs = dueMs - performance.now();
    if (leftMs > 1) await pause(leftMs);
  }
  await browsing;
}

/** Something goes wrong in each round: a cut of all lines, reloads, early on a killed server. */
async function disturb(
  round: number,
  bots: readonly Bot[],
  at: { server: ProductionServer; proxy: { reset(): void }; random: () => number; mayKill: boolean },
): Promise<void> {
  const { server, proxy, random, mayKill } = at;
  if (round % 3 === 1) proxy.reset();
  if (round % 3 === 2) for (const bot of bots) if (random() < 0.3 && bot.isSaved()) bot.reload();
  if (mayKill && round % 5 === 3) {
    await server.kill('SIGKILL');
    await server.restart();
  }
}

async function takeSample(
  minute: number,
  {
    bots,
    crowd,
    workshop,
    server,
  }: { bots: readonly Bot[]; crowd: Crowd; workshop: Workshop; server: ProductionServer },
): Promise<Sample> {
  const untilMs = performance.now() + SETTLE_MAX_MS;
  // Not at once: whoever was cut off has to notice it first.
  for (let calm = 0; calm < CALM_LOOKS && performance.now() < untilMs; await pause(50))
    calm = bots.every((bot) => bot.isSaved()) ? calm + 1 : 0;
  await crowd.settle();
  const differences: string[] = [];
  let records = 0;
  for (const boardId of workshop.boards) {
    const truth = await workshop.recordsOf(boardId);
    records += truth.size;
    const here = bots.filter(({ room }) => room.boardId === boardId);
    const seen: ReadonlyMap<string, Record<string, unknown>>[] = here.map(
      ({ room }) => readBoard(room.doc).records as unknown as ReadonlyMap<string, Record<string, unknown>>,
    );
    for (const [index, own] of seen.entries()) {
      const different = differs(own, truth);
      if (different !== null) differences.push(`bot ${index}: ${different}`);
    }
    if (boardId !== workshop.boards[0]) continue;
    for (const [index, shapes] of (await crowd.shapes()).entries()) {
      const different = looksDifferent(shapes, truth);
      if (different !== null) differences.push(`browser ${index}: ${different}`);
    }
  }
  for (const [index, bot] of bots.entries())
    if (!bot.isSaved()) differences.push(`bot ${index} is not saved: ${JSON.stringify(bot.room.state.get())}`);
  return { minute, residentMb: residentMb(server.pid), records, differences };
}

function differs(
  own: ReadonlyMap<string, Record<string, unknown>>,
  truth: ReadonlyMap<string, Record<string, unknown>>,
): string | null {
  for (const id of new Set([...own.keys(), ...truth.keys()])) {
    const [a, b] = [own.get(id), truth.get(id)];
    if (a === undefined || b === undefined) return `${id} is missing ${a === undefined ? 'here' : 'on the server'}`;
    if (!isEqualJson(splitRecord(a as never), splitRecord(b as never))) return `${id} differs`;
  }
  return null;
}

/** Every note is on the canvas with its words, and nothing is there that the server has not. */
function looksDifferent(
  shapes: ReadonlyMap<string, string>,
  truth: ReadonlyMap<string, Record<string, unknown>>,
): string | null {
  for (const [id, record] of truth) {
    if (record.type !== 'note') continue;
    const shown = shapes.get(id);
    const { richText } = record.props as { richText: RichText };
    if (shown === undefined) return `${id} is not shown`;
    if (shown.replace(/\s/g, '') !== plainText(richText).replace(/\s/g, '')) return `${id} shows other words`;
  }
  return [...shapes.keys()].find((id) => !truth.has(id)) ?? null;
}

function residentMb(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

/** Growth of memory per hour over the second half, in per cent, by the line of least squares. */
function growthPerHour(samples: readonly Sample[]): number {
  const later = samples.slice(Math.floor(samples.length / 2));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(later.map(({ minute }) => minute)), mean(later.map(({ residentMb }) => residentMb))];
  const covariance = mean(later.map((sample) => (sample.minute - x) * (sample.residentMb - y)));
  const variance = mean(later.map((sample) => (sample.minute - x) ** 2));
  return variance === 0 ? 0 : ((covariance / variance) * 60 * 100) / y;
}

function write(options: SoakOptions, samples: readonly Sample[], server: ProductionServer): string {
  const bad = samples.filter(({ differences }) => differences.length > 0);
  const complaints = server
    .output()
    .split('\n')
    .filter((line) => /"level":(50|60)/.test(line));
  const report = [
    `# Soak: ${options.minutes} minutes, ${options.bots} bots, ${options.browsers} browsers`,
    '',
    `${new Date().toISOString().slice(0, 10)} · Node ${process.versions.node} · seed ${options.seed}`,
    '',
    `Everybody and the server equal at ${samples.length - bad.length} of ${samples.length} looks, with lines cut, tabs reloaded and the server killed in between.`,
    `Memory of the server: ${samples.at(0)?.residentMb.toFixed(0)} MB at first, ${samples.at(-1)?.residentMb.toFixed(0)} MB at the end; ${growthPerHour(samples).toFixed(1)} % an hour over the second half.`,
    `Errors that it logged: ${complaints.length}.`,
    '',
    '| minute | MB | records | |',
    '| ---: | ---: | ---: | --- |',
    ...samples.map(
      ({ minute, residentMb: mb, records, differences }) =>
        `| ${minute.toFixed(1)} | ${mb.toFixed(0)} | ${records} | ${differences.join('; ') || 'equal'} |`,
    ),
    '',
  ].join('\n');
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), report);
  return report;
}

const never = (): never => {
  throw new Error('no board');
};
