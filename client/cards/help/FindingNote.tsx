import { useId, useState } from 'react';
import { useValue } from 'tldraw';
import { titleMax } from '../../../shared/method/cards/kinds.ts';
import { reasonMax } from '../../../shared/method/help/dismissals.ts';
import type { Finding } from '../../../shared/method/help/finding.ts';
import { sayFinding } from '../../../shared/method/help/say-help.ts';
import { useLanguage, useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { useMethod } from '../method.ts';
import { mergeDraft } from '../panel/merge-draft.ts';
import { applySuggestion } from './apply-suggestion.ts';
import styles from './FindingNote.module.css';
import type { Help } from './help.ts';

interface FindingNoteProps {
  readonly finding: Finding;
  readonly help: Help;
  /** Something was done about it. */
  readonly onDone?: (() => void) | undefined;
}

/** What was seen, what to do about it with one click, and a way to leave it as it is. */
export function FindingNote({ finding, help, onDone }: FindingNoteProps) {
  const t = useText();
  const { language } = useLanguage();
  const method = useMethod();
  const [isLeaving, setLeaving] = useState(false);
  const { suggestion, cardId } = finding;
  const words = sayFinding(finding, help.textOf(finding), language);
  // What concerns the whole board is put aside by who leads.
  const mayLeave = cardId !== null || method.me.role === 'facilitator';
  return (
    <div className={styles.note}>
      <p>{words.about}</p>
      {isLeaving ? (
        <ReasonBox
          onCancel={() => setLeaving(false)}
          onSave={(reason) => {
            help.dismiss(finding, reason);
            onDone?.();
          }}
        />
      ) : (
        <>
          {suggestion?.type === 'rewrite' && <RewriteBox cardId={suggestion.cardId} onDone={onDone} />}
          <div className={styles.ways}>
            {suggestion !== null && suggestion.type !== 'rewrite' && words.action !== null && (
              <Button
                look="line"
                onClick={() => {
                  applySuggestion(method, suggestion);
                  onDone?.();
                }}
              >
                {words.action}
              </Button>
            )}
            {mayLeave && <Button onClick={() => setLeaving(true)}>{t('help.leaveIt')}</Button>}
          </div>
        </>
      )}
    </div>
  );
}

function RewriteBox({ cardId, onDone }: { readonly cardId: string; readonly onDone: (() => void) | undefined }) {
  const t = useText();
  const id = useId();
  const { view, actions, editor } = useMethod();
  const title = useValue('title', () => view.get().cards.get(cardId)?.title ?? '', [view, cardId]);
  const [before] = useState(title);
  const [text, setText] = useState(title);
  const save = () => {
    if (text.trim() !== '') actions.setTitle(cardId, mergeDraft(before, text.trim(), title));
    editor.focus();
    onDone?.();
  };
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id}>{t('help.rewriteLabel')}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={Math.max(titleMax, before.length)}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      <Button type="submit" look="line" disabled={text.trim() === '' || text.trim() === before.trim()}>
        {t('help.save')}
      </Button>
    </form>
  );
}

interface ReasonBoxProps {
  readonly onSave: (reason: string) => void;
  readonly onCancel: () => void;
}

function ReasonBox({ onSave, onCancel }: ReasonBoxProps) {
  const t = useText();
  const id = useId();
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.box}
      data-reason
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') onSave(reason);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        // Only this box closes, not what it lies in.
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id}>{t('help.reason')}</label>
      <input
        ref={(input) => input?.focus()}
        id={id}
        type="text"
        autoComplete="off"
        maxLength={reasonMax}
        value={reason}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => setReason(target.value)}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t('help.reasonHint')}
      </p>
      <div className={styles.ways}>
        <Button type="submit" look="line" disabled={reason.trim() === ''}>
          {t('help.putAside')}
        </Button>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
