import { useId, useState } from 'react';
import { fieldSchema } from '../../../../shared/method/cards/fields.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldInputProps } from './field-input.ts';
import styles from './inputs.module.css';

/** The browser's own calendar. A day that is not yet whole, or that no calendar has, is told and not saved. */
export function DateInput({ name, value, readOnly, language, onChange }: FieldInputProps) {
  const t = useText();
  const id = useId();
  const stored = typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState<string | null>(null);
  const [isBroken, setIsBroken] = useState(false);
  return (
    <FieldFrame name={name} language={language} id={id} fault={isBroken ? t('cards.notADay') : undefined}>
      {(control) => (
        <input
          {...control}
          type="date"
          lang={language}
          className={styles.input}
          readOnly={readOnly}
          min="1900-01-01"
          max="2199-12-31"
          value={typed ?? stored}
          onChange={({ target }) => {
            // Half a date has no value: the browser keeps showing what was typed as long as it is left alone.
            if (target.validity.badInput) return;
            const isWhole =
              target.value === '' || (fieldSchema(name).safeParse(target.value).success && target.validity.valid);
            setTyped(isWhole ? null : target.value);
            setIsBroken(false);
            if (isWhole) onChange(target.value || null);
          }}
          onBlur={({ target }) => setIsBroken(!target.validity.valid)}
        />
      )}
    </FieldFrame>
  );
}
