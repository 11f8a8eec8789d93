import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/api/text.ts';
import type { FieldName } from '../../../../shared/method/cards/fields.ts';
import { fieldLabels } from '../../../../shared/method/words/field-labels.ts';
import styles from './inputs.module.css';

interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldFrameProps {
  readonly name: FieldName;
  readonly language: Language;
  readonly id: string;
  readonly fault?: string | undefined;
  /** Said below the input, where nothing is wrong. */
  readonly hint?: string | undefined;
  readonly children: (control: ControlProps) => ReactNode;
}

/** A field's question, its input, and what is wrong with what was typed. */
export function FieldFrame({ name, language, id, fault, hint, children }: FieldFrameProps) {
  const note = fault ?? hint;
  const noteId = `${id}-note`;
  return (
    <div className={styles.field} data-field={name}>
      <label htmlFor={id} lang={language}>
        {fieldLabels[name][language]}
      </label>
      {children({
        id,
        'aria-describedby': note === undefined ? undefined : noteId,
        'aria-invalid': fault === undefined ? undefined : true,
      })}
      {note !== undefined && (
        <p id={noteId} className={fault === undefined ? styles.hint : styles.fault}>
          {note}
        </p>
      )}
    </div>
  );
}
