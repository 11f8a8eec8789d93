import { useId } from 'react';
import { type FieldType, fieldTypes } from '../../../../shared/method/cards/fields.ts';
import { fieldLabels } from '../../../../shared/method/words/field-labels.ts';
import { type ScoreName, scoreEnds } from '../../../../shared/method/words/score-ends.ts';
import { formatNumber } from '../../../canvas/card-shapes/value-text.ts';
import { useText } from '../../../i18n/LanguageProvider.tsx';
import { readCell } from '../../table/read-cell.ts';
import { useDraft } from '../use-draft.ts';
import { FieldFrame } from './FieldFrame.tsx';
import type { FieldInputProps } from './field-input.ts';
import styles from './inputs.module.css';
import { OptionRow } from './OptionRow.tsx';

/** From this step on a scale is a row of buttons; a finer one is written as a number. */
const buttonsFrom = 0.5;

export function ScoreInput(props: FieldInputProps) {
  const { name, value, readOnly, language, onChange } = props;
  const field = fieldTypes[name];
  if (field.type !== 'score') return null;
  if (field.step < buttonsFrom) return <NumberInput {...props} />;
  const { low, high } = scoreEnds[name as ScoreName];
  const numbers = Array.from({ length: field.max - field.min + 1 }, (_, index) => field.min + index);
  const score = typeof value === 'number' ? value : undefined;
  return (
    <OptionRow
      {...{ name, language, readOnly, onChange }}
      look="scale"
      legend={fieldLabels[name][language]}
      options={numbers.map((number) => ({ value: number, label: signed(number, field.min) }))}
      value={score}
      ends={[low[language], high[language]]}
      between={score === undefined || numbers.includes(score) ? undefined : formatNumber(score, language)}
      onClear={() => onChange(null)}
    />
  );
}

/** Where there are numbers below zero, those above it bear a sign as well. */
const signed = (number: number, min: number): string =>
  min < 0 && number !== 0 ? `${number < 0 ? '−' : '+'}${Math.abs(number)}` : String(number);

function NumberInput({ cardId, name, value, readOnly, language, onChange }: FieldInputProps) {
  const t = useText();
  const id = useId();
  const field: FieldType = fieldTypes[name];
  const range = field.type === 'score' ? { min: field.min, max: field.max } : { min: 0, max: 0 };
  const read = (text: string) => readCell(name, text, () => undefined);
  const draft = useDraft<HTMLInputElement>({
    stored: typeof value === 'number' ? formatNumber(value, language) : '',
    mode: 'last',
    keepAs: `${cardId} ${name}`,
    check: (text) => (read(text).ok ? undefined : t('cards.notInRange', range)),
    save: (text) => {
      const reading = read(text);
      if (reading.ok) onChange(reading.value);
    },
  });
  const { low, high } = scoreEnds[name as ScoreName];
  return (
    <FieldFrame
      {...{ name, language, id }}
      fault={draft.fault}
      hint={`${range.min}: ${low[language]} · ${range.max}: ${high[language]}`}
    >
      {(control) => (
        <input {...control} {...draft.control} className={styles.input} inputMode="decimal" readOnly={readOnly} />
      )}
    </FieldFrame>
  );
}
