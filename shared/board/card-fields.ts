/**
 * The fields of a card are one object to a canvas and one key each to a document, so that two people who change two fields
 * of a card both keep theirs.
 */

type Props = Readonly<Record<string, unknown>>;
const prefix = 'field:';
const isObject = (value: unknown): value is Props =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The props with a key `field:<name>` for each field in place of `fields`. */
export function flattenFields(type: unknown, props: Props): Props {
  if (type !== 'card' || !isObject(props.fields)) return props;
  const { fields, ...others } = props;
  const flat: Record<string, unknown> = others;
  for (const [name, value] of Object.entries(fields as Props)) flat[prefix + name] = value;
  return flat;
}

/** The other way round. A card always has `fields`, if only without any. */
export function nestFields(type: unknown, props: Props): Props {
  if (type !== 'card') return props;
  const { fields: whole, ...others } = props;
  const entries = Object.entries(others);
  const isField = ([name]: [string, unknown]): boolean => name.startsWith(prefix);
  const own = entries.filter(isField).map(([name, value]) => [name.slice(prefix.length), value]);
  // By definition, not by assignment: a field called `__proto__` has to be seen to be refused.
  const fields = { ...(isObject(whole) ? whole : {}), ...Object.fromEntries(own) };
  return { ...Object.fromEntries(entries.filter((entry) => !isField(entry))), fields };
}
