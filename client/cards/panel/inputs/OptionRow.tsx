import { type KeyboardEvent, useId, useRef } from 'react';
import type { Language } from '../../../../shared/api/text.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import styles from './inputs.module.css';

interface OptionRowProps<Value extends string | number> {
  readonly legend: string;
  readonly language: Language;
  /** `data-field` of the field, where it is one. */
  readonly name?: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly readOnly: boolean;
  /** `scale` for numbers from one end to another, `segments` for words. */
  readonly look: 'scale' | 'segments';
  /** What the first and the last of a scale mean. */
  readonly ends?: readonly [string, string];
  /** Said beside the ends: a value between two options. */
  readonly between?: string | undefined;
  /** Without it a choice cannot be taken back. */
  readonly onClear?: () => void;
  readonly onChange: (value: Value) => void;
}

/**
 * A choice of a few, all in sight. Arrow keys move and choose as in every group of radio buttons; a number key chooses the
 * option in that place; Delete takes the choice back.
 */
export function OptionRow<Value extends string | number>(props: OptionRowProps<Value>) {
  const { legend, language, name, options, value, readOnly, look, ends, between, onClear, onChange } = props;
  const t = useText();
  const id = useId();
  const hasEnds = ends !== undefined || between !== undefined;
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (readOnly || event.ctrlKey || event.metaKey || event.altKey) return;
    const isClear = event.key === 'Delete' || event.key === 'Backspace';
    const place = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    const chosen = options[place];
    if (isClear) onClear?.();
    else if (chosen !== undefined) {
      onChange(chosen.value);
      group.current?.querySelectorAll('input')[place]?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}-legend`}
      aria-describedby={hasEnds ? `${id}-ends` : undefined}
      className={styles.field}
      data-field={name}
    >
      <div className={styles.legend}>
        <span id={`${id}-legend`} lang={language}>
          {legend}
        </span>
        {onClear !== undefined && value !== undefined && !readOnly && (
          <button type="button" onClick={onClear} aria-label={`${t('cards.clear')}: ${legend}`}>
            {t('cards.clear')}
          </button>
        )}
      </div>
      <div ref={group} className={styles[look]} lang={language}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              className="visually-hidden"
              name={id}
              disabled={readOnly}
              checked={option.value === value}
              onKeyDown={onKeyDown}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hasEnds && (
        <p id={`${id}-ends`} className={styles.ends} lang={language}>
          <span>{ends?.[0]}</span>
          {between !== undefined && <strong>{between}</strong>}
          <span>{ends?.[1]}</span>
        </p>
      )}
    </div>
  );
}
