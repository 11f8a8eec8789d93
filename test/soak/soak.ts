import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as Y from 'yjs';
import { isEqualJson } from '../../shared/board/equal.ts';
import { splitRecord } from '../../shared/board/groups.ts';
import { readBoard } from '../../shared/board/read-board.ts';
import { plainText, type RichText } from '../../shared/board/rich-text.ts';
import { seededRandom } from '../integration/rooms/delayed-log.ts';
import { inspected } from '../support/inspector.ts';
import { type ProductionServer, startProductionServer } from '../support/production-server.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { type Bot, startBot } from './bot.ts';
import { type Crowd, openBrowsers } from './browsers.ts';
import { liveHeapBytes, residentMb, weighDocuments } from './memory.ts';
import { cellsOf, describeRun, type HeapSample, judge, type Sample, sayVerdict, withRun } from './report.ts';
import { createWorkshop, type Workshop } from './workshop.ts';

export interface SoakOptions {
  readonly minutes: number;
  readonly bots: number;
  /** Real browsers beside the bots, on the first board. */
  readonly browsers: number;
  readonly seed: number;
}

const BOARDS = 2;
/** One edit of each bot in this time, on average. */
const EDIT_MS = 500;
const SETTLE_MAX_MS = 60_000;
/** So many looks in a row, 50 ms apart, have to find everything saved. */
const CALM_LOOKS = 40;
/** How often the heap is looked at; a forced collection more often would make another server of it. */
const HEAP_EVERY_MS = 5 * 60_000;
const RESULTS = join(import.meta.dirname, 'RESULTS.md');
/** Share of the time in which the server is killed now and then. */
const KILLED_SHARE = 0.3;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** @returns whether everybody had the same each time, and memory is bounded as far as the run can tell. */
export async function soak(options: SoakOptions): Promise<boolean> {
  const random = seededRandom(options.seed);
  // Each bot's connection wants to know when the process ends.
  process.setMaxListeners(options.bots + 10);
  const server = await startProductionServer({ env: inspected });
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
  const earlierRuns = readFileSync(RESULTS, 'utf8');
  let heapDueMs = 0;
  try {
    const startedMs = performance.now();
    for (let round = 1; samples.length === 0 || performance.now() - startedMs < options.minutes * 60_000; round++) {
      await work(bots, crowd, Math.min(60_000, options.minutes * 30_000), random);
      // Killed in the first part only: a process has to grow old for its memory to say anything.
      const mayKill = performance.now() - startedMs < options.minutes * 60_000 * KILLED_SHARE;
      await disturb(round, bots, { server, proxy, random, mayKill });
      const compared = await compare({ bots, crowd, workshop });
      const held = residentMb(server.pid);
      const passedMs = performance.now() - startedMs;
      const isHeapDue = passedMs >= heapDueMs || passedMs >= options.minutes * 60_000;
      if (isHeapDue) heapDueMs = passedMs + HEAP_EVERY_MS;
      const heap = isHeapDue ? await lookAtHeap(server, bots, workshop) : null;
      const sample = { minute: passedMs / 60_000, residentMb: held, ...compared, heap };
      samples.push(sample);
      say(cellsOf(sample).join('\t'));
      // After each look: whatever ends the run, its figures are there.
      writeFileSync(RESULTS, withRun(earlierRuns, describeRun(options, samples, errorsIn(server.output()))));
    }
  } finally {
    for (const bot of bots) bot.close();
    await crowd.close();
    await proxy.close();
    await server.stop();
  }
  const verdict = judge(samples);
  say(sayVerdict(verdict));
  return verdict.isConverged && verdict.isBounded !== false;
}

const errorsIn = (output: string): number => output.split('\n').filter((line) => /"level":(50|60)/.test(line)).length;

/** Everybody has the same when this is called, so that anybody's documents are the server's. */
async function lookAtHeap(server: ProductionServer, bots: readonly Bot[], workshop: Workshop): Promise<HeapSample> {
  const updates = workshop.boards.map((boardId) => {
    const doc = bots.find(({ room }) => room.boardId === boardId)?.room.doc ?? never();
    return Y.encodeStateAsUpdate(doc);
  });
  return { liveBytes: await liveHeapBytes(server), documents: await weighDocuments(updates) };
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

async function compare({
  bots,
  crowd,
  workshop,
}: {
  readonly bots: readonly Bot[];
  readonly crowd: Crowd;
  readonly workshop: Workshop;
}): Promise<Pick<Sample, 'records' | 'differences'>> {
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
  return { records, differences };
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

const never = (): never => {
  throw new Error('no board');
};
