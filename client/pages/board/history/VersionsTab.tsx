import { useCallback, useEffect } from 'react';
import type { Version } from '../../../../shared/api/history.ts';
import type { BoardId } from '../../../../shared/protocol/ids.ts';
import { listVersions } from '../../../api/history.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import styles from './HistoryDrawer.module.css';
import { KeepVersion } from './KeepVersion.tsx';
import { formatDay, formatTime, groupByDay } from './moments.ts';
import { useLoaded } from './use-loaded.ts';
import { Waiting } from './Waiting.tsx';
import { reasonOfVersion, titleOfVersion } from './words.ts';

interface VersionsTabProps {
  readonly boardId: BoardId;
  readonly facilitates: boolean;
  readonly shown: Version | null;
  readonly onShow: (version: Version | null) => void;
  readonly onDone: (what: string) => void;
}

/** Points that the board can go back to, by day; choosing one shows it in place of the board. */
export function VersionsTab({ boardId, facilitates, shown, onShow, onDone }: VersionsTabProps) {
  const { t, language } = useLanguage();
  const { state, reload } = useLoaded(
    useCallback(() => listVersions(boardId), [boardId]),
    { refresh: true },
  );
  // Going back to a version makes another one.
  useEffect(() => {
    if (shown === null) void reload();
  }, [shown, reload]);
  const nowMs = Date.now();
  return (
    <>
      {facilitates && (
        <KeepVersion
          boardId={boardId}
          onKept={(name) => {
            onDone(t('history.kept', { name }));
            void reload();
          }}
        />
      )}
      {state.status !== 'ready' ? (
        <Waiting state={state} onRetry={() => void reload()} />
      ) : state.value.versions.length === 0 ? (
        <EmptyState title={t('history.versionsEmptyTitle')} text={t('history.versionsEmptyText')} />
      ) : (
        groupByDay(state.value.versions, ({ createdAtMs }) => createdAtMs).map(({ key, atMs, items }) => (
          <section key={key} className={styles.day} aria-label={formatDay(atMs, nowMs, language)}>
            <h3>{formatDay(atMs, nowMs, language)}</h3>
            <ul>
              {items.map((version) => (
                <li key={version.id}>
                  <button
                    type="button"
                    className={styles.version}
                    aria-pressed={version.id === shown?.id}
                    onClick={() => onShow(version.id === shown?.id ? null : version)}
                  >
                    <time className="num" dateTime={new Date(version.createdAtMs).toISOString()}>
                      {formatTime(version.createdAtMs, language)}
                    </time>
                    <span>
                      <b>{titleOfVersion(version, t)}</b>
                      <span className="num">
                        {reasonOfVersion(version, t)} ·{' '}
                        <span className={styles.whole}>{t('history.things', { count: version.recordCount })}</span>
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
    </>
  );
}
