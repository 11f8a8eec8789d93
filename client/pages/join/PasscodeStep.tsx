import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../api/call.ts';
import { failureSentence } from '../../i18n/failure-text.ts';
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
  const [isEmpty, setEmpty] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (code.trim() === '') {
      setEmpty(true);
      return field.current?.focus();
    }
    setBusy(true);
    setFailure(null);
    const refused = await onCode(code.trim());
    setBusy(false);
    if (refused === null) return;
    setFailure(refused);
    field.current?.select();
  };
  const isWrong = failure?.kind === 'problem' && failure.problem.code === 'passcode-wrong';
  return (
    <JoinFrame heading={workshopTitle} title={t('join.pageTitle', { workshop: workshopTitle })}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <div>
          <h2>{t('join.codeTitle')}</h2>
          <p className={styles.text}>{t('join.codeText')}</p>
        </div>
        <Field
          label={t('join.code')}
          error={isEmpty ? t('join.codeEmpty') : isWrong ? failureSentence(failure, t) : undefined}
        >
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
                setEmpty(false);
                if (isWrong) setFailure(null);
              }}
            />
          )}
        </Field>
        <FailureNote failure={isWrong ? null : failure} />
        <Button type="submit" look="primary" size="large" wide busy={busy}>
          {t('join.codeGo')}
          {!busy && <ArrowRightIcon aria-hidden="true" />}
        </Button>
      </form>
    </JoinFrame>
  );
}
