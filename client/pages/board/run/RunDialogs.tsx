import { type ReactNode, use, useState } from 'react';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { Guide } from '../../../../shared/method/guide/guide.ts';
import { phaseFrame, phaseTitle } from '../../../../shared/method/guide/phase-words.ts';
import type { Agenda } from '../../../../shared/session/agenda.ts';
import type { Command } from '../../../../shared/session/commands.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { readAgenda } from '../../../api/agenda.ts';
import type { Failure } from '../../../api/call.ts';
import { sendCommand } from '../../../api/commands.ts';
import { MethodContext } from '../../../cards/method.ts';
import { AgendaDialog } from '../../../facilitation/run/AgendaDialog.tsx';
import { StartRunDialog } from '../../../facilitation/run/StartRunDialog.tsx';
import { type AgendaState, useAgenda } from '../../../facilitation/run/use-agenda.ts';
import { TimerDialog } from '../../../facilitation/timer/TimerDialog.tsx';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog, Dialog, DialogBody, DialogFooter } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Loading } from '../../../ui/Spinner.tsx';
import { useGiveUp } from '../../../ui/use-give-up.ts';
import { useAct } from '../../use-act.ts';
import type { RunDialog } from './run-dialogs.ts';

interface RunDialogsProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly guide: Guide | null;
  readonly dialog: RunDialog;
  readonly onDialog: (dialog: RunDialog) => void;
  /** Closes it, unless another one is open by now. */
  readonly onClose: () => void;
  /** It was changed. */
  readonly onAgenda: () => void;
  /** Whoever starts a session goes along: to the frame of its phase. */
  readonly onPhase: (frameId: string) => void;
}

/** What whoever leads is asked before a timer or a session begins or ends, and the run of show. */
export function RunDialogs({
  data,
  board,
  session,
  guide,
  dialog,
  onDialog,
  onClose,
  onAgenda,
  onPhase,
}: RunDialogsProps) {
  const { t } = useLanguage();
  const { act, busy, failure } = useAct();
  /** @returns why it did not come about; null when it did */
  const send = async (command: Command, then?: () => void): Promise<Failure | null> => {
    const answer = await act(() => sendCommand(data.workshop.id, command));
    if (!answer.ok) return answer.failure;
    then?.();
    onClose();
    return null;
  };
  const asked = { busy, failure, onClose } as const;
  switch (dialog) {
    case 'timer':
      return (
        <TimerDialog
          {...asked}
          isThere={session.timer !== null}
          onStart={(lengthMs) => void send({ type: 'timer.start', lengthMs })}
        />
      );
    case 'end-run':
      return (
        <ConfirmDialog
          open
          {...asked}
          look="primary"
          title={t('run.endTitle')}
          text={t('run.endText')}
          confirm={t('run.end')}
          onConfirm={() => void send({ type: 'run.end', boardId: board.id })}
        >
          <FailureNote failure={failure} />
        </ConfirmDialog>
      );
    case 'run':
      return (
        <Starting
          {...asked}
          {...{ data, board, session, guide }}
          onStart={({ id: phaseId, place }) =>
            void send({ type: 'run.start', boardId: board.id, phaseId }, () => {
              const frameId = phaseFrame({ place });
              if (frameId !== null) onPhase(frameId);
            })
          }
          onEdit={() => onDialog('agenda')}
        />
      );
    case 'agenda':
      return (
        <Editing
          {...asked}
          {...{ board, session, guide }}
          onSave={(agenda, edition) => send({ type: 'agenda.set', boardId: board.id, agenda, edition }, onAgenda)}
        />
      );
  }
}

interface AskedProps extends Pick<RunDialogsProps, 'board' | 'session' | 'guide'> {
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly onClose: () => void;
}

interface StartingProps extends AskedProps {
  readonly data: GetWorkshopResponse;
  readonly onStart: Parameters<typeof StartRunDialog>[0]['onStart'];
  readonly onEdit: () => void;
}

function Starting({ data, board, session, guide, ...asked }: StartingProps) {
  const { t, language } = useLanguage();
  const state = useAgenda(board.id, 0);
  useGiveUp(session.run?.boardId === board.id, asked.onClose);
  const other = session.run === null || session.run.boardId === board.id ? null : session.run.boardId;
  if (state.status !== 'ready') return <Pending title={t('run.startTitle')} state={state} onClose={asked.onClose} />;
  return (
    <StartRunDialog
      {...asked}
      agenda={state.agenda}
      titleOf={(phase) => phaseTitle(phase, guide, language)}
      instead={other === null ? null : (data.boards.find(({ id }) => id === other)?.title ?? t('run.elsewhereUnknown'))}
    />
  );
}

interface EditingProps extends AskedProps {
  readonly onSave: (agenda: Agenda | null, edition: string) => Promise<Failure | null>;
}

function Editing({ board, session, guide, onSave, ...asked }: EditingProps) {
  const { t } = useLanguage();
  const method = use(MethodContext);
  const state = useAgenda(board.id, 0);
  const { run } = session;
  const currentId = run?.boardId === board.id ? run.phaseId : null;
  /** What the next saving takes the place of; null: what was there when the dialog opened. */
  const [edition, setEdition] = useState<string | null>(null);
  const save = async (agenda: Agenda | null) => {
    if (state.status !== 'ready') return;
    const failure = await onSave(agenda, edition ?? state.edition);
    if (failure?.kind !== 'problem' || failure.problem.code !== 'agenda-changed') return;
    // Whoever was told that somebody else was faster, and saves again, means it.
    const answer = await readAgenda(board.id);
    if (answer.ok) setEdition(answer.value.edition);
  };
  if (state.status !== 'ready' || method === null)
    return <Pending title={t('agenda.title')} state={state} onClose={asked.onClose} />;
  return (
    <AgendaDialog
      {...asked}
      {...{ guide, currentId }}
      agenda={state.agenda}
      isOwn={state.isOwn}
      onSave={(agenda) => void save(agenda)}
      template={method.template}
      language={board.language}
    />
  );
}

interface PendingProps {
  readonly title: string;
  readonly state: AgendaState;
  readonly onClose: () => void;
}

/** Until the phases are there. */
function Pending({ title, state, onClose }: PendingProps): ReactNode {
  const { t } = useLanguage();
  return (
    <Dialog open onClose={onClose} title={title}>
      <DialogBody>
        {state.status === 'failed' ? <FailureNote failure={state.failure} /> : <Loading label={t('run.loading')} />}
      </DialogBody>
      {state.status === 'failed' && (
        <DialogFooter>
          <Button look="primary" onClick={state.retry}>
            {t('common.tryAgain')}
          </Button>
        </DialogFooter>
      )}
    </Dialog>
  );
}
