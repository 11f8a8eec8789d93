import type { Language } from '../../../../shared/api/text.ts';
import type { FieldName, FieldValue } from '../../../../shared/method/cards/fields.ts';
import type { People } from '../../../canvas/card-shapes/people.ts';

/** What every input of a field is given. */
export interface FieldInputProps {
  readonly cardId: string;
  readonly name: FieldName;
  readonly value: FieldValue | undefined;
  readonly readOnly: boolean;
  /** What an empty field stands for. */
  readonly placeholder?: string | undefined;
  /** Of the board: words of the method stand in it. */
  readonly language: Language;
  readonly people: People;
  /** Null takes the field away. */
  readonly onChange: (value: FieldValue | null) => void;
}
