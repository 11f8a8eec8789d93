import { nanoid } from 'nanoid';
import type { Role } from '../../shared/access/capabilities.ts';
import { GuestId, type SessionId, type WorkshopId } from '../../shared/protocol/ids.ts';
import type { Guest } from '../../shared/session/waiting.ts';
import { hashToken, newToken } from '../access/tokens.ts';
import type { Clock } from '../rooms/clock.ts';
import type { TokenHash } from '../storage/workshop-store.ts';

/** A page asks every few seconds. One that a phone has put to sleep waits no more after this, and knocks anew when it wakes. */
export const shownMs = 45_000;
/** For how long somebody who was answered may still hear of it. */
export const keptMs = 3_600_000;
/** For how long somebody who is in may hear of it again: the answer may have been lost on the way to them. */
export const enteredKeptMs = 600_000;
/** So many wait before one door. */
export const waitingMax = 200;
const sweepMs = 5_000;

/** What somebody wrote into the form, and the link they came by. */
export interface Request {
  readonly workshopId: WorkshopId;
  /** Hash of the link's token: looked up anew when they come in, since it may be revoked by then. */
  readonly linkHash: TokenHash;
  readonly role: Role;
  readonly name: string;
  readonly organisation: string;
  readonly nameInReport: boolean | undefined;
  readonly remote: boolean | undefined;
  /** A program, which gets a token instead of a cookie. */
  readonly bearer: boolean;
}

export type Answer = 'admit' | 'decline';

interface Waiting extends Request {
  readonly id: GuestId;
  /** Since 1970. */
  readonly sinceMs: number;
  /** When their page asked last, on the clock that nobody sets. */
  seenAtMs: number;
  answer: Answer | null;
  /** The session that they came in with. */
  entered: SessionId | null;
}

interface WaitingRoomOptions {
  readonly clock: Clock;
  /** Called when another list is to be shown to those who lead. */
  readonly onChange: (workshopId: WorkshopId, guests: readonly Guest[]) => void;
}

/**
 * Those who wait to be let in. In memory only: after a restart their pages knock again by themselves, and whoever was in
 * already has a session.
 */
export class WaitingRoom {
  readonly #options: WaitingRoomOptions;
  /** By the hash of the ticket that their page holds. */
  readonly #waiting = new Map<string, Waiting>();
  /** What was told last, of workshops where somebody waits. */
  readonly #told = new Map<WorkshopId, string>();
  #cancelSweep: (() => void) | null = null;

  constructor(options: WaitingRoomOptions) {
    this.#options = options;
  }

  /** @returns the ticket by which their page asks again; null where too many wait already. */
  knock(request: Request): string | null {
    if (this.list(request.workshopId).length >= waitingMax) return null;
    const { clock } = this.#options;
    const ticket = newToken();
    const id = GuestId.parse(nanoid());
    this.#waiting.set(keyOf(ticket), {
      ...request,
      id,
      sinceMs: clock.nowMs(),
      seenAtMs: clock.monotonicMs(),
      ...{ answer: null, entered: null },
    });
    this.#tell(request.workshopId);
    this.#cancelSweep ??= this.#options.clock.after(sweepMs, () => this.#sweep());
    return ticket;
  }

  /** Somebody's page asks. @returns null for whom nobody knows, or no more. */
  ask(ticket: string): (Pick<Waiting, 'answer' | 'entered'> & { readonly request: Request }) | null {
    const waiting = this.#waiting.get(keyOf(ticket));
    if (waiting === undefined) return null;
    const { answer, entered } = waiting;
    // Whoever is in hears of it for a while, and not for as long as they ask.
    if (entered === null) waiting.seenAtMs = this.#options.clock.monotonicMs();
    this.#tell(waiting.workshopId);
    return { request: waiting, answer, entered };
  }

  /** They are in. */
  enter(ticket: string, sessionId: SessionId): void {
    const waiting = this.#waiting.get(keyOf(ticket));
    if (waiting === undefined) return;
    waiting.entered = sessionId;
    this.#tell(waiting.workshopId);
  }

  /** They were sent away or have gone. */
  forget(ticket: string): void {
    const key = keyOf(ticket);
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) return;
    this.#waiting.delete(key);
    this.#tell(waiting.workshopId);
  }

  /** @param id null for everybody who waits. Whoever has an answer keeps it. */
  answer(workshopId: WorkshopId, id: GuestId | null, answer: Answer): void {
    for (const waiting of this.#waiting.values())
      if (waiting.workshopId === workshopId && (id === null ? this.#isShown(waiting) : waiting.id === id))
        waiting.answer ??= answer;
    this.#tell(workshopId);
  }

  /** Those who wait now, the first first. */
  list(workshopId: WorkshopId): Guest[] {
    return [...this.#waiting.values()]
      .filter((waiting) => waiting.workshopId === workshopId && this.#isShown(waiting))
      .map(({ id, name, organisation, role, sinceMs }) => ({ id, name, organisation, role, sinceMs }));
  }

  stop(): void {
    this.#cancelSweep?.();
  }

  #isShown({ answer, entered, seenAtMs }: Waiting): boolean {
    return answer === null && entered === null && this.#options.clock.monotonicMs() - seenAtMs <= shownMs;
  }

  #tell(workshopId: WorkshopId): void {
    const guests = this.list(workshopId);
    const told = JSON.stringify(guests);
    if (told === (this.#told.get(workshopId) ?? '[]')) return;
    if (guests.length === 0) this.#told.delete(workshopId);
    else this.#told.set(workshopId, told);
    this.#options.onChange(workshopId, guests);
  }

  /** Nobody says when they close the page. */
  #sweep(): void {
    const nowMs = this.#options.clock.monotonicMs();
    for (const [key, waiting] of this.#waiting)
      if (nowMs - waiting.seenAtMs > keptFor(waiting)) this.#waiting.delete(key);
    for (const workshopId of [...this.#told.keys()]) this.#tell(workshopId);
    this.#cancelSweep = this.#waiting.size === 0 ? null : this.#options.clock.after(sweepMs, () => this.#sweep());
  }
}

function keptFor({ answer, entered }: Waiting): number {
  if (entered !== null) return enteredKeptMs;
  return answer === null ? shownMs : keptMs;
}

/** Who reads memory reads no tickets. */
const keyOf = (ticket: string): string => Buffer.from(hashToken(ticket)).toString('base64');
