import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
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
  /**
   * Of one link from one address: sixty people mistype once each. Four digits hold for an hour and a half then, and
   * whoever guesses locks out their own address for a minute, nobody else's.
   */
  wrongPasscodes: 60,
  /** Of one link from everywhere: past this somebody guesses from many addresses, and each has only a few tries. */
  wrongPasscodesOfLink: 300,
  wrongPasscodesOfGuessedLink: 5,
  /** On a door that asks first, of one link from one address: a whole room knocks, and nobody fills the waiting room alone. */
  knocks: 120,
  wrongCreateKeys: 20,
  newWorkshops: 120,
  requestsOfSession: 600,
  heavyReadsOfSession: 60,
  /** A board of three hundred pictures that is opened, and opened again by somebody whose browser keeps nothing. */
  imageReadsOfSession: 3_000,
  imagesOfSession: 120,
  /** Of what is said beside boards: every page asks again each time. */
  commentsOfSession: 60,
  /** Of cards that are sent: more than anybody writes, and all that waited for a connection. */
  cardsOfSession: 30,
  /** Of a hand that goes up and down: each time everybody is told, and it is one of the commands that are remembered. */
  handsOfSession: 30,
  /** Each is told to everybody on the board. */
  reactionsOfSession: 60,
} as const;

/** Each returns whether the request has to be turned away. */
export interface Throttles {
  /** Charges the address for a token that opens nothing. */
  wrongToken(request: FastifyRequest): Promise<boolean>;
  /** Asks whether passcodes may still be tried on the link of the request from its address. */
  passcodes(request: FastifyRequest): Promise<boolean>;
  /** Charges address and link for a wrong passcode. */
  wrongPasscode(request: FastifyRequest): Promise<boolean>;
  /** Asks whether the address may still try a key: keys are chosen by people, so guessing them has to stop. */
  createKeys(request: FastifyRequest): Promise<boolean>;
  wrongCreateKey(request: FastifyRequest): Promise<boolean>;
  /** For somebody new before a door that asks first. */
  knock(request: FastifyRequest): Promise<boolean>;
  newWorkshop(request: FastifyRequest): Promise<boolean>;
  requestOfSession(request: FastifyRequest): Promise<boolean>;
  /** For what reads and writes out a whole board or its past. */
  heavyReadOfSession(request: FastifyRequest): Promise<boolean>;
  imageReadOfSession(request: FastifyRequest): Promise<boolean>;
  /** For a picture that is put on a board. */
  imageOfSession(request: FastifyRequest): Promise<boolean>;
  /** For a comment that is written, corrected or settled. */
  commentOfSession(request: FastifyRequest): Promise<boolean>;
  /** For a card that is sent to a board. */
  cardOfSession(request: FastifyRequest): Promise<boolean>;
  /** For a hand that is raised or lowered. */
  handOfSession(request: FastifyRequest): Promise<boolean>;
  reactionOfSession(request: FastifyRequest): Promise<boolean>;
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
  const ofLink = limiter(perMinute.wrongPasscodesOfLink, linkKey);
  const ofAddress = limiter(perMinute.wrongPasscodes, addressOnLinkKey);
  const ofAddressWhileGuessed = limiter(perMinute.wrongPasscodesOfGuessedLink, addressOnLinkKey);
  const knocks = limiter(perMinute.knocks, addressOnLinkKey);
  const wrongCreateKeys = limiter(perMinute.wrongCreateKeys);
  const newWorkshops = limiter(perMinute.newWorkshops);
  const ofSession = limiter(perMinute.requestsOfSession, sessionKey);
  const heavyOfSession = limiter(perMinute.heavyReadsOfSession, sessionKey);
  const imageReads = limiter(perMinute.imageReadsOfSession, sessionKey);
  const images = limiter(perMinute.imagesOfSession, sessionKey);
  const comments = limiter(perMinute.commentsOfSession, sessionKey);
  const cards = limiter(perMinute.cardsOfSession, sessionKey);
  const hands = limiter(perMinute.handsOfSession, sessionKey);
  const reactions = limiter(perMinute.reactionsOfSession, sessionKey);
  return {
    wrongToken: (request) => wrongTokens(request),
    passcodes: async (request) =>
      (await wrongTokens(request, false)) ||
      (await ofAddress(request, false)) ||
      ((await ofLink(request, false)) && (await ofAddressWhileGuessed(request, false))),
    wrongPasscode: async (request) => {
      const charged = [wrongTokens, ofLink, ofAddress, ofAddressWhileGuessed].map((charge) => charge(request));
      return (await Promise.all(charged)).some(Boolean);
    },
    createKeys: (request) => wrongCreateKeys(request, false),
    wrongCreateKey: (request) => wrongCreateKeys(request),
    knock: (request) => knocks(request),
    newWorkshop: (request) => newWorkshops(request),
    requestOfSession: (request) => ofSession(request),
    heavyReadOfSession: (request) => heavyOfSession(request),
    imageReadOfSession: (request) => imageReads(request),
    imageOfSession: (request) => images(request),
    commentOfSession: (request) => comments(request),
    cardOfSession: (request) => cards(request),
    handOfSession: (request) => hands(request),
    reactionOfSession: (request) => reactions(request),
  };
}

const sessionKey = (request: FastifyRequest): string =>
  Buffer.from(hashToken(credentialsOf(request)?.token ?? '')).toString('base64');

/** By the token that the body shows, so that no two links share a count. */
const linkKey = (request: FastifyRequest): string => {
  const { token } = z.object({ token: z.string() }).parse(request.body);
  return Buffer.from(hashToken(token)).toString('base64');
};

const addressOnLinkKey = (request: FastifyRequest): string => `${linkKey(request)} ${normalizeIP(request.ip)}`;
