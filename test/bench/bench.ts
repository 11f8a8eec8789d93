import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type FanOut, measureFanOut } from './fan-out.ts';
import { type Join, measureJoin } from './join.ts';
import { makeBoard, type Subject, startCommonboard, startEcho } from './subjects.ts';

const rooms = [10, 50];
const boardRecords = 5_000;

/**
 * Our server beside one that knows nothing, in one run on one machine: only the ratios mean anything elsewhere. The load
 * comes from this process over loopback; each server is a process of its own and gone afterwards.
 */
export async function bench(): Promise<void> {
  const lines = [...(await fanOutTable()), '', ...(await joinTable())];
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const text = `# Benchmark\n\n${new Date().toISOString().slice(0, 10)} · Node ${process.versions.node} · ${cpus().length} × ${processor}\n\n${lines.join('\n')}\n`;
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), text);
  process.stdout.write(text);
}

async function withSubject<Result>(start: () => Promise<Subject>, use: (subject: Subject) => Promise<Result>) {
  const subject = await start();
  try {
    return await use(subject);
  } finally {
    await subject.stop();
  }
}

async function fanOutTable(): Promise<readonly string[]> {
  const rows: string[] = [];
  const { state } = makeBoard(0);
  for (const clients of rooms) {
    const echo = await withSubject(
      () => startEcho(state),
      (subject) => measureFanOut(subject, clients),
    );
    const ours = await withSubject(
      () => startCommonboard([]),
      (subject) => measureFanOut(subject, clients),
    );
    rows.push(fanOutRow('bare ws echo', echo), fanOutRow('Commonboard', ours), fanOutRatio(echo, ours));
  }
  return [
    'Every client moves a cursor 20 times a second, one in five drags a shape 30 times a second. CPU is of the server, in',
    'seconds per million deliveries; latencies are in ms from send to receipt.',
    '',
    '| clients | server | CPU/1M | drag p50 | drag p99 | cursor p50 | cursor p99 | drags arrived |',
    '| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ];
}

const one = (value: number): string => value.toFixed(1);
const times = (ours: number, ruler: number): string => `× ${(ours / ruler).toFixed(2)}`;

const fanOutRow = (name: string, { clients, cpuPerMillion, drag, cursor, arrived }: FanOut): string =>
  `| ${clients} | ${name} | ${one(cpuPerMillion)} | ${one(drag.p50Ms)} | ${one(drag.p99Ms)} | ${one(cursor.p50Ms)} | ${one(cursor.p99Ms)} | ${one(arrived * 100)} % |`;

const fanOutRatio = (ruler: FanOut, ours: FanOut): string =>
  `| ${ours.clients} | ratio | ${times(ours.cpuPerMillion, ruler.cpuPerMillion)} | ${times(ours.drag.p50Ms, ruler.drag.p50Ms)} | ${times(ours.drag.p99Ms, ruler.drag.p99Ms)} | ${times(ours.cursor.p50Ms, ruler.cursor.p50Ms)} | ${times(ours.cursor.p99Ms, ruler.cursor.p99Ms)} | |`;

async function joinTable(): Promise<readonly string[]> {
  const { state, updates } = makeBoard(boardRecords);
  const echo = await withSubject(() => startEcho(state), measureJoin);
  const ours = await withSubject(() => startCommonboard(updates), measureJoin);
  const row = (name: string, { cpuMs, medianMs, bytes }: Join) =>
    `| ${name} | ${one(cpuMs)} | ${one(medianMs)} | ${(bytes / 1_000_000).toFixed(2)} |`;
  return [
    `Join of an open board of ${boardRecords.toLocaleString('en')} records: CPU of the server and time to the whole state, in ms; size in MB.`,
    '',
    '| server | CPU | median | state |',
    '| --- | ---: | ---: | ---: |',
    row('bare ws, state ready-made', echo),
    row('Commonboard', ours),
    `| ratio | ${times(ours.cpuMs, echo.cpuMs)} | ${times(ours.medianMs, echo.medianMs)} | ${times(ours.bytes, echo.bytes)} |`,
  ];
}
