import { useRef, useState } from 'react';
import type { Contributor, Version } from '../../../../shared/api/history.ts';
import type { BoardId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import type { Failure } from '../../../api/call.ts';
import { undoPerson } from '../../../api/history.ts';
import { useLanguage } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import styles from './HistoryDrawer.module.css';
import { formatPoint } from './moments.ts';
import { SinceField } from './SinceField.tsx';
import { type Since, sinceMsOf } from './since.ts';
import { type Outlook, UndoOutlook } from './UndoOutlook.tsx';

interface UndoFormProps {
  readonly boardId: BoardId;
  /** At least one. */
  readonly contributors: readonly Contributor[];
  readonly versions: readonly Version[];
  readonly onUndone: (what: string) => void;
}

/** Who and since when; then what undoing it would change. */
export function UndoForm({ boardId, contributors, versions, onUndone }: UndoFormProps) {
  const { t } = useLanguage();
  const [personId, setPersonId] = useState(contributors[0]?.id);
  const question = useRef(0);
  const [since, setSince] = useState<Since>('15');
  const [outlook, setOutlook] = useState<Outlook | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const person = contributors.find(({ id }) => id === personId) ?? contributors[0];
  if (person === undefined) return null;

  const forget = () => {
    question.current += 1;
    setBusy(false);
    setOutlook(null);
    setFailure(null);
  };
  const lookAhead = async () => {
    forget();
    const asked = question.current;
    setBusy(true);
    const { id: participantId, name } = person;
    const sinceMs = sinceMsOf(since, { person, versions, nowMs: Date.now() });
    const answer = await undoPerson(boardId, { participantId, sinceMs, dryRun: true });
    // By now the question may be another one.
    if (asked !== question.current) return;
    setBusy(false);
    if (answer.ok) setOutlook({ participantId, name, sinceMs, changes: answer.value });
    else setFailure(answer.failure);
  };
  return (
    <div className={styles.person}>
      <p className={styles.about}>{t('history.personText')}</p>
      <PersonChoice
        contributors={contributors}
        chosen={person}
        onChoose={(id) => {
          setPersonId(id);
          forget();
        }}
      />
      <SinceField
        value={since}
        person={person}
        versions={versions}
        onChange={(next) => {
          setSince(next);
          forget();
        }}
      />
      <Button look="line" busy={busy} onClick={() => void lookAhead()}>
        {t('history.look')}
      </Button>
      <UndoOutlook
        boardId={boardId}
        outlook={outlook}
        onUndone={(what) => {
          forget();
          onUndone(what);
        }}
      />
      <FailureNote failure={failure} />
    </div>
  );
}

interface PersonChoiceProps {
  readonly contributors: readonly Contributor[];
  readonly chosen: Contributor;
  readonly onChoose: (id: ParticipantId) => void;
}

function PersonChoice({ contributors, chosen, onChoose }: PersonChoiceProps) {
  const { t, language } = useLanguage();
  return (
    <fieldset>
      <legend>{t('history.who')}</legend>
      {contributors.map(({ id, name, organisation, recordCount: count, lastAtMs }) => (
        <label key={id} className={styles.row}>
          <input type="radio" name="person" checked={id === chosen.id} onChange={() => onChoose(id)} />
          <span>
            <b>{name}</b>
            <span>
              {t('history.personAbout', { organisation, count, when: formatPoint(lastAtMs, Date.now(), language) })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
