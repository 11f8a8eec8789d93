import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type CanvasFigures, measureCanvas } from './canvas/measure.ts';
import { exportPart } from './export/part.ts';
import { type FanOut, measureFanOut } from './fan-out.ts';
import { type Join, measureJoin, measureJoinStorm } from './join.ts';
import { measureConnection, measureDeaf } from './memory.ts';
import { measureOpening } from './opening.ts';
import { measureReturning } from './returning.ts';
import { measureSaving } from './saving.ts';
import { makeBoard, type Subject, startCommonboard, startEcho } from './subjects.ts';

const boardRecords = 5_000;

/** One line of the summary. */
interface Target {
  readonly what: string;
  readonly value: number;
  readonly atMost: number;
  readonly unit: string;
}

interface Part {
  readonly lines: readonly string[];
  readonly targets: readonly Target[];
}

/**
 * Our server beside one that knows nothing, in one run on one machine: only the ratios mean anything elsewhere. The load
 * comes from this process over loopback; each server is a process of its own and gone afterwards.
 */
export async function bench(): Promise<void> {
  const parts: Part[] = [];
  for (const measure of [fanOut, saving, joining, returning, opening, memory, canvas, exportPart]) {
    const part = await measure();
    process.stdout.write(`${part.lines.join('\n')}\n\n`);
    parts.push(part);
  }
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const summary = summaryOf(parts.flatMap(({ targets }) => targets));
  const text = [
    '# Benchmark',
    `${new Date().toISOString().slice(0, 10)} · Node ${process.versions.node} · ${cpus().length} × ${processor}`,
    summary.join('\n'),
    ...parts.map(({ lines }) => lines.join('\n')),
  ].join('\n\n');
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `${text}\n`);
  process.stdout.write(`${summary.join('\n')}\n`);
}

async function withSubject<S extends Subject, Result>(start: () => Promise<S>, use: (subject: S) => Promise<Result>) {
  const subject = await start();
  try {
    return await use(subject);
  } finally {
    await subject.stop();
  }
}

const one = (value: number): string => value.toFixed(1);
const two = (value: number): string => value.toFixed(2);
const times = (ours: number, ruler: number): string => `× ${two(ours / ruler)}`;
const megabytes = (bytes: number): number => bytes / 1_000_000;

function summaryOf(targets: readonly Target[]): readonly string[] {
  return [
    '| | measured | at most | |',
    '| --- | ---: | ---: | --- |',
    ...targets.map(({ what, value, atMost, unit }) => {
      const digits = atMost < 2 ? two(value) : one(value);
      return `| ${what} | ${digits} ${unit} | ${atMost} ${unit} | ${value <= atMost ? 'met' : 'missed'} |`;
    }),
  ];
}

async function fanOut(): Promise<Part> {
  const { state } = makeBoard(0);
  const ours = (clients: number) =>
    withSubject(
      () => startCommonboard([]),
      (subject) => measureFanOut(subject, clients),
    );
  const echo = (clients: number) =>
    withSubject(
      () => startEcho(state),
      (subject) => measureFanOut(subject, clients),
    );
  const [echo10, ours10] = [await echo(10), await ours(10)];
  const [echo50, ours50] = [await echo(50), await ours(50)];
  const [echo100, ours100] = [await echo(100), await ours(100)];
  return {
    lines: [
      'Every client moves a cursor 20 times a second, one in five drags a shape 30 times a second. CPU is of the server, in',
      'seconds per million deliveries; latencies are in ms from send to receipt. A bare echo is all system calls, one for each',
      'delivery, so that what it costs is what they cost on this machine.',
      '',
      '| clients | server | CPU/1M | drag p50 | drag p99 | cursor p50 | cursor p99 | drags arrived |',
      '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...[fanOutRow('bare ws echo', echo10), fanOutRow('Commonboard', ours10), fanOutRatio(echo10, ours10)],
      ...[fanOutRow('bare ws echo', echo50), fanOutRow('Commonboard', ours50), fanOutRatio(echo50, ours50)],
      ...[fanOutRow('bare ws echo', echo100), fanOutRow('Commonboard', ours100), fanOutRatio(echo100, ours100)],
    ],
    targets: [
      {
        ...{ what: 'CPU per delivery, 50 clients, of a bare echo’s', unit: '×', atMost: 0.4 },
        value: ours50.cpuPerMillion / echo50.cpuPerMillion,
      },
      { what: 'drag p99, 100 clients', value: ours100.drag.p99Ms, atMost: 50, unit: 'ms' },
      { what: 'cursor p99, 100 clients', value: ours100.cursor.p99Ms, atMost: 50, unit: 'ms' },
    ],
  };
}

