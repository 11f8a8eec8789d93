import type { AnyRecord } from '../../../shared/board/groups.ts';
import { plainText, type RichText } from '../../../shared/board/rich-text.ts';
import { type FieldName, fieldTypes } from '../../../shared/method/cards/fields.ts';

/** In UTF-16 code units: more than anybody writes before the first of it is refused. */
const wordsMax = 4_000;

/** What somebody had written in a record that goes back, where it is not what stands there: nobody else has it. */
export function wordsLost(before: AnyRecord | undefined, refused: AnyRecord | undefined): string | undefined {
  if (refused === undefined) return undefined;
  const stood = textsOf(before);
  const lost = [...textsOf(refused)].filter(([name, text]) => text.trim() !== '' && stood.get(name) !== text);
  const words = lost.map(([, text]) => text).join('\n');
  return words === '' ? undefined : words.slice(0, wordsMax);
}

/** Text by where it stands in the record. */
function textsOf(record: AnyRecord | undefined): ReadonlyMap<string, string> {
  const { richText, text, name, fields = {} } = (record?.props ?? {}) as Readonly<Record<string, unknown>>;
  const texts = Object.entries({
    richText: richText === undefined ? undefined : plainText(richText as RichText),
    ...{ text, name },
    ...Object.fromEntries(Object.entries(fields as object).map(([key, value]) => [`field:${key}`, value])),
  });
  return new Map(
    texts.flatMap(([key, value]) => (typeof value === 'string' && !isChosen(key) ? [[key, value] as const] : [])),
  );
}

/** Values of other fields are picked from what there is, and quickly picked again. */
function isChosen(key: string): boolean {
  if (!key.startsWith('field:')) return false;
  const field = fieldTypes[key.slice('field:'.length) as FieldName];
  return field.type !== 'line' && field.type !== 'text';
}
