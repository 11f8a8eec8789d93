import { expect, it } from 'vitest';
import { describeRun, judge, type Sample, sayVerdict, withRun } from '../../soak/report.ts';

const MEGABYTE = 1_048_576;

/** Looks every five minutes at a server whose documents and whose rest grow by so many megabytes in an hour. */
function grown(minutes: number, perHour: { readonly documents: number; readonly rest: number }): readonly Sample[] {
  return Array.from({ length: minutes / 5 }, (_, n): Sample => {
    const minute = (n + 1) * 5;
    // What is bounded fills within the first ten minutes.
    const rest = 40 + Math.min(minute, 10) + (perHour.rest * minute) / 60;
    const documents = (perHour.documents * minute) / 60;
    const weight = { heapBytes: documents * MEGABYTE, structs: 10 * minute, tombstones: 5 * minute, clients: minute };
    const heap = { liveBytes: (rest + documents) * MEGABYTE, documents: weight };
    return { minute, residentMb: 200, records: 400, differences: [], heap };
  });
}

it('[SOAK3] documents that grow are no leak, what grows beside them is', () => {
  const fuller = judge(grown(240, { documents: 7, rest: 0 }));
  expect(fuller).toMatchObject({ isConverged: true, isBounded: true });
  expect(fuller.growth?.rest).toBeCloseTo(0);
  expect(fuller.growth?.live).toBeGreaterThan(8);
  const leaking = judge(grown(240, { documents: 0, rest: 5 }));
  expect(leaking).toMatchObject({ isConverged: true, isBounded: false });
  expect(sayVerdict(leaking)).toBe('Verdict: converged, memory grows beside the documents.');
});

it('[SOAK3] a short run says nothing about memory, and a difference is never overlooked', () => {
  const short = grown(15, { documents: 7, rest: 30 });
  expect(judge(short)).toMatchObject({ isConverged: true, isBounded: null });
  expect(judge(grown(50, { documents: 7, rest: 30 })).isBounded).toBeNull();
  expect(sayVerdict(judge(short))).toBe('Verdict: converged, too short to judge memory.');
  const [first, ...others] = grown(240, { documents: 7, rest: 0 });
  if (first === undefined) throw new Error('no look');
  const torn = judge([{ ...first, heap: null, differences: ['shape:a differs'] }, ...others]);
  expect(torn.isConverged).toBe(false);
  expect(judge([]).isConverged).toBe(false);
});

it('[SOAK3] a run stands before the earlier ones, behind the head, with the looks at the heap and every difference', () => {
  const options = { minutes: 10, bots: 2, browsers: 0, seed: 1 };
  const [first, second] = grown(10, { documents: 7, rest: 0 });
  if (first === undefined || second === undefined) throw new Error('no looks');
  const torn = { ...second, heap: null, differences: ['shape:a differs'] };
  const calm = { ...second, minute: 7, heap: null };
  const run = describeRun(options, [first, calm, torn], 3);
  expect(run).toContain('Verdict: NOT converged');
  expect(run).toContain('Errors that the server logged: 3.');
  expect(run.split('\n').filter((line) => /^\| \d/.test(line))).toEqual([
    '| 5.0 | 200 | 45.6 | 0.6 | 45.0 | 50 | 25 | 5 | 400 | equal |',
    '| 10.0 | 200 |  |  |  |  |  |  | 400 | shape:a differs |',
  ]);
  const [head, old] = ['# Soak\n\n## Why\n\nWords.\n\n', '## 2026-01-02: 15 minutes\n'];
  expect(withRun(head + old, run)).toBe(`${head}${run}\n${old}`);
  expect(withRun('# Soak\n', run)).toBe(`# Soak\n\n${run}`);
});
