import { useCallback, useState } from 'react';
import type { DeletedRecord, RestoreResponse } from '../../../../shared/api/history.ts';
import type { BoardId } from '../../../../shared/protocol/ids.ts';
import type { Answer, Failure } from '../../../api/call.ts';
import { listDeleted, restoreDeleted } from '../../../api/history.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import styles from './HistoryDrawer.module.css';
import { formatPoint } from './moments.ts';
import { useLoaded } from './use-loaded.ts';
import { Waiting } from './Waiting.tsx';
import { describeChanges, typeOfDeleted } from './words.ts';

interface DeletedTabProps {
  readonly boardId: BoardId;
  /** Viewers read the list only. */
  readonly mayRestore: boolean;
  readonly onDone: (what: string) => void;
}

/** How many the server takes in one call. */
const batchSize = 500;

async function restoreAll(boardId: BoardId, ids: readonly string[]): Promise<Answer<RestoreResponse>> {
  const sum = { added: 0, updated: 0, removed: 0 };
  for (let from = 0; from < ids.length; from += batchSize) {
    const answer = await restoreDeleted(boardId, ids.slice(from, from + batchSize));
    if (!answer.ok) return answer;
    sum.added += answer.value.added;
    sum.updated += answer.value.updated;
    sum.removed += answer.value.removed;
  }
  return { ok: true, value: sum };
}

/** What is gone from the board and can be brought back. */
export function DeletedTab({ boardId, mayRestore, onDone }: DeletedTabProps) {
  const { t, language } = useLanguage();
  const { state, reload } = useLoaded(
    useCallback(() => listDeleted(boardId), [boardId]),
    { refresh: true },
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (state.status !== 'ready') return <Waiting state={state} onRetry={() => void reload()} />;
  const { deleted } = state.value;
  if (deleted.length === 0) {
    return <EmptyState title={t('history.deletedEmptyTitle')} text={t('history.deletedEmptyText')} />;
  }
  // Somebody else may have brought something back since it was chosen.
  const ids = deleted.map(({ recordId }) => recordId).filter((id) => chosen.has(id));

  const bringBack = async () => {
    setBusy(true);
    setFailure(null);
    const restored = await restoreAll(boardId, ids);
    await reload();
    setBusy(false);
    if (!restored.ok) return setFailure(restored.failure);
    setChosen(new Set());
    onDone(describeChanges(restored.value, 'done', t, language) ?? t('history.doneNothing'));
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const selectAll = (all: boolean) => setChosen(new Set(all ? deleted.map(({ recordId }) => recordId) : []));
  return (
    <>
      <p className={styles.about}>{t('history.deletedText')}</p>
      <ul className={styles.deleted}>
        {deleted.map((record) => (
          <li key={record.recordId}>
            <DeletedRow
              record={record}
              choice={mayRestore ? { chosen: chosen.has(record.recordId), toggle } : undefined}
            />
          </li>
        ))}
      </ul>
      {mayRestore && (
        <footer className={styles.actions}>
          <label className={styles.all}>
            <input
              type="checkbox"
              checked={ids.length === deleted.length}
              ref={(box) => {
                if (box !== null) box.indeterminate = ids.length > 0 && ids.length < deleted.length;
              }}
              onChange={(event) => selectAll(event.target.checked)}
            />
            {t('history.selectAll')}
          </label>
          <Button look="primary" disabled={ids.length === 0} busy={busy} onClick={() => void bringBack()}>
            {ids.length === 0 ? t('history.bringBack') : t('history.bringBackCount', { count: ids.length })}
          </Button>
          <FailureNote failure={failure} />
        </footer>
      )}
    </>
  );
}

interface DeletedRowProps {
  readonly record: DeletedRecord;
  readonly choice: { readonly chosen: boolean; readonly toggle: (id: string) => void } | undefined;
}

function DeletedRow({ record, choice }: DeletedRowProps) {
  const { t, language } = useLanguage();
  const type = typeOfDeleted(record, t);
  const when = formatPoint(record.deletedAtMs, Date.now(), language);
  const who = t('history.deletedBy', { name: record.by.name, when });
  const words = (
    <span>
      <b>{record.text === '' ? type : record.text}</b>
      <span>{record.text === '' ? who : `${type} · ${who}`}</span>
    </span>
  );
  if (choice === undefined) return <div className={styles.row}>{words}</div>;
  return (
    <label className={styles.row}>
      <input type="checkbox" checked={choice.chosen} onChange={() => choice.toggle(record.recordId)} />
      {words}
    </label>
  );
}
