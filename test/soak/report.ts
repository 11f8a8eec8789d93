import type { Weight } from './memory.ts';
import type { SoakOptions } from './soak.ts';

/** The server's heap at one moment, after a forced collection. */
export interface HeapSample {
  readonly liveBytes: number;
  readonly documents: Weight;
}

/** One look at everybody and the server. */
export interface Sample {
  readonly minute: number;
  readonly residentMb: number;
  readonly records: number;
  readonly differences: readonly string[];
  /** Null where the heap was not looked at. */
  readonly heap: HeapSample | null;
}

/** What of a run says whether the server lasts. */
export interface Verdict {
  readonly isConverged: boolean;
  /** Null: the run was too short to say. */
  readonly isBounded: boolean | null;
  /** Per cent of the live heap in an hour, over the second half; null with too few looks. */
  readonly growth: { readonly live: number; readonly documents: number; readonly rest: number } | null;
}

/** By which the heap beside the documents may grow in an hour, in per cent of the live heap. */
const REST_MAX_PER_HOUR = 5;
/** A shorter run is still filling what is bounded, and a collection more or less is a large share of its growth. */
const MEMORY_MIN_MINUTES = 60;
const LOOKS_MIN = 4;

export function judge(samples: readonly Sample[]): Verdict {
  const isConverged = samples.length > 0 && samples.every(({ differences }) => differences.length === 0);
  const looks = samples.flatMap(({ minute, heap }) => (heap === null ? [] : [{ minute, ...heap }]));
  const later = looks.slice(Math.floor(looks.length / 2));
  if (later.length < LOOKS_MIN) return { isConverged, isBounded: null, growth: null };
  const live = mean(later.map(({ liveBytes }) => liveBytes));
  const perHour = (bytesOf: (look: (typeof later)[number]) => number) =>
    (slope(later.map((look) => [look.minute, bytesOf(look)])) * 60 * 100) / live;
  const growth = {
    live: perHour(({ liveBytes }) => liveBytes),
    documents: perHour(({ documents }) => documents.heapBytes),
    rest: perHour(({ liveBytes, documents }) => liveBytes - documents.heapBytes),
  };
  const isLong = (samples.at(-1)?.minute ?? 0) >= MEMORY_MIN_MINUTES;
  return { isConverged, isBounded: isLong ? growth.rest <= REST_MAX_PER_HOUR : null, growth };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of the line of least squares. */
function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, value]) => value))];
  const covariance = mean(points.map(([at, value]) => (at - x) * (value - y)));
  const variance = mean(points.map(([at]) => (at - x) ** 2));
  return variance === 0 ? 0 : covariance / variance;
}

/** One run as a section of Markdown. @param errors lines that the server logged as errors */
export function describeRun(options: SoakOptions, samples: readonly Sample[], errors: number): string {
  const verdict = judge(samples);
  const equal = samples.filter(({ differences }) => differences.length === 0).length;
  return [
    `## ${new Date().toISOString().slice(0, 10)}: ${options.minutes} minutes, ${options.bots} bots, ${options.browsers} browsers`,
    '',
    `Node ${process.versions.node} · seed ${options.seed}`,
    '',
    `**${sayVerdict(verdict)}**`,
    '',
    `Everybody and the server equal at ${equal} of ${samples.length} looks, with lines cut, tabs reloaded and the server killed in between.`,
    ...(verdict.growth === null ? [] : [sayGrowth(verdict.growth)]),
    `Errors that the server logged: ${errors}.`,
    '',
    '| minute | resident MB | live heap | documents | the rest | structs | gone records | clients | records | |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...samples
      .filter(({ heap, differences }) => heap !== null || differences.length > 0)
      .map((sample) => `| ${cellsOf(sample).join(' | ')} |`),
    '',
  ].join('\n');
}

export function sayVerdict({ isConverged, isBounded }: Verdict): string {
  const memory =
    isBounded === null
      ? 'too short to judge memory'
      : isBounded
        ? 'memory bounded'
        : 'memory grows beside the documents';
  return `Verdict: ${isConverged ? 'converged' : 'NOT converged'}, ${memory}.`;
}

const sayGrowth = ({ live, documents, rest }: NonNullable<Verdict['growth']>): string =>
  `Live heap over the second half: ${signed(live)} % an hour, of which documents ${signed(documents)}, the rest ${signed(rest)} (wanted: ${REST_MAX_PER_HOUR} at most).`;

const signed = (perCent: number): string => `${perCent < 0 ? '−' : '+'}${Math.abs(perCent).toFixed(1)}`;

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

/** As the table has it; empty where the heap was not looked at. */
export function cellsOf({ minute, residentMb, records, differences, heap }: Sample): readonly string[] {
  const weighed =
    heap === null
      ? ['', '', '', '', '', '']
      : [
          ...[megabytes(heap.liveBytes), megabytes(heap.documents.heapBytes)],
          megabytes(heap.liveBytes - heap.documents.heapBytes),
          ...[heap.documents.structs, heap.documents.tombstones, heap.documents.clients].map(String),
        ];
  const state = differences.join('; ') || 'equal';
  return [minute.toFixed(1), residentMb.toFixed(0), ...weighed, String(records), state];
}

/** Puts a run before the earlier ones, which are headed by their day, behind what else stands in the file. */
export function withRun(results: string, run: string): string {
  const at = results.search(/^## \d{4}-/m);
  return at === -1 ? `${results.trimEnd()}\n\n${run}` : `${results.slice(0, at)}${run}\n${results.slice(at)}`;
}
