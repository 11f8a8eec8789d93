import { LinkSimpleIcon } from '@phosphor-icons/react/dist/csr/LinkSimple';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { readLink } from '../join-link.ts';
import styles from './OpenWithLink.module.css';

/** A button that turns into a field for a pasted link. `/#link` opens it at once. */
export function OpenWithLink({ look }: { readonly look: 'plain' | 'line' }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState(() => location.hash === '#link');
  const [text, setText] = useState('');
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (open) field.current?.focus();
  }, [open]);

  if (!open) {
    return (
      <div className={styles[look]}>
        <Button look={look} onClick={() => setOpen(true)}>
          <LinkSimpleIcon aria-hidden="true" />
          {t('home.openWithLink')}
        </Button>
      </div>
    );
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const target = readLink(text, location.origin);
    setRefused(target === null);
    if (target === null) field.current?.focus();
    else if (target.kind === 'here') navigate(target.path);
    else location.assign(target.url);
  };
  return (
    <form className={styles.form} noValidate onSubmit={onSubmit}>
      <Field label={t('home.pasteLink')} error={refused ? t('home.linkNotUsable') : undefined}>
        {(control) => (
          <div className={styles.row}>
            <Input
              {...control}
              ref={field}
              type="url"
              autoComplete="off"
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setRefused(false);
              }}
            />
            <Button type="submit" look="line">
              {t('home.open')}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
