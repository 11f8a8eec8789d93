import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import type { Command } from '../../../../shared/session/commands.ts';
import { currentBreakout, groupBoard } from '../../../../shared/session/groups.ts';
import { phaseOn } from '../../../../shared/session/run.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { sendCommand } from '../../../api/commands.ts';
import { findCurrentFrame, listFrames } from '../../../canvas/frames.ts';
import { BringDialog } from '../../../facilitation/breakouts/BringDialog.tsx';
import { type Candidate, StartDialog } from '../../../facilitation/breakouts/StartDialog.tsx';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { announce } from '../../../ui/announce.ts';
import { stampsOf } from '../../../ui/stamps.ts';
import { useGiveUp } from '../../../ui/use-give-up.ts';
import { boardPath } from '../../paths.ts';
import { useAct } from '../../use-act.ts';
import { useSend } from '../../use-send.ts';
import type { isBusy } from '../attention/busy.ts';
import { BreakoutStrip } from './BreakoutStrip.tsx';
import { useBringing } from './use-bringing.ts';
import { useWayToGroup } from './use-way-to-group.ts';

interface BreakoutsProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly roster: readonly RosterEntry[];
  readonly editor: Parameters<typeof isBusy>[0] | null;
  readonly known: Parameters<typeof useWayToGroup>[0]['known'];
  readonly isProjecting: boolean;
  /** Whether somebody who leads asked for it in the menu. */
  readonly isAsked: boolean;
  readonly onStale: () => Promise<void>;
  readonly onAsk: () => void;
  readonly onClose: () => void;
}

/** Work in groups on an open board: the way to begin it, to one's group and back. */
export function Breakouts(props: BreakoutsProps) {
  const { data, board, session, editor, isProjecting, isAsked, onAsk, onClose } = props;
  const t = useText();
  const [, navigate] = useLocation();
  const { act, busy, failure, forget } = useAct();
  const inPassing = useSend(data.workshop.id);
  const current = currentBreakout(session.breakouts);
  const here = groupBoard(session.breakouts, board.id);
  const breakout = here?.breakout ?? current;
  useWayToGroup({ ...props, breakout: current });
  useNews(breakout?.id ?? null, here?.group ?? null, current !== null && here === null ? t('breakouts.atWork') : '');
  useBringing(data, session);
  const send = async (command: Command): Promise<boolean> =>
    (await act(() => sendCommand(data.workshop.id, command))).ok;
  const close = () => {
    forget();
    onClose();
  };
  // What was asked for stays what is asked, whatever others do meanwhile.
  const kind = breakout === null ? 'start' : 'bring';
  const [asked, setAsked] = useState<typeof kind | null>(null);
  if (isAsked !== (asked !== null)) setAsked(isAsked ? kind : null);
  useGiveUp(asked !== null && asked !== kind && !busy, close);
  const title = data.boards.find(({ id }) => id === breakout?.boardId)?.title ?? t('breakouts.unknown');
  const leads = can(data.me.role, 'canFacilitate');
  return (
    <>
      {breakout !== null && !isProjecting && (
        <BreakoutStrip
          {...{ data, board, session, breakout }}
          busy={inPassing.busy}
          // Whoever leads a session has its next phase in the bar.
          next={leads && phaseOn(session.run, board.id) !== null ? 'line' : 'primary'}
          group={here?.group ?? null}
          onJoin={async (boardId) => {
            if (await inPassing.send({ type: 'breakouts.join', boardId }))
              navigate(boardPath(data.workshop.id, boardId));
          }}
          onBring={onAsk}
        />
      )}
      {asked === 'bring' && leads && breakout !== null && (
        <BringDialog
          {...{ title, busy, failure }}
          isOn={breakout.endedAtMs === null}
          onBring={async (isLast) => {
            if (await send({ type: 'breakouts.merge', id: breakout.id, isLast })) close();
          }}
          onClose={close}
        />
      )}
      {asked === 'start' && leads && breakout === null && editor !== null && (
        <Starting
          {...props}
          {...{ editor, busy, failure }}
          onStart={async (frameId, groups) => {
            if (await send({ type: 'breakouts.start', boardId: board.id, frameId, groups })) close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}

interface StartingProps extends Pick<BreakoutsProps, 'data' | 'roster'> {
  readonly editor: NonNullable<BreakoutsProps['editor']>;
  readonly busy: boolean;
  readonly failure: Parameters<typeof StartDialog>[0]['failure'];
  readonly onStart: Parameters<typeof StartDialog>[0]['onStart'];
  readonly onClose: () => void;
}

/** With who is here, also who comes while it is open. */
function Starting({ data, roster, editor, ...asked }: StartingProps) {
  const [found] = useState({ frames: listFrames(editor), at: findCurrentFrame(editor) });
  const people = useMemo(() => candidates(roster, data), [roster, data]);
  return <StartDialog {...asked} frames={found.frames} currentFrame={found.at} people={people} />;
}

/** Programs are on the roster and no people; viewers write nothing. */
function candidates(roster: readonly RosterEntry[], { people, organisations }: GetWorkshopResponse): Candidate[] {
  const stamps = stampsOf(organisations);
  const known = new Set(people.map(({ id }) => id));
  const once = new Map(roster.map((entry) => [entry.participantId, entry]));
  return [...once.values()]
    .filter(({ participantId, role }) => known.has(participantId) && can(role, 'canEdit'))
    .toSorted((a, b) => a.colour - b.colour || a.name.localeCompare(b.name))
    .map(({ participantId, organisationId, name, role }) => ({
      ...{ participantId, organisationId, name, mark: stamps.get(organisationId) },
      leads: can(role, 'canFacilitate'),
    }));
}

/** Whoever does not see the strip hears of it. */
function useNews(id: string | null, group: number | null, text: string): void {
  const say = useEffectEvent(() => {
    if (text !== '') announce(text);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time in groups is news once.
  useEffect(() => {
    if (id !== null && group === null) say();
  }, [id]);
}
