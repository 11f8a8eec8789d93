import { useMemo } from 'react';
import type { BoardView } from '../../../../shared/method/board-view.ts';
import { listFrames } from '../../../canvas/frames.ts';
import { isPrivate } from '../../../canvas/private-shapes.ts';
import type { Method } from '../../../cards/method.ts';
import { useMethod } from '../../../cards/method.ts';
import { useSettled } from '../../../cards/panel/use-view.ts';
import type { RowReader } from '../../../cards/table/rows.ts';
import { useRowReader } from '../../../cards/table/use-table.ts';
import type { VotingItem } from '../../../facilitation/voting/ballot.ts';
import type { Translate } from '../../../i18n/catalogue.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';

/** How often the list follows the board while others go on changing it. */
const stepMs = 300;

/** Everything on the board that can be voted on, as the server sees it: what is private is not there, nor a ghost. */
export function useVotingItems(): readonly VotingItem[] {
  const t = useText();
  const { editor, view: live } = useMethod();
  const view = useSettled(live, stepMs);
  const reader = useRowReader();
  return useMemo(() => itemsOf(view, editor, reader, t), [view, editor, reader, t]);
}

/** Frame by frame, the oldest card first: what people drag meanwhile does not move under anybody's finger. */
function itemsOf(view: BoardView, editor: Method['editor'], reader: RowReader, t: Translate): readonly VotingItem[] {
  const frames = new Map<string, number>(listFrames(editor).map(({ id }, index) => [id, index]));
  const orderOf = (frameId: string | null) => (frameId === null ? frames.size : (frames.get(frameId) ?? frames.size));
  return [...view.cards.values()]
    .filter((card) => !card.isGhost && !isPrivate(card.shape))
    .map((card) => ({
      ...{ id: card.id as string, kind: card.kind, frameId: card.frameShape?.id ?? null },
      title: card.title.trim() || t('voting.untitled'),
      place: [...new Set([reader.frameName(card), reader.zoneName(card)])].filter(Boolean).join(' · '),
      createdAtMs: card.createdAtMs ?? Number.MAX_SAFE_INTEGER,
      index: card.shape.index,
    }))
    .sort(
      (a, b) =>
        orderOf(a.frameId) - orderOf(b.frameId) || a.createdAtMs - b.createdAtMs || (a.index < b.index ? -1 : 1),
    );
}
