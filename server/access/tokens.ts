import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { TokenHash } from '../storage/workshop-store.ts';

/** 256 bits, base64url: 43 characters. The holder's only proof; whoever stores it stores its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Tickets live no longer than the process that gave them. */
const ticketKey = randomBytes(32);

/**
 * The token of the session that somebody gets for a ticket: the same each time, so that whoever never heard of it can be
 * given it again, and nothing that has to be remembered until then. Whoever knows the ticket alone cannot make it.
 */
export const tokenForTicket = (ticket: string): string =>
  createHmac('sha256', ticketKey).update(ticket).digest('base64url');

/** SHA-256 without salt: a token has full entropy, and storage finds rows by this hash. */
export const hashToken = (token: string): TokenHash =>
  Uint8Array.from(createHash('sha256').update(token).digest()) as TokenHash;

/** Compares secrets of any length in a time that says nothing about where they differ. */
export const isSameSecret = (a: string, b: string): boolean => timingSafeEqual(hashToken(a), hashToken(b));