const fanOutRow = (name: string, { clients, cpuPerMillion, drag, cursor, arrived }: FanOut): string =>
  `| ${clients} | ${name} | ${one(cpuPerMillion)} | ${one(drag.p50Ms)} | ${one(drag.p99Ms)} | ${one(cursor.p50Ms)} | ${one(cursor.p99Ms)} | ${one(arrived * 100)} % |`;

const fanOutRatio = (ruler: FanOut, ours: FanOut): string =>
  `| ${ours.clients} | ratio | ${times(ours.cpuPerMillion, ruler.cpuPerMillion)} | ${times(ours.drag.p50Ms, ruler.drag.p50Ms)} | ${times(ours.drag.p99Ms, ruler.drag.p99Ms)} | ${times(ours.cursor.p50Ms, ruler.cursor.p50Ms)} | ${times(ours.cursor.p99Ms, ruler.cursor.p99Ms)} | |`;

async function saving(): Promise<Part> {
  const { p50Ms, p95Ms, p99Ms, saved } = await withSubject(() => startCommonboard([]), measureSaving);
  return {
    lines: [
      'From an edit to the word that it is stored, in ms: 25 clients, ten edits a second each.',
      '',
      '| p50 | p95 | p99 | saved |',
      '| ---: | ---: | ---: | ---: |',
      `| ${one(p50Ms)} | ${one(p95Ms)} | ${one(p99Ms)} | ${one(saved * 100)} % |`,
    ],
    targets: [
      { what: 'edit to saved, p95', value: p95Ms, atMost: 250, unit: 'ms' },
      { what: 'edit to saved, p99', value: p99Ms, atMost: 600, unit: 'ms' },
      { what: 'edits never said to be saved', value: (1 - saved) * 100, atMost: 0, unit: '%' },
    ],
  };
}

async function joining(): Promise<Part> {
  const { state, updates } = makeBoard(boardRecords);
  const echo = await withSubject(() => startEcho(state), measureJoin);
  const { ours, storm } = await withSubject(
    () => startCommonboard(updates),
    async (subject) => ({ ours: await measureJoin(subject), storm: await measureJoinStorm(subject) }),
  );
  const row = (name: string, { cpuMs, medianMs, bytes }: Join) =>
    `| ${name} | ${one(cpuMs)} | ${one(medianMs)} | ${two(megabytes(bytes))} |`;
  return {
    lines: [
      `Join of an open board of ${boardRecords.toLocaleString('en')} records: CPU of the server from the request on and time to the whole state, in ms;`,
      `size in MB. 200 joins within 2 s: ${one(storm.p50Ms)} ms in the middle, p99 ${one(storm.p99Ms)} ms.`,
      '',
      '| server | CPU | median | state |',
      '| --- | ---: | ---: | ---: |',
      row('bare ws, state ready-made', echo),
      row('Commonboard', ours),
      `| ratio | ${times(ours.cpuMs, echo.cpuMs)} | ${times(ours.medianMs, echo.medianMs)} | ${times(ours.bytes, echo.bytes)} |`,
    ],
    targets: [
      { what: 'join of 5,000 records, CPU', value: ours.cpuMs, atMost: 10, unit: 'ms' },
      { what: '200 joins in 2 s, p99', value: storm.p99Ms, atMost: 1_000, unit: 'ms' },
    ],
  };
}

async function returning(): Promise<Part> {
  const { pages, back, longestMs } = await measureReturning();
  return {
    lines: [
      `${pages} pages of one board are cut off at once, each with a note that is not stored yet, and come back by themselves.`,
      `Until everything of theirs is stored: ${one(back.p50Ms / 1_000)} s in the middle, p95 ${one(back.p95Ms / 1_000)} s, p99 ${one(back.p99Ms / 1_000)} s;`,
      `the server's event loop was held up for ${one(longestMs)} ms at the longest.`,
    ],
    targets: [
      { what: `${pages} cut off at once, p95 back`, value: back.p95Ms / 1_000, atMost: 30, unit: 's' },
      { what: 'event loop held up meanwhile', value: longestMs, atMost: 250, unit: 'ms' },
    ],
  };
}

