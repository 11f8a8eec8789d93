import type { ComponentProps } from 'react';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { PhaseId } from '../../../../shared/session/agenda.ts';
import { boardOfSession } from '../../../../shared/session/groups.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { goToFrame } from '../../../cards/guide/frames.ts';
import { GuidePanel } from '../../../cards/guide/GuidePanel.tsx';
import { useMethod } from '../../../cards/method.ts';
import { useAgenda } from '../../../facilitation/run/use-agenda.ts';
import { useOpenBoard } from '../../use-open-board.ts';
import { useSend } from '../../use-send.ts';
import { goToPhase } from './go-to-phase.ts';

interface BoardGuidePanelProps extends Pick<ComponentProps<typeof GuidePanel>, 'onShowBoard'> {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly readOnly: boolean;
  /** Another one, and the board has other phases. */
  readonly agendaEdition: number;
}

/** The guide of a board with the session that runs on it. */
export function BoardGuidePanel({ data, board, session, readOnly, agendaEdition, ...props }: BoardGuidePanelProps) {
  const method = useMethod();
  const { open } = useOpenBoard(data.workshop.id);
  const { send } = useSend(data.workshop.id);
  const leads = can(data.me.role, 'canFacilitate');
  const kept = useAgenda(leads && !board.example ? board.id : null, agendaEdition);
  // A group works on the question of everybody's phase.
  const run = session.run?.boardId === boardOfSession(session.breakouts, board.id) ? session.run : null;
  const goTo = (phaseId: PhaseId) => {
    const phase = run?.agenda.find(({ id }) => id === phaseId);
    if (phase === undefined) return;
    void goToPhase(send, board.id, phase, (frameId) => {
      props.onShowBoard();
      goToFrame(method, frameId);
    });
  };
  return (
    <GuidePanel
      {...props}
      agenda={kept.status === 'ready' ? kept.agenda : null}
      hasOwnAgenda={kept.status === 'ready' && kept.isOwn}
      run={run}
      boardId={board.id}
      onExample={board.example ? undefined : () => void open('example', board.template, board.language)}
      onPhase={run?.boardId === board.id && leads && !readOnly ? goTo : undefined}
    />
  );
}
