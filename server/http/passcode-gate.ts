import type { FastifyRequest } from 'fastify';
import { isPasscode } from '../access/passcodes.ts';
import type { PasscodeHash } from '../storage/workshop-store.ts';
import type { Throttles } from './throttles.ts';

/** Looks at the passcode that comes with a link's token. */
export type PasscodeGate = (
  request: FastifyRequest,
  hash: PasscodeHash,
  given: string,
) => Promise<'open' | 'passcode-wrong' | 'too-many-requests'>;

/** Each look takes a thread of those that also read files, and its memory. */
const atOnce = 2;

/** One after the other, so that a burst of guesses is counted while it lasts instead of afterwards. */
export function createPasscodeGate(throttles: Pick<Throttles, 'passcodes' | 'wrongPasscode'>): PasscodeGate {
  const inTurn = createTurns(atOnce);
  return (request, hash, given) =>
    inTurn(async () => {
      if (await throttles.passcodes(request)) return 'too-many-requests';
      if (await isPasscode(given, hash)) return 'open';
      await throttles.wrongPasscode(request);
      return 'passcode-wrong';
    });
}

/** @returns what runs work in the order in which it came, so much at a time */
function createTurns(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < most) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
