import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { ParticipantId } from '../../../../shared/protocol/ids.ts';
import { textLimits } from '../../../../shared/protocol/limits.ts';
import type { Failure } from '../../../api/call.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Field } from '../../../ui/Field.tsx';
import styles from './CommentsDrawer.module.css';
import { type Mentionable, matchingPeople, mentionAt, mentionsIn } from './threads.ts';

interface Words {
  readonly text: string;
  readonly mentions: ParticipantId[];
}

interface WriteCommentProps {
  readonly data: GetWorkshopResponse;
  readonly label: string;
  readonly action: string;
  readonly initial?: { readonly text: string; readonly mentions: readonly ParticipantId[] };
  /** Takes the focus when it comes. */
  readonly isWanted?: boolean;
  readonly onCancel?: () => void;
  /** @returns why it was not said; what was written stays then. */
  readonly onSay: (words: Words) => Promise<Failure | null>;
}

/** How many names are offered behind an @. */
const offeredMax = 6;

/** Several lines, in which an @ names people of the workshop. Ctrl or Cmd with Enter sends. */
export function WriteComment({ data, label, action, initial, isWanted, onCancel, onSay }: WriteCommentProps) {
  const t = useText();
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  useEffect(() => {
    if (isWanted) area.current?.focus();
  }, [isWanted]);
  const here = data.people.filter(({ removedAtMs }) => removedAtMs === null);
  const [text, setText] = useState(initial?.text ?? '');
  const [picked, setPicked] = useState<readonly Mentionable[]>(
    here.filter(({ id }) => initial?.mentions.includes(id) === true),
  );
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [isEmpty, setEmpty] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const mention = mentionAt(text, caret);
  const isNamed = mention !== null && picked.some(({ name }) => mention.query.startsWith(name));
  const offered = mention === null || isNamed ? [] : matchingPeople(here, mention.query).slice(0, offeredMax);

  const name = (person: Mentionable | undefined) => {
    if (person === undefined || mention === null) return;
    const before = `${text.slice(0, mention.start)}@${person.name} `;
    setText(before + text.slice(caret));
    setPicked([...picked, { id: person.id, name: person.name }]);
    setCaret(before.length);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(before.length, before.length);
    });
  };
  const say = async () => {
    if (busy) return;
    if (text.trim() === '') return setEmpty(true);
    setBusy(true);
    const failed = await onSay({ text, mentions: mentionsIn(text, picked) });
    setBusy(false);
    setFailure(failed);
    if (failed !== null) return;
    setText('');
    setPicked([]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return void say();
    }
    if (offered.length === 0) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((at + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') name(offered[at] ?? offered[0]);
    else if (event.key === 'Escape') setCaret(0);
    else return;
    event.preventDefault();
  };
  return (
    <form
      className={styles.write}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <Field label={label} hint={t('comments.hint')} error={isEmpty ? t('comments.empty') : undefined}>
        {(control) => (
          <textarea
            {...control}
            ref={area}
            rows={3}
            maxLength={textLimits.comment}
            value={text}
            aria-autocomplete="list"
            aria-controls={offered.length > 0 ? listId : undefined}
            aria-activedescendant={offered.length > 0 ? `${listId}-${at}` : undefined}
            onChange={(event) => {
              setText(event.target.value);
              setCaret(event.target.selectionStart);
              setAt(0);
              setEmpty(false);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      {offered.length > 0 && (
        <div id={listId} role="listbox" aria-label={t('comments.people')} className={styles.people}>
          {offered.map((person, index) => (
            <div
              key={person.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              tabIndex={-1}
              onPointerDown={(event) => {
                event.preventDefault();
                name(person);
              }}
            >
              <b>{person.name}</b>
              <span>{data.organisations.find(({ id }) => id === person.organisationId)?.name}</span>
            </div>
          ))}
        </div>
      )}
      <FailureNote failure={failure} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" busy={busy}>
          {action}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{t('common.cancel')}</Button>}
      </div>
    </form>
  );
}