async function opening(): Promise<Part> {
  const { edits, uncompactedMs, coldMs } = await measureOpening();
  return {
    lines: [
      `A board of 1,000 notes after ${edits.toLocaleString('en')} edits, every fifth drag of five notes at once, opened by the first who comes to a server that has just started:`,
      `${one(coldMs)} ms to the whole state; ${one(uncompactedMs)} ms when the log was never compacted.`,
    ],
    targets: [{ what: 'cold open after 200,000 edits', value: coldMs, atMost: 1_000, unit: 'ms' }],
  };
}

async function memory(): Promise<Part> {
  const connection = await withSubject(() => startCommonboard([]), measureConnection);
  const { updates } = makeBoard(boardRecords);
  const deaf = await withSubject(() => startCommonboard(updates), measureDeaf);
  return {
    lines: [
      'Resident memory of the server: one more connection of 220 that show their cursors, and one reader that asks for a board',
      `of ${boardRecords.toLocaleString('en')} records ten times and never reads.`,
      '',
      '| | |',
      '| --- | ---: |',
      `| one active connection | ${one(connection / 1_000)} KB |`,
      `| one reader that never reads | ${one(megabytes(deaf))} MB |`,
    ],
    targets: [
      { what: 'an active connection', value: connection / 1_000, atMost: 80, unit: 'KB' },
      { what: 'a reader that never reads', value: megabytes(deaf), atMost: 8, unit: 'MB' },
    ],
  };
}

async function canvas(): Promise<Part> {
  const runs = [
    { subject: 'notes', count: 1_000 },
    { subject: 'cards', count: 1_000 },
    { subject: 'cards', count: 2_000 },
  ] as const;
  const figures = await measureCanvas(runs);
  const of = (subject: string, count: number) => {
    const found = figures.find((run) => run.subject === subject && run.count === count);
    if (found === undefined) throw new Error(`no figures of ${count} ${subject}`);
    return found;
  };
  const [cards, many] = [of('cards', 1_000), of('cards', 2_000)];
  const frameMs = (fps: number): number => 1_000 / fps;
  return {
    lines: [
      'In Chromium without a GPU: four frames, an edge for every tenth card, two colleagues whose cursors move. Frames a second',
      'while panning with everything in view and at reading zoom, and while dragging 100; time to the first frame with all of',
      'it; work for a batch of 20 remote moves; longest frame in any of these, and while painted cards become elements; in ms.',
      '',
      '| subject | pan, all in view | pan, reading | drag 100 | mount | 20 remote moves | longest frame | coming nearer | heap |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...figures.map(canvasRow),
    ],
    targets: [
      { what: 'frame, 1,000 cards in view, pan', value: frameMs(cards.panAtFit.fps), atMost: 20, unit: 'ms' },
      { what: 'frame, reading zoom, pan', value: frameMs(cards.panAtReading.fps), atMost: 18.2, unit: 'ms' },
      { what: 'frame, drag of 100 cards', value: frameMs(cards.dragAtFit.fps), atMost: 25, unit: 'ms' },
      { what: 'longest frame, painted cards become elements', value: cards.nearerMs, atMost: 100, unit: 'ms' },
      { what: 'mount of 1,000 cards', value: cards.mountMs, atMost: 500, unit: 'ms' },
      { what: 'frame, 2,000 cards in view, pan', value: frameMs(many.panAtFit.fps), atMost: 22.2, unit: 'ms' },
    ],
  };
}

const canvasRow = (run: CanvasFigures): string => {
  const longestMs = Math.max(run.panAtFit.longestMs, run.panAtReading.longestMs, run.dragAtFit.longestMs);
  const paces = [run.panAtFit, run.panAtReading, run.dragAtFit].map(({ fps }) => one(fps)).join(' | ');
  return `| ${run.count.toLocaleString('en')} ${run.subject} | ${paces} | ${one(run.mountMs)} | ${one(run.remoteMs)} | ${one(longestMs)} | ${one(run.nearerMs)} | ${one(run.heapMb)} MB |`;
};
