import { type FormEvent, useState } from 'react';
import type { BoardId } from '../../../../shared/protocol/ids.ts';
import { textLimits } from '../../../../shared/protocol/limits.ts';
import { type Failure, refusedFields } from '../../../api/call.ts';
import { createVersion } from '../../../api/history.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { type LineFault, lineFault, lineFaultText, refusedLine } from '../../../i18n/line-text.ts';
import { Button } from '../../../ui/Button.tsx';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Input } from '../../../ui/Input.tsx';
import styles from './HistoryDrawer.module.css';

interface KeepVersionProps {
  readonly boardId: BoardId;
  readonly onKept: (name: string) => void;
}

/** Keeps the board as it is now, under a name. */
export function KeepVersion({ boardId, onKept }: KeepVersionProps) {
  const t = useText();
  const [name, setName] = useState('');
  const [error, setError] = useState<LineFault>();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setFailure(null);
    const wrong = lineFault(name, textLimits.versionName);
    if (wrong !== undefined) return setError(wrong);
    setBusy(true);
    const kept = await createVersion(boardId, name);
    setBusy(false);
    if (kept.ok) {
      setName('');
      return onKept(name.trim());
    }
    if (refusedFields(kept.failure).has('name')) setError(refusedLine);
    else setFailure(kept.failure);
  };
  return (
    <form className={styles.keep} noValidate onSubmit={(event) => void submit(event)}>
      <Field label={t('history.keepLabel')} error={lineFaultText(error, t('history.keepEmpty'), t)}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={textLimits.versionName}
            placeholder={t('history.keepPlaceholder')}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      <Button type="submit" look="line" busy={busy}>
        {t('history.keep')}
      </Button>
      <FailureNote failure={failure} />
    </form>
  );
}
