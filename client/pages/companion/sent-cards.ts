import { z } from 'zod';
import { ProblemCode } from '../../../shared/api/problem.ts';
import { SentCardId } from '../../../shared/protocol/ids.ts';

/** A card on its way to the board. */
export const OutgoingCard = z.object({
  id: SentCardId,
  text: z.string(),
  /** Whether its writer was told that nobody else sees it. */
  isPrivate: z.boolean(),
  /** Whether they were told that it says no name; an earlier page kept none of that. */
  isAnonymous: z.boolean().default(false),
  /** Where the phase took place that it was written for; null: nowhere. An earlier page kept none. */
  place: z.string().nullable().optional(),
  /** In the order of writing. */
  atMs: z.number(),
  state: z.discriminatedUnion('status', [
    z.object({ status: z.literal('waiting') }),
    z.object({ status: z.literal('sent'), isPrivate: z.boolean() }),
    /** The server does not take it. */
    z.object({ status: z.literal('refused'), code: ProblemCode }),
  ]),
});
export type OutgoingCard = z.infer<typeof OutgoingCard>;

/** What the writer of a card is told of who sees it, and where it goes. */
export type Told = Pick<OutgoingCard, 'isPrivate' | 'isAnonymous' | 'place'>;

/** What of somebody's writing a browser keeps. Without storage it lasts as long as the page. */
export interface CardKeeper {
  /** The oldest first. */
  readonly cards: () => readonly OutgoingCard[];
  readonly keep: (card: OutgoingCard) => void;
  readonly forget: (id: SentCardId) => void;
  readonly draft: () => string;
  readonly keepDraft: (text: string) => void;
  /** Nothing of it is this browser's any more. */
  readonly clear: () => void;
}

type Stores = { readonly lasting: Storage; readonly ofTab: Storage };

/**
 * Draft and unsent cards outlast the page. What has arrived is kept for this tab alone: nobody reads on a computer of
 * others what somebody wrote privately. Each card has a place of its own, so that two tabs do not take each other's away.
 */
export function createCardKeeper(owner: string, stores: Stores | null = browserStores()): CardKeeper {
  const draftKey = `commonboard.draft.${owner}`;
  const prefix = `commonboard.card.${owner}.`;
  const attempt = <Result>(work: (to: Stores) => Result, otherwise: Result): Result => {
    try {
      return stores === null ? otherwise : work(stores);
    } catch {
      // Storage is full or switched off.
      return otherwise;
    }
  };
  const read = (store: Storage): readonly OutgoingCard[] =>
    keysOf(store, prefix).flatMap((key) => {
      const card = OutgoingCard.safeParse(parse(store.getItem(key)));
      return card.success ? [card.data] : [];
    });
  return {
    cards: () =>
      attempt(({ lasting, ofTab }) => {
        const all = new Map([...read(lasting), ...read(ofTab)].map((card) => [card.id, card]));
        return [...all.values()].sort((a, b) => a.atMs - b.atMs);
      }, []),
    keep: (card) =>
      attempt(({ lasting, ofTab }) => {
        const [home, other] = card.state.status === 'sent' ? [ofTab, lasting] : [lasting, ofTab];
        home.setItem(prefix + card.id, JSON.stringify(card));
        other.removeItem(prefix + card.id);
      }, undefined),
    forget: (id) =>
      attempt(({ lasting, ofTab }) => {
        lasting.removeItem(prefix + id);
        ofTab.removeItem(prefix + id);
      }, undefined),
    draft: () => attempt(({ lasting }) => lasting.getItem(draftKey) ?? '', ''),
    keepDraft: (text) =>
      attempt(({ lasting }) => {
        if (text === '') lasting.removeItem(draftKey);
        else lasting.setItem(draftKey, text);
      }, undefined),
    clear: () =>
      attempt(({ lasting, ofTab }) => {
        lasting.removeItem(draftKey);
        for (const store of [lasting, ofTab]) for (const key of keysOf(store, prefix)) store.removeItem(key);
      }, undefined),
  };
}

const keysOf = (store: Storage, prefix: string): readonly string[] =>
  Array.from({ length: store.length }, (_, at) => store.key(at) ?? '').filter((key) => key.startsWith(prefix));

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? 'null');
  } catch {
    return null;
  }
}

function browserStores(): Stores | null {
  try {
    return { lasting: localStorage, ofTab: sessionStorage };
  } catch {
    return null;
  }
}
