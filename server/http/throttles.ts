import type { FastifyRequest } from 'fastify';
import { hashToken } from '../access/tokens.ts';
import type { HttpServer } from './context.ts';
import { credentialsOf } from './credentials.ts';

const MINUTE_MS = 60_000;

/**
 * Sixty people behind one address join within a minute, so addresses are charged for failures only, and generously; a
 * session is charged for everything it does.
 */
const perMinute = {
  wrongTokens: 300,
  wrongCreateKeys: 20,
  newWorkshops: 120,
  requestsOfSession: 600,
  heavyReadsOfSession: 60,
} as const;

/** Each returns whether the request has to be turned away. */
export interface Throttles {
  /** Charges the address for a token that opens nothing. */
  wrongToken(request: FastifyRequest): Promise<boolean>;
  /** Asks whether the address may still try a key: keys are chosen by people, so guessing them has to stop. */
  createKeys(request: FastifyRequest): Promise<boolean>;
  wrongCreateKey(request: FastifyRequest): Promise<boolean>;
  newWorkshop(request: FastifyRequest): Promise<boolean>;
  requestOfSession(request: FastifyRequest): Promise<boolean>;
  /** For what reads and writes out a whole board or its past. */
  heavyReadOfSession(request: FastifyRequest): Promise<boolean>;
}

/** Needs the rate-limit plugin. */
export function createThrottles(app: HttpServer): Throttles {
  const limiter = (max: number, keyGenerator?: (request: FastifyRequest) => string) => {
    const charge = app.createRateLimit({ max, timeWindow: MINUTE_MS, ...(keyGenerator && { keyGenerator }) });
    return async (request: FastifyRequest, increment = true): Promise<boolean> => {
      const result = await charge(request, { increment });
      return !result.isAllowed && (result.isExceeded || (!increment && result.remaining === 0));
    };
  };
  const wrongTokens = limiter(perMinute.wrongTokens);
  const wrongCreateKeys = limiter(perMinute.wrongCreateKeys);
  const newWorkshops = limiter(perMinute.newWorkshops);
  const ofSession = limiter(perMinute.requestsOfSession, sessionKey);
  const heavyOfSession = limiter(perMinute.heavyReadsOfSession, sessionKey);
  return {
    wrongToken: (request) => wrongTokens(request),
    createKeys: (request) => wrongCreateKeys(request, false),
    wrongCreateKey: (request) => wrongCreateKeys(request),
    newWorkshop: (request) => newWorkshops(request),
    requestOfSession: (request) => ofSession(request),
    heavyReadOfSession: (request) => heavyOfSession(request),
  };
}

const sessionKey = (request: FastifyRequest): string =>
  Buffer.from(hashToken(credentialsOf(request)?.token ?? '')).toString('base64');
