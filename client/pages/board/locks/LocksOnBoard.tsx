import { type ComponentProps, use, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import { can } from '../../../../shared/access/capabilities.ts';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { PutBackReason } from '../../../../shared/protocol/messages.ts';
import { locksOn, noRules, type Rules, rulesFor } from '../../../../shared/session/rules.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { LocksOnCanvas } from '../../../canvas/locks/LocksOnCanvas.tsx';
import { MethodContext } from '../../../cards/method.ts';
import type { TextKey } from '../../../i18n/catalogue.ts';
import { activeLayer, type OwnLayer } from '../../../sync/board-rooms.ts';
import { useToast } from '../../../ui/toast.ts';
import { useSend } from '../../use-send.ts';
import { createEchoGuard } from '../notice-text.ts';
import { LockList } from './LockList.tsx';
import { LostWords } from './LostWords.tsx';
import { RulesBanner } from './RulesBanner.tsx';
import { useRulesNews } from './use-rules-news.ts';

interface LocksOnBoardProps extends Pick<ComponentProps<typeof LostWords>, 'lost' | 'onForget'> {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly own: OwnLayer | null;
  readonly readOnly: boolean;
  readonly editor: ComponentProps<typeof LocksOnCanvas>['editor'] | null;
  /** Where signs stand above the canvas. */
  readonly slot: Element | null;
  readonly isListing: boolean;
  readonly onListed: () => void;
  readonly onShowBoard: () => void;
  /** Somebody who writes otherwise only looks for now. */
  readonly onLooking: (isLooking: boolean) => void;
}

/** For how long the same refusal is not said again, in ms. */
const echoMs = 5_000;

/** What is locked on an open board, and what participants may do in its phase. */
export function LocksOnBoard(props: LocksOnBoardProps) {
  const { data, board, session, own, readOnly, editor, slot, onLooking } = props;
  const toast = useToast();
  const method = use(MethodContext);
  const { send } = useSend(data.workshop.id);
  const { role, participant } = data.me;
  const leads = can(role, 'canFacilitate');
  const active = activeLayer(own);
  const isWritingPrivately = useSyncExternalStore(active.subscribe, active.get) === 'own';
  const locks = locksOn(session, board.id);
  const isOpen = session.closedAtMs === null;
  const everybodys = useSame(isOpen && !board.example ? rulesFor('participant', session, board.id) : noRules);
  // Whoever only reads has no rules of the moment.
  const told = leads || !readOnly ? everybodys : noRules;
  const rules = leads ? noRules : told;
  const isLooking = rules.whole !== null && !isWritingPrivately;
  const tellLooking = useEffectEvent(onLooking);
  useEffect(() => tellLooking(isLooking), [isLooking]);
  useEffect(() => () => tellLooking(false), []);
  useRulesNews(told, leads, isOpen);
  const [isFresh] = useState(() => createEchoGuard(echoMs));
  const lock = async (place: string | null, isLocked: boolean) => {
    // On a group's board also what the main board's frame has.
    const boards = isLocked ? [] : locks.filter((one) => one.place === place).map(({ boardId }) => boardId);
    for (const boardId of boards.length > 0 ? boards : [board.id])
      await send({ type: 'lock.set', boardId, place, isLocked });
  };
  const mayLock = leads && !readOnly;
  return (
    <>
      <RulesBanner
        {...{ leads, isWritingPrivately }}
        rules={told}
        onUnlock={mayLock ? () => void lock(null, false) : undefined}
      />
      <LostWords lost={props.lost} onForget={props.onForget} />
      {editor !== null && (
        <LocksOnCanvas
          {...{ editor, rules, isLooking, readOnly, slot }}
          template={method?.template ?? null}
          language={board.language}
          places={everybodys.places}
          participantId={participant.id}
          onRefused={(reason) => {
            const key = whyNot(reason);
            if (!leads && isFresh(key, Date.now())) toast((t) => t(key));
          }}
          onLock={mayLock ? (place, isLocked) => void lock(place, isLocked) : null}
        />
      )}
      {props.isListing && mayLock && editor !== null && (
        <LockList
          {...{ editor, locks }}
          template={method?.template ?? null}
          language={board.language}
          onUnlock={(place) => void lock(place, false)}
          onShow={props.onShowBoard}
          onClose={props.onListed}
        />
      )}
    </>
  );
}

/** Rules that say the same as before stay the same object: every word of the session brings new ones. */
function useSame(rules: Rules): Rules {
  const says = JSON.stringify({ ...rules, places: [...rules.places].sort() });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what they say is all there is to them.
  return useMemo(() => rules, [says]);
}

/** What a canvas says of a shape that it does not let anybody change. */
function whyNot(reason: PutBackReason): TextKey {
  switch (reason) {
    case 'board-locked':
    case 'place-locked':
    case 'phase-look':
    case 'phase-own':
    case 'locked':
      return `locks.why-${reason}`;
    case 'not-yours':
    case 'invalid':
    case 'private-writing':
      return 'locks.why-locked';
  }
}
