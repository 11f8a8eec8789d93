import type { Gathering, Spotlight } from '../../../../shared/session/attention.ts';
import type { Session } from '../../../../shared/session/session.ts';

/*
 * What the person at this page has already been asked. A phone shows its own page and the canvas in turn: neither asks
 * again what the other has asked, and whoever comes for something is brought there.
 */
let wantedMs: number | null = null;
let onWayMs: number | null = null;
let answeredMs: number | null = null;
let declinedMs: number | null = null;

type Asked = Pick<Gathering, 'atMs'>;

/** To be called before the canvas is opened that everybody is asked to. */
export function wantGathering({ atMs }: Asked): void {
  wantedMs = atMs;
  answeredMs = null;
}

/** The same, for one that is on another board. */
export function setOutFor(asked: Asked): void {
  wantGathering(asked);
  onWayMs = asked.atMs;
}

/** Whether somebody has just come to the board for it; once. */
export function takeArrival({ atMs }: Asked): boolean {
  const isThere = onWayMs === atMs;
  if (isThere) onWayMs = null;
  return isThere;
}

export const isWanted = ({ atMs }: Asked): boolean => atMs === wantedMs;

export function answerGathering({ atMs }: Asked): void {
  answeredMs = atMs;
  wantedMs = null;
  onWayMs = null;
}

export const isAnswered = ({ atMs }: Asked): boolean => atMs === answeredMs;

/** They look around by themselves, until they say otherwise or somebody begins anew. */
export function declineSpotlight({ sinceMs }: Pick<Spotlight, 'sinceMs'>): void {
  declinedMs = sinceMs;
}

export const isDeclined = (sinceMs: number): boolean => sinceMs === declinedMs;

const toldMs = { gathering: 0, spotlight: 0, mention: 0 };

/** Whether it is to be said that somebody asks: not again to whoever comes back from the canvas. */
export function isToldFirst(what: keyof typeof toldMs, sinceMs: number): boolean {
  const isFirst = toldMs[what] !== sinceMs;
  toldMs[what] = sinceMs;
  return isFirst;
}

/** A board that is gone asks nobody any more, and the next phase takes everybody elsewhere. */
export const isOver = (gathering: Gathering | null, run: Session['run']): boolean =>
  gathering === null || (run?.boardId === gathering.boardId && run.phaseSinceMs > gathering.atMs);
