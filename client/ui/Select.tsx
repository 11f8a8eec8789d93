import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import type { ControlProps } from './Field.tsx';
import styles from './Select.module.css';

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Of its label, where that is another than the page's. */
  readonly lang?: string;
}

interface SelectProps<Value extends string> extends ControlProps {
  /** Its name where no label stands beside it. */
  readonly 'aria-label'?: string;
  readonly options: readonly Option<Value>[];
  /** Options that stand together under a name, after the others. */
  readonly groups?: readonly {
    readonly label: string;
    readonly lang?: string;
    readonly options: readonly Option<Value>[];
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** The browser's own list: on a phone it is the one that fingers know. */
export function Select<Value extends string>({
  options,
  groups = [],
  value,
  onChange,
  ...control
}: SelectProps<Value>) {
  const all = [...options, ...groups.flatMap((group) => group.options)];
  return (
    <span className={styles.select}>
      <select
        {...control}
        value={value}
        onChange={(event) => {
          const chosen = all.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map(asOption)}
        {groups.map(({ label, lang, options }) => (
          <optgroup key={label} label={label} lang={lang}>
            {options.map(asOption)}
          </optgroup>
        ))}
      </select>
      <CaretDownIcon aria-hidden="true" />
    </span>
  );
}

const asOption = ({ value, label, lang }: Option<string>) => (
  <option key={value} value={value} lang={lang}>
    {label}
  </option>
);
