import { use } from 'react';
import type { Board, GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import { cardKinds } from '../../../../shared/method/cards/kinds.ts';
import { kindWords } from '../../../../shared/method/words/kinds.ts';
import type { Session } from '../../../../shared/session/session.ts';
import { sendCommand } from '../../../api/commands.ts';
import { useFrames } from '../../../canvas/frames.ts';
import { MethodContext, useMethod } from '../../../cards/method.ts';
import { type Opening, type Preset, VoteDialog } from '../../../facilitation/voting/VoteDialog.tsx';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { useGiveUp } from '../../../ui/use-give-up.ts';
import { boardPath } from '../../paths.ts';
import { useAct } from '../../use-act.ts';
import { useVotingItems } from './use-voting-items.ts';

interface VotingStartProps {
  readonly data: GetWorkshopResponse;
  readonly board: Board;
  readonly session: Session;
  readonly preset: Preset | null;
  readonly onStarted: () => void;
  readonly onClose: () => void;
}

export function VotingStart(props: VotingStartProps) {
  return use(MethodContext) === null ? null : <OpenStart {...props} />;
}

function OpenStart({ data, board, session, preset, onStarted, onClose }: VotingStartProps) {
  const { t, language } = useLanguage();
  const { editor } = useMethod();
  const items = useVotingItems();
  const frames = useFrames(editor);
  const { act, busy, failure } = useAct();
  const isTooLate = session.voting?.boardId === board.id;
  useGiveUp(isTooLate, onClose);
  const start = async (opening: Opening) => {
    const answer = await act(() =>
      sendCommand(data.workshop.id, { type: 'voting.open', boardId: board.id, ...opening }),
    );
    if (!answer.ok) return;
    onClose();
    onStarted();
  };
  const elsewhere = session.voting !== null && !isTooLate ? session.voting.boardId : null;
  const kinds = new Set(items.map(({ kind }) => kind));
  return (
    <VoteDialog
      items={items}
      frames={frames.map(({ id, name }) => ({ value: id, label: name || t('voting.frame') }))}
      kinds={cardKinds
        .filter((kind) => kinds.has(kind))
        .map((kind) => ({ value: kind, label: kindWords[kind].many[language] }))}
      elsewhere={
        elsewhere === null
          ? null
          : {
              title: data.boards.find(({ id }) => id === elsewhere)?.title ?? null,
              href: boardPath(data.workshop.id, elsewhere),
            }
      }
      preset={preset}
      busy={busy}
      failure={failure}
      onStart={(opening) => void start(opening)}
      onClose={onClose}
    />
  );
}
