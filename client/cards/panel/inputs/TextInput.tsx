import { useId } from 'react';
import { fieldTypes } from '../../../../shared/method/cards/fields.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { useDraft } from '../use-draft.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldInputProps } from './field-input.ts';
import styles from './inputs.module.css';

/** Lines and texts alike: a box that grows with what is in it. In a line Enter ends the writing. */
export function TextInput({ cardId, name, value, readOnly, language, onChange }: FieldInputProps) {
  const t = useText();
  const id = useId();
  const field = fieldTypes[name];
  const isLine = field.type === 'line';
  const max = field.type === 'line' || field.type === 'text' ? field.max : Number.POSITIVE_INFINITY;
  const draft = useDraft<HTMLTextAreaElement>({
    stored: typeof value === 'string' ? value : '',
    mode: 'last',
    keepAs: `${cardId} ${name}`,
    check: (text) => (text.trim().length > max ? t('cards.tooLong', { max, length: text.trim().length }) : undefined),
    save: (text) => onChange(text.trim() || null),
  });
  return (
    <FieldFrame name={name} language={language} id={id} fault={draft.fault}>
      {(control) => (
        <textarea
          {...control}
          {...draft.control}
          className={styles.text}
          rows={1}
          readOnly={readOnly}
          onKeyDown={(event) => {
            if (isLine && event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
          }}
        />
      )}
    </FieldFrame>
  );
}
