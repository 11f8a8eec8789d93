import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { lineOfText } from '../../shared/api/text.ts';
import { textLimits } from '../../shared/protocol/limits.ts';
import type { PasscodeHash } from '../storage/workshop-store.ts';

/**
 * scrypt (RFC 7914) of 16 MiB and some 40 ms on a core of today: people choose passcodes, so each guess has to cost.
 * Stored with each hash, so that later ones may cost more.
 */
const cost = { log2N: 14, r: 8, p: 1 } as const;
const saltBytes = 16;
const keyBytes = 32;

/** @param passcode as the contract hands it over: one line, normalised. Works beside the event loop. */
export async function hashPasscode(passcode: string): Promise<PasscodeHash> {
  const salt = randomBytes(saltBytes);
  const key = await derive(passcode, salt, cost);
  const parts = [cost.log2N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')];
  return `scrypt:${parts.join(':')}` as PasscodeHash;
}

/** @param given as somebody typed it: white space and composition of letters do not count, case does. */
export async function isPasscode(given: string, hash: PasscodeHash): Promise<boolean> {
  const [, log2N, r, p, salt = '', key = ''] = hash.split(':');
  const line = lineOfText(textLimits.passcode).safeParse(given);
  // What cannot be a passcode costs the same time, so that the answer does not tell which it was.
  const derived = await derive(line.data ?? '', Buffer.from(salt, 'base64url'), {
    ...{ log2N: Number(log2N), r: Number(r), p: Number(p) },
  });
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && line.success;
}

interface Cost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

function derive(passcode: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  return new Promise((resolve, reject) => {
    scrypt(passcode, salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
