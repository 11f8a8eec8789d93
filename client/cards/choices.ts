import { type FieldName, fieldTypes } from '../../shared/method/cards/fields.ts';
import type { Text } from '../../shared/method/template.ts';
import { type ChoiceName, valueWords } from '../../shared/method/words/values.ts';

export interface Choice {
  readonly value: string;
  readonly text: Text;
}

/** The values of a field that is a choice, in their order, with what they are called; none for any other field. */
export function choicesOf(name: FieldName): readonly Choice[] {
  const field = fieldTypes[name];
  if (field.type !== 'choice') return [];
  const words = valueWords[name as ChoiceName] as Readonly<Record<string, Text>>;
  return field.values.flatMap((value) => {
    const text = words[value];
    return text === undefined ? [] : [{ value, text }];
  });
}
