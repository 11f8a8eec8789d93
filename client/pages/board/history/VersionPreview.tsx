import { use, useCallback, useState } from 'react';
import type { Version } from '../../../../shared/api/history.ts';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { Failure } from '../../../api/call.ts';
import { getVersion, restoreVersion } from '../../../api/history.ts';
import { VersionCanvas } from '../../../canvas/VersionCanvas.tsx';
import { SurroundingsContext } from '../../../cards/CardCanvas.tsx';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Loading } from '../../../ui/Spinner.tsx';
import { useToast } from '../../../ui/toast.ts';
import { formatPoint } from './moments.ts';
import { useLoaded } from './use-loaded.ts';
import styles from './VersionPreview.module.css';
import { describeChanges } from './words.ts';

interface VersionPreviewProps {
  readonly boardId: BoardId;
  readonly version: Version;
  readonly me: { readonly participantId: ParticipantId; readonly name: string };
  readonly licenseKey: string | undefined;
  readonly mayRestore: boolean;
  readonly onBack: () => void;
}

/** The board as it was, in the place of the board, under a bar that says so. */
export function VersionPreview({ boardId, version, me, licenseKey, mayRestore, onBack }: VersionPreviewProps) {
  const { t, language } = useLanguage();
  const load = useCallback(() => getVersion(boardId, version.id), [boardId, version.id]);
  const { state, reload } = useLoaded(load, { refresh: false });
  const [asked, setAsked] = useState(false);
  const surroundings = use(SurroundingsContext);
  const when = formatPoint(version.createdAtMs, Date.now(), language);
  return (
    <section className={styles.preview} aria-label={t('history.versions')}>
      <header className={styles.bar}>
        <p role="status">
          <b>
            {version.name === null
              ? t('history.previewing', { when })
              : t('history.previewingNamed', { name: version.name, when })}
          </b>{' '}
          <span>{t('history.previewLive')}</span>
        </p>
        <div className={styles.ways}>
          <Button look="line" onClick={onBack}>
            {t('history.backToNow')}
          </Button>
          {mayRestore && (
            <Button look="primary" disabled={state.status !== 'ready'} onClick={() => setAsked(true)}>
              {t('history.restoreVersion')}
            </Button>
          )}
        </div>
      </header>
      <div className={styles.canvas}>
        {state.status === 'loading' && <Loading label={t('history.opening')} />}
        {state.status === 'failed' && (
          <div className={styles.failed}>
            <FailureNote failure={state.failure} />
            <Button look="line" onClick={() => void reload()}>
              {t('common.tryAgain')}
            </Button>
          </div>
        )}
        {state.status === 'ready' && (
          <VersionCanvas {...{ me, licenseKey, surroundings }} records={state.value.records} />
        )}
      </div>
      {asked && (
        <RestoreDialog
          boardId={boardId}
          version={version}
          when={when}
          onClose={() => setAsked(false)}
          onRestored={onBack}
        />
      )}
    </section>
  );
}

interface RestoreDialogProps {
  readonly boardId: BoardId;
  readonly version: Version;
  readonly when: string;
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

function RestoreDialog({ boardId, version, when, onClose, onRestored }: RestoreDialogProps) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const restore = async () => {
    setBusy(true);
    setFailure(null);
    const restored = await restoreVersion(boardId, version.id);
    setBusy(false);
    if (!restored.ok) return setFailure(restored.failure);
    // Where something has changed, the server tells everybody who did it, this page too.
    if (describeChanges(restored.value, 'done', t, language) === null) toast((t) => t('history.doneNothing'));
    onRestored();
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('history.restoreTitle')}
      text={t('history.restoreText', { when })}
      confirm={t('history.restoreConfirm')}
      look="primary"
      busy={busy}
      onConfirm={() => void restore()}
    >
      <FailureNote failure={failure} />
    </ConfirmDialog>
  );
}
