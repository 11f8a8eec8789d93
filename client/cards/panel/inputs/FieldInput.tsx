import { useId } from 'react';
import { fieldTypes } from '../../../../shared/method/cards/fields.ts';
import { fieldLabels } from '../../../../shared/method/words/field-labels.ts';
import { formatNumber } from '../../../canvas/card-shapes/value-text.ts';
import { ChoiceInput } from './ChoiceInput.tsx';
import { DateInput } from './DateInput.tsx';
import type { FieldInputProps } from './field-input.ts';
import styles from './inputs.module.css';
import { ListInput } from './ListInput.tsx';
import { OrganisationInput } from './OrganisationInput.tsx';
import { ScoreInput } from './ScoreInput.tsx';
import { TextInput } from './TextInput.tsx';

/** The input that a field's type asks for, with its question. Each change is an edit of its own. */
export function FieldInput(props: FieldInputProps) {
  switch (fieldTypes[props.name].type) {
    case 'line':
    case 'text':
      return <TextInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'score':
      return <ScoreInput {...props} />;
    case 'count':
      return <CountLine {...props} />;
    case 'date':
      return <DateInput {...props} />;
    case 'flag':
      return <FlagInput {...props} />;
    case 'organisation':
      return <OrganisationInput {...props} />;
    case 'organisations':
    case 'tags':
      return <ListInput {...props} />;
  }
}

/** What is counted is shown and not asked. */
function CountLine({ name, value, language }: FieldInputProps) {
  if (typeof value !== 'number') return null;
  return (
    <p className={styles.count} lang={language} data-field={name}>
      <span>{fieldLabels[name][language]}</span>
      <strong className="num">{formatNumber(value, language)}</strong>
    </p>
  );
}

function FlagInput({ name, value, readOnly, language, onChange }: FieldInputProps) {
  const id = useId();
  return (
    <div className={styles.flag} data-field={name}>
      <input
        id={id}
        type="checkbox"
        disabled={readOnly}
        checked={value === true}
        onChange={({ target }) => onChange(target.checked ? true : null)}
      />
      <label htmlFor={id} lang={language}>
        {fieldLabels[name][language]}
      </label>
    </div>
  );
}
