import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import { Link } from 'wouter';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { phasePrompts } from '../../../../shared/method/guide/phase-words.ts';
import type { BoardId } from '../../../../shared/protocol/ids.ts';
import type { Breakout } from '../../../../shared/session/breakouts.ts';
import { groupOf, letterOf, smallestGroup } from '../../../../shared/session/groups.ts';
import { locksOn } from '../../../../shared/session/rules.ts';
import { phaseOn } from '../../../../shared/session/run.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { useGuide } from '../../../cards/guide/load-guide.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Banner } from '../../../ui/Banner.tsx';
import { Button, buttonClass } from '../../../ui/Button.tsx';
import { boardPath } from '../../paths.ts';

interface StripProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly breakout: Breakout;
  /** The group whose board this is; null on every other board. */
  readonly group: number | null;
  readonly busy: boolean;
  /** Of what comes next in groups: filled only where nothing else on the page is. */
  readonly next: 'line' | 'primary';
  readonly onJoin: (boardId: BoardId) => void;
  /** Undefined for who does not lead from this page. */
  readonly onBring: (() => void) | undefined;
}

/** Which group this is and what it is about, or where one's own is; for whoever leads the way to each. */
export function BreakoutStrip({ data, board, session, breakout, group, busy, next, onJoin, onBring }: StripProps) {
  const t = useText();
  const task = useTask(session, breakout, board);
  const { me, boards } = data;
  const leads = can(me.role, 'canFacilitate');
  const isOn = breakout.endedAtMs === null;
  const isClosed = locksOn(session, board.id).some(({ place }) => place === null);
  const main = boards.find(({ id }) => id === breakout.boardId);
  const own = groupOf(breakout, me.participant.id);
  const smallest = smallestGroup(breakout, (boardId) => data.boards.some(({ id }) => id === boardId));
  const title = main?.title ?? t('breakouts.unknown');
  const to = (id: BoardId, text: string, look: 'line' | 'primary' = 'line') =>
    id !== board.id &&
    boards.some((known) => known.id === id) && (
      <Link key={id} href={boardPath(data.workshop.id, id)} className={buttonClass({ look })}>
        {text}
      </Link>
    );
  const text = (): string => {
    if (breakout.bringing !== null) return t('breakouts.bringing');
    if (group === null) return own === null ? t('breakouts.atWork') : t('breakouts.inGroup', { letter: letterOf(own) });
    if (!isOn) return t(isClosed ? 'breakouts.closed' : 'breakouts.over', { board: title });
    return task ?? t('breakouts.task', { board: title });
  };
  return (
    <Banner
      role="region"
      aria-label={t('breakouts.strip')}
      icon={<UsersThreeIcon aria-hidden="true" />}
      look={isOn ? 'now' : 'quiet'}
      place="bar"
      {...(group !== null && { title: t('breakouts.group', { letter: letterOf(group) }) })}
      text={text()}
    >
      {isOn &&
        (leads || own === null) &&
        breakout.groups.map(({ boardId }, at) => {
          const letter = letterOf(at);
          if (leads || !can(me.role, 'canEdit')) return to(boardId, t('breakouts.group', { letter }));
          // Whoever is in no group is offered the smallest, and whoever sits at a group's board is in its midst.
          if (group !== null || at !== smallest) return null;
          return (
            <Button key={boardId} look={next} busy={busy} onClick={() => onJoin(boardId)}>
              {t('breakouts.join', { letter })}
            </Button>
          );
        })}
      {isOn && !leads && own !== null && group !== own && breakout.groups[own] !== undefined
        ? to(breakout.groups[own].boardId, t('breakouts.go', { letter: letterOf(own) }), next)
        : null}
      {group !== null && !isOn && to(breakout.boardId, t('breakouts.back'), 'primary')}
      {group !== null && isOn && leads && to(breakout.boardId, t('breakouts.main'))}
      {leads &&
        onBring !== undefined &&
        session.closedAtMs === null &&
        breakout.bringing === null &&
        (isOn || group !== null) && (
          <Button look={isOn ? next : 'line'} onClick={onBring}>
            {t('breakouts.bring')}
          </Button>
        )}
    </Banner>
  );
}

/** The question of the phase that everybody is in on the main board; null where none is. */
function useTask({ run }: Session, { boardId }: Breakout, board: Board): string | null {
  const guide = useGuide(board.template);
  const phase = phaseOn(run, boardId);
  return phase === null ? null : (phasePrompts(phase, guide, board.language)[0] ?? null);
}
