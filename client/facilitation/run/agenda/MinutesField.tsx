import { agendaLimits } from '../../../../shared/protocol/limits.ts';
import { Field } from '../../../ui/Field.tsx';
import { Input } from '../../../ui/Input.tsx';

interface MinutesFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  /** `data-place` of the input. */
  readonly place: string;
  /** 0 for an empty field. */
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}

/** Takes nothing but digits: on a phone they come alone. */
export const MinutesField = ({ label, hint, error, place, value, onChange }: MinutesFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <Input
        {...control}
        data-place={place}
        inputMode="numeric"
        autoComplete="off"
        maxLength={String(agendaLimits.minutesMax).length}
        value={value === 0 ? '' : value}
        onChange={({ currentTarget }) => onChange(Number(currentTarget.value.replace(/\D/g, '')))}
      />
    )}
  </Field>
);
