import { useMemo } from 'react';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { RosterEntry } from '../../../../shared/protocol/messages.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { BalancePanel, type BalanceReader } from '../../../facilitation/balance/BalancePanel.tsx';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Drawer } from '../../../ui/Drawer.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Loading } from '../../../ui/Spinner.tsx';
import { stampsOf } from '../../../ui/stamps.ts';
import { useSend } from '../../use-send.ts';
import { personName } from '../person-name.ts';
import { useBalance } from './use-balance.ts';

interface BalanceDrawerProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly roster: readonly RosterEntry[];
  readonly onClose: () => void;
}

/** Who writes and speaks how much, beside the board of whoever leads. */
export function BalanceDrawer({ data, board, session, roster, onClose }: BalanceDrawerProps) {
  const t = useText();
  const { balance, failure } = useBalance(board.id, session.seq);
  const { send, busy } = useSend(data.workshop.id);
  const stamps = useMemo(() => stampsOf(data.organisations), [data.organisations]);
  const reader: BalanceReader = {
    organisation: (id) => data.organisations.find((known) => known.id === id)?.name ?? t('attention.somebody'),
    person: (id) => personName(id, roster, data, t),
    mark: (id) => stamps.get(id),
    markOf: (id) => {
      const person =
        roster.find(({ participantId }) => participantId === id) ?? data.people.find((one) => one.id === id);
      return person && stamps.get(person.organisationId);
    },
  };
  return (
    <Drawer title={t('balance.title')} focusedFor="balance" onClose={onClose}>
      <FailureNote failure={failure} />
      {balance === null ? (
        failure === null && <Loading label={t('balance.loading')} />
      ) : (
        <BalancePanel
          {...{ balance, reader, busy }}
          speaking={session.floor.speaking?.participantId ?? null}
          onGive={(participantId) => void send({ type: 'floor.give', participantId })}
        />
      )}
    </Drawer>
  );
}
