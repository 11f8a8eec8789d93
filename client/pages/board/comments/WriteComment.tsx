import { type KeyboardEvent, useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import type { CommentAnchor } from '../../../../shared/api/comments.ts';
import type { GetWorkshopResponse } from '../../../../shared/api/workshops.ts';
import type { CommentId, ParticipantId } from '../../../../shared/protocol/ids.ts';
import { textLimits } from '../../../../shared/protocol/limits.ts';
import type { Failure } from '../../../api/call.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Field } from '../../../ui/Field.tsx';
import { useToast } from '../../../ui/toast.ts';
import styles from './CommentsDrawer.module.css';
import type { CommentDrafts, DraftKey } from './comment-drafts.ts';
import { type Mentionable, matchingPeople, mentionAt, mentionsIn } from './threads.ts';

interface Words {
  readonly id: CommentId;
  readonly text: string;
  readonly mentions: ParticipantId[];
}

interface WriteCommentProps {
  readonly data: GetWorkshopResponse;
  readonly label: string;
  readonly action: string;
  readonly drafts: CommentDrafts;
  /** Where it waits for its writer to come back. */
  readonly keepAs: DraftKey;
  /** Of a new thread. */
  readonly anchor?: CommentAnchor;
  readonly initial?: { readonly text: string; readonly mentions: readonly ParticipantId[] };
  /** Takes the focus when it comes. */
  readonly isWanted?: boolean;
  readonly giveUp?: { readonly label: string; readonly go: () => void };
  /** @returns why it was not said; what was written stays then. */
  readonly onSay: (words: Words) => Promise<Failure | null>;
}

interface Written {
  readonly text: string;
  readonly picked: readonly Mentionable[];
}

/** How many names are offered behind an @. */
const offeredMax = 6;

/** Several lines, in which an @ names people of the workshop. Ctrl or Cmd with Enter sends. */
export function WriteComment(props: WriteCommentProps) {
  const { data, label, action, drafts, keepAs, anchor = null, initial, isWanted, giveUp, onSay } = props;
  const t = useText();
  const toast = useToast();
  const isThere = useIsThere();
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  useEffect(() => {
    if (isWanted) area.current?.focus();
  }, [isWanted]);
  const here = data.people.filter(({ removedAtMs }) => removedAtMs === null);
  // Never a copy of it: what is said from elsewhere must not be said again from here.
  const draft = useSyncExternalStore(drafts.all.subscribe, () => drafts.all.get().get(keepAs));
  const named = here.filter(({ id }) => initial?.mentions.includes(id) === true);
  const { text, picked }: Written = draft ?? { text: initial?.text ?? '', picked: named };
  const write = (written: Written) => drafts.keep(keepAs, { ...written, anchor });
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
    write({ text: before + text.slice(caret), picked: [...picked, { id: person.id, name: person.name }] });
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
    const id = write({ text, picked });
    const failed = await onSay({ id, text, mentions: mentionsIn(text, picked) });
    setBusy(false);
    setFailure(failed);
    if (failed !== null) {
      // Whoever has gone on takes it for said.
      if (!isThere.current) toast((t) => t('comments.notSent'));
      return;
    }
    drafts.said(keepAs, text);
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
            readOnly={busy}
            aria-autocomplete="list"
            aria-controls={offered.length > 0 ? listId : undefined}
            aria-activedescendant={offered.length > 0 ? `${listId}-${at}` : undefined}
            onChange={(event) => {
              write({ text: event.target.value, picked });
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
        {giveUp !== undefined && (
          <Button
            onClick={() => {
              drafts.forget(keepAs);
              giveUp.go();
            }}
          >
            {giveUp.label}
          </Button>
        )}
      </div>
    </form>
  );
}

function useIsThere() {
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  return isThere;
}
