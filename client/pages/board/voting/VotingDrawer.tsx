import { type ComponentProps, use, useMemo } from 'react';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { sendCommand } from '../../../api/commands.ts';
import { MethodContext, useMethod } from '../../../cards/method.ts';
import { inScope } from '../../../facilitation/voting/ballot.ts';
import { VotePanel } from '../../../facilitation/voting/VotePanel.tsx';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { useAct } from '../../use-act.ts';
import { useVotingItems } from './use-voting-items.ts';

interface VotingDrawerProps extends Omit<ComponentProps<typeof VotePanel>, 'items' | 'closing' | 'reader'> {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  /** Whether this person may close the round. */
  readonly leads: boolean;
}

export function VotingDrawer(props: VotingDrawerProps) {
  return use(MethodContext) === null ? null : <OpenDrawer {...props} />;
}

function OpenDrawer({ data, board, leads, ...panel }: VotingDrawerProps) {
  const t = useText();
  const { people } = useMethod();
  const { round, onShow } = panel;
  const all = useVotingItems();
  const items = useMemo(() => (round === null ? [] : inScope(all, round.scope)), [all, round]);
  const byId = useMemo(() => new Map(all.map((item) => [item.id, item])), [all]);
  const { act, busy, failure } = useAct();
  const close = () => {
    if (round === null) return;
    void act(() => sendCommand(data.workshop.id, { type: 'voting.close', boardId: board.id, id: round.id }));
  };
  return (
    <VotePanel
      {...panel}
      items={items}
      closing={leads ? { busy, failure, close } : undefined}
      reader={{
        people,
        titleOf: (id) => byId.get(id)?.title ?? t('voting.gone'),
        onShow: (id) => (byId.has(id) ? () => onShow(id) : undefined),
      }}
    />
  );
}
