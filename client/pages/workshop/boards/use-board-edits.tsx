import { type ReactNode, useState } from 'react';
import type { Board } from '../../../../shared/api/workshops.ts';
import { textLimits } from '../../../../shared/protocol/limits.ts';
import type { Answer } from '../../../api/call.ts';
import { duplicateBoard, updateBoard } from '../../../api/workshops.ts';
import type { BoardEdits } from '../../../boards/BoardMenu.tsx';
import type { Translate } from '../../../i18n/catalogue.ts';
import { failureText } from '../../../i18n/failure-text.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { useToast } from '../../../ui/toast.ts';
import { useAct } from '../../use-act.ts';
import { BinDialog } from '../BinDialog.tsx';
import { RenameDialog } from '../RenameDialog.tsx';
import { beforeWhich } from './order.ts';

interface Options {
  /** All of the workshop, examples too, in their order. */
  readonly boards: readonly Board[];
  readonly onChanged: () => Promise<void>;
}

type Doing = { readonly what: 'rename' | 'bin'; readonly board: Board } | null;

/** What the menus of boards do, and the dialogs that belong to it. */
export function useBoardEdits({ boards, onChanged }: Options): {
  readonly edits: BoardEdits;
  readonly dialogs: ReactNode;
} {
  const t = useText();
  const toast = useToast();
  const [doing, setDoing] = useState<Doing>(null);
  const rename = useAct();
  const quick = useAct();

  /** For what has no dialog: it is said in a sentence whether it came about. */
  const say = async <Value,>(answer: Answer<Value>, done: (t: Translate, value: Value) => string) => {
    if (!answer.ok) {
      const { failure } = answer;
      return toast((t) => t('manage.failed', { what: failureText(failure, t).title }));
    }
    toast((t) => done(t, answer.value));
    await onChanged();
  };
  const edits: BoardEdits = {
    onRename: (board) => {
      rename.forget();
      setDoing({ what: 'rename', board });
    },
    onBin: (board) => setDoing({ what: 'bin', board }),
    onDuplicate: (board) => {
      void quick
        .act(() => duplicateBoard(board.id))
        .then((answer) => say(answer, (t, made) => t('manage.duplicated', { title: made.board.title })));
    },
    onMove: (board, side, other) => {
      const before = beforeWhich(boards, board.id, side, other.id);
      void quick
        .act(() => updateBoard(board.id, { before }))
        .then((answer) => say(answer, (t) => t('manage.moved', { title: board.title })));
    },
  };
  const renameTo = async (board: Board, title: string) => {
    const answer = await rename.act(() => updateBoard(board.id, { title }));
    if (!answer.ok) return;
    await onChanged();
    toast((t) => t('manage.saved'));
    setDoing(null);
  };
  const dialogs = (
    <>
      {doing?.what === 'bin' && <BinDialog board={doing.board} onClose={() => setDoing(null)} onChanged={onChanged} />}
      {doing?.what === 'rename' && (
        <RenameDialog
          title={t('manage.renameBoardTitle', { title: doing.board.title })}
          label={t('workshop.boardName')}
          initial={doing.board.title}
          kind="board"
          max={textLimits.boardTitle}
          busy={rename.busy}
          failure={rename.failure}
          onRename={(title) => void renameTo(doing.board, title)}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
  return { edits, dialogs };
}
