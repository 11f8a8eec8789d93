import type { Board } from '../../../shared/api/workshops.ts';
import type { PrivateCounts } from '../../../shared/protocol/messages.ts';
import type { Session } from '../../../shared/session/session.ts';
import type { ServerClock } from '../../facilitation/clock/server-clock.ts';
import { totalOf } from '../../facilitation/private-writing/counted.ts';
import { momentOf } from '../../facilitation/private-writing/moment.ts';
import { useWritingNews } from '../../facilitation/private-writing/use-writing-news.ts';
import { useRunNews } from '../../facilitation/run/use-run-news.ts';
import { useTimerNews } from '../../facilitation/timer/use-timer-news.ts';
import { roundOn } from '../../facilitation/voting/moment.ts';
import { useVotingNews } from '../../facilitation/voting/use-voting-news.ts';
import type { PhaseWords } from './use-phase.ts';

interface NewsOptions {
  readonly session: Session;
  readonly board: Board;
  readonly phase: PhaseWords;
  readonly counts: PrivateCounts['counts'];
  readonly clock: ServerClock;
}

/** Says what begins and ends in the session, as the board does. */
export function useOwnNews({ session, board, phase, counts, clock }: NewsOptions): void {
  useRunNews(phase.now, phase.elsewhere?.title ?? null);
  useTimerNews(session.timer, clock);
  useVotingNews(roundOn(session, board.id));
  useWritingNews({ moment: momentOf(session, board.id), part: 'writes', total: totalOf(counts) });
}
