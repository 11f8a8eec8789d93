import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { BoardId, ParticipantId } from '../../../shared/protocol/ids.ts';
import { sendCard } from '../../api/cards.ts';
import { failureText } from '../../i18n/failure-text.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { variable } from '../../sync/observable.ts';
import { announce } from '../../ui/announce.ts';
import { type CardOutbox, createCardOutbox } from './card-outbox.ts';
import { createCardKeeper, type OutgoingCard, type Told } from './sent-cards.ts';

export interface Outbox {
  /** The oldest first. */
  readonly cards: readonly OutgoingCard[];
  readonly draft: string;
  readonly write: (text: string) => void;
  /** Sends the draft. */
  readonly send: (told: Told) => void;
  readonly again: (card: OutgoingCard) => void;
  readonly remove: (card: OutgoingCard) => void;
  /** Back into the draft. */
  readonly takeBack: (card: OutgoingCard) => void;
}

interface OutboxOptions {
  readonly boardId: BoardId;
  readonly participantId: ParticipantId;
  /** Whether the server is there. */
  readonly isLive: boolean;
  /** Something may be added to the board just now. */
  readonly mayAdd: boolean;
  /** Whether nothing of it is this browser's any more. */
  readonly isGone: boolean;
}

const none = variable<readonly OutgoingCard[]>([]);

/** What somebody writes on this page, until it is on the board. */
export function useOutbox({ boardId, participantId, isLive, mayAdd, isGone }: OutboxOptions): Outbox {
  const t = useText();
  const [keeper] = useState(() => createCardKeeper(`${participantId}.${boardId}`));
  const [outbox, setOutbox] = useState<CardOutbox | null>(null);
  const [draft, setDraft] = useState(keeper.draft);
  const { cards: observed } = outbox ?? { cards: none };
  const cards = useSyncExternalStore(observed.subscribe, observed.get);
  const sayArrived = useEffectEvent(({ text, state }: OutgoingCard) => {
    const isPrivate = state.status === 'sent' && state.isPrivate;
    announce(t(isPrivate ? 'companion.saidPrivate' : 'companion.said', { text }));
  });
  const sayRefused = useEffectEvent(({ text, state }: OutgoingCard) => {
    if (state.status !== 'refused') return;
    announce(t('companion.saidRefused', { text, why: reasonOf(state.code, t) }));
  });
  const make = useEffectEvent(() =>
    createCardOutbox({
      keeper,
      send: (card) => sendCard(boardId, card),
      onArrived: (card) => sayArrived(card),
      onRefused: (card) => sayRefused(card),
    }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another board is another outbox.
  useEffect(() => {
    const made = make();
    setOutbox(made);
    return () => made.dispose();
  }, [boardId, participantId]);
  useEffect(() => {
    if (isLive) outbox?.hurry();
  }, [isLive, outbox]);
  useEffect(() => {
    if (mayAdd) outbox?.reopened();
  }, [mayAdd, outbox]);
  useEffect(() => {
    if (!isGone) return;
    outbox?.dispose();
    keeper.clear();
  }, [isGone, outbox, keeper]);
  const write = (text: string) => {
    setDraft(text);
    keeper.keepDraft(text);
  };
  return {
    ...{ cards, draft, write },
    send(told) {
      const text = draft.replace(/\s+/gu, ' ').trim();
      if (text === '' || outbox === null) return;
      outbox.add(text, told);
      write('');
    },
    again: ({ id }) => outbox?.again(id),
    remove: ({ id }) => outbox?.remove(id),
    takeBack({ id, text }) {
      outbox?.remove(id);
      write(draft.trim() === '' ? text : `${text} ${draft}`);
    },
  };
}

/** Why the server does not take a card. */
export const reasonOf = (
  code: Extract<OutgoingCard['state'], { status: 'refused' }>['code'],
  t: Parameters<typeof failureText>[1],
): string => failureText({ kind: 'problem', problem: { type: '', title: '', status: 0, code } }, t).title;
