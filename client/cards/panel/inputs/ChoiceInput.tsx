import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { useId } from 'react';
import { fieldLabels } from '../../../../shared/method/words/field-labels.ts';
import { choicesOf } from '../../choices.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldInputProps } from './field-input.ts';
import styles from './inputs.module.css';
import { OptionRow } from './OptionRow.tsx';

/** As many letters stand beside each other in a drawer, at four options or fewer. */
const lettersInARow = 30;

/** A choice of a few short words is all in sight; a longer one opens. */
export function ChoiceInput({ name, value, readOnly, language, onChange }: FieldInputProps) {
  const id = useId();
  const options = choicesOf(name).map((choice) => ({ value: choice.value, label: choice.text[language] }));
  const letters = options.reduce((sum, { label }) => sum + label.length, 0);
  const chosen = typeof value === 'string' ? value : undefined;
  if (options.length <= 4 && letters <= lettersInARow)
    return (
      <OptionRow
        {...{ options, language, readOnly, name, onChange }}
        look="segments"
        legend={fieldLabels[name][language]}
        value={chosen}
        onClear={() => onChange(null)}
      />
    );
  return (
    <FieldFrame name={name} language={language} id={id}>
      {(control) => (
        <span className={styles.select}>
          <select
            {...control}
            lang={language}
            disabled={readOnly}
            value={chosen ?? ''}
            onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
          >
            <option value="">–</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <CaretDownIcon aria-hidden="true" />
        </span>
      )}
    </FieldFrame>
  );
}
