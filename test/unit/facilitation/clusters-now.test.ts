import { expect, it } from 'vitest';
import { clustersNow } from '../../../client/facilitation/run/clusters-now.ts';
import type { Phase } from '../../../shared/session/agenda.ts';
import type { Session } from '../../../shared/session/session.ts';

const phase = (...tools: readonly string[]) => ({ tools: tools.map((tool) => ({ tool })) }) as unknown as Phase;
const session = (moves: readonly string[], more: object = {}) =>
  ({ run: { moves }, privateWriting: null, voting: null, ...more }) as unknown as Session;

it('[CLU30] those who take part are told how to cluster once what was written is shown, until a vote begins', () => {
  const writing = phase('PW', 'REV', 'CL', 'V');
  expect(clustersNow(session([]), writing)).toBe(false);
  expect(clustersNow(session(['write'], { privateWriting: {} }), writing)).toBe(false);
  expect(clustersNow(session(['write']), writing)).toBe(true);
  expect(clustersNow(session(['write', 'dots']), writing)).toBe(false);
  expect(clustersNow(session([]), phase('CL'))).toBe(true);
  expect(clustersNow(session([]), phase('PW'))).toBe(false);
  expect(clustersNow(session([], { run: null }), phase('CL'))).toBe(false);
});
