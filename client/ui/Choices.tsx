import { useId } from 'react';
import styles from './Choices.module.css';

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly name: string; readonly text: string }[];
  /** Whether the keyboard begins here, before the way out. */
  readonly isFirst?: boolean;
  readonly onChange: (value: Value) => void;
}

/** A few ways of which one is taken, each with a sentence about it. */
export function Choices<Value extends string>({
  legend,
  value,
  options,
  isFirst = false,
  onChange,
}: ChoicesProps<Value>) {
  const group = useId();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      {options.map((option) => {
        const id = `${group}-${option.value}`;
        return (
          <label key={option.value}>
            <input
              type="radio"
              name={group}
              checked={option.value === value}
              // biome-ignore lint/a11y/noAutofocus: the choice comes before the way out.
              autoFocus={isFirst && option.value === value}
              // Its name is short; what it means is said after it.
              aria-labelledby={id}
              aria-describedby={`${id}-text`}
              onChange={() => onChange(option.value)}
            />
            <strong id={id}>{option.name}</strong>
            <span id={`${id}-text`}>{option.text}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
