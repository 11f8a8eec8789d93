import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../api/call.ts';
import { failureText } from '../../i18n/failure-text.ts';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import styles from './JoinForm.module.css';
import { JoinFrame } from './JoinFrame.tsx';

interface PasscodeStepProps {
  readonly workshopTitle: string;
  /** Tries a code. @returns why it does not open. */
  readonly onCode: (code: string) => Promise<Failure | null>;
}

/** Before a link with a code tells who is there, somebody has to know the code. */
export function PasscodeStep({ workshopTitle, onCode }: PasscodeStepProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>(undefined);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (code.trim() === '') {
      setError(t('join.codeEmpty'));
      return field.current?.focus();
    }
    setBusy(true);
    setFailure(null);
    const refused = await onCode(code.trim());
    setBusy(false);
    if (refused === null) return;
    const isWrong = refused.kind === 'problem' && refused.problem.code === 'passcode-wrong';
    const { title, text } = failureText(refused, t);
    if (isWrong) setError(`${title}. ${text}`);
    else setFailure(refused);
    field.current?.select();
  };
  return (
    <JoinFrame heading={workshopTitle} title={t('join.pageTitle', { workshop: workshopTitle })}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <div>
          <h2>{t('join.codeTitle')}</h2>
          <p className={styles.text}>{t('join.codeText')}</p>
        </div>
        <Field label={t('join.code')} error={error}>
          {(control) => (
            <Input
              {...control}
              ref={field}
              big
              // A phone shows figures first and can still be asked for letters.
              inputMode={/\D/.test(code) ? 'text' : 'numeric'}
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              value={code}
              onChange={(event) => {
                setCode(event.target.value);
                setError(undefined);
              }}
            />
          )}
        </Field>
        <FailureNote failure={failure} />
        <Button type="submit" look="primary" size="large" wide busy={busy}>
          {t('join.codeGo')}
          {!busy && <ArrowRightIcon aria-hidden="true" />}
        </Button>
      </form>
    </JoinFrame>
  );
}
