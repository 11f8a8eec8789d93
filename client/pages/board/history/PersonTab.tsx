import { useCallback, useState } from 'react';
import type { Contributor, RestoreResponse, Version } from '../../../../shared/api/history.ts';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { Failure } from '../../../api/call.ts';
import { listContributors, listVersions, undoPerson } from '../../../api/history.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { ConfirmDialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import styles from './HistoryDrawer.module.css';
import { formatPoint } from './moments.ts';
import { SinceField } from './SinceField.tsx';
import { type Since, sinceMsOf } from './since.ts';
import { useLoaded } from './use-loaded.ts';
import { Waiting } from './Waiting.tsx';
import { describeChanges } from './words.ts';

interface PersonTabProps {
  readonly boardId: BoardId;
  readonly onDone: (what: string) => void;
}

/** Undo of what one person did, looked at before it is done. */
export function PersonTab({ boardId, onDone }: PersonTabProps) {
  const { t } = useLanguage();
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

interface UndoFormProps {
  readonly boardId: BoardId;
  readonly contributors: readonly Contributor[];
  readonly versions: readonly Version[];
  readonly onUndone: (what: string) => void;
}

/** What was looked at: exactly this is done when it is confirmed. */
interface Outlook {
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly sinceMs: number;
  readonly changes: RestoreResponse;
}

function UndoForm({ boardId, contributors, versions, onUndone }: UndoFormProps) {
  const { t, language } = useLanguage();
  const [personId, setPersonId] = useState(contributors[0]?.id);
  const [since, setSince] = useState<Since>('15');
  const [outlook, setOutlook] = useState<Outlook | null>(null);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const person = contributors.find(({ id }) => id === personId) ?? contributors[0];
  if (person === undefined) return null;

  const forget = () => {
    setOutlook(null);
    setFailure(null);
  };
  const lookAhead = async () => {
    forget();
    setBusy(true);
    const { id: participantId, name } = person;
    const sinceMs = sinceMsOf(since, { person, versions, nowMs: Date.now() });
    const answer = await undoPerson(boardId, { participantId, sinceMs, dryRun: true });
    setBusy(false);
    if (answer.ok) setOutlook({ participantId, name, sinceMs, changes: answer.value });
    else setFailure(answer.failure);
  };
  const undo = async ({ participantId, sinceMs }: Outlook) => {
    setBusy(true);
    setFailure(null);
    const answer = await undoPerson(boardId, { participantId, sinceMs });
    setBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    setAsked(false);
    setOutlook(null);
    onUndone(describeChanges(answer.value, 'done', t, language) ?? t('history.doneNothing'));
  };
  const changes = outlook && describeChanges(outlook.changes, 'would', t, language);
  return (
    <div className={styles.person}>
      <p className={styles.about}>{t('history.personText')}</p>
      <fieldset>
        <legend>{t('history.who')}</legend>
        {contributors.map((contributor) => (
          <label key={contributor.id} className={styles.row}>
            <input
              type="radio"
              name="person"
              checked={contributor.id === person.id}
              onChange={() => {
                setPersonId(contributor.id);
                forget();
              }}
            />
            <span>
              <b>{contributor.name}</b>
              <span>
                {t('history.personAbout', {
                  organisation: contributor.organisation,
                  count: contributor.recordCount,
                  when: formatPoint(contributor.lastAtMs, Date.now(), language),
                })}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <SinceField
        value={since}
        person={person}
        versions={versions}
        onChange={(next) => {
          setSince(next);
          forget();
        }}
      />
      <Button look="line" busy={busy && !asked} onClick={() => void lookAhead()}>
        {t('history.look')}
      </Button>
      <div role="status">
        {outlook !== null && (
          <p className={styles.outlook}>
            {changes === null ? t('history.wouldNothing', { name: outlook.name }) : `${changes}.`}
          </p>
        )}
      </div>
      {changes !== null && (
        <Button look="danger" onClick={() => setAsked(true)}>
          {t('history.undo')}
        </Button>
      )}
      {!asked && <FailureNote failure={failure} />}
      {asked && outlook !== null && changes !== null && (
        <ConfirmDialog
          open
          onClose={() => setAsked(false)}
          title={t('history.undoTitle', { name: outlook.name })}
          text={`${changes}. ${t('history.undoText')}`}
          confirm={t('history.undo')}
          busy={busy}
          onConfirm={() => void undo(outlook)}
        >
          <FailureNote failure={failure} />
        </ConfirmDialog>
      )}
    </div>
  );
}
