import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { minuteMs } from '../../../../shared/durations.ts';
import type { Guide } from '../../../../shared/method/guide/guide.ts';
import { phasePrompts, phaseTitle } from '../../../../shared/method/guide/phase-words.ts';
import type { Phase } from '../../../../shared/session/agenda.ts';
import type { Command } from '../../../../shared/session/commands.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { nameOfView, placeName, viewOf } from '../../../cards/guide/frames.ts';
import type { Method } from '../../../cards/method.ts';
import { useDecided } from '../../../cards/use-decided.ts';
import { type NextMove, nextMove } from '../../../facilitation/run/next-move.ts';
import type { Preset } from '../../../facilitation/voting/VoteDialog.tsx';
import type { Translate } from '../../../i18n/catalogue.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { useToast } from '../../../ui/toast.ts';
import { useSend } from '../../use-send.ts';
import { goToPhase } from './go-to-phase.ts';

interface LeadOptions {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly guide: Guide | null;
  /** Null until the board is there. */
  readonly method: Method | null;
  readonly onVote: (preset: Preset) => void;
  /** Whoever leads goes along: to the frame of the phase that begins. */
  readonly onPhase: (frameId: string) => void;
  readonly onGroups: () => void;
  /** A round has begun: whose turn it is is to be seen. */
  readonly onRound: () => void;
  readonly onDecide: () => void;
  /** Asks first. */
  readonly onEnd: () => void;
}

/** How a session is led: one step after the other. */
export interface Lead {
  readonly busy: boolean;
  /** What the next step is; undefined where no session runs on the board. */
  readonly nextLabel: string | undefined;
  readonly next: () => Promise<void>;
  /** On to the next phase though this one has something left; undefined where that is the next step anyway. */
  readonly skipLabel: string | undefined;
  readonly skip: () => Promise<void>;
  /** @returns whether it was carried out; what went wrong is said. */
  readonly send: (command: Command) => Promise<boolean>;
}

export function useLead({ data, board, session, guide, method, ...on }: LeadOptions): Lead {
  const { t, language } = useLanguage();
  const { send, busy } = useSend(data.workshop.id);
  const toast = useToast();
  const { run } = session;
  const agenda = run?.boardId === board.id ? run.agenda : [];
  const at = agenda.findIndex(({ id }) => id === run?.phaseId);
  const isDecided = useDecided(method, run?.phaseSinceMs ?? 0);
  const move = nextMove(session, board.id, isDecided);
  const titleOf = (phase: Phase) => phaseTitle(phase, guide, language);
  const goOn = (phase: Phase) => goToPhase(send, board.id, phase, on.onPhase);
  const question = () => {
    const phase = agenda[at];
    return phase === undefined ? '' : (phasePrompts(phase, guide, board.language)[0] ?? titleOf(phase));
  };
  const following = agenda[at + 1];
  return {
    busy,
    send,
    nextLabel: move === null ? undefined : moveLabel(move, t, titleOf, (place) => method && placeName(method, place)),
    next: async () => {
      if (move === null) return;
      const boardId = board.id;
      switch (move.kind) {
        case 'write': {
          const { isAnonymous, minutes } = move;
          const timed = minutes === null ? {} : { timerMs: minutes * minuteMs };
          await send({ type: 'private-writing.start', boardId, isAnonymous, ...timed });
          return;
        }
        case 'reveal':
          if ((await send({ type: 'private-writing.reveal', boardId })) && session.timer !== null)
            await send({ type: 'timer.stop' });
          return;
        case 'timer':
          await send({ type: 'timer.start', lengthMs: move.minutes * minuteMs });
          return;
        case 'dots':
          return on.onVote({ question: question(), method: 'dots', dots: move.dots });
        case 'fist':
          return on.onVote({ question: question(), method: 'fist', dots: null });
        case 'groups':
          return on.onGroups();
        case 'round':
          if (await send({ type: 'round.begin', boardId })) on.onRound();
          return;
        case 'gather': {
          const view = method === null ? null : viewOf(method, move.frameId);
          if (method === null || view === null) return;
          const frame = nameOfView(method, move.frameId);
          if (!(await send({ type: 'gather', boardId, view, frame }))) return;
          toast((t) => t('attention.gathered'));
          if (move.frameId !== null) on.onPhase(move.frameId);
          return;
        }
        case 'lock':
          await send({ type: 'lock.set', boardId, place: move.place, isLocked: true });
          return;
        case 'decide':
          return on.onDecide();
        case 'close-vote':
          await send({ type: 'voting.close', boardId, id: move.roundId });
          return;
        case 'phase':
          return goOn(move.phase);
        case 'end':
          return on.onEnd();
      }
    },
    skipLabel:
      move === null || move.kind === 'phase' || move.kind === 'end' || following === undefined
        ? undefined
        : t('run.nextPhase', { phase: titleOf(following) }),
    skip: async () => {
      if (following !== undefined) await goOn(following);
    },
  };
}

function moveLabel(
  move: NextMove,
  t: Translate,
  titleOf: (phase: Phase) => string,
  nameOf: (place: string) => string | null,
): string {
  switch (move.kind) {
    case 'write':
      return move.minutes === null ? t('run.write') : t('run.writeFor', { count: move.minutes });
    case 'reveal':
      return t(move.isRevealing ? 'privateWriting.revealingNow' : 'run.reveal');
    case 'timer':
      return t('run.timer', { count: move.minutes });
    case 'dots':
      return t('run.dots', { count: move.dots });
    case 'fist':
      return t('run.fist');
    case 'groups':
      return t('breakouts.step');
    case 'round':
      return t('run.round');
    case 'gather':
      return t('attention.gather');
    case 'lock': {
      const name = move.place === null ? null : nameOf(move.place);
      return name === null ? t('run.lockBoard') : t('run.lock', { place: name });
    }
    case 'decide':
      return t('decision.step');
    case 'close-vote':
      return t('run.closeVote');
    case 'phase':
      return t('run.nextPhase', { phase: titleOf(move.phase) });
    case 'end':
      return t('run.end');
  }
}
