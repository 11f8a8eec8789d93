import { useCallback } from 'react';
import type { BoardId } from '../../../../shared/protocol/ids.ts';
import { listContributors, listVersions } from '../../../api/history.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { UndoForm } from './UndoForm.tsx';
import { useLoaded } from './use-loaded.ts';
import { Waiting } from './Waiting.tsx';

interface PersonTabProps {
  readonly boardId: BoardId;
  readonly onDone: (what: string) => void;
}

/** Undo of what one person did, looked at before it is done. */
export function PersonTab({ boardId, onDone }: PersonTabProps) {
  const t = useText();
  const people = useLoaded(
    useCallback(() => listContributors(boardId), [boardId]),
    { refresh: true },
  );
  const versions = useLoaded(
    useCallback(() => listVersions(boardId), [boardId]),
    { refresh: true },
  );
  if (people.state.status !== 'ready') {
    return <Waiting state={people.state} onRetry={() => void people.reload()} />;
  }
  const { contributors } = people.state.value;
  if (contributors.length === 0) {
    return <EmptyState title={t('history.personEmptyTitle')} text={t('history.personEmptyText')} />;
  }
  return (
    <UndoForm
      boardId={boardId}
      contributors={contributors}
      versions={versions.state.status === 'ready' ? versions.state.value.versions : []}
      onUndone={(what) => {
        onDone(what);
        void people.reload();
      }}
    />
  );
}
