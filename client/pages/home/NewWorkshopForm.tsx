import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/LanguageProvider.tsx';
import { languageNames, languages } from '../../i18n/language.ts';
import { lineFaultText } from '../../i18n/line-text.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Field } from '../../ui/Field.tsx';
import { Input } from '../../ui/Input.tsx';
import { Segments } from '../../ui/Segments.tsx';
import styles from './NewWorkshopForm.module.css';
import { useNewWorkshop } from './use-new-workshop.ts';

const languageOptions = languages.map((value) => ({ value, label: languageNames[value], lang: value }));

export function NewWorkshopForm() {
  const t = useText();
  const { fields, boardLanguage, change, errors, failure, busy, submit } = useNewWorkshop();
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);

  // After a refusal the first field to mend has the focus. Without one (a new key field) it is the key.
  const keyAsked = fields.createKey !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once per try, not per keystroke.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [tries, errors]);
  useEffect(() => {
    if (keyAsked) form.current?.querySelector<HTMLElement>('[name=createKey]')?.focus();
  }, [keyAsked]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTries((count) => count + 1);
    if (!busy) void submit();
  };
  return (
    <form
      ref={form}
      className={cx('panel', styles.create)}
      aria-labelledby="new-workshop"
      noValidate
      onSubmit={onSubmit}
    >
      <h2 id="new-workshop">{t('home.newWorkshop')}</h2>
      <Field label={t('home.title')} error={lineFaultText(errors.title, t('errors.empty.title'), t)}>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={fields.title}
            onChange={(e) => change({ title: e.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t('common.name')} error={lineFaultText(errors.name, t('errors.empty.name'), t)}>
          {(control) => (
            <Input
              {...control}
              autoComplete="given-name"
              value={fields.name}
              onChange={(e) => change({ name: e.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('common.organisation')}
          error={lineFaultText(errors.organisation, t('errors.empty.organisation'), t)}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="organization"
              value={fields.organisation}
              onChange={(e) => change({ organisation: e.target.value })}
            />
          )}
        </Field>
      </div>
      <Segments
        legend={t('home.boardLanguage')}
        hint={t('home.boardLanguageHint')}
        options={languageOptions}
        value={boardLanguage}
        onChange={(language) => change({ language })}
      />
      {fields.createKey !== null && (
        <Field
          label={t('home.createKey')}
          hint={t('home.createKeyHint')}
          error={errors.createKey && t(errors.createKey === 'empty' ? 'errors.empty.key' : 'home.createKeyWrong')}
        >
          {(control) => (
            <Input
              {...control}
              name="createKey"
              type="password"
              autoComplete="off"
              value={fields.createKey ?? ''}
              onChange={(e) => change({ createKey: e.target.value })}
            />
          )}
        </Field>
      )}
      <div className={styles.send}>
        <FailureNote failure={failure} />
        <Button type="submit" look="primary" size="large" wide busy={busy}>
          {t('home.create')}
          {!busy && <ArrowRightIcon aria-hidden="true" />}
        </Button>
      </div>
    </form>
  );
}
