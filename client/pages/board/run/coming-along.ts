/** How a page stands when a phase begins. */
interface Page {
  /** Those who lead go where they like. */
  readonly leads: boolean;
  /** A room looks at it: it goes along, whoever's page it is. */
  readonly isProjecting: boolean;
  /** Whoever follows somebody sees what they see. */
  readonly isFollowing: boolean;
  /** The canvas is what it shows. */
  readonly isOnBoard: boolean;
  /** All of where the phase takes place is to be seen. */
  readonly isThere: boolean;
  /** Its person has something in hand. */
  readonly isBusy: boolean;
  /** How long ago they looked elsewhere by their own hand. */
  readonly ownMoveMs: number;
}

/** Whoever looked elsewhere by themselves so short ago is in the middle of something. */
const ownMs = 10_000;

/** Whether a page comes along to where a phase takes place, or its person is asked, or it stays where it is. */
export function comingAlong(page: Page): 'come' | 'ask' | 'stay' {
  if (page.isFollowing || (page.leads && !page.isProjecting)) return 'stay';
  if (!page.isOnBoard) return 'ask';
  if (page.isThere) return 'stay';
  if (page.isBusy) return 'ask';
  return page.ownMoveMs < ownMs && !page.isProjecting ? 'ask' : 'come';
}
