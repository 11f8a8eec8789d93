import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import type { ControlProps } from './Field.tsx';
import styles from './Select.module.css';

interface SelectProps<Value extends string> extends ControlProps {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** The browser's own list: on a phone it is the one that fingers know. */
export function Select<Value extends string>({ options, value, onChange, ...control }: SelectProps<Value>) {
  return (
    <span className={styles.select}>
      <select
        {...control}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <CaretDownIcon aria-hidden="true" />
    </span>
  );
}
